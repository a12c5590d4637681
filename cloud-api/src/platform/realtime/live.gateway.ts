import { once } from 'node:events';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import { LiveHub } from './live.hub.ts';

const PATH = '/api/live';
const HEARTBEAT_MS = 30_000;
/** How long a watcher may take to answer the goodbye; one behind a dead network never does. */
const FAREWELL_MS = 500;
/** A watcher says little: longer or more frequent messages are a mistake or an attack. */
const MOST_MESSAGE_BYTES = 512;
const MOST_TOPICS = 4;

interface Watcher extends WebSocket {
  alive?: boolean;
  topics?: number;
}

/** WebSocket at `/api/live`. It carries only what the public board shows, so it needs no sign-in. */
@Injectable()
export class LiveGateway implements BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_MESSAGE_BYTES, perMessageDeflate: false });
  private heartbeat: NodeJS.Timeout | null = null;

  constructor(private readonly hub: LiveHub) {}

  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (request.url?.split('?')[0] !== PATH) return void socket.destroy();
      this.sockets.handleUpgrade(request, socket, head, (watcher: Watcher) => this.welcome(watcher));
    });
    this.heartbeat = setInterval(() => this.beat(), HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  /** Before the server closes: it waits for every connection, and a watcher's would never end by itself. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.heartbeat) clearInterval(this.heartbeat);
    const watchers = [...this.sockets.clients];
    this.sockets.close();
    for (const watcher of watchers) watcher.close(1001, 'restarting');
    await Promise.race([Promise.all(watchers.map((watcher) => once(watcher, 'close'))), setTimeout(FAREWELL_MS, undefined, { ref: false })]);
    for (const watcher of watchers) watcher.terminate();
  }

  private welcome(watcher: Watcher): void {
    watcher.alive = true;
    watcher.on('pong', () => (watcher.alive = true));
    watcher.on('error', () => watcher.terminate());
    watcher.on('message', (data) => this.listen(watcher, data));
  }

  private listen(watcher: Watcher, data: RawData): void {
    const wish = parse(String(data));
    if (!wish || (watcher.topics ?? 0) >= MOST_TOPICS) return void watcher.close(1008, 'not understood');
    watcher.topics = (watcher.topics ?? 0) + 1;
    void this.hub.watch(watcher, wish.subscribe, wish.since);
  }

  private beat(): void {
    for (const watcher of this.sockets.clients as Set<Watcher>) {
      if (!watcher.alive) watcher.terminate();
      watcher.alive = false;
      if (watcher.readyState === watcher.OPEN) watcher.ping();
    }
  }
}

function parse(text: string): { subscribe: string; since: number } | null {
  try {
    const wish: unknown = JSON.parse(text);
    if (typeof wish !== 'object' || wish === null || !('subscribe' in wish) || typeof wish.subscribe !== 'string') return null;
    if (!/^[a-z]+(:[\w-]{1,40})?$/.test(wish.subscribe)) return null;
    return { subscribe: wish.subscribe, since: 'since' in wish && Number.isSafeInteger(wish.since) ? (wish.since as number) : -1 };
  } catch {
    return null;
  }
}
