import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { SECOND } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { Logger } from '../../platform/logging/logger.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { LiveHub } from '../../platform/realtime/live.hub.ts';
import { Halls } from '../hall/halls.ts';
import type { BoardView } from './board.dto.ts';
import { BoardQueries } from './board.queries.ts';
import { BoardVersions } from './board-versions.ts';

/** The minutes on the board, and whether the hall is open, grow old after this long even when nobody moved. */
const GOOD_FOR = 10 * SECOND;
/** How long, in milliseconds, a process believes that no other process has changed the board; its own changes it knows at once. */
const BELIEVED_FOR = 100;
/** Between two tellings, in milliseconds: a screen shows a call well within a third of a second. */
const BREATH = 100;

interface Kept {
  version: number;
  readAt: number;
  view: BoardView;
  /** The view as JSON up to the server's time, which is the one thing that differs from one answer to the next. */
  head: string;
  writtenAt: number;
  bytes: Buffer;
}

/** The newest board of each hall, read once per change and handed to everybody: those who poll and those who watch. */
@Injectable()
export class LiveBoard {
  private readonly kept = new Map<string, Kept>();
  private readonly reading = new Map<string, Promise<Kept>>();
  private readonly asking = new Map<string, Promise<number>>();
  private readonly believedAt = new Map<string, number>();
  private changedAt = -1;
  private readonly pace = new Map<string, { again: boolean }>();
  /** A listener's unit of work must not reach into what is read after it has ended. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(
    private readonly queries: BoardQueries,
    private readonly versions: BoardVersions,
    private readonly halls: Halls,
    private readonly hub: LiveHub,
    private readonly clock: Clock,
    private readonly log: Logger,
    unitOfWork: UnitOfWork,
  ) {
    unitOfWork.onEmitted(() => this.doubt());
  }

  async view(hallId: string): Promise<BoardView> {
    return { ...(await this.newest(hallId)).view, serverTime: this.clock.now() };
  }

  /** The same as JSON bytes, for the page that everybody reads. */
  async bytes(hallId: string): Promise<Buffer> {
    return this.written(await this.newest(hallId));
  }

  /** As {@link bytes}, when it can be said without asking anybody; null otherwise. */
  bytesAtHand(hallId: string): Buffer | null {
    const kept = this.atHand(hallId);
    return kept && this.written(kept);
  }

  /** Tells watchers at once, outside of whatever is running now; a rush of changes is told as one. */
  publishSoon(hallId: string): void {
    this.doubt();
    const pace = this.pace.get(hallId);
    if (pace) {
      pace.again = true;
      return;
    }
    this.pace.set(hallId, { again: false });
    this.outside(setImmediate, () => void this.publishInPace(hallId));
  }

  private async publishInPace(hallId: string): Promise<void> {
    await this.publish(hallId).catch((error: unknown) => this.log.warn({ err: error, hallId }, 'the board could not be told; pollers will find it'));
    setTimeout(() => {
      const again = this.pace.get(hallId)?.again;
      this.pace.delete(hallId);
      if (again) this.publishSoon(hallId);
    }, BREATH).unref();
  }

  private async publish(hallId: string): Promise<void> {
    const live = await this.view(hallId);
    this.hub.publish(`board:${hallId}`, { version: live.version, state: live });
    if (hallId === (await this.halls.defaultHallId())) this.hub.publish('board', { version: live.version, state: live });
  }

  /** Written once per millisecond, however many ask in it. */
  private written(kept: Kept): Buffer {
    const now = this.clock.now();
    if (kept.writtenAt !== now) Object.assign(kept, { writtenAt: now, bytes: Buffer.from(`${kept.head}${now}}`) });
    return kept.bytes;
  }

  /** Something has changed: nothing believed, and no answer to a question asked before, is good enough any more. */
  private doubt(): void {
    this.changedAt = performance.now();
    this.asking.clear();
  }

  private async newest(hallId: string): Promise<Kept> {
    const kept = this.atHand(hallId);
    if (kept) return kept;
    const askedAt = performance.now();
    const version = await this.versionOf(hallId);
    const known = this.kept.get(hallId);
    if (!known || known.version < version || !this.isYoung(known)) return share(this.reading, `${hallId}:${version}`, () => this.read(hallId, version));
    this.believedAt.set(hallId, askedAt);
    return known;
  }

  private atHand(hallId: string): Kept | null {
    const kept = this.kept.get(hallId);
    const believedAt = this.believedAt.get(hallId);
    return kept && believedAt !== undefined && believedAt > this.changedAt && performance.now() - believedAt < BELIEVED_FOR && this.isYoung(kept) ? kept : null;
  }

  private isYoung(kept: Kept): boolean {
    return this.clock.now() - kept.readAt < GOOD_FOR;
  }

  /** Everybody who asks at the same moment shares one question to the database. */
  private versionOf(hallId: string): Promise<number> {
    return share(this.asking, hallId, () => this.versions.current(hallId));
  }

  private async read(hallId: string, version: number): Promise<Kept> {
    const view = await this.queries.read(hallId, version);
    const json = JSON.stringify({ ...view, serverTime: 0 });
    const kept = { version, readAt: this.clock.now(), view, head: json.slice(0, -2), writtenAt: -1, bytes: Buffer.alloc(0) };
    if ((this.kept.get(hallId)?.version ?? -1) <= version) this.kept.set(hallId, kept);
    return kept;
  }
}

function share<T>(running: Map<string, Promise<T>>, key: string, start: () => Promise<T>): Promise<T> {
  const already = running.get(key);
  if (already) return already;
  const started: Promise<T> = start().finally(() => {
    if (running.get(key) === started) running.delete(key);
  });
  running.set(key, started);
  return started;
}
