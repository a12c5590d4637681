import { Injectable } from '@nestjs/common';
import { dayOf } from '@hall/shared/kernel/day';
import { afterQuietHours, type QuietHours } from '@hall/shared/notification/quiet-hours.rules';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { staffInboxChanged } from './inbox-line.ts';
import type { Facts, MessageWords } from './message-kind.ts';
import type { Channel } from './message.entity.ts';
import { MessageBudget } from './message-budget.ts';
import { WORDS, type MessageKind } from './notification.words.ts';
import { phonePageOf } from './phone-pages.ts';
import { Templates } from './templates.ts';

export interface Message {
  kind: MessageKind;
  hallId: string;
  /** The resident or, for a kind that is for staff, the member of staff. */
  to: string;
  /** What it is about; becomes part of the link. */
  id: string;
  /** The fact it tells of, at most 100 characters: told once, however often it is said here. */
  onceKey: string;
  /** Asked only when the words need it. */
  facts?: () => Promise<Facts>;
  /** Only in the inbox, for example the second call of the same number. */
  inboxOnly?: boolean;
}

/** A message put in line for one channel. */
export type Posting = Omit<Message, 'facts' | 'inboxOnly'> & { channel: Channel; facts: Facts };

/** A channel's own key of a message, so that each carries it once. */
export const keyOf = (onceKey: string, channel: Channel): string => `${onceKey}:${channel}`;

/**
 * Where every message of the hall begins. The inbox has it always; beside it, in the same unit of work, lies at most one
 * delivery: by WeChat when the person still allows that template, else by SMS when the kind must reach people. The
 * sender takes it from there.
 */
@Injectable()
export class NotificationRoom {
  constructor(
    private readonly halls: Halls,
    private readonly templates: Templates,
    private readonly budget: MessageBudget,
  ) {}

  async tell(work: Work, message: Message): Promise<void> {
    const words: MessageWords = WORDS[message.kind];
    const channel = message.inboxOnly ? null : await this.channelFor(work, message.to, words);
    const facts = (channel !== null || typeof words.body === 'function') && message.facts ? await message.facts() : {};
    const isNew = await this.shelve(work, message, words, typeof words.body === 'function' ? words.body(facts) : words.body);
    if (isNew && channel !== null) await this.post(work, { kind: message.kind, hallId: message.hallId, to: message.to, id: message.id, onceKey: message.onceKey, channel, facts });
  }

  /** Puts a delivery in line, once per message and channel. Also the way of a message that WeChat did not take. */
  async post(work: Work, { kind, hallId, to, id, onceKey, channel, facts }: Posting): Promise<void> {
    const words: MessageWords = WORDS[kind];
    const notBefore = words.urgency === 'now' ? work.now : afterQuietHours(work.now, await this.quietHours(hallId));
    await work.sql.insertIfAbsent(
      `message_delivery (id, hall_id, channel, recipient_kind, recipient_id, kind, params, page, urgent, state, attempts, created_at, not_before, expires_at, once_key)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'pending', 0, ?, ?, ?, ?)`,
      [newId(), hallId, channel, words.for, to, kind, JSON.stringify({ ...facts, id }), channel === 'wechat' ? phonePageOf(words, id) : null, words.urgency === 'now' ? 1 : 0,
        work.now, notBefore, work.now + words.staleAfter, keyOf(channel === 'sms' && words.smsOnceADay ? `${kind}:${id}:${dayOf(work.now)}:${to}` : onceKey, channel)],
    );
  }

  quietHours(hallId: string): Promise<QuietHours> {
    return this.halls.setting(hallId, 'notification.quiet-hours');
  }

  private async channelFor(work: Work, to: string, words: MessageWords): Promise<Channel | null> {
    if (words.wechat && this.templates.of(words.wechat.template) && (await this.budget.left(work, to, words.wechat.template)) > 0) return 'wechat';
    return words.sms ? 'sms' : null;
  }

  /** @returns false when it lies there already */
  private async shelve(work: Work, { kind, hallId, to, id, onceKey }: Message, words: MessageWords, body: string): Promise<boolean> {
    const { affected } = words.for === 'resident'
      ? await work.sql.insertIfAbsent('inbox_item (id, resident_id, at, title, body, link, read_at, once_key) VALUES (?, ?, ?, ?, ?, ?, NULL, ?)', [newId(), to, work.now, words.title, body, words.link(id), onceKey])
      : await work.sql.insertIfAbsent('staff_inbox_item (id, staff_id, hall_id, kind, urgent, at, title, body, link, read_at, once_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)',
        [newId(), to, hallId, kind, words.urgency === 'now' ? 1 : 0, work.now, words.title, body, words.link(id), onceKey]);
    if (affected === 1 && words.for === 'staff') work.emit(staffInboxChanged, { staffId: to, hallId });
    return affected === 1;
  }
}
