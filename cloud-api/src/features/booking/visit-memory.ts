import { DAY_LENGTH, type Instant } from '@hall/shared/kernel/day';
import type { BookingSettings } from '@hall/shared/booking/booking-settings';
import type { Work } from '../../platform/persistence/work.ts';
import { openKeyOf, seatKeyOf, type VisitWish } from './visit-wish.ts';

interface Row {
  person_key: string;
  open_key: string | null;
  seat_key: string | null;
  booking_id: string | null;
  state: string | null;
  held_until: number | string | null;
  booked_by: string | null;
  closed_at: number | string | null;
}

/** What the hall remembers of the persons who want to come. */
export interface VisitMemory {
  matterAlreadyOpen: boolean;
  /** Of the person with the most. */
  openVisits: number;
  /** Of the person with the most, any order; leaving before being called is not a miss, nor is what another account booked in the person's name. */
  missedAt: Instant[];
  /** Their own holds that ran out without anybody noticing; to be closed first. */
  expiredHolds: string[];
  /** For each person a seat key that was free when this was read. */
  seats: Map<string, string>;
}

const personsOf = (wishes: readonly VisitWish[]): string[] => [...new Set(wishes.map((wish) => wish.personKey))];

/** For persons the hall has never seen. */
export const noMemory = (wishes: readonly VisitWish[]): VisitMemory => remember([], wishes, null, 1, 0);

/**
 * Reads what is open or was lately missed by the persons of these wishes: one round trip.
 * @param residentId the account that asks; anybody can type a stranger's ID number, so only its own misses count against it
 */
export async function visitMemory(work: Work, wishes: readonly VisitWish[], residentId: string | null, settings: BookingSettings): Promise<VisitMemory> {
  const persons = personsOf(wishes);
  const rows = await work.rows<Row>(
    `SELECT v.person_key, v.open_key, v.seat_key, v.booking_id, b.state, b.held_until, b.resident_id AS booked_by, b.closed_at FROM visit_matter v LEFT JOIN booking b ON b.id = v.booking_id
     WHERE v.person_key IN (${persons.map(() => '?').join(', ')}) AND (v.open_key IS NOT NULL OR v.seat_key IS NOT NULL OR (b.state = 'missed' AND b.arrived_at IS NULL AND b.closed_at > ?))`,
    [...persons, work.now - settings.missWindowDays * DAY_LENGTH],
  );
  return remember(rows, wishes, residentId, settings.maxOpenVisits, work.now);
}

function remember(rows: readonly Row[], wishes: readonly VisitWish[], residentId: string | null, maxOpenVisits: number, now: Instant): VisitMemory {
  const expired = new Set(rows.filter((row) => row.state === 'held' && Number(row.held_until) <= now).map((row) => row.booking_id!));
  const alive = rows.filter((row) => !(row.booking_id !== null && expired.has(row.booking_id)));
  const open = alive.filter((row) => row.open_key !== null);
  const wanted = new Set(wishes.map((wish) => openKeyOf(wish.personKey, wish.matterId)));
  const persons = personsOf(wishes).map((personKey) => {
    const mine = open.filter((row) => row.person_key === personKey);
    const missed = new Map(rows.filter((row) => row.person_key === personKey && row.state === 'missed' && (row.booked_by === null || row.booked_by === residentId)).map((row) => [row.booking_id, Number(row.closed_at)]));
    const seats = new Set(alive.filter((row) => row.person_key === personKey).map((row) => row.seat_key));
    const seat = Array.from({ length: maxOpenVisits }, (_, index) => seatKeyOf(personKey, index + 1)).find((key) => !seats.has(key));
    return { personKey, openVisits: new Set(mine.flatMap((row) => row.booking_id ?? [])).size, missedAt: [...missed.values()], seat };
  });
  return {
    matterAlreadyOpen: open.some((row) => wanted.has(row.open_key!)),
    openVisits: Math.max(...persons.map((person) => person.openVisits)),
    missedAt: persons.map((person) => person.missedAt).sort((a, b) => b.length - a.length)[0] ?? [],
    expiredHolds: [...expired],
    seats: new Map(persons.flatMap(({ personKey, seat }) => (seat === undefined ? [] : [[personKey, seat]]))),
  };
}
