import fc from 'fast-check';
import { DAY_LENGTH, HOUR, instantAt } from '../kernel/day.ts';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { ACTIVITY_MOVES, decideActivity, doorIsOpen, givesPlacesOn, mayAddByHand, mayEditActivity, maySignUp, offersOfActivity } from './activity.moves.ts';
import type { ActivityFacts } from './activity.moves.ts';
import { activityProblems, satisfactionOf, satisfactionOfAll, toldOf } from './activity.rules.ts';
import type { ActivityPlan, LevelCounts } from './activity.rules.ts';
import { SIGN_UP_MOVES, decideSignUp, mayRateActivity, offersOfSignUp } from './sign-up.moves.ts';

const START = instantAt('2026-11-28', '09:30');
const END = instantAt('2026-11-28', '11:00');
const activity = (more: Partial<ActivityFacts> = {}): ActivityFacts => ({ state: 'announced', startsAt: START, endsAt: END, signUpClosesAt: START - DAY_LENGTH, ...more });

test('every state of an activity and of a sign-up can be reached, and each has its ends', () => {
  expect(reachableFrom(ACTIVITY_MOVES, 'draft').size).toBe(5);
  expect(finalStates(ACTIVITY_MOVES).sort()).toEqual(['cancelled', 'closed']);
  expect(reachableFrom(SIGN_UP_MOVES, 'waiting').size).toBe(5);
  expect(finalStates(SIGN_UP_MOVES).sort()).toEqual(['called-off', 'cancelled']);
});

test('an average is told once nobody can rate any more, and all together tell no more than each', () => {
  const counts: fc.Arbitrary<LevelCounts> = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6), fc.nat(6));
  fc.assert(fc.property(counts, (one) => toldOf(one, false).average === null && toldOf(one, true).average === satisfactionOf(one).average));
  // Whoever knows every figure told can work out the one of all together: so it tells nothing of those that are not.
  fc.assert(fc.property(fc.array(counts, { maxLength: 6 }), (each) => {
    const told = each.map((one) => satisfactionOf(one)).filter(({ average }) => average !== null);
    const all = satisfactionOfAll(each);
    const n = told.reduce((sum, one) => sum + one.n, 0);
    return all.n === n && (n === 0 || Math.abs(all.average! - told.reduce((sum, one) => sum + one.average! * one.n, 0) / n) < 1e-9);
  }));
});

test('what has begun is neither announced nor cancelled, and nothing is closed before its end', () => {
  expect(decideActivity('announce', activity({ state: 'draft' }), START)).toMatchObject({ code: 'ACTIVITY_BEGUN' });
  expect(decideActivity('cancel', activity(), START)).toMatchObject({ code: 'ACTIVITY_BEGUN' });
  expect(decideActivity('close', activity({ state: 'held' }), END - 1)).toMatchObject({ code: 'ACTIVITY_NOT_OVER' });
  expect(offersOfActivity(activity(), START - 2 * HOUR)).toEqual(['cancel']);
  expect(offersOfActivity(activity(), START)).toEqual(['hold']);
  expect([mayEditActivity(activity(), START - 1), mayEditActivity(activity(), START), mayEditActivity(activity({ state: 'held' }), START - 1)]).toEqual([true, false, false]);
});

test('one signs up until it closes; staff write names down until the end', () => {
  expect([maySignUp(activity(), START - DAY_LENGTH - 1).ok, maySignUp(activity(), START - DAY_LENGTH).ok, maySignUp(activity({ state: 'draft' }), 0).ok]).toEqual([true, false, false]);
  expect([mayAddByHand(activity({ state: 'held' }), END - 1).ok, mayAddByHand(activity({ state: 'held' }), END).ok]).toEqual([true, false]);
  expect([givesPlacesOn(activity(), START - 1), givesPlacesOn(activity(), START), givesPlacesOn(activity({ state: 'cancelled' }), 0)]).toEqual([true, false, false]);
});

test('the door is open from an hour before until half an hour after', () => {
  expect([START - HOUR - 1, START - HOUR, END + HOUR / 2, END + HOUR / 2 + 1].map((now) => doorIsOpen(activity({ state: 'held' }), now))).toEqual([false, true, true, false]);
  expect(doorIsOpen(activity({ state: 'cancelled' }), START)).toBe(false);
});

test('whoever still waits for a place cannot walk in, and whoever has rated cannot be unticked', () => {
  expect(decideSignUp('attend', { state: 'waiting', rated: false }, activity(), START)).toMatchObject({ code: 'ACTIVITY_WAITING_FOR_PLACE' });
  expect(decideSignUp('attend', { state: 'signed-up', rated: false }, activity(), START)).toMatchObject({ value: 'attended' });
  expect(decideSignUp('undo', { state: 'attended', rated: true }, activity(), END)).toMatchObject({ code: 'ACTIVITY_RATED' });
});

test('only those who came rate, once, after the end and before it is closed', () => {
  const attended = { state: 'attended', rated: false } as const;
  expect(mayRateActivity({ state: 'signed-up', rated: false }, activity(), END)).toMatchObject({ code: 'ACTIVITY_NOT_ATTENDED' });
  expect(mayRateActivity(attended, activity({ state: 'held' }), END - 1)).toMatchObject({ code: 'ACTIVITY_NOT_OVER' });
  expect(mayRateActivity({ ...attended, rated: true }, activity({ state: 'held' }), END)).toMatchObject({ code: 'ACTIVITY_RATED' });
  expect(mayRateActivity(attended, activity({ state: 'closed' }), END)).toMatchObject({ code: 'ACTIVITY_RATING_OVER' });
  expect(offersOfSignUp(attended, activity({ state: 'held' }), END)).toEqual(['rate']);
  expect(offersOfSignUp({ state: 'signed-up', rated: false }, activity(), START - 2 * HOUR)).toEqual(['cancel']);
});

const plan: ActivityPlan = { title: '政策宣讲', words: '讲一讲缴费档次', place: '二楼会议室', startsAt: START, endsAt: END, signUpClosesAt: START - DAY_LENGTH, capacity: 30 };

test('a plan says what is wrong with it, field by field', () => {
  expect(activityProblems(plan)).toEqual([]);
  expect(activityProblems({ ...plan, title: ' ', endsAt: START, signUpClosesAt: START + 1, capacity: 0 }).map(({ path }) => path)).toEqual(['title', 'endsAt', 'signUpClosesAt', 'capacity']);
  expect(activityProblems({ ...plan, capacity: 9 }, 10)).toMatchObject([{ path: 'capacity', message: '已经有 10 人报上名，名额不能更少' }]);
});

test('no figure is shown of fewer than five ratings, and none leaves the scale', () => {
  expect(satisfactionOf([0, 0, 0, 0, 4])).toEqual({ n: 4, average: null, satisfiedRate: null });
  expect(satisfactionOf([1, 0, 0, 0, 4])).toEqual({ n: 5, average: 4.2, satisfiedRate: 0.8 });
  const count = fc.integer({ min: 0, max: 50 });
  fc.assert(fc.property(fc.tuple(count, count, count, count, count), (counts) => {
    const { n, average, satisfiedRate } = satisfactionOf(counts as LevelCounts);
    if (n < 5) expect([average, satisfiedRate]).toEqual([null, null]);
    else {
      expect(average).toBeGreaterThanOrEqual(1);
      expect(average).toBeLessThanOrEqual(5);
      expect(satisfiedRate).toBeLessThanOrEqual(1);
    }
  }));
});
