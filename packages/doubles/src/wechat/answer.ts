import { randomBytes } from 'node:crypto';

/** What a WeChat endpoint sends: JSON (always with HTTP 200) or a picture. */
export type Answer = { json: Record<string, unknown> } | { contentType: string; bytes: Uint8Array };

/** One request, with query and JSON body already read. */
export interface Asked { query: URLSearchParams; body: Record<string, unknown>; now: number }

const MESSAGES: Record<number, string> = {
  [-1]: 'system error', 40001: 'invalid credential, access_token is invalid or not latest', 40003: 'invalid openid', 40013: 'invalid appid', 40029: 'invalid code',
  40037: 'invalid template_id', 40125: 'invalid appsecret', 40163: 'code been used', 40169: 'invalid length for scene, or the data is not json string', 40226: 'code blocked',
  41002: 'appid missing', 41004: 'appsecret missing', 41008: 'missing code', 41030: 'invalid page', 42001: 'access_token expired', 43101: 'user refuse to accept the msg',
  43302: 'require POST method', 44002: 'empty post data', 45009: 'reach max api daily quota limit', 45011: 'api minute-quota reach limit', 47001: 'data format error',
  47003: 'argument invalid!', 61010: 'code is expired',
};

/** `errmsg` ends in a `rid`, as WeChat's does. */
export function refuse(errcode: number, detail = ''): Answer {
  const hex = randomBytes(12).toString('hex');
  const rid = `${hex.slice(0, 8)}-${hex.slice(8, 16)}-${hex.slice(16)}`;
  return { json: { errcode, errmsg: `${MESSAGES[errcode] ?? 'error'}${detail ? ` ${detail}` : ''} rid: ${rid}` } };
}

export function accept(fields: Record<string, unknown> = {}): Answer {
  return { json: { errcode: 0, errmsg: 'ok', ...fields } };
}

export function textIn(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : '';
}
