import { createHash, randomBytes } from 'node:crypto';
import { accept, refuse, textIn } from './answer.ts';
import type { Answer, Asked } from './answer.ts';

const CODE_LIVES_MS = 5 * 60_000;
const LOGINS_A_MINUTE = 100;

interface Code { person: string; phone?: string; issuedAt: number; used: boolean }

/** People with WeChat on their telephones: the codes they get and what a server learns from them. */
export class Persons {
  readonly #appId: string;
  readonly #appSecret: string;
  readonly #loginCodes = new Map<string, Code>();
  readonly #phoneCodes = new Map<string, Code>();
  readonly #logins = new Map<string, number[]>();
  readonly #atRisk = new Set<string>();

  constructor(appId: string, appSecret: string) {
    this.#appId = appId;
    this.#appSecret = appSecret;
  }

  /** The same person has the same openid each time, another in another mini-program. */
  openidOf(person: string): string {
    return `o${createHash('sha256').update(`${this.#appId} ${person}`).digest('base64url').slice(0, 27)}`;
  }

  issueLoginCode(person: string, now: number): string {
    return issue(this.#loginCodes, { person, issuedAt: now, used: false });
  }

  issuePhoneCode(person: string, phone: string, now: number): string {
    return issue(this.#phoneCodes, { person, phone, issuedAt: now, used: false });
  }

  markAtRisk(person: string): void {
    this.#atRisk.add(person);
  }

  codeToSession({ query, now }: Asked): Answer {
    if (!query.get('appid')) return refuse(41002);
    if (query.get('appid') !== this.#appId) return refuse(40013);
    if (!query.get('secret')) return refuse(41004);
    if (query.get('secret') !== this.#appSecret) return refuse(40125);
    if (!query.get('js_code')) return refuse(41008);
    const found = take(this.#loginCodes, query.get('js_code') ?? '', now);
    if (typeof found === 'number') return refuse(found);
    if (this.#atRisk.has(found.person)) return refuse(40226);
    const recent = (this.#logins.get(found.person) ?? []).filter((at) => at > now - 60_000);
    if (recent.length >= LOGINS_A_MINUTE) return refuse(45011);
    this.#logins.set(found.person, [...recent, now]);
    return { json: { openid: this.openidOf(found.person), session_key: randomBytes(16).toString('base64') } };
  }

  phoneNumber({ body, now }: Asked): Answer {
    const found = take(this.#phoneCodes, textIn(body, 'code'), now);
    if (typeof found === 'number') return refuse(found);
    return accept({ phone_info: { phoneNumber: found.phone, purePhoneNumber: found.phone, countryCode: '86', watermark: { timestamp: Math.floor(now / 1000), appid: this.#appId } } });
  }

  /** Whether someone with this openid logged in within the last two hours, as the content checks demand. */
  isActive(openid: string, now: number): boolean {
    return [...this.#logins].some(([person, times]) => this.openidOf(person) === openid && times.some((at) => at > now - 2 * 3_600_000));
  }

  isKnown(openid: string): boolean {
    return [...this.#loginCodes.values()].some((code) => this.openidOf(code.person) === openid);
  }
}

function issue(codes: Map<string, Code>, code: Code): string {
  const text = `0${randomBytes(15).toString('hex')}w`;
  codes.set(text, code);
  return text;
}

function take(codes: Map<string, Code>, text: string, now: number): Code | number {
  const code = codes.get(text);
  if (!code || now - code.issuedAt > CODE_LIVES_MS) return 40029;
  if (code.used) return 40163;
  code.used = true;
  return code;
}
