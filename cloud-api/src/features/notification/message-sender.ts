import { Injectable } from '@nestjs/common';
import { MINUTE, DAY_LENGTH } from '@hall/shared/kernel/day';
import { afterQuietHours, pauseAfter } from '@hall/shared/notification/quiet-hours.rules';
import { DataSource } from 'typeorm';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Logger } from '../../platform/logging/logger.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { MessageBudget } from './message-budget.ts';
import { MessageCarriers, type Outcome } from './message-carriers.ts';
import type { MessageWords } from './message-kind.ts';
import { MessageDelivery, type DeliveryState } from './message.entity.ts';
import { NotificationRoom } from './notification.room.ts';
import { wordsOf, type MessageKind } from './notification.words.ts';

const BATCH = 20;
const MOST_BATCHES = 10;
const MOST_TRIES = 8;
/** Far beyond the longest a call may take: whoever claimed it is gone. */
const ABANDONED_AFTER = 2 * MINUTE;
const REMEMBERED_FOR = 90 * DAY_LENGTH;
const SENDER = system('notification');

/**
 * Sends what waits, each message **at most once per channel**. A delivery is claimed by a conditional update that commits
 * before anybody is called, and its outcome is written afterwards. When the process dies in between, or the answer is
 * lost, nobody knows whether the message arrived; it is then given up as `outcome-unknown` and not sent again. That way
 * round, because a hall that says "轮到您了" twice makes people run twice, each message costs one of the few that were
 * allowed, and the inbox holds it anyway. What must reach people goes on to SMS instead: another channel, once as well.
 * Only a call that surely reached nobody (WeChat busy, not connected) is tried again, ever more rarely.
 */
@Injectable()
export class MessageSender {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly room: NotificationRoom,
    private readonly budget: MessageBudget,
    private readonly carriers: MessageCarriers,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** Sends everything that is due, urgent first. */
  async sendDue(): Promise<void> {
    await this.giveUpAbandoned();
    for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
      const due: { id: string }[] = await this.dataSource.query(`SELECT id FROM message_delivery WHERE state = 'pending' AND not_before <= ? ORDER BY urgent DESC, not_before LIMIT ${BATCH}`, [this.clock.now()]);
      for (const { id } of due) await this.send(id);
      if (due.length < BATCH) return;
    }
  }

  /** How a message ended helps nobody after a season. */
  async forget(): Promise<void> {
    await this.unitOfWork.run(SENDER, (work) => work.execute('DELETE FROM message_delivery WHERE ended_at < ?', [work.now - REMEMBERED_FOR]));
  }

  private async send(id: string): Promise<void> {
    const claimed = await this.unitOfWork.run(SENDER, (work) => this.claim(work, id));
    if (!claimed) return;
    const outcome = await this.carriers.carry(claimed.delivery, claimed.words);
    await this.unitOfWork.run(SENDER, (work) => this.settle(work, claimed.delivery, claimed.words, outcome));
  }

  /** @returns null when somebody else has it, or it need not or must not go out now */
  private async claim(work: Work, id: string): Promise<{ delivery: MessageDelivery; words: MessageWords } | null> {
    const mine = await work.execute("UPDATE message_delivery SET state = 'sending', attempts = attempts + 1, claimed_at = ? WHERE id = ? AND state = 'pending'", [work.now, id]);
    if (mine.affected === 0) return null;
    const delivery = await work.get(MessageDelivery, id);
    const words = wordsOf(delivery.kind);
    if (!words || delivery.expiresAt <= work.now) return this.end(work, delivery, 'gave-up', words ? 'stale' : 'unknown-kind');
    const allowedAt = delivery.urgent ? work.now : afterQuietHours(work.now, await this.room.quietHours(delivery.hallId));
    if (allowedAt > work.now) return this.later(work, delivery, allowedAt);
    if (delivery.channel === 'wechat' && !(words.wechat && (await this.budget.spend(work, delivery.recipientId, words.wechat.template)))) {
      await this.fallBack(work, delivery, words);
      return this.end(work, delivery, 'not-consented', 'none-left');
    }
    return { delivery, words };
  }

  private async settle(work: Work, delivery: MessageDelivery, words: MessageWords, outcome: Outcome): Promise<void> {
    const template = delivery.channel === 'wechat' ? words.wechat?.template : undefined;
    if (outcome.is === 'sent') return void (await this.end(work, delivery, 'sent', null));
    if (outcome.is === 'not-consented') {
      if (template) await this.budget.empty(work, delivery.recipientId, template);
      await this.end(work, delivery, 'not-consented', 'by-wechat');
    } else if (outcome.is === 'refused') {
      if (template) await this.budget.giveBack(work, delivery.recipientId, template);
      this.log.warn({ kind: delivery.kind, channel: delivery.channel, reason: outcome.reason }, 'a message was refused and will be refused again');
      await this.end(work, delivery, 'refused', outcome.reason);
    } else if (outcome.is === 'unknown') {
      await this.end(work, delivery, 'gave-up', 'outcome-unknown');
    } else {
      if (template) await this.budget.giveBack(work, delivery.recipientId, template);
      const next = work.now + pauseAfter(delivery.attempts);
      if (delivery.attempts < MOST_TRIES && next < delivery.expiresAt) return void (await this.later(work, delivery, next));
      await this.end(work, delivery, 'gave-up', 'away');
    }
    return this.fallBack(work, delivery, words);
  }

  private async later(work: Work, delivery: MessageDelivery, notBefore: number): Promise<null> {
    await work.execute("UPDATE message_delivery SET state = 'pending', not_before = ?, claimed_at = NULL WHERE id = ? AND state = 'sending'", [notBefore, delivery.id]);
    return null;
  }

  private async end(work: Work, delivery: MessageDelivery, state: DeliveryState, reason: string | null): Promise<null> {
    await work.execute("UPDATE message_delivery SET state = ?, reason = ?, ended_at = ? WHERE id = ? AND state = 'sending'", [state, reason, work.now, delivery.id]);
    return null;
  }

  /** What must reach people and did not by WeChat goes by SMS. */
  private async fallBack(work: Work, delivery: MessageDelivery, words: MessageWords): Promise<void> {
    if (delivery.channel !== 'wechat' || !words.sms) return;
    const { id = '', ...facts } = delivery.params;
    await this.room.post(work, { kind: delivery.kind as MessageKind, hallId: delivery.hallId, to: delivery.recipientId, id, onceKey: delivery.onceKey.slice(0, -':wechat'.length), channel: 'sms', facts });
  }

  private async giveUpAbandoned(): Promise<void> {
    const abandoned = await this.dataSource.query<{ id: string }[]>(`SELECT id FROM message_delivery WHERE state = 'sending' AND claimed_at < ? LIMIT ${BATCH}`, [this.clock.now() - ABANDONED_AFTER]);
    for (const { id } of abandoned) {
      await this.unitOfWork.run(SENDER, async (work) => {
        const delivery = await work.get(MessageDelivery, id);
        const words = wordsOf(delivery.kind);
        if (delivery.state === 'sending' && words) await this.settle(work, delivery, words, { is: 'unknown' });
        else await this.end(work, delivery, 'gave-up', 'unknown-kind');
      });
    }
  }
}
