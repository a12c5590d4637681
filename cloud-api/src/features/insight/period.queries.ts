import { Injectable } from '@nestjs/common';
import { rateOf } from '@hall/shared/commitment/figures.rules';
import { NO_VISITS, addParts, addVisits, bucketsOf, fits, minutesWithin, type Bucket, type DaySums, type VisitSums } from '@hall/shared/insight/period.rules';
import { waitedMinutes } from '@hall/shared/insight/day-figures.rules';
import type { MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import type { Day } from '@hall/shared/kernel/day';
import { TICKET_STATE_LABELS } from '@hall/shared/queue/ticket.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Commitments, addOutcomes, type Outcomes, type PromiseCourse } from '../commitment/commitments.ts';
import { Halls } from '../hall/halls.ts';
import { QueueTickets, servedMinutes } from '../queue/queue-tickets.ts';
import { Ratings } from '../rating/ratings.ts';
import { insightErrors } from './insight.errors.ts';
import type { InsightBucketView, InsightOutcomeView, InsightPartView, InsightPeriodQuery, InsightPeriodView, InsightPromiseView, InsightVisitPage, InsightVisitQuery, InsightVisitSumsView } from './period.dto.ts';
import { VisitDays } from './visit-days.ts';

const PAGE = 50;
const VOICES = ['suggestion.received', 'suggestion.replied', 'enquiry.asked', 'enquiry.answered'] as const satisfies readonly MeasurableEvent[];
const NOTES = [
  '等候：从可以叫号起，到第一次叫号。办理：从叫号到办结，暂挂的时间不算。一次办几件事的，在每个事项里各算一次。',
  '兑现率不足 5 件的只列件数。按月看的是每天封账时公布的数；按日、按周看的是现在的数，补记的事实也算在内。',
  '评价按月、按公布的口径：不足 5 人的不列。',
];

/** The hall over a stretch of time. Whatever is asked is bounded by its days, however long the hall has been there. */
@Injectable()
export class PeriodQueries {
  constructor(
    private readonly days: VisitDays,
    private readonly halls: Halls,
    private readonly tickets: QueueTickets,
    private readonly commitments: Commitments,
    private readonly ratings: Ratings,
    private readonly clock: Clock,
  ) {}

  /** @throws INSIGHT_PERIOD_INVALID */
  async of(actor: StaffActor, { from, to, by }: InsightPeriodQuery): Promise<InsightPeriodView> {
    if (!fits(by, from, to)) throw insightErrors.INSIGHT_PERIOD_INVALID();
    const buckets = bucketsOf(by, from, to);
    const { hallId } = actor;
    const [hall, days, courses, voices, ratings, windows] = [
      await this.halls.hall(hallId), await this.days.of(hallId, from, to), by === 'month' ? await this.commitments.byMonth(hallId, from, to) : await this.commitments.byDay(hallId, from, to),
      await this.commitments.factsByDay(hallId, VOICES, from, to), await this.ratings.trend(actor, to), await this.halls.windows(hallId),
    ];
    const sums = [...days.values()];
    const matters = addParts(sums.map((day) => day.matters));
    const names = await this.tickets.matterNames(Object.keys(matters));
    return {
      from, to, by, asOf: this.clock.now(), hallName: hall.name, whole: visitsView(sums.reduce<VisitSums>(addVisits, NO_VISITS)),
      buckets: buckets.map((bucket) => bucketView(bucket, days, (event) => voices.filter((each) => each.event === event && within(bucket, each.day)).reduce((sum, { count }) => sum + count, 0))),
      windows: partsView(addParts(sums.map((day) => day.windows)), (id) => windows.find((window) => window.id === id)?.label ?? '已撤窗口'),
      matters: partsView(matters, (_, index) => names[index] ?? ''),
      promises: courses.map((course) => promiseView(course, buckets, by === 'month')), ratings: ratings.filter(({ month }) => from.slice(0, 7) <= month && month <= to.slice(0, 7)), notes: NOTES,
    };
  }

  /** Everybody behind one column, narrowed to a window or a matter. */
  async visits(actor: StaffActor, { day, windowId, matterId, skip = 0 }: InsightVisitQuery): Promise<InsightVisitPage> {
    const all = (await this.tickets.recordsOfDay(actor.hallId, day)).filter((visit) => (windowId === undefined || visit.windowId === windowId) && (matterId === undefined || visit.matterIds.includes(matterId)));
    const page = all.slice(skip, skip + PAGE);
    const windows = await this.halls.windows(actor.hallId);
    return {
      count: all.length,
      items: await Promise.all(page.map(async (visit) => ({
        ticketId: visit.id, number: visit.number, stateLabel: TICKET_STATE_LABELS[visit.state], matterNames: await this.tickets.matterNames(visit.matterIds), windowLabel: windows.find(({ id }) => id === visit.windowId)?.label ?? null,
        takenAt: visit.takenAt, calledAt: visit.calledAt, endedAt: visit.endedAt, waited: visit.calledAt === null ? null : waitedMinutes({ eligibleAt: visit.eligibleAt, firstCalledAt: visit.calledAt }), serviceTook: servedMinutes(visit),
      }))),
    };
  }
}

const within = ({ from, to }: Bucket, day: Day): boolean => from <= day && day <= to;

const visitsView = ({ taken, served, left, unserved, waits, services }: VisitSums): InsightVisitSumsView =>
  ({ taken, served, left, unserved, medianWait: minutesWithin(waits, 0.5), longWait: minutesWithin(waits, 0.9), medianService: minutesWithin(services, 0.5) });

function bucketView(bucket: Bucket, days: ReadonlyMap<Day, DaySums>, count: (event: (typeof VOICES)[number]) => number): InsightBucketView {
  const sums = [...days].filter(([day]) => within(bucket, day)).reduce<VisitSums>((all, [, day]) => addVisits(all, day), NO_VISITS);
  return {
    ...bucket, ...visitsView(sums), suggestionsReceived: count('suggestion.received'), suggestionsReplied: count('suggestion.replied'), enquiriesAsked: count('enquiry.asked'), enquiriesAnswered: count('enquiry.answered'),
  };
}

const partsView = (parts: Readonly<Record<string, VisitSums>>, label: (id: string, index: number) => string): InsightPartView[] =>
  Object.entries(parts).map(([id, sums], index) => ({ id, label: label(id, index), ...visitsView(sums) })).sort((a, b) => b.taken - a.taken || (a.label < b.label ? -1 : 1));

function promiseView({ commitmentId, wording, points }: PromiseCourse, buckets: readonly Bucket[], monthly: boolean): InsightPromiseView {
  const NONE: Outcomes = { met: 0, broken: 0, excluded: 0 };
  const of = (from: Day, found: readonly PromiseCourse['points'][number][]): InsightOutcomeView => {
    const sum = found.reduce<Outcomes>((all, { outcomes }) => addOutcomes(all, outcomes), NONE);
    return { from, ...sum, rate: rateOf(sum) };
  };
  const inside = (bucket: Bucket, day: Day): boolean => (monthly ? bucket.from.slice(0, 7) === day.slice(0, 7) : within(bucket, day));
  return { commitmentId, wording, points: buckets.map((bucket) => of(bucket.from, points.filter(({ day }) => inside(bucket, day)))), whole: of(buckets[0]!.from, points) };
}
