import { REFERENCE_ALPHABET } from '@hall/shared/booking/booking-reference';
import { clockOf, dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import type { TestApp } from '../../testing/test-app.ts';
import { Booking, Place, Slot, VisitMatter } from '../booking/booking.entity.ts';
import { CheckInCodes } from './check-in-codes.ts';
import { CheckInService } from './check-in.service.ts';
import { WindowsService } from './windows.service.ts';
import { Ticket } from './ticket.entity.ts';

export const MATTER = 'benefit-enquiry';

/** A clerk who sits at an open window for these matters. */
export async function clerkAtWindow(test: TestApp, label: string, skills: string[] = [MATTER]): Promise<{ actor: StaffActor; token: string; windowId: string }> {
  const [clerk, windowId] = [await test.staff(['clerk'], `${label}号`), await test.window(label, skills)];
  await test.app.get(WindowsService).open(clerk.actor, windowId);
  return { ...clerk, windowId };
}

/** Someone without a booking and without a name gets a ticket at the desk. */
export async function walkIn(test: TestApp, clerk: StaffActor, more: { cls?: 'walkin' | 'care'; matterIds?: string[]; citizenId?: string; name?: string } = {}): Promise<Ticket> {
  const id = await test.app.get(CheckInService).desk(clerk, null, { cls: 'walkin', matterIds: [MATTER], ...more });
  return ticketOf(test, id);
}

export const ticketOf = (test: TestApp, id: string): Promise<Ticket> => test.dataSource.manager.findOneByOrFail(Ticket, { id });

/** The token of the code the hall's screen shows now. */
export const codeOnScreen = (test: TestApp): { token: string; digits: string } => {
  const { url, digits } = test.app.get(CheckInCodes).current(test.hallId);
  return { token: url.split('code=')[1]!, digits };
};

/** A confirmed booking of today for one matter. */
export async function bookedFor(test: TestApp, residentId: string | null, startsAt: number, matterId = MATTER): Promise<{ bookingId: string; reference: string }> {
  const [slotId, placeId, bookingId] = [newId(), newId(), newId()];
  const reference = Array.from(bookingId.replaceAll('-', '').slice(-8), (digit) => REFERENCE_ALPHABET.charAt(Number.parseInt(digit, 16))).join('');
  await test.work(async (work) => {
    const from = clockOf(startsAt);
    const known = await work.findOne(Slot, { hallId: test.hallId, day: dayOf(startsAt), from, kind: 'regular' });
    const slot = known ?? (await work.add(Slot, { id: slotId, hallId: test.hallId, day: dayOf(startsAt), from, to: clockOf(startsAt + 30 * 60_000), kind: 'regular', startsAt }));
    const number = (await work.find(Place, { slotId: slot.id })).length + 1;
    await work.add(Place, { id: placeId, slotId: slot.id, number, audience: 'public', freeFrom: 9_000_000_000_000, heldUntil: null, bookingId });
    await work.add(Booking, {
      id: bookingId, hallId: test.hallId, slotId: slot.id, placeRef: placeId, reference, state: 'booked', residentId, staffId: null, contactPhoneCipher: null, heldUntil: null,
      rescheduleCount: 0, createdAt: work.now, arrivedAt: null, closedAt: null, closeReason: null, ticketId: null,
    });
    await work.add(VisitMatter, {
      id: newId(), hallId: test.hallId, bookingId, ticketId: null, residentId, personKey: residentId ? `resident:${residentId}` : `caller:${bookingId}`, personNameCipher: null, matterId, applicationId: null,
      openKey: `${residentId ?? bookingId} ${matterId}`, seatKey: null, state: 'open', closeReason: null, closedAt: null,
    });
  });
  return { bookingId, reference };
}
