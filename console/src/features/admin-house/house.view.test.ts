import type { HouseSubjectView } from '@hall/shared/api/views';
import { blank, changeOf, FIELDS, factText, roomOf } from './house.view.ts';

const window: HouseSubjectView = { id: 'w', label: '1号窗口', facts: { label: '1号窗口', skills: ['enrolment', 'gone'], position: 4, closed: false }, stamp: 's', planned: null };
const field = (name: string) => FIELDS.window.find((each) => each.name === name)!;

it('reads a counter’s matters by their names, and one that is gone by its id', () => {
  expect(factText(field('skills'), window.facts, [{ id: 'enrolment', name: '参保登记' }])).toBe('参保登记、gone');
  expect(factText(field('closed'), window.facts, [])).toBe('使用中');
  expect(factText(field('label'), {}, [])).toBe('');
});

it('puts a new counter at the end of the row, and the first one at its head', () => {
  expect(blank('window', [window])['position']).toBe(5);
  expect(blank('department', [])['position']).toBe(0);
});

it('sends a change with what was seen, and a beginning with nothing', () => {
  expect(changeOf(window, { label: 'x' })).toEqual({ subjectId: 'w', stamp: 's', after: { label: 'x' } });
  expect(changeOf(null, {})).toEqual({ subjectId: null, stamp: null, after: {} });
});

it('opens the departments for an address nobody knows', () => {
  expect([roomOf('window'), roomOf('palace')]).toEqual(['window', 'department']);
});
