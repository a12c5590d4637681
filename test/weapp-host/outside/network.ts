import { WebSocket } from 'ws';
import type { PhoneFiles } from './files.ts';
import type { Person } from './person.ts';

interface Letter { url: string; method: string; header: Record<string, string>; body?: string; timeout?: number; binary?: boolean }
interface Parcel { url: string; filePath: string; name: string; fileName?: string; header?: Record<string, string>; formData?: Record<string, unknown>; timeout?: number }

export type Tell = (news: Record<string, unknown>) => void;

const PATIENCE = 60_000;
const headersOf = (answer: Response) => Object.fromEntries(answer.headers.entries());

/** The phone's network: real requests and real sockets, all led to the API under test whatever address was built in. */
export class PhoneNetwork {
  private readonly sockets = new Map<number, WebSocket>();
  private readonly api: URL;
  private readonly person: Person;
  private readonly files: PhoneFiles;
  private readonly tell: Tell;

  constructor(api: string, person: Person, files: PhoneFiles, tell: Tell) {
    this.api = new URL(api);
    this.person = person;
    this.files = files;
    this.tell = tell;
  }

  /** Same path and query, the API's own origin. @throws in WeChat's words on an address a phone would not take */
  address(url: string, protocols: RegExp = /^https?:/): string {
    if (!protocols.test(url)) throw new Error(`invalid url "${url}"`);
    if (this.person.offline) throw new Error('errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED');
    const { pathname, search } = new URL(url);
    return `${this.api.origin}${pathname}${search}`;
  }

  async request({ url, method, header, body, timeout = PATIENCE, binary = false }: Letter) {
    const answer = await this.reach(url, { method, headers: header, ...(body === undefined ? {} : { body }) }, timeout);
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { statusCode: answer.status, header: headersOf(answer), body: bytes.toString(binary ? 'base64' : 'utf8'), base64: binary };
  }

  async upload({ url, filePath, name, fileName = 'file', header = {}, formData = {}, timeout = PATIENCE }: Parcel) {
    const form = new FormData();
    for (const [key, value] of Object.entries(formData)) form.append(key, String(value));
    const type = filePath.endsWith('.png') ? 'image/png' : filePath.endsWith('.pdf') ? 'application/pdf' : 'image/jpeg';
    form.append(name, new Blob([new Uint8Array(this.files.read(filePath))], { type }), fileName);
    // The boundary is written by whoever writes the parts.
    const headers = Object.fromEntries(Object.entries(header).filter(([key]) => key.toLowerCase() !== 'content-type'));
    const answer = await this.reach(url, { method: 'POST', headers, body: form }, timeout);
    return { statusCode: answer.status, header: headersOf(answer), body: await answer.text(), base64: false };
  }

  async download({ url, header = {} }: { url: string; header?: Record<string, string> }) {
    const answer = await this.reach(url, { headers: header }, PATIENCE);
    const extension = /pdf/.test(answer.headers.get('content-type') ?? '') ? 'pdf' : /calendar/.test(answer.headers.get('content-type') ?? '') ? 'ics' : 'jpg';
    return { statusCode: answer.status, tempFilePath: this.files.keep(Buffer.from(await answer.arrayBuffer()), extension) };
  }

  /** What an `<image>` shows: a file of the phone's, or a picture from the server. */
  async picture(address: string): Promise<Buffer> {
    if (address.startsWith('wxfile:')) return this.files.read(address);
    return Buffer.from(await (await this.reach(address, {}, PATIENCE)).arrayBuffer());
  }

  connect({ id, url, header = {}, protocols = [] }: { id: number; url: string; header?: Record<string, string>; protocols?: string[] }): object {
    const address = this.address(url, /^wss?:/).replace(/^http/, 'ws');
    const socket = new WebSocket(address, protocols, { headers: header });
    this.sockets.set(id, socket);
    const pass = (event: string, detail: object = {}) => this.tell({ name: 'socket', id, event, ...detail });
    socket.on('open', () => pass('open'));
    socket.on('message', (data, binary) => pass('message', { data: binary ? (data as Buffer).toString('base64') : (data as Buffer).toString('utf8') }));
    socket.on('close', (code, reason) => pass('close', { code, reason: reason.toString() }));
    socket.on('error', (error) => pass('error', { errMsg: error.message }));
    return {};
  }

  send({ id, data }: { id: number; data: string }): object {
    const socket = this.sockets.get(id);
    if (socket?.readyState !== WebSocket.OPEN) throw new Error('WebSocket is not connected');
    socket.send(data);
    return {};
  }

  disconnect({ id, code, reason }: { id: number; code: number; reason: string }): object {
    this.sockets.get(id)?.close(code, reason);
    return {};
  }

  close(): void {
    for (const socket of this.sockets.values()) socket.terminate();
  }

  private async reach(url: string, init: RequestInit, timeout: number): Promise<Response> {
    const address = this.address(url);
    try {
      return await fetch(address, { ...init, signal: AbortSignal.timeout(timeout) });
    } catch (reason) {
      throw new Error(reason instanceof Error && reason.name === 'TimeoutError' ? 'timeout' : 'errcode:-102 net::ERR_CONNECTION_REFUSED', { cause: reason });
    }
  }
}
