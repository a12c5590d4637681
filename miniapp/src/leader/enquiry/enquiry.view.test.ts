import { instantAt } from '@hall/shared/kernel/day';
import { actsOf, enquiryTone, storyOf } from './enquiry.view.ts';

test('what was handed to somebody is accepted or declined before anything else', () => {
  expect(actsOf({ actions: ['decline', 'accept'] })).toEqual(['accept', 'decline']);
  expect(actsOf({ actions: ['offer', 'answer'] })).toEqual(['answer', 'offer']);
});

test('a step tells who did it, in whose name and to whom it was handed', () => {
  const step = { kind: 'offer', label: '转办', at: instantAt('2026-11-23', '09:30'), byAsker: false, by: '李文静 经办员', inNameOf: '王晓梅', to: '征缴科', words: '要查缴费记录' };
  expect(storyOf({ steps: [step], text: '怎么交？' }, '2026-11-23')).toEqual([{ key: '0', title: '转办', detail: '今天 09:30 · 李文静 经办员，代王晓梅，转给征缴科', note: '要查缴费记录', state: 'now' }]);
});

test('somebody who asks again is seen at once', () => {
  expect([enquiryTone('asked-again'), enquiryTone('open'), enquiryTone('confirmed')]).toEqual(['warn', 'info', 'ok']);
});
