import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { SmsPort } from '../../platform/sms/sms.port.ts';
import { fitSubscribeValue } from '../../platform/wechat/subscribe-value.ts';
import { WechatClient } from '../../platform/wechat/wechat.client.ts';
import { People } from '../identity/people.ts';
import { timeWords } from './message-facts.ts';
import type { MessageWords } from './message-kind.ts';
import type { MessageDelivery } from './message.entity.ts';
import { Templates } from './templates.ts';

export type Outcome =
  | { is: 'sent' }
  /** WeChat's 43101 from every WeChat of this person. */
  | { is: 'not-consented' }
  | { is: 'refused'; reason: string }
  /** It surely reached nobody. */
  | { is: 'away' }
  /** Perhaps it arrived. */
  | { is: 'unknown' };

/** Hands one message to the outside world and says what became of it. Never throws. */
@Injectable()
export class MessageCarriers {
  constructor(
    private readonly people: People,
    private readonly wechat: WechatClient,
    private readonly sms: SmsPort,
    private readonly templates: Templates,
    private readonly clock: Clock,
  ) {}

  async carry(delivery: MessageDelivery, words: MessageWords): Promise<Outcome> {
    try {
      return delivery.channel === 'wechat' ? await this.byWechat(delivery, words) : await this.bySms(delivery, words);
    } catch (error) {
      // A refusal with a name was told before anything went out; of anything else nobody can be sure.
      return error instanceof DomainError ? { is: 'away' } : { is: 'unknown' };
    }
  }

  /** A person with two WeChats allowed it in one of them: a clear no from the first leaves the second to try. */
  private async byWechat(delivery: MessageDelivery, words: MessageWords): Promise<Outcome> {
    const template = words.wechat && this.templates.of(words.wechat.template);
    if (!words.wechat || !template) return { is: 'refused', reason: 'no-template' };
    const { openids } = await this.people.reach(delivery.recipientKind, delivery.recipientId);
    if (openids.length === 0) return { is: 'refused', reason: 'no-wechat' };
    const said: Partial<Record<string, string>> = words.wechat.say(delivery.params);
    const data = Object.fromEntries(Object.entries(template.fields).map(([fact, field]) => [field, fitSubscribeValue(field, said[fact] ?? (fact === 'time' ? timeWords(this.clock.now()) : ''))]));
    for (const openid of openids) {
      const answer = await this.wechat.sendSubscribe({ openid, templateId: template.id, data, ...(delivery.page === null ? {} : { page: delivery.page }) });
      if (answer.outcome === 'refused') return { is: 'refused', reason: answer.reason };
      if (answer.outcome !== 'not-consented') return { is: answer.outcome };
    }
    return { is: 'not-consented' };
  }

  private async bySms(delivery: MessageDelivery, words: MessageWords): Promise<Outcome> {
    if (!words.sms) return { is: 'refused', reason: 'no-words' };
    const { phone } = await this.people.reach(delivery.recipientKind, delivery.recipientId);
    if (phone === null) return { is: 'refused', reason: 'no-phone' };
    await this.sms.send({ phone, text: words.sms(delivery.params) });
    return { is: 'sent' };
  }
}
