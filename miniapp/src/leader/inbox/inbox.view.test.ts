import type { StaffInboxItemView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { afterReading, lineOf, pageOf, pagesOf, withPage } from './inbox.view.ts';

const message = (id: string, more: Partial<StaffInboxItemView> = {}): StaffInboxItemView => ({ id, kind: 'suggestionAssigned', urgent: false, at: instantAt('2026-11-23', '09:05'), title: '一条意见分给您办', body: '请接手。', link: '/suggestions/s', page: 'leader/suggestion/index?id=s', read: false, ...more });
const page = (ids: string[], nextCursor: string | null) => ({ items: ids.map((id) => message(id)), unread: 9, nextCursor });
const ids = ({ items }: { items: StaffInboxItemView[] }) => items.map(({ id }) => id);

test('page after page is put together, and what was read in between is told once', () => {
  const second = withPage(null, 'after-b', page(['c', 'd'], 'after-d'));
  const third = withPage(second, 'after-d', page(['e', 'c', 'a'], null));
  expect(pagesOf(page(['a', 'b'], 'after-b'), third)).toMatchObject({ nextCursor: null });
  expect(ids(pagesOf(page(['a', 'b'], 'after-b'), third))).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('when something new has come the pages behind are asked for again, so that none is left out', () => {
  const second = withPage(null, 'after-b', page(['c'], null));
  expect(pagesOf(page(['new', 'a'], 'after-a'), second)).toMatchObject({ items: [{ id: 'new' }, { id: 'a' }], nextCursor: 'after-a' });
});

test('a message leads to a page of the staff on this phone and nowhere else', () => {
  expect([pageOf(message('a')), pageOf({ page: 'https://evil.example/' }), pageOf({ page: 'tabs/home/index' }), pageOf({ page: null })]).toEqual(['/leader/suggestion/index?id=s', null, null, null]);
});

test('a line says when it came, that it is new, and that only the desk can do it', () => {
  expect(lineOf(message('a'), '2026-11-23')).toBe('未读 · 今天 09:05');
  expect(lineOf(message('a', { read: true, link: '/rights/r', page: null }), '2026-11-24')).toBe('11月23日 周一 09:05 · 请在电脑上办理');
  expect(ids(afterReading({ items: [message('a'), message('b')] }, 'b'))).toEqual(['a', 'b']);
  expect(afterReading({ items: [message('a'), message('b')] }, 'b').items.map(({ read }) => read)).toEqual([false, true]);
});
