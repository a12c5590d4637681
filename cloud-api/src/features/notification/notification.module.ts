import { Module } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.ts';
import { ActivityModule } from '../activity/activity.module.ts';
import { BookingModule } from '../booking/booking.module.ts';
import { DeadlinesModule } from '../deadlines/deadlines.module.ts';
import { EnrolmentModule } from '../enrolment/enrolment.module.ts';
import { HallModule } from '../hall/hall.module.ts';
import { QueueModule } from '../queue/queue.module.ts';
import { InboxResidentController } from './inbox.resident.controller.ts';
import { InboxLine } from './inbox-line.ts';
import { InboxService } from './inbox.service.ts';
import { InboxStaffController } from './inbox.staff.controller.ts';
import { MessageBudget } from './message-budget.ts';
import { MessageCarriers } from './message-carriers.ts';
import { MessageFacts } from './message-facts.ts';
import { MessageSender } from './message-sender.ts';
import { NotificationJobs } from './notification.jobs.ts';
import { NotificationListeners } from './notification.listeners.ts';
import { NotificationRoom } from './notification.room.ts';
import { StarCall } from './star-call.ts';
import { Templates } from './templates.ts';

@Module({
  imports: [HallModule, DeadlinesModule, EnrolmentModule, BookingModule, QueueModule, ActivityModule],
  controllers: [InboxResidentController, InboxStaffController],
  providers: [
    { provide: Templates, useFactory: (settings: Settings) => new Templates(settings.WECHAT_TEMPLATES), inject: [Settings] },
    NotificationRoom, NotificationListeners, StarCall, NotificationJobs, InboxLine, InboxService, MessageBudget, MessageFacts, MessageCarriers, MessageSender,
  ],
})
export class NotificationModule {}
