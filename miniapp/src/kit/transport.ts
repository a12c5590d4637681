import Taro from '@tarojs/taro';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export interface Letter { method: Method; path: string; headers?: Record<string, string>; body?: unknown }
/** `status` 0: the server was not reached. */
export interface Reply { status: number; body: unknown }

/** Where an API path lives. */
export const apiUrl = (path: string): string => `${HALL_API_BASE}/api${path}`;

const TIMEOUT = 15_000;

/** One request, no cleverness. Never throws. */
export async function send({ method, path, headers, body }: Letter): Promise<Reply> {
  // The browser's own fetch: Taro's request would bring three polyfills along for browsers we do not serve.
  return process.env.TARO_ENV === 'h5' ? fetched({ method, path, ...withType(headers, body), body }) : requested({ method, path, ...withType(headers, body), body });
}

const withType = (headers: Record<string, string> = {}, body: unknown) => ({ headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers } });

async function requested({ method, path, headers, body }: Letter): Promise<Reply> {
  try {
    const reply = await Taro.request<unknown>({
      url: apiUrl(path), method: method as keyof Taro.request.Method, timeout: TIMEOUT, dataType: 'json',
      ...(headers ? { header: headers } : {}),
      ...(body === undefined ? {} : { data: body }),
    });
    return { status: reply.statusCode, body: parsed(reply.data) };
  } catch {
    return { status: 0, body: null };
  }
}

/** Sends one picture; `onProgress` hears whole percents. Never throws. */
export async function sendFile(path: string, filePath: string, headers: Record<string, string>, onProgress: (percent: number) => void): Promise<Reply> {
  try {
    const task = Taro.uploadFile({ url: apiUrl(path), filePath, name: 'file', fileName: 'picture.jpg', header: headers, timeout: 60_000 });
    task.progress((step) => onProgress(step.progress));
    const reply = await task;
    return { status: reply.statusCode, body: parsed(reply.data) };
  } catch {
    return { status: 0, body: null };
  }
}

async function fetched({ method, path, headers, body }: Letter): Promise<Reply> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT);
  try {
    const reply = await fetch(apiUrl(path), { method, ...(headers ? { headers } : {}), signal: stop.signal, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    return { status: reply.status, body: parsed(await reply.text()) };
  } catch {
    return { status: 0, body: null };
  } finally {
    clearTimeout(timer);
  }
}

/** `application/problem+json` and uploads arrive as text on some phones. */
function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data ?? null;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return null;
  }
}
