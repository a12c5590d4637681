import fc from 'fast-check';
import { arrangePlaces, changesNothing, type Arrangement, type PlaceStanding } from './arrange-places.ts';
import type { Audience } from './booking.entity.ts';

const standingOf = (...shape: [Audience, boolean][]): PlaceStanding[] => shape.map(([audience, taken], index) => ({ id: `p${index + 1}`, number: index + 1, audience, taken }));

/** The places after the arrangement has been carried out. */
function after(standing: readonly PlaceStanding[], { add, remove, turn }: Arrangement): PlaceStanding[] {
  const turned = new Map(turn.map((change) => [change.id, change.audience]));
  return [
    ...standing.filter((place) => !remove.includes(place.id)).map((place) => ({ ...place, audience: turned.get(place.id) ?? place.audience })),
    ...add.map((place) => ({ ...place, id: `new${place.number}`, taken: false })),
  ];
}

const count = (places: readonly PlaceStanding[], audience: Audience) => places.filter((place) => place.audience === audience).length;

test('a new slot gets the places of the plan, numbered from one', () => {
  expect(arrangePlaces([], { public: 2, reserved: 1 })).toEqual({ add: [{ number: 1, audience: 'public' }, { number: 2, audience: 'public' }, { number: 3, audience: 'reserved' }], remove: [], turn: [] });
});

test('fewer places take away free ones first, although they have lower numbers', () => {
  expect(arrangePlaces(standingOf(['public', false], ['public', true], ['public', false]), { public: 1, reserved: 0 })).toEqual({ add: [], remove: ['p1', 'p3'], turn: [] });
});

test('a closed slot keeps its bookings on places nobody else will get', () => {
  expect(arrangePlaces(standingOf(['public', true], ['reserved', false]), { public: 0, reserved: 0 })).toEqual({ add: [], remove: ['p2'], turn: [{ id: 'p1', audience: 'withdrawn' }] });
});

test('a slot opened again takes its withdrawn places back', () => {
  expect(arrangePlaces(standingOf(['withdrawn', true]), { public: 2, reserved: 0 })).toEqual({ add: [{ number: 2, audience: 'public' }], remove: [], turn: [{ id: 'p1', audience: 'public' }] });
});

const audience = fc.constantFrom<Audience>('public', 'reserved', 'withdrawn');
const anyStanding = fc.array(fc.tuple(audience, fc.boolean()), { maxLength: 12 }).map((shape) => standingOf(...shape));
const anyPlan = fc.record({ public: fc.nat(8), reserved: fc.nat(4) });

test('whatever stands and whatever is planned: nobody loses a place, the plan is met, and arranging again changes nothing', () => {
  fc.assert(fc.property(anyStanding, anyPlan, (standing, wanted) => {
    const arrangement = arrangePlaces(standing, wanted);
    const places = after(standing, arrangement);
    const taken = standing.filter((place) => place.taken);
    expect(places.filter((place) => place.taken)).toHaveLength(taken.length);
    expect(count(places, 'public')).toBe(wanted.public);
    expect(count(places, 'reserved')).toBe(wanted.reserved);
    expect(count(places, 'withdrawn')).toBe(Math.max(0, taken.length - wanted.public - wanted.reserved));
    expect(new Set(places.map((place) => place.number)).size).toBe(places.length);
    expect(changesNothing(arrangePlaces(places, wanted))).toBe(true);
  }));
});
