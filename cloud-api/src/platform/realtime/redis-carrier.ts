import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { Settings } from '../config/settings.ts';
import { Logger } from '../logging/logger.ts';
import { LiveHub, type LiveState } from './live.hub.ts';
import { linkToRedis } from './redis-link.ts';

const CHANNEL = 'hall:live';

interface Carried {
  from: string;
  topic: string;
  live: LiveState;
}

/**
 * Carries live states between processes when Redis is configured. No request ever waits for it: with Redis away,
 * each process still tells its own watchers, and everybody's polling finds the rest.
 */
@Injectable()
export class RedisCarrier implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly me = randomUUID();
  private links: Redis[] = [];

  constructor(
    private readonly settings: Settings,
    private readonly hub: LiveHub,
    private readonly log: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.settings.REDIS_URL) return;
    const [speak, hear] = await Promise.all([linkToRedis(this.settings.REDIS_URL, this.log), linkToRedis(this.settings.REDIS_URL, this.log)]);
    this.links = [speak, hear];
    hear.on('ready', () => void hear.subscribe(CHANNEL).catch(() => undefined));
    hear.on('message', (_channel: string, message: string) => {
      const carried = JSON.parse(message) as Carried;
      if (carried.from !== this.me) this.hub.deliver(carried.topic, carried.live);
    });
    for (const link of this.links) link.connect().catch(() => undefined);
    this.hub.onPublished((topic, live) => {
      if (speak.status === 'ready') speak.publish(CHANNEL, JSON.stringify({ from: this.me, topic, live } satisfies Carried)).catch(() => undefined);
    });
  }

  onApplicationShutdown(): void {
    for (const link of this.links) link.disconnect();
  }
}
