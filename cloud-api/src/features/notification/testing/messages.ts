import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { TestApp } from '../../../testing/test-app.ts';
import type { SessionView } from '../../identity/identity.dto.ts';
import { People } from '../../identity/people.ts';
import { CryptoPort } from '../../../platform/crypto/crypto.port.ts';
import { Jobs } from '../../../platform/jobs/jobs.ts';
import { SmsPort } from '../../../platform/sms/sms.port.ts';
import type { DemoInboxSms } from '../../../platform/sms/demo-inbox.sms.ts';

/** As a deployment would set them. */
export const TEMPLATES = {
  progress: { id: 'tmpl-progress', fields: { matter: 'thing1', state: 'phrase2', note: 'thing3', time: 'time4' } },
  visit: { id: 'tmpl-visit', fields: { matter: 'thing1', time: 'time2', place: 'thing3', note: 'thing4' } },
  call: { id: 'tmpl-call', fields: { number: 'character_string1', window: 'thing2', note: 'thing3' } },
  duty: { id: 'tmpl-duty', fields: { title: 'thing1', time: 'time2', note: 'thing3' } },
};

/** A hall whose WeChat is a double that knows the templates. */
export class MessagingHall {
  private people = 0;

  private constructor(
    readonly hall: TestApp,
    readonly wechat: WechatDouble,
  ) {}

  static async start(url: string): Promise<MessagingHall> {
    const clock = { now: (): number => 0 };
    const wechat = await startWechatDouble({ clock: { now: () => clock.now() } });
    const hall = await TestApp.start(url, { environment: { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret, WECHAT_TEMPLATES: JSON.stringify(TEMPLATES) } });
    clock.now = () => hall.clock.now();
    for (const { id, fields } of Object.values(TEMPLATES)) wechat.control.defineTemplate(id, Object.values(fields));
    return new MessagingHall(hall, wechat);
  }

  async close(): Promise<void> {
    await this.hall.close();
    await this.wechat.close();
  }

  /** Somebody with a WeChat and a phone, signed in. */
  async resident(): Promise<{ id: string; token: string; name: string; phone: string }> {
    this.people += 1;
    const name = `居民${this.people}`;
    const phone = `138${String(10_000_000 + this.people)}`;
    const { accountId: id, token } = await this.signIn(name);
    await this.hall.work((work) => this.hall.app.get(People).setPhone(work, id, phone));
    return { id, name, phone, token };
  }

  async signIn(name: string): Promise<SessionView> {
    return (await this.hall.call<SessionView>('POST', '/public/sign-in/wechat', { body: { code: this.wechat.control.issueLoginCode(name) } })).body;
  }

  /** The person taps "允许" and the phone reports it. */
  async allow(person: { name: string; token: string }, code: keyof typeof TEMPLATES): Promise<void> {
    this.wechat.control.consent(person.name, TEMPLATES[code].id);
    await this.hall.call('POST', '/resident/message-consents', { token: person.token, body: { accepted: [code], rejected: [] } });
  }

  phoneCipher(phone: string, staffId: string): string {
    return this.hall.app.get(CryptoPort).encryptField(phone, `staff.phone:${staffId}`);
  }

  send(): Promise<void> {
    return this.hall.app.get(Jobs).runNow('notification.send');
  }

  get sent() {
    return this.wechat.control.sentMessages();
  }

  /** Text messages to this phone, the newest first. */
  smsTo(phone: string): string[] {
    return (this.hall.app.get(SmsPort) as DemoInboxSms).list().filter((message) => message.phone === phone).map((message) => message.text);
  }

  deliveries(recipientId: string): Promise<{ channel: string; state: string; reason: string | null; attempts: number }[]> {
    return this.hall.dataSource.query('SELECT channel, state, reason, attempts FROM message_delivery WHERE recipient_id = ? ORDER BY created_at, channel DESC', [recipientId]);
  }
}
