import { DEFAULT_BOOKING_SETTINGS, type BookingSettings } from '@hall/shared/booking/booking-settings';
import type { Halls } from '../hall/halls.ts';

const NAMES = Object.keys(DEFAULT_BOOKING_SETTINGS) as (keyof BookingSettings)[];

/** The hall's own settings of booking, each under `booking.<name>`; what it has not set is the default. */
export async function bookingSettingsOf(halls: Halls, hallId: string): Promise<BookingSettings> {
  const values = await Promise.all(NAMES.map(async (name) => [name, await halls.setting(hallId, `booking.${name}`, DEFAULT_BOOKING_SETTINGS[name])] as const));
  return Object.fromEntries(values) as unknown as BookingSettings;
}
