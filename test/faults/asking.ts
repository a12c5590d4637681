import { Agent, request } from 'node:http';

export interface Answered<T = { code?: string }> {
  status: number;
  body: T & { code?: string };
}

/** Nobody answered: the process was gone, so whether the wish was granted is not known. */
export class NoAnswer extends Error {}

/** Asks over connections that are kept, like a crowd of clients behind their telephones. */
export class Asking {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 96 });

  /** @throws NoAnswer when the connection breaks before the answer is whole */
  ask<T = { code?: string }>(base: string, method: 'GET' | 'POST' | 'PATCH', path: string, token: string, wish: { body?: object; key?: string } = {}): Promise<Answered<T>> {
    const payload = wish.body === undefined ? null : Buffer.from(JSON.stringify(wish.body));
    const headers = {
      authorization: `Bearer ${token}`, ...(wish.key ? { 'idempotency-key': wish.key } : {}),
      ...(payload ? { 'content-type': 'application/json', 'content-length': String(payload.length) } : {}),
    };
    return new Promise((resolve, reject) => {
      const broken = (error: Error) => reject(new NoAnswer(error.message));
      const sent = request(`${base}/api${path}`, { method, agent: this.agent, headers, timeout: 30_000 }, (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece)).on('error', broken).on('end', () => {
          if (!response.complete) return broken(new Error('cut off'));
          resolve({ status: response.statusCode!, body: JSON.parse(Buffer.concat(pieces).toString() || '{}') as T & { code?: string } });
        });
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer within 30 s'))).on('error', broken);
      sent.end(payload ?? undefined);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
