import { DEFAULT_BOOKING_SETTINGS, type BookingSettings } from '@hall/shared/booking/booking-settings';
import type { Halls } from '../hall/halls.ts';

const NAMES = Object.keys(DEFAULT_BOOKING_SETTINGS) as (keyof BookingSettings)[];

/** Worked out once for as long as the hall's settings are believed. */
const workedOut = new WeakMap<ReadonlyMap<string, unknown>, BookingSettings>();

/** The hall's own settings of booking, each under `booking.<name>`; what it has not set is the default. */
export async function bookingSettingsOf(halls: Halls, hallId: string): Promise<BookingSettings> {
  const own = await halls.settingsOf(hallId);
  let settings = workedOut.get(own);
  if (!settings) workedOut.set(own, (settings = withDefaults(own)));
  return settings;
}

function withDefaults(own: ReadonlyMap<string, unknown>): BookingSettings {
  const values = NAMES.flatMap((name) => (own.has(`booking.${name}`) ? [[name, own.get(`booking.${name}`)] as const] : []));
  return { ...DEFAULT_BOOKING_SETTINGS, ...Object.fromEntries(values) };
}
