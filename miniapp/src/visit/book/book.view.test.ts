import { aCase, aMatter, aRelative, aSlot } from '../../testing/views.ts';
import { addErrand, errandsOf, expressCase, freeInWords, halves, mayChoose, plainErrand, wish } from './book.view.ts';

describe('what a visit is for', () => {
  test('open cases are offered, the ready ones first; finished ones are not', () => {
    const errands = errandsOf([aCase({ id: 'draft' }), aCase({ id: 'done', state: 'completed' }), aCase({ id: 'ready', state: 'ready' })]);
    expect(errands.map(({ key, ready }) => [key, ready])).toEqual([['ready', true], ['draft', false]]);
  });

  test('both parents can come for the same matter, and neither twice', () => {
    const father = plainErrand(aMatter(), aRelative({ id: 'father' }));
    const mother = plainErrand(aMatter(), aRelative({ id: 'mother' }));
    const errands = addErrand(addErrand([father], mother), plainErrand(aMatter(), aRelative({ id: 'father' })));
    expect(errands.map(wish)).toEqual([{ matterId: 'change', relativeId: 'father' }, { matterId: 'change', relativeId: 'mother' }]);
  });

  test('a case is booked by its own number, never with a person beside it', () => {
    expect(wish(errandsOf([aCase({ id: '7', state: 'ready' })])[0]!)).toEqual({ matterId: 'enrolment', applicationId: '7' });
  });

  test('express slots open only when everything one comes for is ready', () => {
    const ready = errandsOf([aCase({ id: 'a', state: 'ready' })]);
    expect(expressCase(ready)).toBe('a');
    expect(expressCase([...ready, plainErrand(aMatter(), undefined)])).toBeUndefined();
    expect(expressCase([])).toBeUndefined();
  });
});

describe('days and times', () => {
  const day = { day: '2026-11-24', weekdayLabel: '周二', open: true, note: null, free: 3 };

  test('a full or closed day says why it cannot be chosen', () => {
    expect([day, { ...day, free: 0 }, { ...day, open: false, note: '元旦', free: 0 }].map((one) => [freeInWords(one), mayChoose(one)])).toEqual([['余 3', true], ['约满', false], ['元旦', false]]);
  });

  test('morning and afternoon are apart, and every time stands once', () => {
    const lists = halves([aSlot({ id: 'pm', from: '14:00', to: '14:30' }), aSlot({ id: 'regular' }), aSlot({ id: 'express', kind: 'express' })]);
    expect(lists.map((half) => [half.label, half.options.map(({ value, aside }) => [value, aside])])).toEqual([['上午', [['express', '快办']]], ['下午', [['pm', undefined]]]]);
  });

  test('where no express place can be had, the regular one stands for the time', () => {
    const [morning] = halves([aSlot({ id: 'express', kind: 'express', offered: false, reason: '材料齐了才能选' }), aSlot({ id: 'regular' })]);
    expect(morning?.options.map(({ value, disabled }) => [value, disabled])).toEqual([['regular', false]]);
  });

  test('a time that cannot be had is shown with the reason of the server', () => {
    const [morning] = halves([aSlot({ offered: false, reason: '已经开始了' })]);
    expect(morning?.options[0]).toMatchObject({ disabled: true, detail: '已经开始了' });
  });
});
