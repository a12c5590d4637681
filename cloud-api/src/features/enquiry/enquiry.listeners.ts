import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { accountsMerged } from '../identity/identity.events.ts';

/** Questions follow their asker when two accounts of one person become one. Their pictures follow with all others. */
@Injectable()
export class EnquiryListeners implements OnModuleInit {
  constructor(private readonly listeners: Listeners) {}

  onModuleInit(): void {
    this.listeners.on(accountsMerged, 'enquiry.follow-merge', async (work, { payload }) => {
      await work.execute('UPDATE enquiry SET resident_id = ?, version = version + 1 WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
    });
  }
}
