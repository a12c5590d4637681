import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import type { StaffRole } from '@hall/shared/identity/permissions';
import { MINUTE, SECOND } from '@hall/shared/kernel/day';
import { CryptoPort } from '../../../platform/crypto/crypto.port.ts';
import { Passwords } from '../../../platform/crypto/password.ts';
import { Totp } from '../../../platform/crypto/totp.ts';
import { MORNING, TestApp } from '../../../testing/test-app.ts';
import type { SessionView } from '../identity.dto.ts';

export const PASSWORD = 'correct horse';
export interface Refusal { code: string }
export interface Employed { id: string; userName: string; name: string; token: string; /** What their second factor shows now. */ code: () => string }

/** A hall whose people have passwords, second factors and WeChats of their own. */
export class StaffWithPhones {
  private at = MORNING;

  private constructor(
    readonly hall: TestApp,
    readonly wechat: WechatDouble,
    private readonly passwordHash: string,
  ) {}

  static async start(url: string): Promise<StaffWithPhones> {
    const clock = { now: () => MORNING };
    const wechat = await startWechatDouble({ clock: { now: () => clock.now() } });
    const hall = await TestApp.start(url, { environment: { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret } });
    clock.now = () => hall.clock.now();
    return new StaffWithPhones(hall, wechat, await hall.app.get(Passwords).hash(PASSWORD));
  }

  async close(): Promise<void> {
    await this.hall.close();
    await this.wechat.close();
  }

  /** Goes on in a later half minute, in which nobody has given a code yet. */
  beginAnew(): void {
    this.sleep(10 * MINUTE, this.at);
  }

  /** @param milliseconds from now, or from another moment */
  sleep(milliseconds: number, from = this.hall.clock.now()): void {
    this.at = from + milliseconds;
    this.hall.clock.set(this.at);
  }

  nextCode(): void {
    this.hall.clock.advance(31 * SECOND);
  }

  async employ(roles: StaffRole[], name: string): Promise<Employed> {
    const { actor: { id }, token } = await this.hall.staff(roles, name);
    const userName = `u-${id.slice(-8)}`;
    const totp = this.hall.app.get(Totp);
    const secret = totp.newSecret();
    const cipher = this.hall.app.get(CryptoPort).encryptField(secret, `staff.totp:${id}`);
    await this.hall.work((work) => work.execute('UPDATE staff SET password_hash = ?, user_name = ?, totp_secret_cipher = ? WHERE id = ?', [this.passwordHash, userName, cipher, id]));
    return { id, userName, token, code: () => totp.codeAt(secret), name };
  }

  /** Somebody who works here, signed in on their own phone by WeChat; `console` is their session at the desk. */
  async onThePhone(roles: StaffRole[], name: string): Promise<Employed & { console: string }> {
    const who = await this.employ(roles, name);
    return { ...who, console: who.token, token: (await this.bind(who, `${name}的手机`)).body.token };
  }

  bind(who: Employed, person: string, more: object = {}) {
    return this.hall.call<SessionView & Refusal>('POST', '/public/staff/wechat-binding', { body: { userName: who.userName, password: PASSWORD, secondFactor: who.code(), code: this.wechat.control.issueLoginCode(person), ...more } });
  }

  byWechat(person: string) {
    return this.hall.call<SessionView & Refusal>('POST', '/public/staff/wechat-sign-in', { body: { code: this.wechat.control.issueLoginCode(person) } });
  }

  /** How often this was written down about somebody. */
  async audited(action: string, id: string): Promise<number> {
    return Number((await this.hall.dataSource.query('SELECT COUNT(*) AS n FROM audit_entry WHERE action = ? AND subject_id = ?', [action, id]))[0].n);
  }
}
