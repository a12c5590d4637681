import type { MessageWords } from './message-kind.ts';

/** Where everything owed stands in one list. */
const STAFF_HOME = 'leader/home/index';
/** The staff's pages of the mini-program, by the beginning of the console's path for the same thing; `by` names what follows it. */
const STAFF_PAGES: Readonly<Record<string, { page: string; by?: 'id' | 'plan' }>> = {
  suggestions: { page: 'leader/suggestion/index', by: 'id' }, 'suggestion-plans': { page: 'leader/suggestion/index', by: 'plan' }, enquiries: { page: 'leader/enquiry/index', by: 'id' },
  'rating-cases': { page: 'leader/rating/index', by: 'id' }, relays: { page: 'leader/relays/index' }, commitments: { page: 'leader/commitments/index' }, appraisals: { page: 'leader/appraisal/index', by: 'id' }, deadlines: { page: STAFF_HOME }, duty: { page: STAFF_HOME }, account: { page: 'leader/bind/index' },
};
/** A room of the console below another's path. */
const AT_THE_DESK = 'suggestions/box';

/** The staff's page of the mini-program for a path of the console, without a slash at its beginning; null where only the desk has one. */
export function staffPageOf(link: string): string | null {
  const path = link.replace(/^\//, '');
  const [room = '', thing] = path.split(/[/?]/);
  const door = path === AT_THE_DESK || !Object.hasOwn(STAFF_PAGES, room) ? undefined : STAFF_PAGES[room];
  if (door === undefined) return null;
  return door.by !== undefined && thing ? `${door.page}?${door.by}=${encodeURIComponent(thing)}` : door.page;
}

/**
 * The page of the mini-program a message from WeChat opens, without a slash at its beginning. Staff's links are paths of
 * the console, which a phone does not have: the same thing is opened there by its own page, and what has none by the list.
 */
export function phonePageOf(words: Pick<MessageWords, 'for' | 'link'>, id: string): string {
  const link = words.link(id);
  return words.for === 'resident' ? link.replace(/^\//, '') : staffPageOf(link) ?? STAFF_HOME;
}
