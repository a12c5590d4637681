import { byPath, derivedInWords, groupOfPath, pageOf, pageToGoOn, PAGES, TOTAL_STEPS } from './form.view.ts';

test('the declaration is not a page of its own: it is made where the paper can be read', () => {
  expect(PAGES.map((page) => page.id)).toEqual(['person', 'contact', 'eligibility', 'contribution', 'account']);
  expect(TOTAL_STEPS).toBe(7);
});

test('what the ID number tells is shown and never asked', () => {
  expect(derivedInWords('420606195003150023', '2026-11-23')).toBe('从身份证号码读到：女，1950年3月15日出生，76 周岁');
  expect(derivedInWords('42060619500315002', '2026-11-23')).toBeNull();
});

test('a problem leads to the page on which it can be solved', () => {
  expect([groupOfPath('bankCard'), groupOfPath('otherPensions.0.from'), groupOfPath('answers.name'), groupOfPath('material:citizen-id-card')]).toEqual(['account', 'eligibility', 'person', null]);
  expect([pageOf('account'), pageOf('nowhere'), pageOf(undefined)]).toEqual([4, 0, 0]);
});

test('of several problems of one field the first is shown', () => {
  expect(byPath([{ path: 'name', code: 'A', message: '一' }, { path: 'name', code: 'B', message: '二' }])).toEqual({ name: '一' });
});

test('someone who left half-way goes on at the first page with something left to answer', () => {
  const context = { today: '2026-11-23', profile: null, codes: { ethnicGroup: [{ code: '01', label: '汉族' }] } } as const;
  expect(pageToGoOn({}, context)).toBe(0);
  expect(pageToGoOn({ name: '王秀英', citizenId: '420606199001011239', ethnicGroup: '01' }, context)).toBe(1);
});
