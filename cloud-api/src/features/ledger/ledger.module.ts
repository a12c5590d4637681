import { Module } from '@nestjs/common';
import { HallModule } from '../hall/hall.module.ts';
import { LedgerJobs } from './ledger.jobs.ts';
import { LedgerKeyQueries } from './ledger-keys.queries.ts';
import { LedgerKeysStaffController } from './ledger-keys.staff.controller.ts';
import { LedgerPublicController } from './ledger.public.controller.ts';
import { LedgerQueries } from './ledger.queries.ts';
import { LedgerTree } from './ledger-tree.ts';
import { LedgerSequencer } from './ledger-sequencer.ts';
import { LedgerWatch } from './ledger-watch.ts';
import { Ledger } from './ledger.ts';

/** What the hall publishes, so that anybody can check it. */
@Module({
  imports: [HallModule],
  controllers: [LedgerPublicController, LedgerKeysStaffController],
  providers: [Ledger, LedgerTree, LedgerSequencer, LedgerQueries, LedgerKeyQueries, LedgerJobs, LedgerWatch],
  exports: [Ledger, LedgerSequencer],
})
export class LedgerModule {}
