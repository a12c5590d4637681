import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { assess } from '@hall/shared/enrolment/assessment.rules';
import { nextStepOf, offers } from '@hall/shared/enrolment/application.moves';
import { ENROLMENT_FIELDS, type EnrolmentAnswers } from '@hall/shared/enrolment/enrolment.form';
import { editableTargets } from '@hall/shared/enrolment/review.rules';
import type { Permission } from '@hall/shared/identity/permissions';
import { ageOn, birthDayOf, checkCitizenId, sexOf } from '@hall/shared/kernel/citizen-id';
import { maskBankCard, maskCitizenId, maskName, maskPhone } from '@hall/shared/kernel/masking';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { People, type RelativeFacts } from '../identity/people.ts';
import { CaseStep } from './application.entity.ts';
import type { ApplicationCardView, ApplicationMaterialView, ApplicationView, AssessmentView, DerivedView, MarkView, TimelineView } from './application.dto.ts';
import { CaseContent } from './case-content.ts';
import { factsFor, isOpen, lateItems, problemsOf, type CaseActor, type CaseFile, type Mark } from './case-files.ts';
import { STEP_LABELS, stateLabel } from './case-steps.ts';
import { CaseSurroundings } from './case-surroundings.ts';
import { OnceOnlyNotice } from './review.entity.ts';
import type { StaffCaseView } from './staff-case.dto.ts';

/** Draws an open case for whoever asks: the filler sees what they wrote, the hall's staff see numbers masked. */
@Injectable()
export class CaseViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly content: CaseContent,
    private readonly surroundings: CaseSurroundings,
    private readonly clock: Clock,
  ) {}

  async card(file: CaseFile, actor: CaseActor): Promise<ApplicationCardView> {
    const { row } = file;
    const relative = await this.relativeOf(file);
    const visits = await this.surroundings.visitsOf([row.id]);
    return {
      id: row.id, caseNumber: row.caseNumber, matterId: row.matterId, matterName: file.matter.name,
      personId: row.relativeId ?? row.residentId ?? row.id, maskedName: maskName(nameOf(file)),
      relationLabel: row.relativeId === null ? '本人' : file.codes.relation?.find((code) => code.code === relative?.relation)?.label ?? '家人',
      state: row.state, stateLabel: stateLabel(row.state), nextStep: nextStepOf(row.state, visits.has(row.id)), updatedAt: row.updatedAt, lapsesOn: row.lapsesOn,
      actions: this.actionsOf(file, actor), version: row.version,
    };
  }

  async forResident(file: CaseFile, actor: ResidentActor): Promise<ApplicationView> {
    const consentNeeded = isOpen(file.row) && !(await this.people.hasConsent(actor.id, 'sensitive-data'));
    return { ...(await this.whole(file, actor)), editable: residentMayEdit(file), answers: file.answers, consentNeeded };
  }

  async forStaff(file: CaseFile, actor: StaffActor): Promise<StaffCaseView> {
    const { row, answers } = file;
    const now = this.clock.now();
    const claimStands = row.claimedBy !== null && (row.claimedUntil ?? 0) > now;
    const relative = await this.relativeOf(file);
    const view = await this.whole(file, actor);
    return {
      ...view,
      // The birth day would give most of the masked number away; the age is enough to judge by.
      derived: { ...view.derived, birthDay: null },
      answers: maskedAnswers(answers), editable: staffMayEdit(file, actor), consentNeeded: false,
      personName: nameOf(file), maskedCitizenId: maskCitizenId(answers.citizenId ?? ''), maskedPhone: answers.phone ? maskPhone(answers.phone) : null, maskedBankCard: answers.bankCard ? maskBankCard(answers.bankCard) : null,
      claimedBy: claimStands ? await this.people.staffName(row.claimedBy!) : null, claimedByMe: claimStands && row.claimedBy === actor.id, claimExpiresAt: claimStands ? row.claimedUntil : null,
      draftMarks: file.draftMarks.map(toMarkView), lateTargets: lateItems(file), round: row.round, identityVerified: row.identityVerifiedAt !== null,
      agentName: row.relativeId !== null && row.residentId !== null ? (await this.people.resident(row.residentId)).name : null,
      authority: relative?.authority ?? null,
      booking: (await this.surroundings.visitsOf([row.id])).get(row.id) ?? null,
      ratingSlipCode: await this.surroundings.slipCodeOf(row.id),
      batchId: row.batchId, rejection: this.content.rejectionOf(row),
    };
  }

  /** The relative a case is about; null for one's own case and when the entry has been removed since. */
  async relativeOf({ row }: CaseFile): Promise<RelativeFacts | null> {
    if (row.relativeId === null || row.residentId === null) return null;
    return this.people.relative(row.residentId, row.relativeId).catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return null;
      throw error;
    });
  }

  private async whole(file: CaseFile, actor: CaseActor): Promise<Omit<ApplicationView, 'answers' | 'editable' | 'consentNeeded'>> {
    const { row } = file;
    return {
      ...(await this.card(file, actor)),
      derived: derivedOf(file), problems: isOpen(row) ? problemsOf(file) : [], assessment: this.assessmentOf(file),
      materials: materialsOf(file), marks: file.marks.map(toMarkView), timeline: await this.timelineOf(row.id), savedAt: row.updatedAt,
      noticeNumber: (await this.dataSource.manager.findOne(OnceOnlyNotice, { where: { applicationId: row.id }, order: { issuedAt: 'DESC', id: 'DESC' } }))?.number ?? null,
    };
  }

  private actionsOf(file: CaseFile, actor: CaseActor): string[] {
    const now = this.clock.now();
    const facts = factsFor(file, actor, now);
    const offered: string[] = offers(facts, now);
    if (actor.kind === 'resident') return residentMayEdit(file).length > 0 ? ['fill', ...offered] : offered;
    const moves = offered.filter((move) => mayMove(actor, move));
    if (file.row.state === 'submitted' && actor.permissions.has('review.claim')) moves.push(...(facts.claimed && facts.claimedByMe ? ['mark', 'release'] : facts.claimed ? [] : ['claim']));
    if (isOpen(file.row) && actor.permissions.has('window.handle')) moves.push('fill', 'verify-identity');
    return moves;
  }

  /** What was assessed at the window; before that, what it would be with today's answers and rules. */
  private assessmentOf(file: CaseFile): AssessmentView | null {
    const frozen = this.content.assessmentOf(file.row);
    if (frozen) return frozen;
    const { answers, profile } = file;
    if (!profile || answers.assessmentYear === undefined || !isOpen(file.row)) return null;
    const verdict = assess(profile, answers, answers.assessmentYear);
    return verdict.ok ? verdict.value : null;
  }

  private async timelineOf(applicationId: string): Promise<TimelineView[]> {
    const steps = await this.dataSource.manager.find(CaseStep, { where: { applicationId }, order: { at: 'ASC', id: 'ASC' } });
    const names = new Map<string, string>();
    for (const step of steps) if (step.byKind === 'staff' && step.byId && !names.has(step.byId)) names.set(step.byId, await this.people.staffName(step.byId));
    return steps.map((step) => ({
      at: step.at, state: step.state, label: STEP_LABELS[step.action],
      by: step.byKind === 'staff' ? names.get(step.byId ?? '') ?? null : step.byKind === 'resident' ? '申请人' : '系统',
      note: step.note === null ? null : this.content.open<string>('step', step.id, step.note),
    }));
  }
}

const NEEDED_TO_MOVE: Readonly<Record<string, Permission>> = { return: 'review.claim', ready: 'review.claim', handle: 'window.handle', withdraw: 'window.handle' };
/** The province's word comes with a batch and from nowhere else, so completing and rejecting are never offered. */
const mayMove = (actor: StaffActor, move: string): boolean => {
  const permission = NEEDED_TO_MOVE[move];
  return permission !== undefined && actor.permissions.has(permission);
};

export const nameOf = (file: CaseFile): string => file.answers.name ?? '';

/** Targets the filler may change now. */
export function residentMayEdit(file: CaseFile): string[] {
  const pictures = file.pictures.map((picture) => ({ id: picture.pictureId, materialCode: picture.materialCode, addedSinceReturn: picture.addedSinceReturn }));
  return editableTargets(file.row.state, file.marks, file.required.map((material) => material.code), pictures);
}

/** At the window everything may be put right while the case stands. */
export function staffMayEdit(file: CaseFile, actor: StaffActor): string[] {
  if (!isOpen(file.row) || !actor.permissions.has('window.handle')) return [];
  return [...ENROLMENT_FIELDS.map((field) => `field:${field.name}`), ...file.required.map((material) => `material:${material.code}`), ...file.pictures.map((picture) => `picture:${picture.pictureId}`)];
}

export const maskedAnswers = (answers: EnrolmentAnswers): EnrolmentAnswers => ({
  ...answers,
  ...(answers.citizenId === undefined ? {} : { citizenId: maskCitizenId(answers.citizenId) }),
  ...(answers.phone === undefined ? {} : { phone: maskPhone(answers.phone) }),
  ...(answers.bankCard === undefined ? {} : { bankCard: maskBankCard(answers.bankCard) }),
});

const toMarkView = ({ id, target, targetLabel, reasonCode, sentence, fixed }: Mark): MarkView => ({ id, target, targetLabel, reasonCode, sentence, fixed });

function derivedOf({ answers, today }: CaseFile): DerivedView {
  const id = checkCitizenId(answers.citizenId ?? '', today);
  if (!id.ok) return { birthDay: null, sex: null, age: null };
  return { birthDay: birthDayOf(id.value), sex: sexOf(id.value), age: ageOn(birthDayOf(id.value), today) };
}

/** The checklist of this case, with any other material that has pictures already. */
function materialsOf(file: CaseFile): ApplicationMaterialView[] {
  const needed = new Set(file.required.map((material) => material.code));
  const marked = new Set(file.marks.map((mark) => mark.target));
  return file.matter.materials
    .filter((material) => needed.has(material.code) || file.pictures.some((picture) => picture.materialCode === material.code))
    .map(({ code, label, legalBasis, guidance, deferrable, minPictures, maxPictures, pages }) => ({
      code, label, required: needed.has(code), legalBasis, guidance, deferrable, minPictures, maxPictures, pages: [...pages], originalSeen: file.row.originalsSeen.includes(code),
      pictures: file.pictures.filter((picture) => picture.materialCode === code).map((picture) => ({
        id: picture.pictureId, pageNumber: picture.pageNumber, state: marked.has(`picture:${picture.pictureId}`) ? 'marked' as const : 'kept' as const,
        width: picture.width, height: picture.height, bytes: picture.bytes, uploadedAt: picture.addedAt,
      })),
    }));
}
