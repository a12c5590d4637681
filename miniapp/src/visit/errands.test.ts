import { bookAgain, read, spell } from './errands.ts';

test('what a visit is for travels from page to page unchanged', () => {
  const wishes = [{ matterId: 'enrolment', applicationId: '01a2-b' }, { matterId: 'change', relativeId: '01a3' }, { matterId: 'claim' }];
  expect(read(spell(wishes))).toEqual(wishes);
  expect(read(encodeURIComponent(encodeURIComponent(spell(wishes))))).toEqual(wishes);
});

test('an address somebody has broken yields no wishes, and no error', () => {
  expect([read(undefined), read(''), read('enrolment~x~1'), read('enrolment~a~')]).toEqual([[], [], [], []]);
});

test('the same is booked again with one tap: its case, or its matter; of several things the person chooses', () => {
  const matter = (applicationId: string | null) => ({ matterId: 'enrolment', applicationId });
  expect([bookAgain([matter('7')]), bookAgain([matter(null)]), bookAgain([matter('7'), matter('8')]), bookAgain([])])
    .toEqual(['/visit/book/index?applicationId=7', '/visit/book/index?matterId=enrolment', '/visit/book/index', '/visit/book/index']);
});
