import type { OfficialCalendar } from '../calendar/working-day.rules.ts';
import type { DisputeState } from '../commitment/commitment.moves.ts';
import { checkCommitmentRule } from '../commitment/commitment.rules.ts';
import type { Attributes, CommitmentRule } from '../commitment/commitment.rules.ts';
import { LAST_NINETY_DAYS, NO_COUNTS, addCounts, countOf, daysOf, figureOf, monthOf } from '../commitment/figures.rules.ts';
import type { CommitmentFigure, Counts } from '../commitment/figures.rules.ts';
import { MOST_FACTS, fulfilmentsOf } from '../commitment/fulfilment.rules.ts';
import type { Fact } from '../commitment/fulfilment.rules.ts';
import { subjectKindOf } from '../commitment/measurable-events.ts';
import type { SubjectKind } from '../commitment/measurable-events.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { dayOf } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';
import type { LedgerEntry } from '../ledger/entry.rules.ts';

interface Promised { c: string; v: number; wording: string; rule: CommitmentRule; kind: SubjectKind; from: Day; to: Day | null; days: Map<Day, Counts> }
interface Subject { name: string; kind: SubjectKind; facts: Fact[]; /** What it counts as now. */ counted: readonly Counted[] }
interface Counted { promise: Promised; day: Day; counts: Counts }
type Body<T> = T & LedgerEntry['body'];

/** A published figure that was recomputed and agreed, with the number of its entry. */
export interface CheckedFigure { figure: CommitmentFigure; wording: string; seq: number }

/** What somebody who recomputes the figures finds: what is wrong with an entry, in words; null when it is right. */
export interface FigureBook {
  read(entry: LedgerEntry): string | null;
  /** How many published figures were recomputed and agreed. */
  readonly agreed: number;
  /** The last word on each figure, in the order in which they were first published. */
  latest(): CheckedFigure[];
}

/**
 * Recomputes every published fulfilment figure from the facts that stand before it, and nothing else. Facts are only taken down as they come
 * and counted when a figure asks, so a whole ledger is read once.
 */
export function figureBook(): FigureBook {
  const promises: Promised[] = [];
  const subjects = new Map<string, Subject>();
  const changed = new Set<Subject>();
  const excluded = new Set<string>();
  const disputes = new Map<string, DisputeState>();
  const years = new Map<number, Body<{ holidays: Day[]; workdays: Day[] }>>();
  let calendar: OfficialCalendar = { coveredYears: [], holidays: {}, extraWorkdays: {} };
  const due = new Map<string, Set<string>>();
  let agreed = 0;
  const latest = new Map<string, CheckedFigure>();
  // A ledger of a million entries says few different things: each is kept once.
  const [attributesKept, countsKept, daysKept, eventsKept] = [onlyOnce<Attributes>(), onlyOnce<Counts>(), onlyOnce<Day>(), onlyOnce<Fact['event']>()];

  const promiseOf = (c: unknown, v: unknown): Promised | undefined => promises.find((each) => each.c === c && each.v === v);
  const touchAll = (of: (subject: Subject) => boolean): void => { for (const subject of subjects.values()) if (of(subject)) changed.add(subject); };

  function count(): void {
    for (const subject of changed) {
      for (const { promise, day, counts } of subject.counted) promise.days.set(day, addCounts(promise.days.get(day)!, counts, -1));
      subject.counted = promises.flatMap((promise): Counted[] => {
        if (promise.kind !== subject.kind) return [];
        return fulfilmentsOf(promise.rule, calendar, subject.facts).flatMap((found) => {
          const opened = dayOf(found.openedAt);
          if (opened < promise.from || (promise.to !== null && opened > promise.to)) return [];
          const { name } = subject;
          const counted = countOf(promise.rule, found, excluded.size > 0 && excluded.has(`${promise.c} ${promise.v} ${name} ${found.ordinal}`), disputes.get(name) ?? null);
          return counted === null ? [] : { promise, day: daysKept(counted.day, counted.day), counts: countsKept(JSON.stringify(counted.counts), counted.counts) };
        });
      });
      for (const { promise, day, counts } of subject.counted) promise.days.set(day, addCounts(promise.days.get(day) ?? NO_COUNTS, counts));
    }
    changed.clear();
  }

  /** Whose time it is: of a visit everybody who had a hand in it, of anything else whoever it was owed by last. */
  function handsIn({ kind, facts }: Subject, promise: Promised | undefined, ordinal: number): ReadonlySet<string> {
    if (kind === 'visit') return new Set(facts.flatMap(({ attributes }) => attributes.staff ?? []));
    const owner = promise && fulfilmentsOf(promise.rule, calendar, facts)[ordinal]?.attributes.staff;
    return new Set(owner === undefined ? [] : [owner]);
  }

  /** What is said of a time that stands nowhere finds the book of disputes. */
  function doubt(s: string, state: DisputeState): null {
    const subject = subjects.get(s);
    disputes.set(s, state);
    if (subject) changed.add(subject);
    return null;
  }

  const READERS: Partial<Record<LedgerEntry['kind'], (entry: LedgerEntry) => string | null>> = {
    'calendar.year': ({ body }) => {
      const said = body as Body<{ year: number; holidays: Day[]; workdays: Day[] }>;
      years.set(said.year, said);
      const all = [...years.values()];
      calendar = {
        coveredYears: [...years.keys()], holidays: Object.fromEntries(all.flatMap(({ holidays }) => holidays.map((day) => [day, '放假']))), extraWorkdays: Object.fromEntries(all.flatMap(({ workdays }) => workdays.map((day) => [day, '上班']))),
      };
      touchAll(({ kind }) => kind !== 'visit');
      return null;
    },
    'commitment.published': ({ body, day }) => {
      const { c, v, wording, rule, from } = body as unknown as Promised;
      if (from <= day) return '承诺的起算日不在公布之后，等于倒算旧账';
      if (!checkCommitmentRule(rule).ok) return '承诺的算法不是账本认得的算法';
      if (promiseOf(c, v)) return '同一版承诺公布了两次';
      const kind = subjectKindOf(rule.from);
      promises.push({ c, v, wording, rule, kind, from, to: null, days: new Map() });
      touchAll((subject) => subject.kind === kind);
      return null;
    },
    'commitment.withdrawn': ({ body, day }) => {
      const promise = promiseOf(body.c, body.v);
      if (!promise) return '停用了一条没有公布过的承诺';
      if ((body.to as Day) < day) return '承诺的停用日早于公布停用的那天';
      promise.to = body.to as Day;
      touchAll(({ kind }) => kind === promise.kind);
      return null;
    },
    fact: ({ body }) => {
      const { s, event, at, of } = body as unknown as { s: string; event: Fact['event']; at: number; of: Fact['attributes'] };
      const kind = subjectKindOf(event);
      let subject = subjects.get(s);
      if (!subject) {
        subject = { name: s, kind, facts: [], counted: [] };
        subjects.set(s, subject);
      }
      if (subject.kind !== kind) return '同一个代号指了两类事情';
      if (subject.facts.length >= MOST_FACTS) return '同一件事的记录多得不合情理';
      subject.facts.push({ event: eventsKept(event, event), at, attributes: attributesKept(JSON.stringify(of), of) });
      changed.add(subject);
      return null;
    },
    'dispute.raised': ({ body }) => doubt(String(body.s), 'raised'),
    'dispute.answered': ({ body }) => doubt(String(body.s), body.outcome as DisputeState),
    'exclusion.made': ({ body }) => {
      const { c, v, s, ordinal, by } = body as unknown as { c: string; v: number; s: string; ordinal: number; by: readonly string[] };
      const subject = subjects.get(s);
      if (!subject) return '剔除了一件账本上没有的事情';
      if (!Array.isArray(by) || by.length !== 2 || by[0] === by[1]) return '剔除没有经过两个人';
      if (by.some((person) => handsIn(subject, promiseOf(c, v), ordinal).has(person))) return '剔除由当时经办的人自己提出或同意';
      excluded.add(`${c} ${v} ${s} ${ordinal}`);
      changed.add(subject);
      return null;
    },
    'figure.published': ({ body, day, seq }) => {
      const said = body as unknown as CommitmentFigure;
      if (said.asOf !== day) return '兑现数据的截止日不是它公布的那天';
      const promise = promiseOf(said.c, said.v);
      if (!promise) return '公布了一条没有公布过的承诺的数据';
      count();
      const { first, last } = daysOf(said.period, said.asOf);
      let counts = NO_COUNTS;
      for (const [day, each] of promise.days) if (first <= day && day <= last) counts = addCounts(counts, each);
      const found = figureOf(said.c, said.v, said.period, said.asOf, counts);
      if (canonicalJson(found as never) !== canonicalJson(body)) return `${said.period} 的兑现数据与账上的事实不符：公布达标 ${said.met}、未达标 ${said.broken}，重算为 ${found.met}、${found.broken}`;
      const key = said.asOf;
      due.set(key, (due.get(key) ?? new Set()).add(`${said.c} ${said.v} ${said.period}`));
      agreed += 1;
      latest.set(`${said.c} ${said.v} ${said.period}`, { figure: said, wording: promise.wording, seq });
      return null;
    },
    checkpoint: ({ day }) => {
      const said = due.get(day);
      for (const { c, v, from, to } of promises) {
        if (from > day || (to !== null && monthOf(to) < monthOf(day))) continue;
        for (const period of [monthOf(day), LAST_NINETY_DAYS]) if (!said?.has(`${c} ${v} ${period}`)) return '有一条在执行的承诺当天没有公布数据';
      }
      due.clear();
      return null;
    },
  };

  return { read: (entry) => READERS[entry.kind]?.(entry) ?? null, get agreed() { return agreed; }, latest: () => [...latest.values()] };
}

/** Keeps one value for each name, and gives it back for every other of that name. */
function onlyOnce<T>(): (name: string, value: T) => T {
  const kept = new Map<string, T>();
  return (name, value) => {
    const found = kept.get(name);
    if (found !== undefined) return found;
    kept.set(name, value);
    return value;
  };
}
