import type { RelayAddressBookView, RelayInput, RelayView } from '@hall/shared/api/views';
import { recipientsOf } from '@hall/shared/relays/relay.moves';
import { relaysCopy as copy } from '../../kit/copy/relays.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

/** How a message stands for its reader: owed and late is red, owed is amber, the rest is calm. */
export function standingOf(relay: Pick<RelayView, 'mine' | 'overdue' | 'withdrawn'>): { word: string; tone: Tone } {
  if (relay.withdrawn) return { word: copy.withdrawn, tone: 'quiet' };
  if (relay.mine) return relay.overdue ? { word: copy.late, tone: 'accent' } : { word: copy.owed, tone: 'warn' };
  return { word: copy.done, tone: 'ok' };
}

/** How far a message has got, for whoever sent it. */
export function progressOf(relay: Pick<RelayView, 'acknowledged' | 'recipients' | 'withdrawn' | 'receipts'>): { word: string; tone: Tone } {
  if (relay.withdrawn) return { word: copy.withdrawn, tone: 'quiet' };
  const word = copy.progress(relay.acknowledged, relay.recipients);
  return { word, tone: relay.acknowledged === relay.recipients ? 'ok' : relay.receipts.some((each) => each.overdue) ? 'accent' : 'info' };
}

/** Who has not acknowledged it yet. */
export const unreadNames = ({ receipts }: Pick<RelayView, 'receipts'>): string[] => receipts.filter(({ state }) => state === 'owed').map(({ name }) => name);

/** How many people it would reach; the book leaves the sender out already. */
export const reachOf = (book: RelayAddressBookView, to: Pick<RelayInput, 'departmentIds' | 'roles' | 'staffIds'>): number => recipientsOf(book.people, to, '').length;

/** An address can be opened; the number of a paper can only be read. */
export const isAddress = (link: string): boolean => /^https?:\/\/\S+$/.test(link);
