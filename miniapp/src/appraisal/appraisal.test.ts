import { answersOf, toneOf, widthsOf } from './appraisal.view.ts';
import { forgetNonce, keepNonce, keptNonce } from './kept-nonces.ts';

const band = (count: number) => ({ from: 1, to: 5, label: '', count });

describe('a department appraisal on the phone', () => {
  test('is sent only when every question has its level', () => {
    const questions = [{ key: 'attitude' }, { key: 'speed' }];
    expect(answersOf(questions, { attitude: 5 })).toBeNull();
    expect(answersOf(questions, { speed: 2, attitude: 5 })).toEqual([{ question: 'attitude', level: 5 }, { question: 'speed', level: 2 }]);
  });
  test('draws its bands measured by the widest', () => expect(widthsOf({ bands: [band(20), band(5), band(8)] })).toEqual([100, 25, 40]));
  test('an overdue rectification stands out', () => {
    const owed = { dueOn: null, text: null, publishedOn: null, late: false, stateLabel: '' };
    expect([toneOf({ state: 'counted', rectification: { ...owed, state: 'overdue' } }), toneOf({ state: 'counted', rectification: { ...owed, state: 'owed' } }), toneOf({ state: 'asking', rectification: null }), toneOf({ state: 'rectified', rectification: { ...owed, state: 'published' } })]).toEqual(['accent', 'info', 'sun', 'ok']);
  });
  test('what was sent without an answer is known to the same account alone, until the hall has answered', () => {
    expect(keepNonce('wang', 'a', 'n')).toBe(true);
    keepNonce('wang', 'b', 'm');
    expect([keptNonce('wang', 'a'), keptNonce('li', 'a')]).toEqual(['n', null]);
    forgetNonce('wang', 'a');
    expect([keptNonce('wang', 'a'), keptNonce('wang', 'b')]).toEqual([null, 'm']);
    forgetNonce('wang', 'b');
  });
});
