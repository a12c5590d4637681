import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { MINUTE } from '@hall/shared/kernel/day';
import { platformErrors } from '../errors/platform.errors.ts';

/** How often one address may knock within how long. Generous: a whole office may stand behind one address. */
const DOORS = {
  /** Each knock costs a password hash. */
  'staff-sign-in': { most: 60, within: MINUTE },
  /** Each knock may send a text message to somebody. */
  'phone-code': { most: 30, within: MINUTE },
  /** Eight digits, good for ten minutes. */
  'pair-device': { most: 30, within: 10 * MINUTE },
} as const;

/**
 * Doors that stand open to everybody and cost something, or can be guessed at, slow down one address. Each process counts
 * for itself; whoever comes from very many addresses is the proxy's affair.
 */
@Injectable()
export class Knocks {
  private readonly counted = new LRUCache<string, number>({ max: 100_000, noUpdateTTL: true, ttl: MINUTE });

  /** @throws TOO_MANY_REQUESTS */
  count(door: keyof typeof DOORS, address: string): void {
    const { most, within } = DOORS[door];
    const key = `${door} ${address}`;
    const before = this.counted.get(key) ?? 0;
    if (before >= most) throw platformErrors.TOO_MANY_REQUESTS();
    this.counted.set(key, before + 1, { ttl: within });
  }
}
