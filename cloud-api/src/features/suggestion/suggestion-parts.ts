import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, Not } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { planStateLabel } from '@hall/shared/suggestion/plan.moves';
import { SUGGESTION_NEXT_STEPS, SUGGESTION_STATE_LABELS } from '@hall/shared/suggestion/suggestion.moves';
import { SUGGESTION_TOPICS, redact } from '@hall/shared/suggestion/suggestion.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import type { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { People } from '../identity/people.ts';
import { PLAN_SUBJECT, SUGGESTION_SUBJECT } from './suggestion-deadlines.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { SuggestionAnswer, SuggestionPlan } from './suggestion-work.entity.ts';
import { INNER_STEPS, STEP_LABELS } from './suggestion.copy.ts';
import type { SuggestionAnswerView, SuggestionDeadlineView, SuggestionPlanView, SuggestionStepView } from './suggestion.dto.ts';
import { Suggestion, SuggestionStep } from './suggestion.entity.ts';

/** Who looks: staff see what they tell each other too, the author their own words, everybody only what is open. */
export type Eyes = 'staff' | 'author' | 'everybody';
/** `王晓梅（参保登记科科长）`, or an empty text for somebody unknown. */
export type NameLine = (staffId: string | null) => string;

export const topicLabel = (topic: string): string => SUGGESTION_TOPICS.find(({ code }) => code === topic)?.label ?? '其他';
export const standing = ({ state, topic }: Pick<Suggestion, 'state' | 'topic'>) => ({ topic, topicLabel: topicLabel(topic), state, stateLabel: SUGGESTION_STATE_LABELS[state], nextStep: SUGGESTION_NEXT_STEPS[state] });
const isOpen = ({ state }: DeadlineView): boolean => state === 'running' || state === 'paused' || state === 'awaiting-calendar';

/** The parts every picture of a suggestion is put together from. */
@Injectable()
export class SuggestionParts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly deadlines: Deadlines,
    private readonly words: SuggestionWords,
  ) {}

  async names(hallId: string): Promise<NameLine> {
    const staff = new Map((await this.people.staffOf(hallId)).map(({ id, name, post }) => [id, post ? `${name}（${post}）` : name]));
    return (id) => (id === null ? '' : staff.get(id) ?? '原经办人');
  }

  deadlinesOf(ids: readonly string[], reader?: StaffActor): Promise<Map<string, DeadlineView[]>> {
    return this.deadlines.of(SUGGESTION_SUBJECT, ids, reader);
  }

  /** Deadlines of the plans, by the plan's id. */
  planDeadlinesOf(plans: readonly SuggestionPlan[], reader?: StaffActor): Promise<Map<string, DeadlineView[]>> {
    return this.deadlines.of(PLAN_SUBJECT, plans.map(({ id }) => id), reader);
  }

  /** The open one due first. */
  dueFirst(all: readonly DeadlineView[] | undefined): DeadlineView | null {
    const open = (all ?? []).filter((each) => isOpen(each) && each.step !== 'confirm');
    return open.sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity))[0] ?? null;
  }

  /** What is owed for each, the days its standing plan promised included. */
  async owedOf(ids: readonly string[]): Promise<Map<string, DeadlineView[]>> {
    if (ids.length === 0) return new Map();
    const [owed, plans] = await Promise.all([this.deadlinesOf(ids), this.dataSource.manager.findBy(SuggestionPlan, { suggestionId: In([...ids]), state: In(['published', 'observing']) })]);
    const ofPlans = await this.planDeadlinesOf(plans);
    for (const { id, suggestionId } of plans) owed.set(suggestionId, [...(owed.get(suggestionId) ?? []), ...(ofPlans.get(id) ?? [])]);
    return owed;
  }

  /** Says by itself what is late and whose step it is; of several the one that has been late for longest. It is worked out when it is read, so no job has to run first. */
  overdue(all: readonly DeadlineView[] | undefined, name: NameLine): { overdue: boolean; overdueWords: string | null } {
    const [late] = (all ?? []).filter((each) => each.overdue && each.step !== 'confirm').sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));
    if (!late) return { overdue: false, overdueWords: null };
    return { overdue: true, overdueWords: `${late.stepLabel}已超期${late.daysLate > 0 ? ` ${late.daysLate} 个工作日` : ''}，这一步由${name(late.ownerId) || '大厅'}负责${late.actingName === null ? '' : `，${late.actingName}代办`}` };
  }

  /** The clocks of the suggestion itself; its plan shows its own days. */
  deadlineViews(all: readonly DeadlineView[] | undefined): SuggestionDeadlineView[] {
    return (all ?? []).filter(({ subjectKind }) => subjectKind === SUGGESTION_SUBJECT).map((each) => ({
      step: each.step, stepLabel: each.stepLabel, dueOn: each.dueAt === null ? null : dayOf(each.dueAt), stateLabel: each.stateLabel, open: isOpen(each), overdue: each.overdue && each.step !== 'confirm', daysLate: each.daysLate, ownerName: each.ownerName,
      extension: each.extension && `延期 ${each.extension.workingDays} 个工作日：${redact(each.extension.reason)}`,
    }));
  }

  async steps(id: string, name: NameLine, eyes: Eyes): Promise<SuggestionStepView[]> {
    const rows = await this.dataSource.manager.find(SuggestionStep, { where: { suggestionId: id }, order: { position: 'ASC' } });
    return rows.filter(({ kind }) => eyes === 'staff' || !INNER_STEPS.has(kind)).map((row) => ({ kind: row.kind, label: STEP_LABELS[row.kind], on: row.onDay, by: name(row.byId) || null, words: this.stepWords(row, eyes) }));
  }

  plansOf(id: string): Promise<SuggestionPlan[]> {
    return this.dataSource.manager.find(SuggestionPlan, { where: { suggestionId: id }, order: { round: 'ASC' } });
  }

  async plans(id: string, name: NameLine, eyes: Eyes): Promise<SuggestionPlanView[]> {
    const rows = (await this.plansOf(id)).filter(({ state }) => eyes === 'staff' || (state !== 'draft' && state !== 'proposed'));
    const [owed, selfReported] = await Promise.all([this.planDeadlinesOf(rows), this.selfReported(id)]);
    return rows.map((row) => ({
      id: row.id, round: row.round, state: row.state, stateLabel: planStateLabel(row.state, selfReported), measure: row.measure, ownerId: row.ownerId, owner: name(row.ownerId || null), dueOn: row.dueOn, metric: row.metric, target: row.target, observeDays: row.observeDays,
      publishedOn: row.publishedOn, carriedOutOn: row.carriedOutOn, observeUntil: row.observeUntil, measured: row.measured, measuredOn: row.measuredOn, returnReason: eyes === 'staff' ? row.returnReason : null,
      overdue: (owed.get(row.id) ?? []).some((each) => each.overdue), version: row.version,
    }));
  }

  /** Whether the plan that held is so by its owner's word alone; there is one at most, for nothing is planned after it. */
  async selfReported(id: string): Promise<boolean> {
    const last = await this.dataSource.manager.findOne(SuggestionStep, { where: { suggestionId: id, kind: In(['hold', 'vouch']) }, select: { id: true, kind: true }, order: { position: 'DESC' } });
    return last?.kind === 'hold';
  }

  async answers(id: string, name: NameLine, eyes: Eyes): Promise<SuggestionAnswerView[]> {
    const rows = await this.dataSource.manager.find(SuggestionAnswer, { where: { suggestionId: id, publishedOn: Not(IsNull()) }, order: { position: 'ASC' } });
    return rows.map((row) => {
      const text = this.words.answer(row);
      return { round: row.round, kind: row.kind, text: eyes === 'everybody' ? redact(text) : text, noPlanReason: eyes === 'everybody' && row.noPlanReason !== null ? redact(row.noPlanReason) : row.noPlanReason, by: name(row.publishedBy), on: row.publishedOn! };
    });
  }

  /** Several by id, in no order. */
  rows(ids: readonly string[]): Promise<Suggestion[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.dataSource.manager.findBy(Suggestion, { id: In([...ids]) });
  }

  private stepWords(row: SuggestionStep, eyes: Eyes): string | null {
    if (!row.open && eyes === 'everybody') return null;
    // What staff tell each other stands in inner steps; of the rest, words that are not open are the author's own.
    return this.words.step(row);
  }
}
