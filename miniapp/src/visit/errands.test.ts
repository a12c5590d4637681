import { read, spell } from './errands.ts';

test('what a visit is for travels from page to page unchanged', () => {
  const wishes = [{ matterId: 'enrolment', applicationId: '01a2-b' }, { matterId: 'change', relativeId: '01a3' }, { matterId: 'claim' }];
  expect(read(spell(wishes))).toEqual(wishes);
  expect(read(encodeURIComponent(encodeURIComponent(spell(wishes))))).toEqual(wishes);
});

test('an address somebody has broken yields no wishes, and no error', () => {
  expect([read(undefined), read(''), read('enrolment~x~1'), read('enrolment~a~')]).toEqual([[], [], [], []]);
});
