import { Module } from '@nestjs/common';
import { InboxResidentController } from './inbox.resident.controller.ts';
import { InboxService } from './inbox.service.ts';
import { NotificationListeners } from './notification.listeners.ts';

@Module({ controllers: [InboxResidentController], providers: [InboxService, NotificationListeners] })
export class NotificationModule {}
