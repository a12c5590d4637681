import { Injectable } from '@nestjs/common';
import type { WebSocket } from 'ws';
import { DomainError } from '../errors/domain-error.ts';
import { Logger } from '../logging/logger.ts';

/** A whole, numbered state; whoever has seen `version` needs nothing older. */
export interface LiveState {
  version: number;
  state: unknown;
}

/** A socket this far behind is dropped: it will reconnect and ask for the newest state. */
const MOST_UNSENT_BYTES = 1_000_000;

/**
 * Pushes states to whoever watches a topic. States are whole and versioned, so a lost message costs nothing: the next
 * one, or a poll, carries everything.
 */
@Injectable()
export class LiveHub {
  private readonly watchers = new Map<string, Set<WebSocket>>();
  private readonly sources = new Map<string, (rest: string) => Promise<LiveState>>();
  private readonly newest = new Map<string, number>();
  private readonly carriers = new Set<(topic: string, live: LiveState) => void>();

  constructor(private readonly log: Logger) {}

  /** @param family topics look like `family:rest`, for example `board:<hallId>` */
  provide(family: string, current: (rest: string) => Promise<LiveState>): void {
    this.sources.set(family, current);
  }

  /** Tells this process's watchers and, through the carriers, those of other processes. */
  publish(topic: string, live: LiveState): void {
    this.deliver(topic, live);
    for (const carry of this.carriers) carry(topic, live);
  }

  /** From another process: told here only. */
  deliver(topic: string, live: LiveState): void {
    if ((this.newest.get(topic) ?? -1) >= live.version) return;
    this.newest.set(topic, live.version);
    const watching = this.watchers.get(topic);
    if (!watching?.size) return;
    const frame = frameOf(topic, live);
    for (const socket of watching) {
      if (socket.bufferedAmount > MOST_UNSENT_BYTES) socket.terminate();
      else socket.send(frame);
    }
  }

  onPublished(carry: (topic: string, live: LiveState) => void): void {
    this.carriers.add(carry);
  }

  /** Starts telling this socket, beginning with the current state unless it has it already. */
  async watch(socket: WebSocket, topic: string, since: number): Promise<void> {
    const [family = '', rest = ''] = topic.split(':', 2);
    const source = this.sources.get(family);
    if (!source) return;
    let watching = this.watchers.get(topic);
    if (!watching) this.watchers.set(topic, (watching = new Set()));
    watching.add(socket);
    // Nothing is kept of a topic nobody watches: anybody may ask for any name.
    const forget = () => {
      watching.delete(socket);
      if (watching.size === 0 && this.watchers.get(topic) === watching) this.watchers.delete(topic);
    };
    socket.once('close', forget);
    try {
      const live = await source(rest);
      if (live.version > since && socket.readyState === socket.OPEN) socket.send(frameOf(topic, live));
    } catch (error) {
      forget();
      if (error instanceof DomainError) return void socket.close(1008, 'no such topic');
      this.log.warn({ err: error, family }, 'the first state for a watcher could not be read');
    }
  }

  /** How many topics somebody watches. */
  get topics(): number {
    return this.watchers.size;
  }

  get connections(): number {
    return new Set([...this.watchers.values()].flatMap((sockets) => [...sockets])).size;
  }
}

const frameOf = (topic: string, live: LiveState): string => JSON.stringify({ topic, version: live.version, state: live.state });
