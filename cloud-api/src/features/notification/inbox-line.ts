import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { defineEvent } from '../../platform/events/event-kind.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import { LiveHub } from '../../platform/realtime/live.hub.ts';

/** Something came into a member of staff's inbox, or was read on one of their screens. */
export const staffInboxChanged = defineEvent<{ staffId: string; hallId: string }>('staff-inbox.changed');

const FAMILY = 'inbox';
const NAME_LENGTH = 32;

/**
 * Tells the open screens of a member of staff that their inbox has changed. The live connection needs no sign-in, so a line
 * says nothing but that it is time to ask, and its name can be guessed by nobody who was not told it.
 */
@Injectable()
export class InboxLine implements OnModuleInit {
  private told = 0;

  constructor(
    private readonly crypto: CryptoPort,
    private readonly listeners: Listeners,
    private readonly hub: LiveHub,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.hub.provide(FAMILY, () => Promise.resolve({ version: 0, state: {} }));
    this.listeners.on(staffInboxChanged, 'notification.inbox-line', (_work, { payload }) => {
      this.told = Math.max(this.told + 1, this.clock.now());
      this.hub.publish(this.topicOf(payload.staffId), { version: this.told, state: {} });
      return Promise.resolve();
    });
  }

  topicOf(staffId: string): string {
    return `${FAMILY}:${this.crypto.mac('inbox-line', staffId).slice(0, NAME_LENGTH)}`;
  }
}
