import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HOUR, MINUTE } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { AnonymousPictures } from './anonymous-pictures.service.ts';
import { SuggestionSweeps } from './suggestion-sweeps.ts';

@Injectable()
export class SuggestionJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly sweeps: SuggestionSweeps,
    private readonly pictures: AnonymousPictures,
  ) {}

  onApplicationBootstrap(): void {
    // It only looks at days gone by, so the first run after midnight does the day's whole work at once.
    this.jobs.every('suggestion.upkeep', HOUR, () => this.sweeps.tend());
    this.jobs.every('suggestion.settle', 10 * MINUTE, () => this.sweeps.settle());
    this.jobs.every('suggestion.plan-box-openings', HOUR, () => this.sweeps.planOpenings());
    this.jobs.every('suggestion.drop-drafts', 6 * HOUR, async () => {
      await this.sweeps.dropDrafts();
      await this.pictures.sweep();
    });
  }
}
