import type { FieldError, Problem } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { copy } from './copy/kit.ts';
import { usableToken } from './session.ts';
import { staffRefusal, usableStaffToken } from './staff-session.ts';
import { askStepUp } from './step-up.ts';
import { send, sendFile, type Method, type Reply } from './transport.ts';

/** A refusal or a failure. `message` is a Chinese sentence for people; `status` 0 means the server was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: FieldError[];

  constructor(status: number, code: string, message: string, fields: FieldError[] = []) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.fields = fields;
  }

  /** Nothing wrong with the request: trying again later may work. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

export const SIGN_IN_NEEDED = 'SIGN_IN_NEEDED';
/** A page of the staff's was opened by somebody who is not bound or not signed in as staff. */
export const STAFF_SIGN_IN_NEEDED = 'STAFF_SIGN_IN_NEEDED';
const STEP_UP_NEEDED = 'STEP_UP_NEEDED';

/** How a request may be sent. `key` is its Idempotency-Key; a POST with one may be repeated safely. */
interface Manner { key?: string }

export const get = <T>(path: string) => ask<T>('GET', path);
export const list = async <T>(path: string): Promise<T[]> => (await ask<Listed<T>>('GET', path)).items;
export const post = <T>(path: string, body: unknown = {}, manner: Manner = {}) => ask<T>('POST', path, body, manner);
export const put = <T>(path: string, body: unknown) => ask<T>('PUT', path, body);
export const patch = <T>(path: string, body: unknown) => ask<T>('PATCH', path, body);
export const remove = <T>(path: string) => ask<T>('DELETE', path);

/** Uploads one picture as `file`; `key` is null where nobody must be recognised by it. `onProgress` hears whole percents. */
export const upload = <T>(path: string, filePath: string, key: string | null, onProgress: (percent: number) => void): Promise<T> =>
  authorised<T>(path, (headers) => sendFile(path, filePath, { ...headers, ...(key === null ? {} : { 'Idempotency-Key': key }) }, onProgress));

const WAITS = [400, 1_200];

async function ask<T>(method: Method, path: string, body?: unknown, manner: Manner = {}): Promise<T> {
  const repeatable = method === 'GET' || manner.key !== undefined;
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await authorised<T>(path, (headers) =>
        send({ method, path, body, headers: { ...headers, ...(manner.key ? { 'Idempotency-Key': manner.key } : {}) } }));
    } catch (error) {
      const wait = WAITS[attempt];
      if (!(error instanceof ApiError) || !error.passing || error.status === 429 || !repeatable || wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Adds the token where one is due, renews it once when the server refuses it, and asks for the second factor where a step needs it. */
async function authorised<T>(path: string, go: (headers: Record<string, string>) => Promise<Reply>): Promise<T> {
  if (path.startsWith('/public/')) return opened<T>(await go({}));
  const staff = path.startsWith('/staff/');
  const tokenFor = staff ? usableStaffToken : usableToken;
  const needed = () => (staff ? new ApiError(401, STAFF_SIGN_IN_NEEDED, staffRefusal()?.title ?? copy.staffSignInNeeded) : new ApiError(401, SIGN_IN_NEEDED, copy.signInNeeded));
  const token = await tokenFor();
  if (token === null) throw needed();
  const sendWith = (bearer: string) => go({ Authorization: `Bearer ${bearer}` });
  let reply = await sendWith(token);
  if (reply.status === 401) {
    const renewed = await tokenFor(token);
    if (renewed === null || renewed === token) throw needed();
    reply = await sendWith(renewed);
  }
  // What waited for the six digits goes on by itself; whoever would rather not hears the refusal.
  if (staff && needsStepUp(reply) && (await askStepUp())) reply = await sendWith((await tokenFor()) ?? token);
  return opened<T>(reply);
}

const needsStepUp = ({ status, body }: Reply): boolean => status === 403 && (body as Partial<Problem> | null)?.code === STEP_UP_NEEDED;

function opened<T>({ status, body }: Reply): T {
  if (status >= 200 && status < 300) return body as T;
  if (status === 0) throw new ApiError(0, 'UNREACHABLE', copy.unreachable);
  const problem = (body ?? {}) as Partial<Problem>;
  throw new ApiError(status, problem.code ?? 'UNKNOWN', problem.title ?? copy.unknownProblem, problem.fields ?? []);
}
