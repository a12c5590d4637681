import { createHash, timingSafeEqual } from 'node:crypto';

export interface PushSignature { signature: string; timestamp: string; nonce: string }
export interface MediaVerdict { readonly traceId: string; readonly suggest: 'pass' | 'review' | 'risky'; readonly label: number }

/** Whether a push really comes from WeChat: SHA-1 over the sorted token, timestamp and nonce, as its protocol prescribes. */
export function isPushFromWechat(token: string, given: PushSignature): boolean {
  const expected = createHash('sha1').update([token, given.timestamp, given.nonce].sort().join('')).digest();
  const signature = Buffer.from(given.signature, 'hex');
  return signature.length === expected.length && timingSafeEqual(signature, expected);
}

/** Reads a pushed event. @returns null when it is another event, or one whose check itself failed */
export function readMediaVerdict(event: unknown): MediaVerdict | null {
  const body = (event ?? {}) as Record<string, unknown>;
  if (body['Event'] !== 'wxa_media_check' || (body['errcode'] ?? 0) !== 0) return null;
  const { suggest, label } = (body['result'] ?? {}) as Record<string, unknown>;
  const traceId = body['trace_id'];
  if (typeof traceId !== 'string' || typeof label !== 'number') return null;
  return suggest === 'pass' || suggest === 'review' || suggest === 'risky' ? { traceId, suggest, label } : null;
}
