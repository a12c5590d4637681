import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';

export interface SpecimenServer { url: string; heard: { method: string; url: string; authorization: string; body: Buffer }[]; close(): Promise<void> }

/** A few answers of a hall, for the mini-program the host is tried with. */
export async function startSpecimenServer(): Promise<SpecimenServer> {
  const heard: SpecimenServer['heard'] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    heard.push({ method: request.method ?? '', url: request.url ?? '', authorization: request.headers.authorization ?? '', body });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(request.url?.startsWith('/api/board') ? { sentence: '前面还有两位' } : { bytes: body.length }));
  });
  const sockets = new WebSocketServer({ server, path: '/api/live' });
  sockets.on('connection', (socket) => socket.on('message', (message) => socket.send(`${String(message)}: A012`)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    close: () => new Promise((resolve) => {
      for (const socket of sockets.clients) socket.terminate();
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
