import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { Pictures } from '../pictures/pictures.service.ts';

/** Cases and their pictures follow their filler when two accounts of one person become one. */
@Injectable()
export class EnrolmentListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly pictures: Pictures,
  ) {}

  onModuleInit(): void {
    this.listeners.on(accountsMerged, 'enrolment.follow-merge', async (work, { payload }) => {
      await work.execute('UPDATE application SET resident_id = ?, version = version + 1 WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
      await this.pictures.changeOwner(work, payload.fromResidentId, payload.intoResidentId);
    });
  }
}
