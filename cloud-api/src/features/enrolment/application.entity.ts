import { Entity, Index } from 'typeorm';
import type { ApplicationAction, ApplicationState } from '@hall/shared/enrolment/application.moves';
import { DayColumn, Flag, Id, InstantColumn, Integer, Json, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** One case for life: 参保登记, 信息采集 and 核定缴费 together. Whatever tells who it is about is encrypted. */
@Entity('application')
@Index('ux_application_number', ['hallId', 'caseNumber'], { unique: true })
@Index('ux_application_open', ['openKey'], { unique: true })
@Index('ix_application_review', ['hallId', 'state', 'dueAt'])
@Index('ix_application_resident', ['residentId'])
@Index('ix_application_citizen', ['citizenIndex'])
@Index('ix_application_phone', ['phoneIndex'])
@Index('ix_application_lapse', ['lapsesOn'])
export class Application {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('case_number', 24) caseNumber: string;
  @Text('matter_id', 40) matterId: string;
  /** The version of the matter it began with, whose checklist it keeps. */
  @Integer('matter_version') matterVersion: number;
  /** The account it is filled from; null when a clerk filled it for somebody without one. */
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  @Ref('relative_id', { nullable: true }) relativeId: string | null;
  /** The person it is about, as soon as a valid ID number is known. */
  @Text('citizen_index', 64, { nullable: true }) citizenIndex: string | null;
  @Text('phone_index', 64, { nullable: true }) phoneIndex: string | null;
  /** Person and matter while the case stands, null once closed: the database allows one open case for both. */
  @Text('open_key', 120, { nullable: true }) openKey: string | null;
  @Text('state', 12) state: ApplicationState;
  /** 1 until the first return, then one more with each. */
  @Integer('round') round: number;
  @Sealed('content', 'application.content') content: string;
  /** The answers as they were at the last return: what was changed since is told from them. */
  @Sealed('returned_content', 'application.returned-content', { nullable: true }) returnedContent: string | null;
  /** Codes of the materials whose originals a clerk has seen. */
  @Json('originals_seen') originalsSeen: string[];
  @Sealed('assessment', 'application.assessment', { nullable: true }) assessment: string | null;
  @Text('profile_id', 40, { nullable: true }) profileId: string | null;
  @Sealed('rejection', 'application.rejection', { nullable: true }) rejection: string | null;
  @InstantColumn('identity_verified_at', { nullable: true }) identityVerifiedAt: number | null;
  @Ref('identity_verified_by', { nullable: true }) identityVerifiedBy: string | null;
  @Ref('claimed_by', { nullable: true }) claimedBy: string | null;
  @InstantColumn('claimed_until', { nullable: true }) claimedUntil: number | null;
  @InstantColumn('submitted_at', { nullable: true }) submittedAt: number | null;
  /** When the review is due; null while nothing is, or while the calendar of that year is not loaded. */
  @InstantColumn('due_at', { nullable: true }) dueAt: number | null;
  @InstantColumn('last_step_at') lastStepAt: number;
  @DayColumn('lapses_on', { nullable: true }) lapsesOn: string | null;
  @InstantColumn('lapse_warned_at', { nullable: true }) lapseWarnedAt: number | null;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('updated_at') updatedAt: number;
  @InstantColumn('handled_at', { nullable: true }) handledAt: number | null;
  @Ref('handled_by', { nullable: true }) handledBy: string | null;
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
  @Ref('batch_id', { nullable: true }) batchId: string | null;
  @Flag('opened_at_window') openedAtWindow: boolean;
  @Version() version: number;
}

/** A picture of one material of a case. */
@Entity('case_picture')
@Index('ux_case_picture', ['pictureId'], { unique: true })
@Index('ix_case_picture_case', ['applicationId'])
export class CasePicture {
  @Id() id: string;
  @Ref('application_id') applicationId: string;
  @Text('material_code', 40) materialCode: string;
  @Ref('picture_id') pictureId: string;
  @Integer('page_number') pageNumber: number;
  /** The round in which it was added: after a return, what is new. */
  @Integer('round') round: number;
  @Integer('width') width: number;
  @Integer('height') height: number;
  @Integer('bytes') bytes: number;
  @InstantColumn('added_at') addedAt: number;
}

export type StepAction = 'open' | ApplicationAction;

/** A step a case has taken. Appended, never altered. */
@Entity('case_step')
@Index('ix_case_step_case', ['applicationId', 'at'])
export class CaseStep {
  @Id() id: string;
  @Ref('application_id') applicationId: string;
  @InstantColumn('at') at: number;
  @Text('action', 12) action: StepAction;
  @Text('state', 12) state: ApplicationState;
  @Text('by_kind', 12) byKind: string;
  @Text('by_id', 64, { nullable: true }) byId: string | null;
  @Sealed('note', 'case-step.note', { nullable: true }) note: string | null;
}

/** The next number of a series of one hall and year: a row that is counted up, so that no number is skipped or given twice. */
@Entity('number_counter')
export class NumberCounter {
  @Id('hall_id') hallId: string;
  @Text('series', 12, { primary: true }) series: string;
  @Integer('year', { primary: true }) year: number;
  @Integer('last') last: number;
}
