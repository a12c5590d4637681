import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { platformErrors } from '../errors/platform.errors.ts';
import { safeHeaders } from './safe-headers.ts';
import { PROBLEM_TYPE, problemOf } from './problem.filter.ts';

const UNREADABLE = { fields: [{ path: 'request', code: 'UNREADABLE', message: '请求读不出来，请刷新页面后重试' }] };

/**
 * What is no HTTP, or has headers without an end, never becomes a request. It is refused on the bare connection, in the
 * words every other refusal has, and the connection is given up.
 */
export function refuseConnection(error: { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const body = JSON.stringify(problemOf(platformErrors.BAD_REQUEST(UNREADABLE), randomUUID()));
  const head = { ...safeHeaders(), 'content-type': PROBLEM_TYPE, 'content-length': Buffer.byteLength(body), connection: 'close' };
  socket.end(`HTTP/1.1 400 Bad Request\r\n${Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`);
}
