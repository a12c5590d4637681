import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { checkCommitmentRule, ruleSentence, type CommitmentRule } from '@hall/shared/commitment/commitment.rules';
import { LAST_NINETY_DAYS, NO_COUNTS, addCounts, countOf, figureOf } from '@hall/shared/commitment/figures.rules';
import { fulfilmentsOf, stateOf, type Fulfilment } from '@hall/shared/commitment/fulfilment.rules';
import { subjectKindOf } from '@hall/shared/commitment/measurable-events';
import { addDays, dayOf, startOfDay } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { CommitmentPreviewView, PreviewedTimeView } from './commitment.dto.ts';
import { MeasuredFact } from './commitment.entity.ts';
import { commitmentErrors } from './commitment.errors.ts';
import { figureView } from './commitment.queries.ts';
import { whyOf } from './fulfilment.queries.ts';
import { PublishedCalendar } from './published-calendar.ts';

const DAYS = 30;
/** A month of a large hall; beyond, not all are counted and the answer says so. */
const MOST = 20_000;
const AT_ONCE = 500;
const SHOWN = 10;

interface Dated {
  subjectId: string;
  time: Fulfilment;
}

/** What a promise would have come to, had it been in force: computed from what was measured, and kept nowhere. */
@Injectable()
export class CommitmentPreview {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendar: PublishedCalendar,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** @throws COMMITMENT_RULE_INVALID */
  async of(actor: StaffActor, rule: CommitmentRule): Promise<CommitmentPreviewView> {
    const verdict = checkCommitmentRule(rule);
    if (!verdict.ok) throw commitmentErrors.COMMITMENT_RULE_INVALID({ fields: [{ path: `rule.${verdict.path ?? 'from'}`, code: verdict.code, message: verdict.message }] });
    const now = this.clock.now();
    const since = startOfDay(addDays(dayOf(now), 1 - DAYS));
    const begun = await this.begunSince(actor.hallId, rule, since);
    const found = await this.timesOf(actor.hallId, rule, begun, since);
    const settled = found.filter(({ time }) => stateOf(time, now) !== 'pending');
    const counts = settled.reduce((sum, { time }) => addCounts(sum, countOf(rule, time, false)?.counts ?? NO_COUNTS), NO_COUNTS);
    const broken = settled.filter(({ time }) => stateOf(time, now) === 'broken').sort((a, b) => b.time.openedAt - a.time.openedAt);
    return {
      measure: ruleSentence(rule), first: dayOf(since), last: dayOf(now), figure: figureView(figureOf('', 0, LAST_NINETY_DAYS, dayOf(now), counts), { rule }), pending: found.length - settled.length, cut: begun.length === MOST,
      broken: await this.shown(actor.hallId, rule, broken.slice(0, SHOWN)),
    };
  }

  private async timesOf(hallId: string, rule: CommitmentRule, subjectIds: readonly string[], since: number): Promise<Dated[]> {
    const calendar = await this.calendar.read(hallId);
    const found: Dated[] = [];
    for (let at = 0; at < subjectIds.length; at += AT_ONCE) {
      const facts = new Map<string, MeasuredFact[]>();
      for (const fact of await this.dataSource.manager.findBy(MeasuredFact, { subjectKind: subjectKindOf(rule.from), subjectId: In(subjectIds.slice(at, at + AT_ONCE)) })) {
        const known = facts.get(fact.subjectId);
        if (known) known.push(fact);
        else facts.set(fact.subjectId, [fact]);
      }
      for (const [subjectId, of] of facts) for (const time of fulfilmentsOf(rule, calendar, of)) if (time.openedAt >= since) found.push({ subjectId, time });
    }
    return found;
  }

  private async begunSince(hallId: string, { from }: CommitmentRule, since: number): Promise<string[]> {
    const rows = await this.dataSource.query<{ subject_id: string }[]>(`SELECT DISTINCT subject_id FROM measured_fact WHERE hall_id = ? AND event = ? AND at >= ? LIMIT ${MOST}`, [hallId, from, since]);
    return rows.map((row) => row.subject_id);
  }

  private async shown(hallId: string, rule: CommitmentRule, times: readonly Dated[]): Promise<PreviewedTimeView[]> {
    const [names, windows] = await Promise.all([this.people.staffNames(times.flatMap(({ time }) => time.attributes.staff ?? [])), this.halls.windows(hallId)]);
    return times.map(({ subjectId, time }) => ({
      subjectKind: subjectKindOf(rule.from), subjectId, openedAt: time.openedAt, why: whyOf(rule, time, 'broken'), staffName: names.get(time.attributes.staff ?? '') ?? null, windowLabel: windows.find(({ id }) => id === time.attributes.window)?.label ?? null,
    }));
  }
}
