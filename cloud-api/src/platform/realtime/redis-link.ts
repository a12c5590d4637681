import type { Redis } from 'ioredis';
import type { Logger } from '../logging/logger.ts';

/**
 * A link nobody has to wait for: while Redis is away commands fail at once, and it keeps coming back by itself.
 * @param most milliseconds a command may take before it fails
 */
export async function linkToRedis(url: string, log: Logger, most = 5_000): Promise<Redis> {
  const { Redis } = await import('ioredis');
  const link = new Redis(url, { lazyConnect: true, enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: most, retryStrategy: (tries) => Math.min(5_000, tries * 200) });
  link.on('error', (error: Error & { code?: string }) => log.warn({ reason: error.code }, 'redis is away'));
  return link;
}
