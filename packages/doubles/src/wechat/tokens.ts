import { randomBytes } from 'node:crypto';
import { refuse, textIn } from './answer.ts';
import type { Answer, Asked } from './answer.ts';

const LIVES_S = 7200;
const OVERLAP_MS = 5 * 60_000;
const FORCED_A_DAY = 20;
const FORCED_APART_MS = 30_000;
const CALLS_A_MINUTE = 10_000;

interface Token { value: string; expiresAt: number; revoked: boolean }

/** The stable access token: one at a time, the next one five minutes before the end, and a forced refresh that ends the old one. */
export class Tokens {
  readonly #appId: string;
  readonly #appSecret: string;
  readonly #issued: Token[] = [];
  #forced: number[] = [];
  #calls: number[] = [];

  constructor(appId: string, appSecret: string) {
    this.#appId = appId;
    this.#appSecret = appSecret;
  }

  stableToken({ body, now }: Asked): Answer {
    if (!textIn(body, 'appid')) return refuse(41002);
    if (textIn(body, 'appid') !== this.#appId) return refuse(40013);
    if (textIn(body, 'secret') !== this.#appSecret) return refuse(40125);
    if (textIn(body, 'grant_type') !== 'client_credential') return refuse(47001);
    this.#calls = [...this.#calls.filter((at) => at > now - 60_000), now];
    if (this.#calls.length > CALLS_A_MINUTE) return refuse(45011);
    const token = body['force_refresh'] === true ? this.#force(now) : this.#ordinary(now);
    return token ? { json: { access_token: token.value, expires_in: Math.max(0, Math.floor((token.expiresAt - now) / 1000)) } } : refuse(45009);
  }

  /** @returns 0, or the code of the refusal */
  judge(value: string, now: number): number {
    const token = this.#issued.find((known) => known.value === value);
    if (!token || token.revoked) return 40001;
    return now >= token.expiresAt ? 42001 : 0;
  }

  /** As when the operator changes the secret: every token so far is refused, and an ordinary request gives a new one. */
  revokeAll(): void {
    for (const token of this.#issued) token.revoked = true;
  }

  issuedCount(): number {
    return this.#issued.length;
  }

  #ordinary(now: number): Token {
    const last = this.#issued.at(-1);
    return last && !last.revoked && now < last.expiresAt - OVERLAP_MS ? last : this.#issue(now);
  }

  #force(now: number): Token | undefined {
    this.#forced = this.#forced.filter((at) => at > now - 24 * 3_600_000);
    const last = this.#issued.at(-1);
    if (last && now - (this.#forced.at(-1) ?? Number.NEGATIVE_INFINITY) < FORCED_APART_MS) return last;
    if (this.#forced.length >= FORCED_A_DAY) return undefined;
    this.#forced.push(now);
    if (last) last.revoked = true;
    return this.#issue(now);
  }

  #issue(now: number): Token {
    const token = { value: `${this.#issued.length + 1}_${randomBytes(96).toString('base64url')}`, expiresAt: now + LIVES_S * 1000, revoked: false };
    this.#issued.push(token);
    return token;
  }
}
