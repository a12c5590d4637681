import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId } from '../platform/persistence/new-id.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH';

/** Somebody of the sample, acting through the API like everybody else. A refusal stops the sample: it would be a lie. */
export class SampleActor {
  private token: string | null = null;

  /** @param signIn gives a fresh token: the sample lives through days, and sessions end */
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly signIn: () => Promise<string>,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call<T>('POST', path, Buffer.from(JSON.stringify(body)), 'application/json');
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.call<T>('PUT', path, Buffer.from(JSON.stringify(body)), 'application/json');
  }

  patch<T>(path: string, body: object): Promise<T> {
    return this.call<T>('PATCH', path, Buffer.from(JSON.stringify(body)), 'application/json');
  }

  upload<T>(path: string, jpeg: Buffer): Promise<T> {
    const boundary = 'sample-hall-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
    return this.call<T>('POST', path, Buffer.concat([Buffer.from(head), jpeg, Buffer.from(`\r\n--${boundary}--\r\n`)]), `multipart/form-data; boundary=${boundary}`);
  }

  private async call<T>(method: Method, path: string, payload?: Buffer, type?: string, again = true): Promise<T> {
    this.token ??= await this.signIn();
    const response = await this.app.inject({
      method, url: `/api${path}`,
      headers: { authorization: `Bearer ${this.token}`, ...(type ? { 'content-type': type } : {}), ...(method === 'POST' ? { 'idempotency-key': newId() } : {}) },
      ...(payload ? { payload } : {}),
    });
    if (response.statusCode === 401 && again) {
      this.token = null;
      return this.call<T>(method, path, payload, type, false);
    }
    if (response.statusCode !== 200) throw new Error(`The sample hall was refused: ${method} ${path} answered ${response.statusCode} ${response.body}`);
    return response.json<T>();
  }
}
