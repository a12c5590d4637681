import { aSlot } from '../../kit/testing/views.ts';
import { halves } from './time.view.ts';

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
