import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { MINUTE, SECOND } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { LedgerSequencer } from './ledger-sequencer.ts';

@Injectable()
export class LedgerJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly sequencer: LedgerSequencer,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('ledger.sequence', SECOND, () => this.sequencer.sequence());
    this.jobs.every('ledger.seal', 5 * MINUTE, () => this.sequencer.seal());
    // A server that was away at midnight owes the public the seal of yesterday.
    this.jobs.soon('ledger.seal');
  }
}
