import type { Audience } from './booking.entity.ts';

export interface PlaceStanding {
  id: string;
  number: number;
  audience: Audience;
  /** A booking or a running hold has it. */
  taken: boolean;
}

export interface PlacesWanted {
  public: number;
  reserved: number;
}

export interface Arrangement {
  add: { number: number; audience: Audience }[];
  remove: string[];
  turn: { id: string; audience: Audience }[];
}

/**
 * How a slot's places become what the plan wants, without taking one from anybody: free places go first, and a taken
 * one that no longer fits is withdrawn, so that its booking is listed as a conflict and the place never given out again.
 */
export function arrangePlaces(standing: readonly PlaceStanding[], wanted: PlacesWanted): Arrangement {
  const total = wanted.public + wanted.reserved;
  const byNumber = [...standing].sort((a, b) => a.number - b.number);
  const taken = byNumber.filter((place) => place.taken);
  const free = byNumber.filter((place) => !place.taken);
  const keptTaken = taken.slice(0, total);
  const keptFree = free.slice(0, total - keptTaken.length);
  const kept = [...keptFree, ...keptTaken];

  const missing = total - kept.length;
  const reservedNow = kept.filter((place) => place.audience === 'reserved').slice(0, wanted.reserved);
  const addReserved = Math.min(missing, wanted.reserved - reservedNow.length);
  const reserved = new Set(reservedNow.map((place) => place.id));
  for (const place of kept) if (reserved.size + addReserved < wanted.reserved) reserved.add(place.id);

  const turnTo = (place: PlaceStanding, audience: Audience) => (place.audience === audience ? [] : [{ id: place.id, audience }]);
  const used = new Set(byNumber.map((place) => place.number));
  return {
    add: freeNumbers(used, missing).map((number, index) => ({ number, audience: index < missing - addReserved ? 'public' : 'reserved' })),
    remove: free.slice(keptFree.length).map((place) => place.id),
    turn: [...kept.flatMap((place) => turnTo(place, reserved.has(place.id) ? 'reserved' : 'public')), ...taken.slice(total).flatMap((place) => turnTo(place, 'withdrawn'))],
  };
}

export const changesNothing = ({ add, remove, turn }: Arrangement): boolean => add.length + remove.length + turn.length === 0;

function freeNumbers(used: ReadonlySet<number>, count: number): number[] {
  const numbers: number[] = [];
  for (let number = 1; numbers.length < count; number += 1) if (!used.has(number)) numbers.push(number);
  return numbers;
}
