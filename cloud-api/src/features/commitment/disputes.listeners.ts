import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { accountsMerged } from '../identity/identity.events.ts';

/** A doubt goes with its account when that is joined to another. */
@Injectable()
export class DisputesListeners implements OnModuleInit {
  constructor(private readonly listeners: Listeners) {}

  onModuleInit(): void {
    this.listeners.on(accountsMerged, 'dispute.follow-merge', async (work, { payload: { fromResidentId, intoResidentId } }) => {
      await work.execute('UPDATE time_dispute SET raised_by = ? WHERE raised_by = ?', [intoResidentId, fromResidentId]);
    });
  }
}
