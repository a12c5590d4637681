import { Injectable } from '@nestjs/common';
import type { DeadlineCode } from '@hall/shared/deadline/deadline.rules';
import type { Instant } from '@hall/shared/kernel/day';
import type { PlanState } from '@hall/shared/suggestion/plan.moves';
import type { SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import type { Work } from '../../platform/persistence/work.ts';
import { Deadlines, type Subject } from '../deadlines/deadlines.ts';
import { People } from '../identity/people.ts';
import type { SuggestionPlan } from './suggestion-work.entity.ts';
import type { Suggestion } from './suggestion.entity.ts';

export const SUGGESTION_SUBJECT = 'suggestion';
export const PLAN_SUBJECT = 'suggestion-plan';

type Owed = 'triage' | 'accept' | 'plan' | 'reply' | 'confirm';
const STEPS: readonly Owed[] = ['triage', 'accept', 'plan', 'reply', 'confirm'];
const CODES: Record<Owed, DeadlineCode> = { triage: 'suggestion.triage', accept: 'suggestion.accept', plan: 'suggestion.plan', reply: 'suggestion.reply', confirm: 'suggestion.confirm' };

/** What is owed while a suggestion stands so. Where nothing stands it is over, or its plan is watched. */
const OWED: Partial<Record<SuggestionState, readonly Owed[]>> = {
  submitted: ['triage'], accepted: ['triage'], assigned: ['accept'], taken: ['plan', 'reply'], planned: ['reply'], reopened: ['plan', 'reply'], replied: ['confirm'],
};
/** Handed to somebody else, or back to be given to another, what runs runs on: no clock begins anew because a suggestion went round. */
const RUNS_ON: Partial<Record<SuggestionState, readonly Owed[]>> = { assigned: ['plan', 'reply'], accepted: ['plan', 'reply'] };

interface Following {
  /** When what begins now began; the present instant when left out. */
  from?: Instant;
  /** What ends was not done but fell away, for this reason. */
  dropped?: string;
  /** Steps that fell away although the rest was done. */
  skipped?: Partial<Record<Owed, string>>;
  /** The plan of the present round. */
  plan: PlanState | null;
}

const subject = ({ id }: Suggestion): Subject => ({ kind: SUGGESTION_SUBJECT, id });
const planSubject = ({ id }: SuggestionPlan): Subject => ({ kind: PLAN_SUBJECT, id });
const approved = (plan: PlanState | null): boolean => plan !== null && plan !== 'draft' && plan !== 'proposed';

/** Keeps what the hall owes in step with where a suggestion stands: at every hand-over one clock stops and the next begins. */
@Injectable()
export class SuggestionDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly people: People,
  ) {}

  async follow(work: Work, row: Suggestion, { from = work.now, dropped, skipped = {}, plan }: Following): Promise<void> {
    const owed = (OWED[row.state] ?? []).filter((step) => step !== 'plan' || !approved(plan));
    const stays = [...owed, ...(RUNS_ON[row.state] ?? [])];
    for (const step of STEPS.filter((each) => !stays.includes(each))) {
      const reason = dropped ?? skipped[step];
      if (reason === undefined) await this.deadlines.meet(work, subject(row), step);
      else await this.deadlines.drop(work, subject(row), reason, step);
    }
    const departmentId = row.ownerId === null ? null : await this.departmentOf(row.hallId, row.ownerId);
    for (const step of owed) {
      const mine = step === 'triage' || step === 'confirm' ? { ownerId: null, departmentId: null } : { ownerId: row.ownerId, departmentId };
      await this.deadlines.open(work, { hallId: row.hallId, subjectKind: SUGGESTION_SUBJECT, subjectId: row.id, step, ...mine, title: `意见 ${row.number}`, ruleCode: CODES[step], from });
    }
    for (const step of ['accept', 'plan', 'reply'] as const) if (stays.includes(step)) await this.deadlines.reassign(work, subject(row), row.ownerId, departmentId, step);
  }

  /** Another one that came earlier was joined to this one: what is owed counts from the earlier day. */
  async antedate(work: Work, row: Suggestion, from: Instant): Promise<void> {
    await this.deadlines.drop(work, subject(row), 'earlier-one-joined', 'triage');
    await this.deadlines.open(work, { hallId: row.hallId, subjectKind: SUGGESTION_SUBJECT, subjectId: row.id, step: 'triage', ownerId: null, departmentId: null, title: `意见 ${row.number}`, ruleCode: 'suggestion.triage', from });
  }

  /** The plan was approved: its day is a promise now. */
  async planPublished(work: Work, row: Suggestion, plan: SuggestionPlan): Promise<void> {
    await this.owePlan(work, row, plan, 'carry-out', 'suggestion.carry-out', plan.dueOn);
  }

  async planCarriedOut(work: Work, row: Suggestion, plan: SuggestionPlan): Promise<void> {
    await this.deadlines.meet(work, planSubject(plan), 'carry-out');
    await this.owePlan(work, row, plan, 'measure', 'suggestion.measure', plan.observeUntil!);
  }

  async planMeasured(work: Work, plan: SuggestionPlan): Promise<void> {
    await this.deadlines.meet(work, planSubject(plan), 'measure');
  }

  /** Somebody else carries it out and measures it, by the same days. */
  planHandedOn(work: Work, plan: SuggestionPlan, departmentId: string | null): Promise<void> {
    return this.deadlines.reassign(work, planSubject(plan), plan.ownerId, departmentId);
  }

  /** A new round begins: what the old plan still owed falls away. */
  async planOver(work: Work, plan: SuggestionPlan): Promise<void> {
    await this.deadlines.drop(work, planSubject(plan), 'new-round');
  }

  private async owePlan(work: Work, row: Suggestion, plan: SuggestionPlan, step: string, ruleCode: DeadlineCode, givenDay: string): Promise<void> {
    await this.deadlines.open(work, {
      hallId: row.hallId, subjectKind: PLAN_SUBJECT, subjectId: plan.id, step, ownerId: plan.ownerId, departmentId: await this.departmentOf(row.hallId, plan.ownerId), title: `意见 ${row.number} 的整改`, ruleCode, from: work.now, givenDay,
    });
  }

  private async departmentOf(hallId: string, staffId: string): Promise<string | null> {
    return (await this.people.staffOf(hallId)).find(({ id }) => id === staffId)?.departmentId ?? null;
  }
}
