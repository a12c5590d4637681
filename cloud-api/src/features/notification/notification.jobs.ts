import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HOUR, SECOND } from '@hall/shared/kernel/day';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { MessageSender } from './message-sender.ts';

@Injectable()
export class NotificationJobs implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly sender: MessageSender,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('notification.send', SECOND, () => this.sender.sendDue());
    this.jobs.every('notification.forget', HOUR, () => this.sender.forget());
  }
}
