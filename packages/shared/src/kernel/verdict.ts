/** A rule's "no": `code` is stable for programs, `message` is a Chinese sentence for people, `path` names the field. */
export interface Refusal { ok: false; code: string; message: string; path?: string }
/** What a rule answers: the value it allows, or the reason it refuses. Rules return it; services turn a refusal into an error. */
export type Verdict<T = true> = { ok: true; value: T } | Refusal;
/** One thing wrong with one field of a form; the same shape travels to clients as a field error. */
export interface FieldProblem { path: string; code: string; message: string }

export const allow = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refuse = (code: string, message: string, path?: string): Refusal =>
  path === undefined ? { ok: false, code, message } : { ok: false, code, message, path };
