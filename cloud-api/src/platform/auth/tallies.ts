import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import { MINUTE } from '@hall/shared/kernel/day';
import { Clock } from '../clock/clock.ts';
import { Settings } from '../config/settings.ts';
import { CryptoPort } from '../crypto/crypto.port.ts';
import { Logger } from '../logging/logger.ts';
import { linkToRedis } from '../realtime/redis-link.ts';

/** How long somebody at a door may be kept waiting for the count of the other processes, in milliseconds. */
const MOST_WAITED = 50;
/** Counting and the end of the window in one step: a name whose window never ends would shut its door for good. */
const COUNT = "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return n";
const TAKE_BACK = "if redis.call('EXISTS', KEYS[1]) == 1 then return redis.call('DECR', KEYS[1]) end return 0";

/**
 * Counts how often something was done within a window that begins with the first time. Every process counts for itself;
 * with Redis the count of all of them is asked for too, and the larger one counts. While Redis is away or slow the own
 * count goes on alone, so nobody is refused, or kept waiting, for that.
 */
@Injectable()
export class Tallies implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly own: LRUCache<string, number>;
  private redis: Redis | null = null;

  constructor(
    private readonly settings: Settings,
    private readonly crypto: CryptoPort,
    private readonly log: Logger,
    clock: Clock,
  ) {
    this.own = new LRUCache<string, number>({ max: 100_000, noUpdateTTL: true, ttl: MINUTE, ttlResolution: 0, perf: clock });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.REDIS_URL) return;
    this.redis = await linkToRedis(this.settings.REDIS_URL, this.log, MOST_WAITED);
    this.redis.connect().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  /**
   * Counts once more, before anything is waited for: what is done all at once is counted all the same.
   * @param within milliseconds the window lasts
   * @returns how often within the window, this time included
   */
  async count(name: string, within: number): Promise<number> {
    const here = (this.own.get(name) ?? 0) + 1;
    this.own.set(name, here, { ttl: within });
    return Math.max(here, await this.ask(COUNT, name, within));
  }

  /** It turned out not to count. */
  async takeBack(name: string): Promise<void> {
    const here = this.own.get(name);
    if (here !== undefined && here > 0) this.own.set(name, here - 1);
    await this.ask(TAKE_BACK, name);
  }

  /** Redis learns a keyed digest of the name: an address or an account stays with us. */
  private async ask(script: string, name: string, ...more: number[]): Promise<number> {
    if (this.redis?.status !== 'ready') return 0;
    return this.redis.eval(script, 1, `hall:tally:${this.crypto.mac('tally', name).slice(0, 32)}`, ...more).then(Number, () => 0);
  }
}
