import type { StaffInboxItemView, StaffInboxList } from '@hall/shared/api/views';

const MOST_SHOWN = 99;

/** The number on the bell; null when there is nothing to say. */
export const bellText = (unread: number): string | null => (unread <= 0 ? null : unread > MOST_SHOWN ? `${MOST_SHOWN}+` : String(unread));

/** All pages as one list. What was read between two of them is told again among the read: it stays where it stood. */
export function messagesOf(pages: readonly StaffInboxList[]): StaffInboxItemView[] {
  const found = new Map<string, StaffInboxItemView>();
  for (const item of pages.flatMap(({ items }) => items)) {
    const stood = found.get(item.id);
    found.set(item.id, stood ? { ...item, read: item.read || stood.read } : item);
  }
  return [...found.values()];
}

/** The pages as they stand once this message is read. */
export const readIn = (pages: readonly StaffInboxList[], id: string): StaffInboxList[] =>
  pages.map((page) => ({ ...page, items: page.items.map((item) => (item.id === id ? { ...item, read: true } : item)) }));

/** When the newest of them came: what came later was seen by nobody. */
export const newestOf = (messages: readonly Pick<StaffInboxItemView, 'at'>[]): number => Math.max(0, ...messages.map(({ at }) => at));
