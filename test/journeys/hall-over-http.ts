import { randomUUID } from 'node:crypto';
import type { DemoStaffList, DemoStaffView, DemoMessageList, StaffSignInView } from '@hall/shared/api/views';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody signed in at a running hall, asking it over HTTP like any client. A refusal is an error. */
export class Caller {
  private readonly url: string;
  private readonly token: string | null;

  /** @param url the server's origin @param token null for what everybody may ask */
  constructor(url: string, token: string | null = null) {
    this.url = url;
    this.token = token;
  }

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call('POST', path, JSON.stringify(body));
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.call('PUT', path, JSON.stringify(body));
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.call('PATCH', path, JSON.stringify(body));
  }

  upload<T>(path: string, picture: Buffer): Promise<T> {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'photo.jpg');
    return this.call('POST', path, form);
  }

  async list<T>(path: string): Promise<T[]> {
    return (await this.get<{ items: T[] }>(path)).items;
  }

  /** What is said to a wish the hall does not grant. @throws when it does */
  async refusal(method: Method, path: string, body?: object): Promise<{ status: number; code: string }> {
    const answer = await this.ask(method, path, body instanceof FormData ? body : body && JSON.stringify(body));
    if (answer.ok) throw new Error(`${method} ${path} was granted`);
    return { status: answer.status, code: (await answer.json() as { code: string }).code };
  }

  private async call<T>(method: Method, path: string, body?: string | FormData): Promise<T> {
    const answer = await this.ask(method, path, body);
    if (!answer.ok) throw new Error(`${method} ${path} was refused: ${answer.status} ${await answer.text()}`);
    return await answer.json() as T;
  }

  private ask(method: Method, path: string, body?: string | FormData): Promise<Response> {
    return fetch(`${this.url}/api${path}`, {
      method, ...(body === undefined ? {} : { body }),
      headers: {
        ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}), ...(method === 'POST' ? { 'idempotency-key': randomUUID() } : {}),
      },
    });
  }
}

/** How this member of the demo's staff signs in right now: the second factor changes every half minute and is good once. */
export async function wayInOf(url: string, userName: string): Promise<DemoStaffView> {
  const found = (await new Caller(url).get<DemoStaffList>('/public/demo/staff')).items.find((staff) => staff.userName === userName);
  if (!found) throw new Error(`The demo has no ${userName}`);
  return found;
}

/** A member of the demo's staff, signed in with password and second factor. */
export async function staffOver(url: string, userName: string): Promise<Caller> {
  const { password, totp } = await wayInOf(url, userName);
  const first = await new Caller(url).post<StaffSignInView>('/public/staff/sign-in', { userName, password });
  const signedIn = first.challenge ? await new Caller(url).post<StaffSignInView>('/public/staff/second-factor', { challenge: first.challenge, code: totp }) : first;
  if (!signedIn.session) throw new Error(`${userName} could not sign in`);
  return new Caller(url, signedIn.session.token);
}

/** The code in the newest text message the demo has sent to this number. */
export async function codeSentTo(url: string, phone: string): Promise<string> {
  const { items } = await new Caller(url).get<DemoMessageList>('/public/demo/inbox');
  const code = /\d{6}/.exec(items.find((message) => message.phone === phone)?.text ?? '')?.[0];
  if (!code) throw new Error('No code was sent to this number');
  return code;
}
