import { answer } from '../convention.ts';
import { ask, listen } from '../outside.ts';

interface Options { success?: (result: object) => void; fail?: (result: object) => void; complete?: (result: object) => void }
interface Request extends Options { url: string; method?: string; header?: Record<string, string>; data?: unknown; dataType?: string; responseType?: 'text' | 'arraybuffer'; timeout?: number }
interface Upload extends Options { url: string; filePath: string; name: string; fileName?: string; header?: Record<string, string>; formData?: Record<string, unknown>; timeout?: number }
interface Reply { statusCode: number; header: Record<string, string>; body: string; base64: boolean }

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** As WeChat does: a GET's data become the query, anything else is JSON unless the header says form. */
function letter({ url, method = 'GET', header = {}, data, timeout, responseType }: Request) {
  const verb = method.toUpperCase();
  const plain = Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]));
  plain['content-type'] ??= 'application/json';
  const wanted = { url, method: verb, header: plain, timeout, binary: responseType === 'arraybuffer' };
  if (data === undefined || data === null) return wanted;
  if (verb === 'GET') {
    const query = typeof data === 'string' ? data : new URLSearchParams(Object.entries(data as object).map(([name, value]) => [name, String(value)])).toString();
    return query ? { ...wanted, url: `${url}${url.includes('?') ? '&' : '?'}${query}` } : wanted;
  }
  if (typeof data === 'string') return { ...wanted, body: data };
  if (plain['content-type'].startsWith('application/x-www-form-urlencoded')) return { ...wanted, body: new URLSearchParams(data as Record<string, string>).toString() };
  return { ...wanted, body: JSON.stringify(data) };
}

function contents(reply: Reply, dataType = 'json'): unknown {
  if (reply.base64) return bytesOf(reply.body).buffer;
  if (dataType !== 'json') return reply.body;
  try {
    return JSON.parse(reply.body) as unknown;
  } catch {
    return reply.body;
  }
}

const silent = () => undefined;

/** A task that can be given up: what arrives later is not told any more. */
function task(name: string, options: Options, work: Promise<object>) {
  let given = false;
  const unlessGivenUp = work.then((value) => {
    if (given) throw new Error('abort');
    return value;
  });
  void answer(name, options, unlessGivenUp).catch(silent);
  return { abort: () => { given = true; }, onHeadersReceived: silent, offHeadersReceived: silent, onChunkReceived: silent };
}

function request(options: Request) {
  return task('request', options, ask<Reply>('request', letter(options)).then((reply) => ({ statusCode: reply.statusCode, header: reply.header, cookies: [], data: contents(reply, options.dataType) })));
}

function uploadFile(options: Upload) {
  const hearing = new Set<(step: object) => void>();
  const { url, filePath, name, fileName, header, formData, timeout } = options;
  const sent = ask<Reply>('upload', { url, filePath, name, fileName, header, formData, timeout }).then((reply) => {
    hearing.forEach((tell) => tell({ progress: 100, totalBytesSent: 1, totalBytesExpectedToSend: 1 }));
    return { statusCode: reply.statusCode, header: reply.header, data: reply.body };
  });
  return { ...task('uploadFile', options, sent), onProgressUpdate: (tell: (step: object) => void) => hearing.add(tell), offProgressUpdate: (tell: (step: object) => void) => hearing.delete(tell) };
}

function downloadFile(options: Options & { url: string; header?: Record<string, string>; filePath?: string }) {
  const { url, header, filePath } = options;
  return { ...task('downloadFile', options, ask<object>('download', { url, header, filePath })), onProgressUpdate: silent, offProgressUpdate: silent };
}

type SocketEvent = 'open' | 'message' | 'close' | 'error';
const sockets = new Map<number, Record<SocketEvent, Set<(event: object) => void>>>();

function connectSocket(options: Options & { url: string; header?: Record<string, string>; protocols?: string[] }) {
  const id = sockets.size + 1;
  const ears = { open: new Set<(event: object) => void>(), message: new Set<(event: object) => void>(), close: new Set<(event: object) => void>(), error: new Set<(event: object) => void>() };
  sockets.set(id, ears);
  const { url, header, protocols } = options;
  void answer('connectSocket', options, ask<object>('socket', { id, url, header, protocols })).catch(silent);
  return {
    onOpen: (tell: (event: object) => void) => ears.open.add(tell),
    onMessage: (tell: (event: object) => void) => ears.message.add(tell),
    onClose: (tell: (event: object) => void) => ears.close.add(tell),
    onError: (tell: (event: object) => void) => ears.error.add(tell),
    send: ({ data, ...then }: Options & { data: string }) => void answer('sendSocketMessage', then, ask<object>('socketSend', { id, data })).catch(silent),
    close: ({ code = 1000, reason = '', ...then }: Options & { code?: number; reason?: string } = {}) => void answer('closeSocket', then, ask<object>('socketClose', { id, code, reason })).catch(silent),
  };
}

listen('socket', ({ id, event, ...detail }) => sockets.get(id as number)?.[event as SocketEvent].forEach((tell) => tell(detail)));

export const network = { request, uploadFile, downloadFile, connectSocket, getNetworkType: (options: Options = {}) => answer('getNetworkType', options, Promise.resolve({ networkType: 'wifi', isConnected: true })) };
