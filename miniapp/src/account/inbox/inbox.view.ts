import type { InboxItemView } from '@hall/shared/api/views';

/** The list once one message has been read. */
export const afterReading = (items: readonly InboxItemView[], id: string): InboxItemView[] => items.map((item) => (item.id === id ? { ...item, read: true } : item));

/** When the newest of them came: what came later was seen by nobody. */
export const newestOf = (items: readonly InboxItemView[]): number => Math.max(0, ...items.map(({ at }) => at));

/** The page of this app a message leads to; anything else than a path of our own leads nowhere. */
export function pageOf(link: string | null): string | null {
  const path = link?.replace(/^\/?#?\/*/, '/') ?? '';
  return /^\/(tabs|enrolment|visit|rating|family|account|enquiry|guide|voice|activity|rights|star)\/[\w-]+\/index(\?[\w=&%-]*)?$/.test(path) ? path : null;
}
