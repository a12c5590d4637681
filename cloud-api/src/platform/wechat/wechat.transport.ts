import { ERRCODE, wechatErrors } from './wechat.errors.ts';

export interface WechatLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
}

export interface TransportOptions {
  /** `https://api.weixin.qq.com`, or a double of it. */
  baseUrl: string;
  /** For one attempt, default 5 s. */
  timeoutMs?: number;
  clock: { now(): number };
  log?: WechatLog;
  fetch?: typeof fetch;
  /** Waits between two attempts; tests hand in one that does not. */
  pause?: (milliseconds: number) => Promise<void>;
}

export interface WechatRequest {
  path: string;
  query?: Record<string, string>;
  /** Sent as JSON by POST; a request without it is a GET. */
  body?: unknown;
  /** Asked again once when WeChat is busy or away. Only for calls that change nothing, or cannot happen twice. */
  again: boolean;
  /** Answers `silence` instead of throwing when the request went out and no usable answer came: perhaps it was heard. */
  tellSilence?: boolean;
}

export type WechatAnswer =
  | { readonly kind: 'json'; readonly errcode: number; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'bytes'; readonly contentType: string; readonly bytes: Buffer }
  | { readonly kind: 'silence' };

/** Failures before a connection stood: nothing was said to anybody. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

const PAUSE_MS = 300;

/** One request to WeChat's servers: time limit, second attempt, and a log line that names the call and nothing else. */
export class WechatTransport {
  readonly #baseUrl: string;
  readonly #timeoutMs: number;
  readonly #clock: { now(): number };
  readonly #log: WechatLog | undefined;
  readonly #fetch: typeof fetch;
  readonly #pause: (milliseconds: number) => Promise<void>;

  constructor(options: TransportOptions) {
    this.#baseUrl = options.baseUrl.replace(/\/+$/, '');
    this.#timeoutMs = options.timeoutMs ?? 5_000;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#fetch = options.fetch ?? fetch;
    this.#pause = options.pause ?? ((milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }));
  }

  /** @throws DomainError `WECHAT_AWAY` when no understandable answer came; other codes are for the caller to judge */
  async ask(request: WechatRequest): Promise<WechatAnswer> {
    const answer = await this.#attempt(request);
    if (answer?.kind === 'silence' && request.tellSilence) return answer;
    if (!request.again || !isMissing(answer)) return present(answer);
    await this.#pause(PAUSE_MS);
    return present(await this.#attempt(request));
  }

  /** @returns undefined when nobody was reached */
  async #attempt(request: WechatRequest): Promise<WechatAnswer | undefined> {
    const started = this.#clock.now();
    const facts = { call: request.path };
    try {
      const url = new URL(this.#baseUrl + request.path);
      for (const [name, value] of Object.entries(request.query ?? {})) url.searchParams.set(name, value);
      const signal = AbortSignal.timeout(this.#timeoutMs);
      const init: RequestInit = request.body === undefined
        ? { signal }
        : { signal, method: 'POST', headers: { 'content-type': 'application/json; charset=utf-8' }, body: JSON.stringify(request.body) };
      const response = await this.#fetch(url, { ...init, redirect: 'error' });
      const bytes = Buffer.from(await response.arrayBuffer());
      const answer = (response.ok ? readAnswer(response.headers.get('content-type') ?? '', bytes) : undefined) ?? SILENCE;
      const ms = this.#clock.now() - started;
      if (answer.kind === 'silence') this.#log?.warn({ ...facts, ms, status: response.status }, 'WeChat gave no usable answer');
      else if (answer.kind === 'json' && answer.errcode !== 0) this.#log?.warn({ ...facts, ms, errcode: answer.errcode, rid: ridOf(answer) }, 'WeChat refused');
      else this.#log?.info({ ...facts, ms }, 'WeChat answered');
      return answer;
    } catch (error) {
      // The error's own message holds the address, and the address holds the secret: only its kind is told.
      const cause = (error as { cause?: { code?: string } }).cause?.code;
      this.#log?.warn({ ...facts, ms: this.#clock.now() - started, reason: cause ?? (error as Error).name }, 'WeChat was not reached');
      return NOT_CONNECTED.has(cause ?? '') ? undefined : SILENCE;
    }
  }
}

const SILENCE: WechatAnswer = { kind: 'silence' };
const isMissing = (answer: WechatAnswer | undefined): boolean => answer === undefined || answer.kind === 'silence' || isBusy(answer);

function present(answer: WechatAnswer | undefined): WechatAnswer {
  if (answer === undefined || answer.kind === 'silence' || isBusy(answer)) throw wechatErrors.WECHAT_AWAY();
  return answer;
}

function isBusy(answer: WechatAnswer): boolean {
  return answer.kind === 'json' && answer.errcode === ERRCODE.busy;
}

/** WeChat labels JSON as text/plain on some calls, so everything that is no picture is read as JSON. */
function readAnswer(contentType: string, bytes: Buffer): WechatAnswer | undefined {
  if (/^(image|audio|video)\//.test(contentType)) return { kind: 'bytes', contentType, bytes };
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const fields = body as Record<string, unknown>;
  // A few open-capability calls say `errno` where the others say `errcode`.
  const errcode = fields['errcode'] ?? fields['errno'] ?? 0;
  return typeof errcode === 'number' ? { kind: 'json', errcode, body: fields } : undefined;
}

/** The number WeChat's support asks for; the rest of `errmsg` may repeat what was sent. */
function ridOf(answer: { body: Readonly<Record<string, unknown>> }): string | undefined {
  return /rid: ?([0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})/.exec(String(answer.body['errmsg'] ?? ''))?.[1];
}
