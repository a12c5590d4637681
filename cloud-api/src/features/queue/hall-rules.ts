import { Injectable } from '@nestjs/common';
import { settingIn, type SettingName } from '@hall/shared/house/settings.catalogue';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import type { QueueSettings } from '@hall/shared/queue/queue-settings';
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
    return { hallId, day: dayOf(now), open: (await this.halls.openState(hallId, now)) !== 'closed', settings: queueSettingsIn(await this.halls.settingsOf(hallId)) };
  }
}

/** The settings of the queue out of all a hall has decided. */
export function queueSettingsIn(own: ReadonlyMap<string, unknown>): QueueSettings {
  const of = (name: SettingName & `queue.${string}`): number => settingIn(own, name);
  return {
    patienceMinutes: { care: of('queue.patience.care'), booked: of('queue.patience.booked'), walkin: of('queue.patience.walkin') }, maxRecalls: of('queue.maxRecalls'), maxRejoins: of('queue.maxRejoins'),
    autoServeSeconds: of('queue.autoServeSeconds'), clockLimitSeconds: of('queue.clockLimitSeconds'), flagAfterMinutes: of('queue.flagAfterMinutes'), releaseAfterMinutes: of('queue.releaseAfterMinutes'),
  };
}
