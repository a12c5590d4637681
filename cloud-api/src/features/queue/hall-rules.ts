import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { DEFAULT_QUEUE_SETTINGS, type QueueSettings } from '@hall/shared/queue/queue-settings';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';

/** What the rules of the queue need to know of a hall at this moment. */
export interface HallRules {
  hallId: string;
  day: Day;
  open: boolean;
  settings: QueueSettings;
}

/** Reads a hall's rules before a unit of work begins: inside one, the embedded database has no second connection. */
@Injectable()
export class HallRulebook {
  constructor(
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  async of(hallId: string): Promise<HallRules> {
    const now = this.clock.now();
    const own = await this.halls.setting<Partial<QueueSettings>>(hallId, 'queue', {});
    const settings = { ...DEFAULT_QUEUE_SETTINGS, ...own, patienceMinutes: { ...DEFAULT_QUEUE_SETTINGS.patienceMinutes, ...own.patienceMinutes } };
    return { hallId, day: dayOf(now), open: (await this.halls.openState(hallId, now)) !== 'closed', settings };
  }
}
