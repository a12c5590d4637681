import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';
import type { Settings } from '../config/settings.ts';

/** Values under these names never reach the log, wherever in an object they stand. */
const SECRET_KEYS = ['password', 'token', 'renewalToken', 'authorization', 'citizenId', 'phone', 'bankCard', 'name', 'openid', 'session_key', 'code', 'comment', 'answers'];
const REDACT = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/**
 * An error as the log may show it: a database error's own message repeats the values of the statement, so only its
 * name, code and the place in our code are kept.
 */
function safeError(error: unknown): object {
  const { name, code, errno, status, stack, driverError } = error as { name?: string; code?: string; errno?: number; status?: number; stack?: string; driverError?: { code?: string; errno?: number } };
  const at = (stack ?? '').split('\n').filter((line) => line.startsWith('    at ')).slice(0, 8).map((line) => line.trim());
  return { kind: name, reason: driverError?.code ?? code, errno: driverError?.errno ?? errno, status, at };
}

/** Structured logs without personal data: facts in the object, one plain sentence as the message. */
@Injectable()
export class Logger implements LoggerService {
  private readonly pino: Pino;

  constructor(settings: Pick<Settings, 'LOG_LEVEL' | 'LOG_TO' | 'DATA_DIR'>) {
    const path = join(settings.DATA_DIR, 'logs', 'api.log');
    if (settings.LOG_TO === 'file') mkdirSync(dirname(path), { recursive: true });
    const to = settings.LOG_TO === 'file' ? pino.destination({ dest: path, sync: true }) : pino.destination({ dest: 1, sync: true });
    this.pino = pino({ level: settings.LOG_LEVEL, base: null, redact: { paths: REDACT, censor: '[hidden]' }, serializers: { err: safeError } }, to);
  }

  info(facts: object, sentence: string): void {
    this.pino.info(facts, sentence);
  }

  warn(facts: unknown, sentence?: unknown): void {
    this.write('warn', facts, sentence);
  }

  error(facts: unknown, sentence?: unknown): void {
    this.write('error', facts, sentence);
  }

  /** Nest's own chatter: `(message, context)`. */
  log(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.pino.debug({ context }, String(message));
  }

  private write(level: 'warn' | 'error', facts: unknown, sentence: unknown): void {
    if (typeof facts === 'object' && facts !== null && !(facts instanceof Error)) this.pino[level](facts, String(sentence ?? ''));
    else this.pino[level]({ err: facts instanceof Error ? facts : undefined, context: sentence }, facts instanceof Error ? facts.name : String(facts));
  }
}
