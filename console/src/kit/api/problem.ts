import type { FieldError, Problem } from '@hall/shared/api/views';
import { errorCopy } from '../copy/error.copy.ts';

/** A refusal of the server, with its stable code and the sentence it wrote for people. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldError[];
  readonly requestId: string | null;
  readonly body: Partial<Problem> & Record<string, unknown>;

  constructor(status: number, body: Partial<Problem> & Record<string, unknown>) {
    super(body.detail ?? body.title ?? errorCopy.byStatus(status));
    this.name = 'Refusal';
    this.status = status;
    this.code = body.code ?? `HTTP_${status}`;
    this.fields = body.fields ?? [];
    this.requestId = body.requestId ?? null;
    this.body = body;
  }
}

/** No answer came at all: the cable, the network or the server. */
export class NetworkLost extends Error {
  constructor() {
    super(errorCopy.networkLost);
    this.name = 'NetworkLost';
  }
}

/** One sentence for the person at the window, whatever went wrong. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) {
    const [field] = error.fields;
    return field ? field.message : error.message;
  }
  if (error instanceof NetworkLost) return error.message;
  return errorCopy.unexpected;
}

/** Every sentence of a refusal that names several things, the headline first. */
export const sentencesOf = (error: unknown): string[] => (error instanceof Refusal && error.fields.length > 0 ? [...new Set([error.message, ...error.fields.map(({ message }) => message)])] : [sentenceOf(error)]);

/** The sentence of a step refused on a page that then reads itself anew: nobody is asked to refresh what is already fresh. */
export const sentenceOfStep = (error: unknown): string => (hasCode(error, 'STALE_VERSION') ? errorCopy.stale : sentenceOf(error));

export const hasCode = (error: unknown, code: string): error is Refusal => error instanceof Refusal && error.code === code;
