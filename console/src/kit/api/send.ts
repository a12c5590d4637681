import { networkAnswered, networkFailed } from '../network/network.store.ts';
import { NetworkLost, Refusal } from './problem.ts';

export interface Message {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  form?: FormData;
  token?: string | null;
  idempotencyKey?: string;
  /** Further ones, in lower case. */
  headers?: Record<string, string>;
}

/** Sends one message to `/api<path>`. Throws NetworkLost when nothing answers; HTTP refusals come back as responses. */
export async function send(path: string, message: Message): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json', ...message.headers };
  if (message.token) headers['authorization'] = `Bearer ${message.token}`;
  if (message.idempotencyKey) headers['idempotency-key'] = message.idempotencyKey;
  if (message.body !== undefined) headers['content-type'] = 'application/json';
  let answer: Response;
  try {
    answer = await fetch(`/api${path}`, {
      method: message.method,
      headers,
      body: message.form ?? (message.body === undefined ? null : JSON.stringify(message.body)),
      cache: 'no-store',
      credentials: 'omit',
    });
  } catch {
    networkFailed();
    throw new NetworkLost();
  }
  // A gateway answering for a dead server is a lost server too.
  if (answer.status === 502 || answer.status === 504) {
    networkFailed();
    throw new NetworkLost();
  }
  networkAnswered();
  return answer;
}

/** The refusal a failed response carries; a body that is not problem+json still gives a sentence. */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const body: unknown = await answer.json().catch(() => null);
  return new Refusal(answer.status, typeof body === 'object' && body !== null ? { ...body } : {});
}

export async function jsonOf<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw await refusalOf(answer);
  if (answer.status === 204) return {} as T;
  return (await answer.json()) as T;
}
