import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { SignUps } from './sign-ups.service.ts';

@Injectable()
export class ActivityListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly signUps: SignUps,
  ) {}

  onModuleInit(): void {
    this.listeners.on(accountsMerged, 'activity.follow-merge', (work, { payload }) => this.signUps.followMerge(work, payload.fromResidentId, payload.intoResidentId));
  }
}
