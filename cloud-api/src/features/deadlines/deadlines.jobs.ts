import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { MINUTE } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Metrics } from '../../platform/metrics/metrics.ts';
import { Halls } from '../hall/halls.ts';
import { Deadlines } from './deadlines.ts';
import { DeadlineSweep } from './deadline-sweep.ts';

@Injectable()
export class DeadlinesJobs implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly metrics: Metrics,
    private readonly sweeps: DeadlineSweep,
    private readonly halls: Halls,
    private readonly deadlines: Deadlines,
  ) {}

  onModuleInit(): void {
    this.halls.plans.registry.occupiedFrom('department', async (hallId, departmentId) => {
      const owed = await this.deadlines.owed(hallId, { departmentId });
      return owed.length === 0 ? [] : [`这个科室还有 ${owed.length} 件限时办理的事没有办完`];
    });
    this.halls.plans.registry.worksFrom(async (hallId, staffId) => (await this.deadlines.owed(hallId, { ownerIds: [staffId] })).map(({ stepLabel, title, subjectKind, subjectId }) => ({ text: owedWords(stepLabel, title), subject: { kind: subjectKind, id: subjectId } })));
  }

  onApplicationBootstrap(): void {
    this.metrics.gauge('hall_deadlines_awaiting_calendar', 'Deadlines that cannot be dated because a year of the official calendar is not loaded', () => this.sweeps.awaiting);
    this.jobs.every('deadlines.sweep', MINUTE, () => this.sweeps.sweep());
    // A house that slept through somebody's day looks first thing.
    this.jobs.soon('deadlines.sweep');
    this.jobs.every('deadlines.awaiting-calendar', 10 * MINUTE, () => this.sweeps.computeAwaited());
  }
}

/** What is owed and for what; a title that begins with the step itself does not say it twice. */
function owedWords(stepLabel: string, title: string): string {
  const [begins = '', ...rest] = title.split('：');
  return rest.length > 0 && stepLabel.endsWith(begins) ? `${stepLabel}：${rest.join('：')}` : `${stepLabel}：${title}`;
}
