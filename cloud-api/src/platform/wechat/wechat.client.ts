import { ERRCODE, isTokenRefused, refusalFor, wechatErrors } from './wechat.errors.ts';
import { WechatToken } from './wechat.token.ts';
import { WechatTransport } from './wechat.transport.ts';
import type { TransportOptions, WechatAnswer } from './wechat.transport.ts';

export interface WechatClientOptions extends TransportOptions {
  appId: string;
  appSecret: string;
  /** Which edition of the mini-program messages and codes lead to; default `release`. */
  edition?: 'release' | 'trial' | 'develop';
}

export interface WechatSession {
  readonly openid: string;
  readonly unionid: string | null;
  /** Stays on the server and out of every log. */
  readonly sessionKey: string;
}

export interface SubscribeMessage {
  openid: string;
  templateId: string;
  /** `thing1` → text; fit each by `fitSubscribeValue` first. */
  data: Record<string, string>;
  /** Opened by a tap on the message, with its query. */
  page?: string;
}

export type SubscribeOutcome =
  | { readonly outcome: 'sent' }
  /** 43101: no consent, or each one used up. Normal: the inbox has the message all the same. */
  | { readonly outcome: 'not-consented' }
  /** It went out and no answer came: perhaps it arrived. */
  | { readonly outcome: 'unknown' }
  /** Sending it again would be refused again. */
  | { readonly outcome: 'refused'; readonly reason: 'recipient' | 'template' | 'argument' };

/** 1 profile, 2 comment, 3 forum, 4 social log: WeChat's own division. */
export type SecurityScene = 1 | 2 | 3 | 4;
export interface TextCheck { openid: string; scene: SecurityScene; content: string; title?: string; nickname?: string }
/** The trace id is left out on purpose: it would tie an anonymous text to its author. */
export interface TextVerdict { readonly suggest: 'pass' | 'review' | 'risky'; readonly label: number }
export interface MediaCheck { openid: string; scene: SecurityScene; mediaUrl: string; mediaType: 'audio' | 'image' }
export interface PhoneNumber { readonly phone: string; readonly countryCode: string }
export interface UnlimitedCode { scene: string; page?: string; widthPx?: number; checkPath?: boolean }
export interface CodeImage { readonly contentType: string; readonly bytes: Buffer }

const TEXT_LIMIT = 2_500;
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;
const SEVERITY = { pass: 0, review: 1, risky: 2 } as const;
const MESSAGE_EDITION = { release: 'formal', trial: 'trial', develop: 'developer' } as const;

/**
 * Every call this service makes to WeChat's servers. Refusals are `WECHAT_…` domain errors; outcomes that belong to
 * ordinary life are values.
 */
export class WechatClient {
  readonly #appId: string;
  readonly #appSecret: string;
  readonly #edition: 'release' | 'trial' | 'develop';
  readonly #transport: WechatTransport;
  readonly #token: WechatToken;

  constructor(options: WechatClientOptions) {
    this.#appId = options.appId;
    this.#appSecret = options.appSecret;
    this.#edition = options.edition ?? 'release';
    this.#transport = new WechatTransport(options);
    this.#token = new WechatToken({ transport: this.#transport, clock: options.clock, appId: options.appId, appSecret: options.appSecret });
  }

  /** `code2Session`: who holds the code of `wx.login`. @throws DomainError `WECHAT_CODE_INVALID`, `WECHAT_ACCOUNT_AT_RISK`, `WECHAT_TOO_OFTEN`, `WECHAT_AWAY` */
  async codeToSession(code: string): Promise<WechatSession> {
    // Not asked twice: when only the answer was lost the code is used up, and the client simply logs in again.
    const answer = await this.#transport.ask({
      path: '/sns/jscode2session', again: false,
      query: { appid: this.#appId, secret: this.#appSecret, js_code: code, grant_type: 'authorization_code' },
    });
    const body = accepted(answer);
    const unionid = body['unionid'];
    return { openid: textOf(body['openid']), sessionKey: textOf(body['session_key']), unionid: typeof unionid === 'string' && unionid ? unionid : null };
  }

  /** The number behind the code of a phone button (never the login code). @throws DomainError as {@link codeToSession} */
  async getPhoneNumber(code: string): Promise<PhoneNumber> {
    const body = accepted(await this.#authorized('/wxa/business/getuserphonenumber', { code }, false));
    const info = (body['phone_info'] ?? {}) as Record<string, unknown>;
    const watermark = (info['watermark'] ?? {}) as Record<string, unknown>;
    if (watermark['appid'] !== this.#appId) throw wechatErrors.WECHAT_REFUSED();
    return { phone: textOf(info['purePhoneNumber']), countryCode: textOf(info['countryCode']) };
  }

  /** Sent at most once here. @throws DomainError `WECHAT_AWAY`, `WECHAT_TOO_OFTEN`, `WECHAT_REFUSED` when it surely was not sent */
  async sendSubscribe(message: SubscribeMessage): Promise<SubscribeOutcome> {
    const answer = await this.#authorized('/cgi-bin/message/subscribe/send', {
      touser: message.openid, template_id: message.templateId, miniprogram_state: MESSAGE_EDITION[this.#edition], lang: 'zh_CN',
      ...(message.page === undefined ? {} : { page: message.page }),
      data: Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }])),
    }, false, true);
    if (answer.kind === 'silence') return { outcome: 'unknown' };
    switch (answer.kind === 'json' ? answer.errcode : 0) {
      case ERRCODE.notConsented: return { outcome: 'not-consented' };
      case ERRCODE.recipientUnknown: return { outcome: 'refused', reason: 'recipient' };
      case ERRCODE.templateUnknown: return { outcome: 'refused', reason: 'template' };
      case ERRCODE.argumentInvalid: return { outcome: 'refused', reason: 'argument' };
      default:
        accepted(answer);
        return { outcome: 'sent' };
    }
  }

  /** `msg_sec_check`; long text is checked by pieces and the gravest verdict counts. @throws DomainError `WECHAT_AWAY`, `WECHAT_TOO_OFTEN`, `WECHAT_REFUSED` */
  async checkText(check: TextCheck): Promise<TextVerdict> {
    const { openid, scene, title, nickname } = check;
    let gravest: TextVerdict = { suggest: 'pass', label: 100 };
    for (const content of piecesOf(check.content)) {
      const body = accepted(await this.#authorized('/wxa/msg_sec_check', {
        version: 2, openid, scene, content, ...(title === undefined ? {} : { title }), ...(nickname === undefined ? {} : { nickname }),
      }, true));
      const verdict = verdictOf(body['result']);
      if (SEVERITY[verdict.suggest] > SEVERITY[gravest.suggest]) gravest = verdict;
    }
    return gravest;
  }

  /**
   * `media_check_async`: the verdict comes later as a push event with this trace id. Never for identity documents:
   * WeChat fetches the picture from a public address. @throws RangeError when the address is not https
   */
  async checkMedia(check: MediaCheck): Promise<{ readonly traceId: string }> {
    if (!check.mediaUrl.startsWith('https://')) throw new RangeError('A picture to be checked needs an https address.');
    const body = accepted(await this.#authorized('/wxa/media_check_async', {
      media_url: check.mediaUrl, media_type: check.mediaType === 'audio' ? 1 : 2, version: 2, scene: check.scene, openid: check.openid,
    }, true));
    return { traceId: textOf(body['trace_id']) };
  }

  /** `getwxacodeunlimit`: the picture of a mini-program code. @throws RangeError for a scene or page WeChat would refuse */
  async getUnlimitedCode(wish: UnlimitedCode): Promise<CodeImage> {
    if (!SCENE.test(wish.scene)) throw new RangeError('A scene has 1 to 32 characters of the set WeChat allows.');
    if (wish.page !== undefined && /^\/|\?/.test(wish.page)) throw new RangeError('A page is written without leading slash and without query.');
    const answer = await this.#authorized('/wxa/getwxacodeunlimit', {
      scene: wish.scene, env_version: this.#edition, check_path: wish.checkPath ?? true, width: wish.widthPx ?? 430,
      ...(wish.page === undefined ? {} : { page: wish.page }),
    }, true);
    if (answer.kind === 'bytes') return { contentType: answer.contentType, bytes: answer.bytes };
    accepted(answer);
    throw wechatErrors.WECHAT_REFUSED();
  }

  /** With the access token; when WeChat refuses the token, once more with another. */
  async #authorized(path: string, body: unknown, again: boolean, tellSilence = false): Promise<WechatAnswer> {
    const token = await this.#token.current();
    const answer = await this.#transport.ask({ path, query: { access_token: token }, body, again, tellSilence });
    if (answer.kind !== 'json' || !isTokenRefused(answer.errcode)) return answer;
    return this.#transport.ask({ path, query: { access_token: await this.#token.instead(token) }, body, again, tellSilence });
  }
}

function accepted(answer: WechatAnswer): Readonly<Record<string, unknown>> {
  if (answer.kind !== 'json') throw wechatErrors.WECHAT_REFUSED();
  if (answer.errcode !== 0) throw refusalFor(answer.errcode);
  return answer.body;
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw wechatErrors.WECHAT_REFUSED();
  return value;
}

function verdictOf(result: unknown): TextVerdict {
  const { suggest, label } = (result ?? {}) as Record<string, unknown>;
  if ((suggest !== 'pass' && suggest !== 'review' && suggest !== 'risky') || typeof label !== 'number') throw wechatErrors.WECHAT_REFUSED();
  return { suggest, label };
}

function piecesOf(content: string): string[] {
  const characters = Array.from(content);
  const pieces: string[] = [];
  for (let at = 0; at < characters.length; at += TEXT_LIMIT) pieces.push(characters.slice(at, at + TEXT_LIMIT).join(''));
  return pieces;
}
