import { Agent, request } from 'node:http';
import type { Attempt } from './mischief.ts';

export interface Answered {
  status: number;
  type: string;
  text: string;
  milliseconds: number;
}

/** No request may keep anybody waiting longer, however bad it is. */
export const LONGEST_ANSWER_MS = 5_000;

/** Sends attempts over real connections, which it keeps and gives up at the end. */
export class Messenger {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 8 });

  /** @param patience milliseconds it waits for an answer */
  constructor(
    private readonly base: string,
    private readonly patience = LONGEST_ANSWER_MS,
  ) {}

  /** Never rejects: a connection cut or an answer that does not come is told as status 0. */
  send(attempt: Pick<Attempt, 'method' | 'url' | 'headers' | 'payload'>, token: string | null): Promise<Answered> {
    const since = performance.now();
    const headers: Record<string, string | string[]> = { ...(token && !attempt.headers.authorization ? { authorization: `Bearer ${token}` } : {}), ...attempt.headers, ...(attempt.payload ? { 'content-length': String(attempt.payload.length) } : {}) };
    return new Promise((settle) => {
      const end = (status: number, type: string, text: string) => settle({ status, type, text, milliseconds: performance.now() - since });
      const sent = request(`${this.base}${attempt.url}`, { method: attempt.method, agent: this.agent, headers, setHost: !headers.host, insecureHTTPParser: false }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => end(response.statusCode ?? 0, String(response.headers['content-type'] ?? ''), Buffer.concat(pieces).toString('utf8')))
          .on('error', () => end(0, '', 'the answer broke off'));
      });
      sent.setTimeout(this.patience, () => sent.destroy(new Error(`no answer within ${this.patience} ms`)));
      sent.on('error', (error) => end(0, '', error.message));
      sent.end(attempt.payload ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

interface ProblemBody {
  code?: unknown;
  title?: unknown;
  requestId?: unknown;
  fields?: { path?: unknown; message?: unknown }[];
}

/** Words that only our own insides use. */
const INSIDES = /\bSELECT\b.*\bFROM\b|\bINSERT INTO\b|\bER_[A-Z_]{4,}|SQLITE_|QueryFailedError|node_modules|\bat [\w.<>]+ \(|TypeError|Cannot read prop/;

/** What is wrong with an answer to a bad request; empty when nothing is. */
export function faultsOf({ status, type, text, milliseconds }: Answered): string[] {
  if (status === 0) return [`no answer: ${text}`];
  const faults: string[] = [];
  if (status >= 500) faults.push(`status ${status}`);
  if (milliseconds > LONGEST_ANSWER_MS) faults.push(`answered after ${Math.round(milliseconds)} ms`);
  if (status < 400) return faults;
  if (INSIDES.test(text)) faults.push('shows its insides');
  if (!type.startsWith('application/problem+json')) return [...faults, `a refusal of type ${type || 'none'}`];
  const problem = JSON.parse(text) as ProblemBody;
  if (typeof problem.code !== 'string' || typeof problem.title !== 'string' || !problem.requestId) faults.push('a refusal without code, sentence or request id');
  const named = problem.fields?.every((field) => typeof field.path === 'string' && typeof field.message === 'string') ?? false;
  if (status === 400 && !(named && problem.fields!.length > 0)) faults.push('a 400 that names no field');
  return faults;
}

/** As somebody needs it who wants to see the same thing again. */
export const retold = (attempt: Attempt, answered: Answered, faults: readonly string[]): string =>
  `#${attempt.number} ${attempt.role}: ${attempt.method} ${attempt.url}\n   ${JSON.stringify(attempt.headers)} ${attempt.payload?.toString('utf8').slice(0, 600) ?? ''}\n   → ${faults.join('; ')}\n   ${answered.text.slice(0, 300)}`;
