import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MINUTE } from '@hall/shared/kernel/day';
import { addMonths, monthOf } from '@hall/shared/rating/published-figures.rules';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { RatingMonths } from './rating-months.ts';
import { RatingQuestions } from './rating-questions.service.ts';

@Injectable()
export class RatingJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly dataSource: DataSource,
    private readonly questions: RatingQuestions,
    private readonly months: RatingMonths,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('rating.ask-clerks', 5 * MINUTE, () => this.questions.release());
    this.jobs.every('rating.lay-months', 60 * MINUTE, () => this.layMonths());
    this.jobs.soon('rating.ask-clerks');
    this.jobs.soon('rating.lay-months');
  }

  /** Counts the months that have services but no sums yet: those from before the sums were kept. */
  private async layMonths(): Promise<void> {
    const spans = await this.dataSource.query<{ hall_id: string; first: string; last: string }[]>('SELECT hall_id, MIN(served_on) AS first, MAX(served_on) AS last FROM rating_invitation GROUP BY hall_id');
    for (const { hall_id: hallId, first, last } of spans) {
      const known = await this.months.known(hallId);
      for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) if (!known.includes(month)) await this.months.recount(hallId, month);
    }
  }
}
