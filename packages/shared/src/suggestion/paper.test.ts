import fc from 'fast-check';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { BOX_OPENING_MOVES, boxOpeningActions, decideBoxOpening, type BoxOpeningFacts } from './box.moves.ts';
import { readSlipSerial, slipSerial } from './slip.rules.ts';
import { groupedCode, readTrackingCode, trackingCodeFrom } from './tracking-code.rules.ts';

const opening = (more: Partial<BoxOpeningFacts>): BoxOpeningFacts => ({ state: 'begun', firstId: 'wang', byId: 'li', plannedFor: '2026-11-27', today: '2026-11-27', counted: null, entered: 0, ...more });

test('the box is opened by two: the second is never the first', () => {
  expect(decideBoxOpening('confirm', opening({ byId: 'wang' }))).toMatchObject({ code: 'BOX_SAME_PERSON' });
  expect(decideBoxOpening('confirm', opening({}))).toMatchObject({ value: 'opened' });
  expect(boxOpeningActions(opening({ byId: 'wang' }))).toEqual(['step-back']);
});

test('an opening announced for tomorrow cannot begin today; late it can, and only what is still to come is put on another day', () => {
  const offered = (today: string) => boxOpeningActions(opening({ state: 'planned', firstId: null, today }));
  expect([offered('2026-11-26'), offered('2026-11-27'), offered('2026-11-28')]).toEqual([['reschedule'], ['begin', 'reschedule'], ['begin']]);
  expect(decideBoxOpening('begin', opening({ state: 'planned', today: '2026-11-26' }))).toMatchObject({ code: 'BOX_NOT_YET', message: expect.stringContaining('11月27日') });
  expect(decideBoxOpening('reschedule', opening({ state: 'planned', today: '2026-11-28' }))).toMatchObject({ code: 'BOX_DAY_PASSED' });
  expect(decideBoxOpening('reschedule', opening({ state: 'opened' }))).toMatchObject({ code: 'MOVE_NOT_ALLOWED' });
});

test('an opening is only done when every slip that was counted is typed in', () => {
  expect(decideBoxOpening('finish', opening({ state: 'opened', counted: 3, entered: 2 }))).toMatchObject({ code: 'BOX_SLIPS_LEFT', message: expect.stringContaining('还有 1 张') });
  expect(decideBoxOpening('finish', opening({ state: 'opened', counted: 3, entered: 3 }))).toMatchObject({ value: 'entered' });
  expect([reachableFrom(BOX_OPENING_MOVES, 'planned').size, finalStates(BOX_OPENING_MOVES)]).toEqual([4, ['entered']]);
});

test('a serial is read however it is typed, and one wrong figure is noticed', () => {
  expect(slipSerial(12, 37)).toBe('012-037-8');
  expect(readSlipSerial(' ０１２ 037—8')).toMatchObject({ value: '012-037-8' });
  fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 9 }), (batch, slip, at, by) => {
    const figures = slipSerial(batch, slip).replace(/-/g, '');
    const wrong = figures.slice(0, at) + String((Number(figures[at]) + by) % 10) + figures.slice(at + 1);
    return readSlipSerial(figures).ok && !readSlipSerial(wrong).ok;
  }));
  for (const typed of ['', '012-037', '没有编号', '012-037-88']) expect(readSlipSerial(typed)).toMatchObject({ code: 'SLIP_SERIAL_INVALID' });
});

test('a tracking code is read with the signs people confuse, and every one made is read back', () => {
  expect(readTrackingCode('abcd-0i1l efgh-jkmo')).toMatchObject({ value: 'ABCD0111EFGHJKM0' });
  expect(readTrackingCode('ＡＢＣＤ—０i1l–efgh－jkmo。')).toMatchObject({ value: 'ABCD0111EFGHJKM0' });
  expect(readTrackingCode('ABCD')).toMatchObject({ code: 'TRACKING_CODE_INVALID', path: 'trackingCode' });
  fc.assert(fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
    const read = readTrackingCode(groupedCode(trackingCodeFrom(random)));
    return read.ok && read.value === trackingCodeFrom(random);
  }));
});
