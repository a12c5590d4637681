import { DEFAULT_BOOKING_SETTINGS, type BookingSettings } from '@hall/shared/booking/booking-settings';
import type { Halls } from '../hall/halls.ts';

const NAMES = Object.keys(DEFAULT_BOOKING_SETTINGS) as (keyof BookingSettings)[];

/** The hall's own settings of booking, each under `booking.<name>`; what it has not set is the default. */
export async function bookingSettingsOf(halls: Halls, hallId: string): Promise<BookingSettings> {
  const own = await halls.settingsOf(hallId);
  const values = NAMES.flatMap((name) => (own.has(`booking.${name}`) ? [[name, own.get(`booking.${name}`)] as const] : []));
  return { ...DEFAULT_BOOKING_SETTINGS, ...Object.fromEntries(values) };
}
