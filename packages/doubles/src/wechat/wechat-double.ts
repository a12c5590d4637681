import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '../system-clock.ts';
import { refuse } from './answer.ts';
import type { Answer, Asked } from './answer.ts';
import { unlimitedCode } from './code-picture.ts';
import { ContentCheck } from './content-check.ts';
import { Messages } from './messages.ts';
import { Persons } from './persons.ts';
import { Tokens } from './tokens.ts';
import type { Failure, WechatControl } from './wechat-control.ts';

export interface WechatDoubleOptions {
  /** Default: a free one. */
  port?: number;
  appId?: string;
  appSecret?: string;
  /** Decides when codes and tokens expire; default: the machine's. */
  clock?: { now(): number };
}

export interface WechatDouble {
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly control: WechatControl;
  close(): Promise<void>;
}

interface Endpoint { method: 'GET' | 'POST'; authorized: boolean; answer(asked: Asked): Answer }

const LONGEST_BODY = 1024 * 1024;

/** WeChat's servers as far as this project calls them, on the loopback address. Everything is forgotten when it closes. */
export async function startWechatDouble(options: WechatDoubleOptions = {}): Promise<WechatDouble> {
  const appId = options.appId ?? 'wx0000000000000000';
  const appSecret = options.appSecret ?? 'the-double-has-no-secret';
  const clock = options.clock ?? systemClock;
  const persons = new Persons(appId, appSecret);
  const tokens = new Tokens(appId, appSecret);
  const messages = new Messages(persons);
  const contentCheck = new ContentCheck(persons, appId);
  const failures = new Map<string, Failure[]>();
  const counts: Record<string, number> = {};

  const endpoints: Record<string, Endpoint> = {
    '/sns/jscode2session': { method: 'GET', authorized: false, answer: (asked) => persons.codeToSession(asked) },
    '/cgi-bin/stable_token': { method: 'POST', authorized: false, answer: (asked) => tokens.stableToken(asked) },
    '/cgi-bin/message/subscribe/send': { method: 'POST', authorized: true, answer: (asked) => messages.send(asked) },
    '/wxa/msg_sec_check': { method: 'POST', authorized: true, answer: (asked) => contentCheck.text(asked) },
    '/wxa/media_check_async': { method: 'POST', authorized: true, answer: (asked) => contentCheck.media(asked) },
    '/wxa/business/getuserphonenumber': { method: 'POST', authorized: true, answer: (asked) => persons.phoneNumber(asked) },
    '/wxa/getwxacodeunlimit': { method: 'POST', authorized: true, answer: unlimitedCode },
  };

  const control: WechatControl = {
    issueLoginCode: (person) => persons.issueLoginCode(person, clock.now()),
    issuePhoneCode: (person, phone) => persons.issuePhoneCode(person, phone, clock.now()),
    openidOf: (person) => persons.openidOf(person),
    markAtRisk: (person) => persons.markAtRisk(person),
    defineTemplate: (templateId, fields) => messages.defineTemplate(templateId, fields),
    consent: (person, templateId, times = 1) => messages.consent(persons.openidOf(person), templateId, times),
    sentMessages: () => [...messages.sent],
    failNext: (path, failure, times = 1) => { failures.set(path, [...(failures.get(path) ?? []), ...Array.from({ length: times }, () => failure)]); },
    revokeTokens: () => tokens.revokeAll(),
    tokensIssued: () => tokens.issuedCount(),
    callCounts: () => ({ ...counts }),
    pushMediaVerdicts: (target) => contentCheck.pushVerdicts(target, clock.now()),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://double');
    const text = await readBody(request);
    if (url.pathname.startsWith('/control/')) return sendJson(response, ...(await steer(control, url.pathname.slice('/control/'.length), text)));
    counts[url.pathname] = (counts[url.pathname] ?? 0) + 1;
    const failure = failures.get(url.pathname)?.shift();
    if (failure === 'silence') return undefined;
    if (failure === 'cut') return void request.socket.destroy();
    if (failure && 'status' in failure) return sendJson(response, failure.status, {});
    return send(response, failure ? refuse(failure.errcode) : judge(endpoints[url.pathname], request, url, text));
  }

  function judge(endpoint: Endpoint | undefined, request: IncomingMessage, url: URL, text: string): Answer {
    if (!endpoint) return refuse(-1, 'no such interface');
    const now = clock.now();
    if (endpoint.method !== request.method) return refuse(43302);
    if (endpoint.authorized) {
      const refused = tokens.judge(url.searchParams.get('access_token') ?? '', now);
      if (refused !== 0) return refuse(refused);
    }
    const body = endpoint.method === 'GET' ? {} : readJson(text);
    return body ? endpoint.answer({ query: url.searchParams, body: body as Record<string, unknown>, now }) : refuse(text ? 47001 : 44002);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => {
    server.close(() => { resolve(); });
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${port}`, appId, appSecret, control, close };
}

async function steer(control: WechatControl, name: string, text: string): Promise<[status: number, body: object]> {
  const act = Object.hasOwn(control, name) ? (control[name as keyof WechatControl] as (...given: unknown[]) => unknown) : undefined;
  const given = text ? readJson(text) : [];
  if (!act || !Array.isArray(given)) return [404, { error: 'no such control, or its arguments are no JSON array' }];
  return [200, { result: (await act(...(given as unknown[]))) ?? null }];
}

async function readBody(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > LONGEST_BODY) throw new Error('body too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function readJson(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, answer: Answer): void {
  if ('json' in answer) return sendJson(response, 200, answer.json);
  response.writeHead(200, { 'content-type': answer.contentType });
  response.end(answer.bytes);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8' });
  response.end(JSON.stringify(body));
}
