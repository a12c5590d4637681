import type { SlotPattern } from '@hall/shared/booking/slots.rules';
import { checkCharacterOf } from '@hall/shared/kernel/citizen-id';
import { newId } from '../../../platform/persistence/new-id.ts';
import type { TestApp } from '../../../testing/test-app.ts';
import type { BookingView, SlotView } from '../booking.dto.ts';
import { BookingPattern, BookingPlan } from '../plan.entity.ts';
import { SlotPlanner } from '../slot-planner.ts';

/** An invented person; the number's check character is worked out. */
export const personOf = (name: string, first17: string) => ({ name, citizenId: first17 + checkCharacterOf(first17) });
export const ZHANG = personOf('张大山', '42060619900101123');
export const LI = personOf('李秀英', '42060619500315002');

/** Two slots each morning, of two public places and one reserved one, unless said otherwise. */
export const patternOf = (some: Partial<SlotPattern> = {}): SlotPattern => ({
  id: newId(), weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '10:00', slotMinutes: 30, capacity: 4, walkInShare: 0.25, expressPlaces: 0, reservedExpress: 0, reservedRegular: 1,
  effectiveFrom: '2026-01-01', effectiveTo: null, onExtraWorkdays: true, ...some,
});

/** Gives the hall its weekly plan and the slots of the window. */
export async function openForBooking(test: TestApp, ...patterns: SlotPattern[]): Promise<void> {
  await test.work(async (work) => {
    await work.add(BookingPlan, { id: test.hallId });
    for (const [position, pattern] of patterns.entries()) await work.add(BookingPattern, { ...pattern, weekdays: [...pattern.weekdays], hallId: test.hallId, position });
  });
  await test.app.get(SlotPlanner).plan(test.hallId);
}

export async function slotsOn(test: TestApp, token: string, day: string, applicationId?: string): Promise<SlotView[]> {
  return (await test.call<{ items: SlotView[] }>('GET', `/resident/slots?day=${day}${applicationId ? `&applicationId=${applicationId}` : ''}`, { token })).body.items;
}

export const hold = (test: TestApp, token: string, slotId: string, more: { matterId?: string; applicationId?: string; relativeId?: string; key?: string } = {}) => {
  const { key, matterId = 'enrolment', ...which } = more;
  return test.call<BookingView & { code?: string }>('POST', '/resident/bookings/hold', { token, key: key ?? newId(), body: { slotId, matters: [{ matterId, ...which }] } });
};

/** Holds and confirms. */
export async function book(test: TestApp, token: string, slotId: string, more: Parameters<typeof hold>[3] = {}): Promise<BookingView> {
  const held = await hold(test, token, slotId, more);
  if (held.status !== 200) throw new Error(`not held: ${JSON.stringify(held.body)}`);
  return (await test.call<BookingView>('POST', `/resident/bookings/${held.body.id}/confirm`, { token, body: { version: held.body.version } })).body;
}

/** Open bookings that sit on a place another open booking has too, or beyond the places of their slot. */
export async function oversold(test: TestApp): Promise<number> {
  const [row] = (await test.dataSource.query(
    `SELECT COUNT(*) AS found FROM (SELECT s.id FROM slot s WHERE
       (SELECT COUNT(*) FROM booking b WHERE b.slot_id = s.id AND b.state IN ('held', 'booked', 'arrived')) > (SELECT COUNT(*) FROM place p WHERE p.slot_id = s.id)) AS slots_oversold`,
  )) as [{ found: number | string }];
  return Number(row.found);
}
