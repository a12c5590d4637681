import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { RightsAction, RightsState, RightsTopic, RightsWay } from '@hall/shared/relays/rights.moves';
import { Flag, Id, InstantColumn, Integer, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** Somebody's rights are at stake 维权: a private case with a named owner. What it is about is encrypted, and few may open it. */
@Entity('rights_case')
@Index('ux_rights_number', ['number'], { unique: true })
@Index('ix_rights_hall', ['hallId', 'state', 'openedAt'])
@Index('ix_rights_resident', ['residentId'])
@Index('ix_rights_owner', ['ownerId', 'state'])
export class RightsCase {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** For people: the day and four random signs. */
  @Text('number', 20) number: string;
  @Text('way', 10) way: RightsWay;
  @Text('suggestion_number', 20, { nullable: true }) suggestionNumber: string | null;
  @Text('topic', 20) topic: RightsTopic;
  /** Null for somebody without an account. */
  @Ref('resident_id', { nullable: true }) residentId: string | null;
  @Sealed('name_cipher', 'rights.name') nameCipher: string;
  @Sealed('phone_cipher', 'rights.phone') phoneCipher: string;
  @Sealed('words_cipher', 'rights.words') wordsCipher: string;
  @Ref('owner_id') ownerId: string;
  @Ref('department_id', { nullable: true }) departmentId: string | null;
  @Text('state', 12) state: RightsState;
  @InstantColumn('opened_at') openedAt: number;
  /** The resident, or the member of staff at the desk. */
  @Ref('opened_by') openedBy: string;
  @InstantColumn('changed_at') changedAt: number;
  /** As the deadline of its service told; null while it runs. */
  @Flag('in_time', { nullable: true }) inTime: boolean | null;
  @Version() version: number;
}

/** `note`: something added without a step. `assign`: another owner. */
export type RightsStepKind = RightsAction | 'open' | 'note' | 'assign';

/** One step of a case, in its order. The person sees all but the notes. */
@Entity('rights_step')
@Index('ux_rights_step', ['caseId', 'position'], { unique: true })
export class RightsStep {
  @Id() id: string;
  @Ref('case_id') caseId: string;
  @ManyToOne(() => RightsCase, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'case_id', foreignKeyConstraintName: 'fk_rights_step' })
  case?: RightsCase;
  @Integer('position') position: number;
  @Text('kind', 12) kind: RightsStepKind;
  @Text('by_kind', 10) byKind: 'resident' | 'staff';
  @Ref('by_id', { nullable: true }) byId: string | null;
  @InstantColumn('at') at: number;
  @Sealed('words_cipher', 'rights-step.words', { nullable: true }) wordsCipher: string | null;
}
