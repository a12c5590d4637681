import type { OperatorEvent } from '../journeys/browser/operator.ts';
import { keystrokeLevel } from './keystroke-level.ts';

const key = (unit: string, inField = true): OperatorEvent => ({ kind: 'key', unit, inField });

describe('the time of a practised hand', () => {
  test('a field costs one thought and its keys, with the one that leaves it', () => {
    expect(keystrokeLevel([key('phone'), key('phone'), key('phone')])).toEqual({ acts: { K: 3, P: 0, H: 0, M: 1 }, seconds: expect.closeTo(3 * 0.28 + 1.35) });
  });

  test('every command costs a thought of its own, even the same one twice', () => {
    expect(keystrokeLevel([key('KeyN', false), key('KeyN', false)]).acts).toEqual({ K: 2, P: 0, H: 0, M: 2 });
  });

  test('the hand that goes to the mouse comes back for the next key', () => {
    expect(keystrokeLevel([key('KeyN', false), { kind: 'click', unit: 'print' }, key('KeyD', false)]).acts).toEqual({ K: 3, P: 1, H: 2, M: 3 });
  });

  test('two characters of a name are eight keys, not none', () => {
    expect(keystrokeLevel([{ kind: 'text', unit: 'name', characters: 2 }]).acts).toEqual({ K: 8, P: 0, H: 0, M: 1 });
  });

  test('a file is asked for by a click and chosen by a second decision in the window of the system', () => {
    expect(keystrokeLevel([{ kind: 'click', unit: 'upload' }, { kind: 'file', unit: 'upload' }]).acts).toEqual({ K: 3, P: 2, H: 1, M: 2 });
  });
});
