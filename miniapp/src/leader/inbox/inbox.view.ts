import type { StaffInboxItemView, StaffInboxList } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import { momentInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';

const copy = words.inbox;

/** What was fetched behind the first page, and from where on. */
export interface Earlier { from: string; items: StaffInboxItemView[]; nextCursor: string | null }

/** The first page with what follows it. A first page that has become another forgets the rest: it would leave a gap. */
export function pagesOf(first: StaffInboxList, earlier: Earlier | null): { items: StaffInboxItemView[]; nextCursor: string | null } {
  if (earlier === null || earlier.from !== first.nextCursor) return { items: first.items, nextCursor: first.nextCursor };
  const known = new Set(first.items.map(({ id }) => id));
  return { items: [...first.items, ...earlier.items.filter(({ id }) => !known.has(id))], nextCursor: earlier.nextCursor };
}

/** One more page behind those that are there; what was read meanwhile comes twice and is told once. */
export function withPage(earlier: Earlier | null, from: string, { items, nextCursor }: StaffInboxList): Earlier {
  const known = new Set(earlier?.items.map(({ id }) => id));
  return { from: earlier?.from ?? from, items: [...(earlier?.items ?? []), ...items.filter(({ id }) => !known.has(id))], nextCursor };
}

/** Marks one message as read and counts one less. */
export const afterReading = <L extends { items: StaffInboxItemView[] }>(list: L, id: string): L => ({ ...list, items: list.items.map((item) => (item.id === id ? { ...item, read: true } : item)) });

/** When the newest of them came: what came later was seen by nobody. */
export const newestOf = (items: readonly StaffInboxItemView[]): number => Math.max(0, ...items.map(({ at }) => at));

/** The page of this phone a message leads to; anything else than a page of the staff's leads nowhere. */
export const pageOf = ({ page }: Pick<StaffInboxItemView, 'page'>): string | null => (page !== null && /^leader\/[\w-]+\/index(\?[\w=&%-]*)?$/.test(page) ? `/${page}` : null);

/** When it came, whether it is new, and where it is worked on when not here. */
export const lineOf = (item: StaffInboxItemView, here: Day): string =>
  [item.read ? momentInWords(item.at, here) : copy.unread(momentInWords(item.at, here)), item.link !== null && pageOf(item) === null ? copy.desk : null].filter(Boolean).join(' · ');
