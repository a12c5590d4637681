import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.ts';
import { platformErrors } from '../errors/platform.errors.ts';
import type { Logger } from '../logging/logger.ts';
import { currentRequestId } from './request-context.ts';

/** Codes with which a driver says that the database cannot be reached just now. */
const DATABASE_AWAY = new Set(['ECONNREFUSED', 'PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'ER_SERVER_SHUTDOWN', 'ETIMEDOUT', 'ER_CON_COUNT_ERROR', 'EPIPE', 'POOL_CLOSED', 'ER_CONNECTION_KILLED']);

/** Codes with which the HTTP server refuses an address that no route can have. */
const NO_SUCH_ADDRESS = new Set(['FST_ERR_BAD_URL', 'FST_ERR_MAX_PARAM_LENGTH']);
/** What the HTTP server could not even read has no field of ours; the body as a whole is the field. */
const UNREADABLE = { fields: [{ path: 'body', code: 'UNREADABLE', message: '提交的内容读不出来，请刷新后重试' }] };

interface WithCodes {
  code?: string;
  statusCode?: number;
  driverError?: { code?: string };
}

/** Turns whatever was thrown into the one error a client can rely on. */
function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const { code, statusCode, driverError } = error as WithCodes;
  if (DATABASE_AWAY.has(driverError?.code ?? code ?? '')) return platformErrors.DATABASE_AWAY();
  if (NO_SUCH_ADDRESS.has(code ?? '')) return platformErrors.NOT_FOUND();
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404) return platformErrors.NOT_FOUND();
  if (status === 405) return platformErrors.METHOD_NOT_ALLOWED();
  if (status === 413) return platformErrors.BODY_TOO_LARGE();
  if (status === 415 || status === 406) return platformErrors.UNSUPPORTED_CONTENT();
  if (status === 429) return platformErrors.TOO_MANY_REQUESTS();
  if (status !== undefined && status >= 400 && status < 500) return platformErrors.BAD_REQUEST(UNREADABLE);
  return platformErrors.INTERNAL();
}

export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';

/** RFC 9457. */
export const problemOf = (error: DomainError, requestId: string): object => ({
  type: `urn:service-hall:problem:${error.code}`, title: error.title, status: error.status, code: error.code,
  ...(error.extras.detail ? { detail: error.extras.detail } : {}),
  ...(error.extras.fields ? { fields: error.extras.fields } : {}),
  ...(error.extras.data ? { data: error.extras.data } : {}),
  requestId,
});

/** The sender went away in the middle of the body. Its ECONNRESET is no fault of the database, and nothing to wake anybody for. */
const isBrokenOff = ({ raw }: FastifyRequest): boolean => raw.destroyed && raw.complete === false;

/** Answers a request with the problem that was thrown. */
export function sendProblem(reply: FastifyReply, request: FastifyRequest, thrown: unknown, log: Logger): void {
  const error = toDomainError(isBrokenOff(request) ? platformErrors.BAD_REQUEST(UNREADABLE) : thrown);
  const route = request.routeOptions?.url ?? 'unknown';
  // An address that cannot be read is refused before the request has its context.
  const requestId = currentRequestId() ?? request.id;
  if (error.status >= 500) log.error({ err: thrown, route, requestId }, 'a request failed');
  if (reply.sent) return;
  void reply.code(error.status).header('content-type', PROBLEM_TYPE).header('cache-control', 'no-store').send(JSON.stringify(problemOf(error, requestId)));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(http.getResponse<FastifyReply>(), http.getRequest<FastifyRequest>(), error, this.log);
  }
}
