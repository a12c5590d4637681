import type { RatingCaseRowView, StaffSuggestionCard } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { chosenOf, pathOf, ratingLine, suggestionLine } from './list.view.ts';

const NOW = instantAt('2026-11-23', '10:00');

test('an address chooses the list; what it does not know it leaves at the first', () => {
  expect(chosenOf('enquiries', 'offered')).toEqual({ kind: 'enquiries', scope: 'offered' });
  expect(chosenOf('ratings', 'triage')).toEqual({ kind: 'ratings', scope: 'mine' });
  expect(chosenOf(undefined, undefined)).toEqual({ kind: 'suggestions', scope: 'triage' });
  expect(pathOf('suggestions', 'approve')).toBe('/staff/suggestions?scope=approve&sort=due');
});

test('a line tells what, whose, and how late', () => {
  const card = { id: 's', excerpt: '大厅的老花镜太少', stateLabel: '已受理', state: 'accepted', topicLabel: '大厅环境', receivedOn: '2026-11-20', ownerName: null, pictureCount: 2, supporters: 3, due: { stepLabel: '分办', dueAt: instantAt('2026-11-20', '17:00'), overdue: true, daysLate: 1, level: 1 } } as unknown as StaffSuggestionCard;
  expect(suggestionLine(card, NOW)).toMatchObject({ detail: '大厅环境 · 11月20日 周五 · 2 张图 · 3 人同感', due: '已过期限（应在 11月20日 17:00 前）', late: true });
});

test('a rating that waits for the second person says so, and never when it was given', () => {
  const row = { id: 'r', windowLabel: '1号窗口', matterNames: ['参保登记'], month: '2026-11', stateLabel: '核实中', state: 'contacted', ownerName: '周建平', owedLabel: '差评核实', dueAt: null, overdue: false, waitsForSecond: true, verdictLabel: null } as unknown as RatingCaseRowView;
  expect(ratingLine(row, NOW)).toMatchObject({ title: '1号窗口 · 参保登记', detail: '2026-11 · 周建平 · 差评核实 · 等第二人复核', due: null });
});
