import { hash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { platformErrors } from '../errors/platform.errors.ts';

/** A creating request's key, with what it asked for; both only as hashes. */
export interface Idempotency {
  key: string;
  route: string;
  bodyHash: string;
}

interface RequestParts {
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
  routeOptions: { url?: string };
  params: unknown;
}

/** The `Idempotency-Key` header of a creating request, or null when the client sent none. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): Idempotency | null => {
  const request = context.switchToHttp().getRequest<RequestParts>();
  const key = request.headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key)) {
    throw platformErrors.BAD_REQUEST({ fields: [{ path: 'Idempotency-Key', code: 'PATTERN', message: '提交编号须为 8 至 80 位字母、数字或连字符' }] });
  }
  const asked = JSON.stringify([request.params ?? null, request.body ?? null]);
  // A body may be little more than an ID number, whose bare hash could be guessed. Mixed with the key it cannot be,
  // as long as the key itself is kept as a hash too.
  return { key: hash('sha256', key, 'base64url'), route: request.routeOptions.url ?? '', bodyHash: hash('sha256', `${key}\n${asked}`, 'base64url') };
});
