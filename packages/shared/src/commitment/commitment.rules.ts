import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';
import { ENDINGS, MEASURABLE_EVENTS, STANDING_STILL, isMeasurableEvent, subjectKindOf } from './measurable-events.ts';
import type { MeasurableEvent } from './measurable-events.ts';

export type CommitmentClock = 'minutes' | 'working-days';
export type HolderKind = 'hall' | 'department' | 'person';
export const HOLDER_LABELS: Record<HolderKind, string> = { hall: '单位承诺', department: '科室承诺', person: '个人承诺' };

/** To what a promise extends. Codes are those of the ledger; an empty list means all. */
export interface Scope {
  /** Only those who came with everything ready, as the queue knew it when it called them. */
  readyOnly: boolean;
  classes: readonly string[];
  matters: readonly string[];
  departments: readonly string[];
  staff: readonly string[];
}
export const EVERYTHING: Scope = { readyOnly: false, classes: [], matters: [], departments: [], staff: [] };

/** A promise as a sum: from one event to another within a limit. With `working-days`, 0 means on the same working day. */
export interface CommitmentRule { from: MeasurableEvent; to: MeasurableEvent; limit: number; clock: CommitmentClock; scope: Scope }

const LONGEST: Record<CommitmentClock, number> = { minutes: 480, 'working-days': 250 };

/** Codes: COMMITMENT_EVENT_UNKNOWN, COMMITMENT_EVENTS_APART, COMMITMENT_CLOCK_WRONG, COMMITMENT_LIMIT_INVALID; `path` names the field. */
export function checkCommitmentRule(rule: CommitmentRule): Verdict {
  for (const path of ['from', 'to'] as const) if (!isMeasurableEvent(rule[path])) return refuse('COMMITMENT_EVENT_UNKNOWN', '请从可计量的事件里选。', path);
  const kind = subjectKindOf(rule.from);
  if (subjectKindOf(rule.to) !== kind || rule.to === rule.from) return refuse('COMMITMENT_EVENTS_APART', '起点和终点要属于同一件事，而且不能相同。', 'to');
  for (const path of ['from', 'to'] as const) if (STANDING_STILL[kind]?.from === rule[path] || ENDINGS[kind].includes(rule[path])) return refuse('COMMITMENT_EVENTS_APART', `“${MEASURABLE_EVENTS[rule[path]].label}”不能作为起点或终点。`, path);
  const byMinutes = MEASURABLE_EVENTS[rule.from].precision === 'second';
  if ((rule.clock === 'minutes') !== byMinutes) return refuse('COMMITMENT_CLOCK_WRONG', byMinutes ? '窗口办事按分钟计时。' : '这类事项按工作日计时。', 'clock');
  const least = rule.clock === 'minutes' ? 1 : 0;
  if (!Number.isInteger(rule.limit) || rule.limit < least || rule.limit > LONGEST[rule.clock]) return refuse('COMMITMENT_LIMIT_INVALID', `时限填 ${least} 到 ${LONGEST[rule.clock]} 之间的整数。`, 'limit');
  return allow(true);
}

/** What is known of a subject beside its events: the public codes a scope asks for. Unknown ones are absent. */
export interface Attributes { ready?: boolean; cls?: string; matters?: readonly string[]; department?: string; staff?: string; window?: string }

const holds = (wanted: readonly string[], found: string | undefined): boolean => wanted.length === 0 || (found !== undefined && wanted.includes(found));

export const inScope = (scope: Scope, of: Attributes): boolean =>
  (!scope.readyOnly || of.ready === true) && holds(scope.classes, of.cls) && holds(scope.departments, of.department) && holds(scope.staff, of.staff)
  && (scope.matters.length === 0 || (of.matters ?? []).some((matter) => scope.matters.includes(matter)));

/** `从“叫号”到“办结”，5 分钟内` */
export function ruleSentence({ from, to, limit, clock }: CommitmentRule): string {
  const within = clock === 'minutes' ? `${limit} 分钟内` : limit === 0 ? '当个工作日内' : `${limit} 个工作日内`;
  return `从“${MEASURABLE_EVENTS[from].label}”到“${MEASURABLE_EVENTS[to].label}”，${within}`;
}
