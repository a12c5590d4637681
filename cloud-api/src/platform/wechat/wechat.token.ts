import { refusalFor, wechatErrors } from './wechat.errors.ts';
import type { WechatTransport } from './wechat.transport.ts';

/** WeChat hands out the next token five minutes before the end of the present one, and both work meanwhile. */
const EARLY_MS = 5 * 60_000;
/** Forced refreshes are counted by WeChat: 20 a day, and none within 30 s. */
const FORCE_APART_MS = 30_000;

interface HeldToken { readonly value: string; readonly expiresAt: number }

/**
 * The access token of the mini-program. It asks the stable endpoint, so several processes hold the same token without
 * taking it from each other; within one process there is never more than one request for it under way.
 */
export class WechatToken {
  readonly #transport: WechatTransport;
  readonly #clock: { now(): number };
  readonly #appId: string;
  readonly #appSecret: string;
  #held: HeldToken | undefined;
  #underWay: Promise<HeldToken> | undefined;
  #forcedAt = Number.NEGATIVE_INFINITY;

  constructor(options: { transport: WechatTransport; clock: { now(): number }; appId: string; appSecret: string }) {
    this.#transport = options.transport;
    this.#clock = options.clock;
    this.#appId = options.appId;
    this.#appSecret = options.appSecret;
  }

  /** @throws DomainError `WECHAT_AWAY` or `WECHAT_REFUSED` when there is none to be had */
  async current(): Promise<string> {
    const held = this.#held;
    const now = this.#clock.now();
    if (held && now < held.expiresAt - EARLY_MS) return held.value;
    try {
      return (await this.#renewOnce(false)).value;
    } catch (error) {
      // The old one works until its last second, so a hiccup while renewing early harms nobody.
      if (held && now < held.expiresAt) return held.value;
      throw error;
    }
  }

  /** After WeChat refused `rejected`: the token to try instead. */
  async instead(rejected: string): Promise<string> {
    if (this.#held && this.#held.value !== rejected) return this.#held.value;
    const renewed = await this.#renewOnce(false);
    if (renewed.value !== rejected) return renewed.value;
    if (this.#clock.now() - this.#forcedAt < FORCE_APART_MS) return renewed.value;
    return (await this.#renewOnce(true)).value;
  }

  #renewOnce(force: boolean): Promise<HeldToken> {
    this.#underWay ??= this.#renew(force).finally(() => { this.#underWay = undefined; });
    return this.#underWay;
  }

  async #renew(force: boolean): Promise<HeldToken> {
    if (force) this.#forcedAt = this.#clock.now();
    const asked = this.#clock.now();
    const answer = await this.#transport.ask({
      path: '/cgi-bin/stable_token', again: !force,
      body: { grant_type: 'client_credential', appid: this.#appId, secret: this.#appSecret, ...(force ? { force_refresh: true } : {}) },
    });
    if (answer.kind !== 'json') throw wechatErrors.WECHAT_REFUSED();
    if (answer.errcode !== 0) throw refusalFor(answer.errcode);
    const { access_token: value, expires_in: seconds } = answer.body;
    if (typeof value !== 'string' || value === '' || typeof seconds !== 'number') throw wechatErrors.WECHAT_REFUSED();
    this.#held = { value, expiresAt: asked + seconds * 1000 };
    return this.#held;
  }
}
