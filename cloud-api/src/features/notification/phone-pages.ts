import type { MessageWords } from './message-kind.ts';

/** The staff's pages of the mini-program, by the beginning of the console's path for the same thing. */
const STAFF_PAGES: Readonly<Record<string, string>> = { suggestions: 'leader/suggestion/index', enquiries: 'leader/enquiry/index', 'rating-cases': 'leader/rating/index', relays: 'leader/relays/index' };
/** Where everything owed stands in one list. */
const STAFF_HOME = 'leader/home/index';

/**
 * The page of the mini-program a message from WeChat opens, without a slash at its beginning. Staff's links are paths of
 * the console, which a phone does not have: the same thing is opened there by its own page, and what has none by the list.
 */
export function phonePageOf(words: Pick<MessageWords, 'for' | 'link'>, id: string): string {
  const link = words.link(id).replace(/^\//, '');
  if (words.for === 'resident') return link;
  const [room = '', thing] = link.split(/[/?]/);
  const page = STAFF_PAGES[room];
  return page === undefined ? STAFF_HOME : thing ? `${page}?id=${encodeURIComponent(thing)}` : page;
}
