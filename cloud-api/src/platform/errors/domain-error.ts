/** One wrong field: its path, a stable code for programs and a sentence that says what to do. */
export interface FieldProblem {
  path: string;
  code: string;
  message: string;
}

export interface ErrorEntry {
  status: number;
  /** Chinese, for a tired person: what is wrong and what to do next. */
  title: string;
}

export interface ErrorExtras {
  detail?: string;
  fields?: FieldProblem[];
  /** Extra facts a program needs to go on, for example which account to merge. Never personal data. */
  data?: Record<string, unknown>;
}

/** A refusal that has a name. Thrown inside a unit of work it rolls everything back. */
export class DomainError extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly extras: ErrorExtras;

  constructor(code: string, entry: ErrorEntry, extras: ErrorExtras = {}) {
    super(`${code}: ${entry.title}`);
    this.name = 'DomainError';
    this.code = code;
    this.status = entry.status;
    this.title = entry.title;
    this.extras = extras;
  }
}

const table = new Map<string, ErrorEntry>();

type Throwers<T> = { readonly [K in keyof T]: (extras?: ErrorExtras) => DomainError };

/**
 * Adds a feature's rows to the one error table and returns a maker per code:
 * `throw bookingErrors.BOOKING_SLOT_FULL()`. Two features may not claim one code.
 */
export function defineErrors<T extends Record<string, ErrorEntry>>(entries: T): Throwers<T> {
  const makers: Record<string, (extras?: ErrorExtras) => DomainError> = {};
  for (const [code, entry] of Object.entries(entries)) {
    if (table.has(code)) throw new Error(`error code ${code} is defined twice`);
    table.set(code, entry);
    makers[code] = (extras) => new DomainError(code, entry, extras);
  }
  return makers as Throwers<T>;
}

/** A pure rule said no: give its code the status of the table, or 409 with the rule's own sentence. */
export function refusal(verdict: { code: string; message: string; path?: string }, status = 409): DomainError {
  const entry = table.get(verdict.code) ?? { status, title: verdict.message };
  const fields = verdict.path ? [{ path: verdict.path, code: verdict.code, message: verdict.message }] : undefined;
  return new DomainError(verdict.code, { ...entry, title: verdict.message || entry.title }, fields ? { fields } : {});
}

export function errorTable(): ReadonlyMap<string, ErrorEntry> {
  return table;
}
