import type { SessionView } from '@hall/shared/api/views';
import { awaitSignIn, renewed, session } from '../session/session.store.ts';
import { askStepUp } from '../session/step-up.store.ts';
import { nonce } from './nonce.ts';
import { NetworkLost } from './problem.ts';
import type { Message } from './send.ts';
import { jsonOf, refusalOf, send } from './send.ts';
import { together, underOneKey, wishOf } from './wish.ts';

const RETRY_AFTER_MS = 900;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

let renewing: Promise<void> | null = null;

/** One renewal at a time; when the server refuses it, waits until the clerk has signed in again. */
function freshSession(): Promise<void> {
  renewing ??= (async () => {
    const renewalToken = session.get().session?.renewalToken;
    if (renewalToken && session.get().phase === 'signed-in') {
      const answer = await send('/public/sign-in/renew', { method: 'POST', body: { renewalToken } });
      if (answer.ok) return renewed(await jsonOf<SessionView>(answer));
    }
    await awaitSignIn();
  })().finally(() => { renewing = null; });
  return renewing;
}

/** A wrong password at the lock is also a 401, but the session behind it is alive. */
async function saysWrongPassword(answer: Response): Promise<boolean> {
  return (await refusalOf(answer.clone())).code === 'PASSWORD_WRONG';
}

/** Some steps ask for the second factor anew: the clerk gives it in a dialog and the same message goes out again. */
async function asClerk(path: string, message: Message): Promise<Response> {
  const answer = await signedInSend(path, message);
  if (answer.status !== 403 || (await refusalOf(answer.clone())).code !== 'STEP_UP_NEEDED' || !(await askStepUp())) return answer;
  return signedInSend(path, message);
}

/** Sends as the signed-in clerk; an expired session is renewed underneath and the same message sent again. */
async function signedInSend(path: string, message: Message): Promise<Response> {
  const token = session.get().session?.token ?? null;
  const answer = await send(path, { ...message, token });
  if (answer.status !== 401 || await saysWrongPassword(answer)) return answer;
  // Another request may have renewed the session while this one was on its way.
  if (session.get().session?.token === token) await freshSession();
  return send(path, { ...message, token: session.get().session?.token ?? null });
}

/** What changes something: a second click meanwhile sends nothing more. */
const changing = <T>(path: string, message: Message): Promise<T> => together(wishOf(message.method, path, message.body), async () => jsonOf<T>(await asClerk(path, message)));

/** The typed door to the API. Paths are below `/api`; each method throws Refusal or NetworkLost. */
export const api = {
  get: async <T>(path: string): Promise<T> => jsonOf<T>(await asClerk(path, { method: 'GET' })),
  post: <T>(path: string, body: unknown = {}): Promise<T> => changing<T>(path, { method: 'POST', body }),
  put: <T>(path: string, body: unknown): Promise<T> => changing<T>(path, { method: 'PUT', body }),
  patch: <T>(path: string, body: unknown): Promise<T> => changing<T>(path, { method: 'PATCH', body }),
  remove: <T>(path: string): Promise<T> => changing<T>(path, { method: 'DELETE' }),

  /** A creating POST: one key for the intent, so that neither the retry after a lost answer nor a second click can create twice. */
  create: <T>(path: string, body: unknown = {}): Promise<T> => {
    const wish = wishOf('CREATE', path, body);
    return together(wish, () => underOneKey(wish, async (idempotencyKey) => {
      const message: Message = { method: 'POST', body, idempotencyKey };
      try {
        return await jsonOf<T>(await asClerk(path, message));
      } catch (error) {
        if (!(error instanceof NetworkLost)) throw error;
        await pause(RETRY_AFTER_MS);
        return jsonOf<T>(await asClerk(path, message));
      }
    }));
  },

  upload: async <T>(path: string, file: Blob, fileName: string): Promise<T> => {
    const form = new FormData();
    form.append('file', file, fileName);
    return jsonOf<T>(await asClerk(path, { method: 'POST', form, idempotencyKey: nonce() }));
  },

  /** Bytes that need the clerk's token, such as a PDF or an Excel file. */
  bytes: async (path: string, method: 'GET' | 'POST' = 'GET', body: unknown = {}): Promise<Blob> => {
    const answer = await asClerk(path, method === 'GET' ? { method } : { method, body });
    if (!answer.ok) throw await refusalOf(answer);
    return answer.blob();
  },

  /** Public endpoints and sign-in: no token, no waiting. */
  open: {
    get: async <T>(path: string): Promise<T> => jsonOf<T>(await send(path, { method: 'GET' })),
    post: async <T>(path: string, body: unknown): Promise<T> => jsonOf<T>(await send(path, { method: 'POST', body })),
  },
};
