import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { decidePlan, observeUntil, planProblems, type PlanAction } from '@hall/shared/suggestion/plan.moves';
import type { SuggestionActor } from '@hall/shared/suggestion/suggestion.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { forEverybody } from './new-suggestion.ts';
import { hasProgress, isApart, isPlannable, mustWork } from './plan-rights.ts';
import type { PlanInput } from './suggestion-staff.dto.ts';
import { SuggestionDeadlines } from './suggestion-deadlines.ts';
import { SuggestionDesk } from './suggestion-desk.ts';
import { SuggestionSteps } from './suggestion-steps.ts';
import { SuggestionPlan } from './suggestion-work.entity.ts';
import type { StepKind, Suggestion } from './suggestion.entity.ts';
import { suggestionErrors } from './suggestion.errors.ts';
import { suggestionClosed, suggestionPlanProposed, suggestionPlanPublished, suggestionPlanReturned } from './suggestion.events.ts';

interface Opened { row: Suggestion; plan: SuggestionPlan; by: SuggestionActor[] }

/** The rectification plan 整改方案: drafted by whose it is, approved by who may publish, carried out, watched, and measured. */
@Injectable()
export class PlanService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SuggestionDesk,
    private readonly steps: SuggestionSteps,
    private readonly deadlines: SuggestionDeadlines,
    private readonly people: People,
  ) {}

  /** Saves the draft of this round as far as it is written. @throws SUGGESTION_PLAN_FIXED, STALE_VERSION, SUGGESTION_OWNER_INVALID */
  async save(actor: StaffActor, id: string, { version, ...input }: PlanInput): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, plan, by } = await this.desk.open(work, actor, id);
      mustWork(by, isPlannable(row));
      if (plan !== null && plan.state !== 'draft') throw suggestionErrors.SUGGESTION_PLAN_FIXED();
      if (input.ownerId !== '' && !(await this.people.staffOf(row.hallId)).some((staff) => staff.id === input.ownerId)) throw suggestionErrors.SUGGESTION_OWNER_INVALID();
      if ((plan?.version ?? null) !== version) throw platformErrors.STALE_VERSION();
      const words = { ...input, metric: cut(input.metric, 80), target: cut(input.target, 80), dueOn: cut(input.dueOn, 10) };
      if (plan !== null) await work.change(SuggestionPlan, plan, words);
      else await work.add(SuggestionPlan, { id: newId(), suggestionId: id, round: row.round, state: 'draft', ...words, returnReason: null, publishedBy: null, publishedOn: null, carriedOutOn: null, observeUntil: null, measured: null, measuredOn: null });
      work.audit('suggestion.plan-save', id);
    });
  }

  /** @throws SUGGESTION_PLAN_INVALID with what is wrong, field by field */
  async propose(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.step(actor, id, version, async (work, { row, plan, by }) => {
      mustWork(by, isPlannable(row));
      const fields = planProblems(plan, dayOf(work.now));
      if (fields.length > 0) throw suggestionErrors.SUGGESTION_PLAN_INVALID({ fields });
      await this.change(work, plan, 'propose', { returnReason: null });
      await this.say(work, row, 'propose', actor);
      work.emit(suggestionPlanProposed, { suggestionId: id, hallId: row.hallId, staffId: row.assignedBy });
    });
  }

  async return(actor: StaffActor, id: string, version: number, reason: string): Promise<void> {
    await this.step(actor, id, version, async (work, { row, plan }) => {
      await this.change(work, plan, 'return', { returnReason: reason.trim() });
      await this.say(work, row, 'return', actor, reason, false);
      work.emit(suggestionPlanReturned, { suggestionId: id, hallId: row.hallId, staffId: row.ownerId });
    });
  }

  /** From here on its day is a promise everybody can read. */
  async publish(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.step(actor, id, version, async (work, { row, plan, by }) => {
      const planned = await this.steps.move(work, row, 'plan', by);
      const published = await this.change(work, plan, 'publish', { publishedBy: actor.id, publishedOn: dayOf(work.now), measure: forEverybody(plan.measure), metric: forEverybody(plan.metric), target: forEverybody(plan.target) });
      await this.say(work, planned, 'plan', actor);
      await this.deadlines.follow(work, planned, { plan: published.state });
      await this.deadlines.planPublished(work, planned, published);
      await this.steps.announce(work, planned, suggestionPlanPublished, 'planned');
    });
  }

  /** How it goes, in words for everybody. */
  async progress(actor: StaffActor, id: string, words: string): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, by } = await this.desk.open(work, actor, id);
      mustWork(by, hasProgress(row));
      await this.say(work, row, 'progress', actor, forEverybody(words));
      await this.steps.change(work, row, {});
    });
  }

  async carryOut(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.step(actor, id, version, async (work, { row, plan, by }) => {
      mustWork(by, true);
      const today = dayOf(work.now);
      const carried = await this.change(work, plan, 'carry-out', { carriedOutOn: today, observeUntil: observeUntil(today, plan.observeDays) });
      await this.say(work, row, 'carry-out', actor);
      await this.deadlines.planCarriedOut(work, row, carried);
    });
  }

  /** What was counted in the end: it held, and what waited for that is closed; or it fell short, and the work begins anew. */
  async measure(actor: StaffActor, id: string, version: number, outcome: 'held' | 'fell-short', measured: string): Promise<void> {
    await this.step(actor, id, version, async (work, { row, plan, by }) => {
      mustWork(by, true);
      const action = outcome === 'held' ? 'hold' : 'fall-short';
      const done = await this.change(work, plan, action, { measured: forEverybody(measured), measuredOn: dayOf(work.now) });
      await this.say(work, row, action, actor, done.measured ?? undefined);
      if (outcome === 'held' && isApart(by)) await this.say(work, row, 'vouch', actor);
      await this.deadlines.planMeasured(work, done);
      if (outcome === 'fell-short') await this.fellShort(work, row);
      else if (row.state === 'confirmed') await this.close(work, row);
      else await this.steps.change(work, row, {});
    });
  }

  /** Somebody else has looked at what the owner counted and stands by it. @throws SUGGESTION_NOT_YOURS_TO_MOVE to whoever has a hand in it, SUGGESTION_MOVE_NOT_ALLOWED once it was said */
  async vouch(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.step(actor, id, version, async (work, { row, plan, by }) => {
      if (!isApart(by)) throw suggestionErrors.SUGGESTION_NOT_YOURS_TO_MOVE();
      if (plan.state === 'held' && !(await this.steps.isSelfReported(work, id))) throw suggestionErrors.SUGGESTION_MOVE_NOT_ALLOWED();
      await this.change(work, plan, 'vouch', {});
      await this.say(work, row, 'vouch', actor);
      await this.steps.change(work, row, {});
    });
  }

  private async close(work: Work, row: Suggestion): Promise<void> {
    const closed = await this.steps.move(work, row, 'close', ['hall']);
    await this.steps.say(work, row.id, { kind: 'close', on: dayOf(work.now), by: { kind: 'hall' } });
    await this.steps.announce(work, closed, suggestionClosed, 'closed');
  }

  private async fellShort(work: Work, row: Suggestion): Promise<void> {
    if (row.state !== 'planned' && row.state !== 'replied' && row.state !== 'confirmed') return;
    const again = await this.steps.move(work, row, 'fall-short', ['hall'], { round: row.round + 1 });
    await this.deadlines.follow(work, again, { plan: null, dropped: 'plan-fell-short' });
    await this.steps.reopenedNow(work, again);
  }

  private async step(actor: StaffActor, id: string, version: number, body: (work: Work, opened: Opened) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const { row, plan, by } = await this.desk.open(work, actor, id);
      if (plan === null) throw suggestionErrors.SUGGESTION_NO_PLAN();
      if (plan.version !== version) throw platformErrors.STALE_VERSION();
      await body(work, { row, plan, by });
    });
  }

  private async change(work: Work, plan: SuggestionPlan, action: PlanAction, changes: Partial<SuggestionPlan>): Promise<SuggestionPlan> {
    const verdict = decidePlan(action, plan, dayOf(work.now));
    if (!verdict.ok) throw refusal(verdict);
    return work.change(SuggestionPlan, plan, { ...changes, state: verdict.value });
  }

  private async say(work: Work, row: Suggestion, kind: StepKind, actor: StaffActor, words?: string, open = true): Promise<void> {
    await this.steps.say(work, row.id, { kind, on: dayOf(work.now), by: { kind: 'staff', id: actor.id }, words, open });
    work.audit(`suggestion.plan-${kind}`, row.id);
  }
}

/** A draft is saved as it is typed; what is too long for its place is told when it is proposed. */
const cut = (text: string, most: number): string => Array.from(text).slice(0, most).join('');
