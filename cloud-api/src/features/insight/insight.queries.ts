import { Injectable } from '@nestjs/common';
import { isToldByTheMonth } from '@hall/shared/deadline/deadline.rules';
import { FIGURES_GOOD_FOR } from '@hall/shared/insight/day-figures.rules';
import { shareWords } from '@hall/shared/rating/published-figures.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Settings } from '../../platform/config/settings.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import { Ratings } from '../rating/ratings.ts';
import type { HallTodayView } from './insight.dto.ts';

interface Believed { version: number; view: HallTodayView }

/** The hall in numbers, for those who run it. */
@Injectable()
export class InsightQueries {
  private readonly believed = new Map<string, Believed>();

  constructor(
    private readonly halls: Halls,
    private readonly tickets: QueueTickets,
    private readonly ratings: Ratings,
    private readonly deadlines: Deadlines,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Counted anew when the queue has moved, and else every few seconds, because time alone makes things overdue. */
  async today(hallId: string): Promise<HallTodayView> {
    // Read before what it numbers, so that the figures are never older than their number.
    const version = await this.tickets.version(hallId);
    const last = this.believed.get(hallId);
    if (last?.version === version && Math.abs(this.clock.now() - last.view.asOf) < FIGURES_GOOD_FOR) return last.view;
    const view = await this.count(hallId);
    this.believed.set(hallId, { version, view });
    return view;
  }

  /** For one reader: whoever may serve at a window sees no live count that a rating just given moves. */
  async forReader(actor: StaffActor): Promise<HallTodayView> {
    const view = await this.today(actor.hallId);
    if (!actor.permissions.has('queue.call')) return view;
    const owedByKind = view.owedByKind.filter(({ code }) => !isToldByTheMonth(code));
    const sum = (of: 'open' | 'overdue') => owedByKind.reduce((all, item) => all + item[of], 0);
    return { ...view, owed: sum('open'), overdue: sum('overdue'), owedByKind };
  }

  private async count(hallId: string): Promise<HallTodayView> {
    const asOf = this.clock.now();
    const [hall, leader, queue, owed] = [await this.halls.hall(hallId), await this.halls.leaderToday(hallId), await this.tickets.day(hallId), await this.deadlines.openCounts(hallId, asOf)];
    const { counted, good } = await this.ratings.today(hallId, queue.day);
    return {
      asOf, hallName: hall.name, dutyLeader: leader?.line ?? null, ...queue, ratings: { counted, goodWords: shareWords(good), goodLow: good.low }, owed: owed.open, overdue: owed.overdue, owedByKind: owed.items, demo: this.settings.isDemo,
    };
  }
}
