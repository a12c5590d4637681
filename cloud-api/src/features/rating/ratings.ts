import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Day } from '@hall/shared/kernel/day';
import { monthOf } from '@hall/shared/rating/published-figures.rules';
import { dayShare, type DayShare } from '@hall/shared/rating/rating-day.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import type { RatingTrendView } from './rating-figures.dto.ts';
import { ratingErrors } from './rating.errors.ts';
import { RatingService } from './rating.service.ts';
import { RatingTerms } from './rating-terms.ts';
import { RatingFigures } from './rating-figures.queries.ts';

/** What other rooms may know of ratings: never a single one. */
@Injectable()
export class Ratings {
  constructor(
    private readonly dataSource: DataSource,
    private readonly figures: RatingFigures,
    private readonly terms: RatingTerms,
    private readonly service: RatingService,
  ) {}

  /** Twelve months up to the one of this day, told as they are told everywhere. */
  async trend(actor: StaffActor, day: Day): Promise<RatingTrendView[]> {
    return (await this.figures.forStaff(actor, monthOf(day))).trend;
  }

  /** What of a day's ratings may be told while it goes on. */
  async today(hallId: string, day: Day): Promise<DayShare> {
    const rows: { level: number | string }[] = await this.dataSource.query('SELECT level FROM rating WHERE hall_id = ? AND given_on = ? ORDER BY id', [hallId, day]);
    return dayShare(rows.map(({ level }) => Number(level)));
  }

  /** Of which visit this is the slip: whoever holds the paper may ask about that visit. @throws RATING_SLIP_UNKNOWN */
  async visitOfSlip(code: string): Promise<{ hallId: string; ticketId: string }> {
    const found = await this.terms.find({ slipHash: this.service.hashOf(code) });
    if (!found) throw ratingErrors.RATING_SLIP_UNKNOWN();
    return { hallId: found.hallId, ticketId: found.ticketId };
  }
}
