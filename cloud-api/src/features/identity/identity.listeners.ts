import { Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import { Listeners } from '../../platform/events/listeners.ts';
import { accountsMerged } from './identity.events.ts';
import { Relative } from './resident.entity.ts';

/** The people somebody acts for follow when two accounts of one person become one. */
@Injectable()
export class IdentityListeners implements OnModuleInit {
  constructor(private readonly listeners: Listeners) {}

  onModuleInit(): void {
    this.listeners.on(accountsMerged, 'identity.follow-merge', async (work, { payload }) => {
      const there = new Set((await work.find(Relative, { residentId: payload.intoResidentId, openIndex: Not(IsNull()) })).map((row) => row.citizenIndex));
      for (const row of await work.find(Relative, { residentId: payload.fromResidentId })) {
        await work.change(Relative, row, { residentId: payload.intoResidentId, ...(there.has(row.citizenIndex) ? { openIndex: null } : {}) });
      }
    });
  }
}
