import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { platformErrors } from '../errors/platform.errors.ts';

/** A creating request's key, with what it asked for. */
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
  return { key, route: request.routeOptions.url ?? '', bodyHash: createHash('sha256').update(asked).digest('base64url') };
});
