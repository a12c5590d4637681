import { instantAt } from '../kernel/day.ts';
import { RATING_LEVELS, RATING_REASONS, checkRating, invitationExpiresOn, isNegative, isPositive, levelLabel, mayRate, ratingRates, reasonsFor } from './rating.rules.ts';

const problemsOf = (raw: unknown) => { const check = checkRating(raw); return check.ok ? [] : check.problems.map(({ path, code }) => `${path} ${code}`); };

test('of five levels the bottom two are negative and the others positive', () => {
  expect(RATING_LEVELS.map(({ level }) => [level, isNegative(level), isPositive(level)])).toEqual([[5, false, true], [4, false, true], [3, false, true], [2, true, false], [1, true, false]]);
  expect([levelLabel(5), levelLabel(1), levelLabel(0)]).toEqual(['非常满意', '非常不满意', '']);
});

test('contented people are offered praise, discontented ones complaints, and those between both', () => {
  expect(reasonsFor(5).map(({ code }) => code)).toEqual(RATING_REASONS.filter(({ praise }) => praise).map(({ code }) => code));
  expect(reasonsFor(2).map(({ code }) => code)).toEqual(RATING_REASONS.filter(({ praise }) => !praise).map(({ code }) => code));
  expect(reasonsFor(3)).toHaveLength(RATING_REASONS.length);
});

test('a level alone is a whole rating', () => expect(checkRating({ level: 5 })).toEqual({ ok: true, value: { level: 5, reasons: [] } }));

test('a full rating keeps its dimensions, and its comment without blank ends', () => {
  expect(checkRating({ level: 2, reasons: ['long-wait', 'slow'], attitude: 4, quality: 2, activities: 3, comment: ' 等了一小时 ' }))
    .toEqual({ ok: true, value: { level: 2, reasons: ['long-wait', 'slow'], attitude: 4, quality: 2, activities: 3, comment: '等了一小时' } });
  expect(checkRating({ level: 5, reasons: [], comment: '  ' })).toEqual({ ok: true, value: { level: 5, reasons: [] } });
});

test('every problem of a rating is named at once', () => {
  expect(problemsOf({ level: 6, reasons: 'fast', attitude: 0, quality: '5', comment: '长'.repeat(201), vote: 1 }))
    .toEqual(['vote RATING_UNKNOWN_FIELD', 'level RATING_LEVEL', 'reasons RATING_REASONS', 'attitude RATING_DIMENSION', 'quality RATING_DIMENSION', 'comment RATING_COMMENT']);
  expect(problemsOf({ level: 5, reasons: ['slow'] })).toEqual(['reasons RATING_REASON_UNKNOWN']);
  expect(problemsOf({ level: 5, reasons: ['fast', 'fast'] })).toEqual(['reasons RATING_REASONS']);
  expect(problemsOf({ level: 3, reasons: RATING_REASONS.slice(0, 6).map(({ code }) => code) })).toEqual(['reasons RATING_REASONS']);
  expect([problemsOf(null), problemsOf([]), problemsOf({})]).toEqual([['rating RATING_SHAPE'], ['rating RATING_SHAPE'], ['level RATING_LEVEL']]);
});

test('a visit can be rated once, up to the end of the last day', () => {
  expect(invitationExpiresOn('2026-03-05')).toBe('2026-03-20');
  const invitation = { rated: false, expiresOn: '2026-03-20' };
  expect(mayRate(invitation, instantAt('2026-03-20', '23:59')).ok).toBe(true);
  expect(mayRate(invitation, instantAt('2026-03-21', '00:00'))).toMatchObject({ code: 'RATING_EXPIRED' });
  expect(mayRate({ ...invitation, rated: true }, instantAt('2026-03-06', '09:00'))).toMatchObject({ code: 'RATING_ALREADY_GIVEN' });
});

test('a service nobody rated is never counted as good', () => {
  expect(ratingRates(100, { 5: 6, 3: 2, 1: 2 })).toEqual({ served: 100, rated: 10, goodRate: 0.8, activeRate: 0.1, unratedRate: 0.9 });
  expect(ratingRates(0, {})).toEqual({ served: 0, rated: 0, goodRate: null, activeRate: null, unratedRate: null });
});
