import { Injectable } from '@nestjs/common';
import { checkPhone } from '@hall/shared/kernel/phone';
import { ANYONE } from '../../platform/auth/actor.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { SmsPort } from '../../platform/sms/sms.port.ts';
import { WechatClient } from '../../platform/wechat/wechat.client.ts';
import type { PhoneCodeSentView, SessionView } from './identity.dto.ts';
import { identityErrors } from './identity.errors.ts';
import { OneTimeCode, ResidentIdentity } from './resident.entity.ts';
import { ResidentsService } from './residents.service.ts';

const MINUTE = 60_000;
const CODE_DIGITS = 6;
const CODE_LIVES = 5 * MINUTE;
const CODE_PAUSE = MINUTE;
const CODES_A_DAY = 10;
const CODE_TRIES = 5;

/** How residents come in: WeChat, a phone with a one-time code, or, in the demo, as one of its persons. */
@Injectable()
export class ResidentSignInService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly residents: ResidentsService,
    private readonly sessions: Sessions,
    private readonly wechat: WechatClient,
    private readonly sms: SmsPort,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws WECHAT_CODE_INVALID and the other refusals of WeChat */
  async byWechat(code: string): Promise<SessionView> {
    const { openid } = await this.wechat.codeToSession(code);
    return this.unitOfWork.run(ANYONE, async (work) => this.sessions.issue(work, 'resident', await this.residents.accountFor(work, 'wechat', openid)));
  }

  /** @throws PHONE_INVALID, PHONE_CODE_TOO_SOON, PHONE_CODE_TOO_MANY */
  async sendPhoneCode(text: string): Promise<PhoneCodeSentView> {
    const phone = this.phoneOf(text);
    const code = this.crypto.randomDigits(CODE_DIGITS);
    await this.unitOfWork.run(ANYONE, async (work) => {
      const phoneIndex = this.crypto.blindIndex('phone', phone);
      const [recent] = await work.rows<{ n: number | string; newest: number | string | null }>('SELECT COUNT(*) AS n, MAX(created_at) AS newest FROM one_time_code WHERE phone_index = ? AND created_at > ?', [phoneIndex, work.now - 24 * 60 * MINUTE]);
      if (recent?.newest && work.now - Number(recent.newest) < CODE_PAUSE) throw identityErrors.PHONE_CODE_TOO_SOON();
      if (Number(recent?.n ?? 0) >= CODES_A_DAY) throw identityErrors.PHONE_CODE_TOO_MANY();
      // Named by phone and minute, so that of many requests at the same moment the database lets only one send.
      const id = this.crypto.blindIndex('phone-code-minute', `${phone}:${Math.floor(work.now / CODE_PAUSE)}`).slice(0, 36);
      const { affected } = await work.sql.insertIfAbsent('one_time_code (id, phone_index, code_mac, tries, created_at, expires_at) VALUES (?, ?, ?, 0, ?, ?)', [id, phoneIndex, this.crypto.mac('phone-code', `${phone}:${code}`), work.now, work.now + CODE_LIVES]);
      if (affected === 0) throw identityErrors.PHONE_CODE_TOO_SOON();
    });
    await this.sms.send({ phone, text: `【社保服务大厅】您的登录验证码是 ${code}，5 分钟内有效。请不要告诉他人。` });
    return { sent: true, retryAfterSeconds: CODE_PAUSE / 1000 };
  }

  /** @throws PHONE_CODE_WRONG also when the code was used, is too old or was guessed at too often */
  async byPhone(text: string, code: string): Promise<SessionView> {
    const phone = this.phoneOf(text);
    const accepted = await this.unitOfWork.run(ANYONE, async (work) => {
      const phoneIndex = this.crypto.blindIndex('phone', phone);
      const [newest] = await work.manager.find(OneTimeCode, { where: { phoneIndex }, order: { createdAt: 'DESC' }, take: 1 });
      if (!newest) return false;
      const tried = await work.execute('UPDATE one_time_code SET tries = tries + 1 WHERE id = ? AND tries < ? AND used_at IS NULL AND expires_at > ?', [newest.id, CODE_TRIES, work.now]);
      if (tried.affected === 0 || !this.crypto.verifyMac('phone-code', `${phone}:${code}`, newest.codeMac)) return false;
      return (await work.execute('UPDATE one_time_code SET used_at = ? WHERE id = ? AND used_at IS NULL', [work.now, newest.id])).affected === 1;
    });
    // Refused outside the unit of work, so that the counted try stays counted.
    if (!accepted) throw identityErrors.PHONE_CODE_WRONG();
    return this.unitOfWork.run(ANYONE, async (work) => this.sessions.issue(work, 'resident', await this.residents.accountFor(work, 'phone', phone)));
  }

  /** Only reachable in the demo. @throws DEMO_PERSON_UNKNOWN */
  async asDemoPerson(key: string): Promise<SessionView> {
    return this.unitOfWork.run(ANYONE, async (work) => {
      const person = await work.findOne(ResidentIdentity, { kind: 'demo', subjectIndex: this.crypto.blindIndex('identity.demo', key) });
      if (!person) throw identityErrors.DEMO_PERSON_UNKNOWN();
      return this.sessions.issue(work, 'resident', person.residentId);
    });
  }

  private phoneOf(text: string): string {
    const checked = checkPhone(text);
    if (!checked.ok) throw identityErrors.PHONE_INVALID({ fields: [{ path: 'phone', code: checked.code, message: checked.message }] });
    return checked.value;
  }
}
