import { Injectable } from '@nestjs/common';
import type { ApplicationAction } from '@hall/shared/enrolment/application.moves';
import type { Day, Instant } from '@hall/shared/kernel/day';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import type { Application } from './application.entity.ts';

/** How deadlines name a case. */
export const CASE_SUBJECT = 'application';
/** The hall's setting that says which department reviews. */
const DEPARTMENT = 'enrolment.departmentId';

const subjectOf = (id: string) => ({ kind: CASE_SUBJECT, id });
const MEETS: Partial<Record<ApplicationAction, string>> = { return: 'review', ready: 'review', handle: 'rejected-fix' };
const DROPS: readonly ApplicationAction[] = ['recall', 'withdraw', 'lapse'];

/** What the hall owes the person of a case by a day: the review of what was handed in, and mending what the province sent back. */
@Injectable()
export class CaseDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly halls: Halls,
  ) {}

  /** The case was handed in. @returns when its review is due; null while the calendar of that year is not loaded */
  async openReview(work: Work, { id, hallId, caseNumber }: Application): Promise<Instant | null> {
    const departmentId = await this.halls.setting(hallId, DEPARTMENT);
    return (await this.deadlines.open(work, { hallId, subjectKind: CASE_SUBJECT, subjectId: id, step: 'review', ruleCode: 'review', ownerId: null, departmentId, title: `参保登记 ${caseNumber}`, from: work.now })).dueAt;
  }

  /** The province sent it back and named a day. Whoever handled it at the window owns it. */
  async openFix(work: Work, { id, hallId, caseNumber, handledBy }: Application, givenDay: Day): Promise<void> {
    const departmentId = await this.halls.setting(hallId, DEPARTMENT);
    await this.deadlines.open(work, { hallId, subjectKind: CASE_SUBJECT, subjectId: id, step: 'rejected-fix', ruleCode: 'rejected-fix', ownerId: handledBy, departmentId, title: `退回补办 ${caseNumber}`, from: work.now, givenDay });
  }

  /** Whoever has claimed the review owns its deadline; given back, nobody does. */
  own(work: Work, caseId: string, staffId: string | null): Promise<void> {
    return this.deadlines.reassign(work, subjectOf(caseId), staffId, undefined, 'review');
  }

  /** Whatever is owed for the case passes to a colleague. */
  handOn(work: Work, caseId: string, staffId: string): Promise<void> {
    return this.deadlines.reassign(work, subjectOf(caseId), staffId);
  }

  /** A step of the case has met what was owed, or made it needless. */
  async follow(work: Work, { id }: Application, action: ApplicationAction): Promise<void> {
    const met = MEETS[action];
    if (met) await this.deadlines.meet(work, subjectOf(id), met);
    if (DROPS.includes(action)) await this.deadlines.drop(work, subjectOf(id), action);
  }
}
