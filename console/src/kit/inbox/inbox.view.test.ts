import type { StaffInboxItemView, StaffInboxList } from '@hall/shared/api/views';
import { bellText, messagesOf, newestOf, readIn } from './inbox.view.ts';

const message = (id: string, read = false): StaffInboxItemView => ({ id, kind: 'relaySent', urgent: false, at: 0, title: id, body: '', link: null, page: null, read });
const page = (...items: StaffInboxItemView[]): StaffInboxList => ({ items, unread: 0, nextCursor: null });

describe('the bell', () => {
  it('says nothing when all is read, and stays small however much came', () => {
    expect([0, 1, 99, 100, 4_000].map(bellText)).toEqual([null, '1', '99', '99+', '99+']);
  });

  it('shows a message once that was read while the next page was fetched', () => {
    const shown = messagesOf([page(message('a'), message('b')), page(message('a', true), message('c', true))]);
    expect(shown.map(({ id, read }) => [id, read])).toEqual([['a', true], ['b', false], ['c', true]]);
  });

  it('knows up to when the list was seen, although the unread stand before newer ones', () => {
    expect(newestOf([{ at: 5 }, { at: 9 }, { at: 7 }])).toBe(9);
  });

  it('marks the one that was opened as read and leaves the others', () => {
    expect(messagesOf(readIn([page(message('a'), message('b'))], 'b')).map(({ read }) => read)).toEqual([false, true]);
  });
});
