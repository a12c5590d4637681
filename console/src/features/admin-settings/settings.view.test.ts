import type { HouseSubjectView } from '@hall/shared/api/views';
import { sectionsOf } from './settings.view.ts';

const subject = (id: string, value: unknown): HouseSubjectView => ({ id, label: id, facts: { value }, stamp: 's', planned: null });

it('puts settings into groups, reads values as people say them, and tells which are as usual', () => {
  const sections = sectionsOf([subject('queue.maxRecalls', 4), subject('booking.windowDays', 14), subject('rights.departmentId', 'd'), subject('gone', 1)], (id) => `科室 ${id}`);
  expect(sections.map(({ title, rows }) => [title, rows.map(({ text, usualText, isUsual }) => [text, usualText, isUsual])])).toEqual([
    ['预约', [['14 天', '14 天', true]]], ['叫号', [['4 次', '3 次', false]]], ['归哪个科室', [['科室 d', '没有设', false]]],
  ]);
});
