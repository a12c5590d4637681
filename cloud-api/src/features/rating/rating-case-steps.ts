import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { decideRatingCase, owedIn, type OwedStep, type RatingCaseAction, type RatingCaseFacts } from '@hall/shared/rating/rating-case.moves';
import type { RatingCaseStepKind } from '@hall/shared/rating/rating-case.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { DutyRoster } from '../duty/duty-roster.ts';
import { RatingCase, RatingCaseStep } from './rating-case.entity.ts';
import { ratingCaseErrors } from './rating-case.errors.ts';
import { ratingCaseForJudge, ratingCaseForOwner, ratingCaseForRater, type RatingCaseTold } from './rating-case.events.ts';
import { RatingInvitation } from './rating.entity.ts';
import { RatingMonths } from './rating-months.ts';

/** How deadlines name a case. */
export const RATING_SUBJECT = 'rating';
const FULFILS: Partial<Record<RatingCaseAction, OwedStep>> = { contact: 'contact', verify: 'verify', rectify: 'rectify', answer: 'answer', revisit: 'revisit' };
/** Whoever is not of the staff takes no part as somebody who could have been rated. */
const NOBODY = '-';

export interface StepSaid {
  kind: RatingCaseStepKind;
  words?: string | null;
  detail?: string | null;
}

export const factsOf = (row: RatingCase): RatingCaseFacts => ({
  state: row.state, verdict: row.verdict, proposedBy: row.proposedBy, staffId: row.staffId, content: row.content, unreachable: row.unreachable, reopenings: row.reopenings, objected: row.objections > 0,
});
export const toldOf = ({ id, hallId }: RatingCase): RatingCaseTold => ({ caseId: id, hallId });
const title = (row: RatingCase): string => `${Number(row.month.slice(5))} 月的一件差评`;

/** Moves a case on in the only way it is done: state, deadline, what was said and audit together; and tells whom it concerns. */
@Injectable()
export class RatingCaseSteps {
  constructor(
    private readonly crypto: CryptoPort,
    private readonly deadlines: Deadlines,
    private readonly duty: DutyRoster,
    private readonly months: RatingMonths,
  ) {}

  /** @throws NOT_FOUND also for another hall's case, and for the one whose service was rated; STALE_VERSION */
  async lock(work: Work, actor: StaffActor, caseId: string, version: number): Promise<RatingCase> {
    const row = await work.lock(RatingCase, caseId);
    if (row.hallId !== actor.hallId || row.staffId === actor.id) throw platformErrors.NOT_FOUND();
    if (row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }

  /** The case for whoever works it: its owner, or who acts for them; a case nobody owns is taken over. @throws also RATING_CASE_OTHERS */
  async lockOwned(work: Work, actor: StaffActor, caseId: string, version: number): Promise<RatingCase> {
    const row = await this.lock(work, actor, caseId, version);
    if (row.ownerId === null) {
      await work.change(RatingCase, row, { ownerId: actor.id });
      await this.deadlines.reassign(work, { kind: RATING_SUBJECT, id: row.id }, actor.id);
    } else if (!(await this.duty.actsAs(work, actor, row.ownerId, row.id))) throw ratingCaseErrors.RATING_CASE_OTHERS();
    return row;
  }

  /** Begins the first clock, when the case itself has just been written. */
  async begin(work: Work, row: RatingCase): Promise<void> {
    await this.write(work, row, { kind: 'open' });
    await this.owe(work, row, row.openedAt);
    this.tellOwner(work, row, 'opened');
  }

  /** @throws what the moves refuse with */
  async take(work: Work, row: RatingCase, action: RatingCaseAction, said: StepSaid, changes: Partial<RatingCase> = {}): Promise<void> {
    const verdict = decideRatingCase(action, factsOf(row), work.actor.kind === 'staff' ? work.actor.id : NOBODY);
    if (!verdict.ok) throw refusal(verdict);
    const before = owedIn(row);
    await work.change(RatingCase, row, { ...changes, state: verdict.value, ...(verdict.value === 'closed' ? { closedAt: work.now } : {}) });
    await this.follow(work, row, action, before);
    await this.write(work, row, said);
  }

  /** After a revisit, or once nothing is questioned any more: worked on anew, closed, or left until it is decided. */
  async conclude(work: Work, row: RatingCase): Promise<void> {
    if (row.state !== 'revisited') return;
    const by = work.actor.kind === 'staff' ? work.actor.id : NOBODY;
    if (decideRatingCase('reopen', factsOf(row), by).ok) {
      await this.take(work, row, 'reopen', { kind: 'reopen' }, { reopenings: row.reopenings + 1 });
      this.tellOwner(work, row, 'reopened');
    } else if (decideRatingCase('close', factsOf(row), by).ok) {
      await this.take(work, row, 'close', { kind: 'close' });
      await this.tellRater(work, row, 'closed');
    }
  }

  /** Writes down what was done or said. Words are encrypted: they name people. */
  async write(work: Work, row: RatingCase, { kind, words = null, detail = null }: StepSaid): Promise<void> {
    const id = newId();
    await work.add(RatingCaseStep, {
      id, caseId: row.id, kind, detail, wordsCipher: words === null ? null : this.crypto.encryptField(words.trim(), `rating-case.words:${id}`), staffId: work.actor.kind === 'staff' ? work.actor.id : null, at: work.now,
    });
    work.audit(`rating-case.${kind}`, row.id, { state: row.state, ...(detail ? { detail } : {}) });
  }

  wordsOf({ id, wordsCipher }: RatingCaseStep): string | null {
    return wordsCipher === null ? null : this.crypto.decryptField(wordsCipher, `rating-case.words:${id}`);
  }

  /** Counts a case as answered or revisited, the first time only. */
  async count(work: Work, row: RatingCase, step: 'answered' | 'revisited'): Promise<void> {
    await this.months.worked(work, await work.get(RatingInvitation, row.invitationId), step);
  }

  tellOwner(work: Work, row: RatingCase, why: 'opened' | 'replied' | 'refused' | 'sent-back' | 'reopened' | 'explained'): void {
    work.emit(ratingCaseForOwner, { ...toldOf(row), staffId: row.ownerId, why });
  }

  /** The leader on duty, or the director; whoever had a part in it already is passed over. */
  async tellJudge(work: Work, row: RatingCase, why: 'proposed' | 'appealed' | 'objected'): Promise<void> {
    const not = [row.staffId, row.proposedBy, ...row.verdictBy];
    const shift = await this.duty.onDuty(row.hallId, dayOf(work.now));
    const staffId = [shift?.actingId ?? null, await this.duty.director(row.hallId), await this.duty.headOf(row.hallId, null)].find((id) => id !== null && !not.includes(id)) ?? null;
    work.emit(ratingCaseForJudge, { ...toldOf(row), staffId, why });
  }

  /** Only an account can be told; a slip is looked up by whoever holds it. */
  async tellRater(work: Work, row: RatingCase, what: 'contacted' | 'found' | 'answered' | 'reconsidered' | 'closed'): Promise<void> {
    const residentId = row.way === 'account' ? (await work.get(RatingInvitation, row.invitationId)).residentId : null;
    work.emit(ratingCaseForRater, { ...toldOf(row), invitationId: row.invitationId, residentId, what });
  }

  private async follow(work: Work, row: RatingCase, action: RatingCaseAction, before: OwedStep | null): Promise<void> {
    const after = owedIn(row);
    const met = before !== null && FULFILS[action] === before;
    if (before === after && !met) return;
    const subject = { kind: RATING_SUBJECT, id: row.id };
    if (met) await this.deadlines.meet(work, subject, before);
    else if (before) await this.deadlines.drop(work, subject, action, before);
    if (after) await this.owe(work, row, work.now);
  }

  private async owe(work: Work, row: RatingCase, from: number): Promise<void> {
    const step = owedIn(row)!;
    await this.deadlines.open(work, { hallId: row.hallId, subjectKind: RATING_SUBJECT, subjectId: row.id, step, ownerId: row.ownerId, departmentId: row.departmentId, title: title(row), ruleCode: `rating.${step}`, from });
  }
}
