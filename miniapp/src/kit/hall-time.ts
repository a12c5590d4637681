import type { HallOverviewView } from '@hall/shared/api/views';
import { get } from './api.ts';
import { calibrate, knowsTheHour } from './clock.ts';

let asking: Promise<void> | null = null;

/**
 * Makes sure, once a start, that this phone counts by the time of the hall: a page opened by a link may be the first.
 * When the hall does not answer, the phone's own clock will do until it does.
 */
export async function learnTheHour(): Promise<void> {
  if (knowsTheHour()) return;
  asking ??= get<HallOverviewView>('/public/hall').then((hall) => calibrate(hall.serverTime), () => undefined).finally(() => { asking = null; });
  await asking;
}
