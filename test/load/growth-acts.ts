import { dayOf } from '@hall/shared/kernel/day';
import { addMonths, monthOf } from '@hall/shared/rating/published-figures.rules';
import type { GrownHall } from './growth-halls.ts';
import { now } from './rush-hall.ts';
import { PROMISE_ID } from './sun-rows.ts';
import { RESIDENT_TOKEN, WORDS, idOf, textOf, tokenOf } from './voice-rows.ts';

export type Asked = (hall: GrownHall, round: number) => Promise<Response>;

/** `of`: what there is more of in the larger hall; `group`: what the absolute figures put together. */
export interface Act {
  asked: Asked;
  of: 'suggestions' | 'rows';
  group: 'lists' | 'search' | 'aggregates' | 'writes';
}

const get = (path: string, who?: (hall: GrownHall) => string): Asked => (hall) => fetch(`${hall.api.url}/api${path}`, who ? { headers: { authorization: `Bearer ${who(hall)}` } } : {});
const post = (path: (round: number) => string, body: (round: number) => object, token?: (round: number) => string): Asked => (hall, round) =>
  fetch(`${hall.api.url}/api${path(round)}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token(round)}` } : {}) }, body: JSON.stringify(body(round)) });
const staff = (hall: GrownHall) => hall.staff;
const resident = () => RESIDENT_TOKEN;
const search = (word: string): Act => ({ asked: get(`/public/suggestions?q=${encodeURIComponent(word)}`), of: 'suggestions', group: 'search' });
const list = (path: string, who?: (hall: GrownHall) => string, of: Act['of'] = 'suggestions'): Act => ({ asked: get(path, who), of, group: 'lists' });

/** What is asked and done most, each as its page asks it. */
export function acts(): Record<string, Act> {
  const month = addMonths(monthOf(dayOf(now())), -3);
  return {
    'public suggestions': list('/public/suggestions'),
    'public suggestions of a topic': list('/public/suggestions?topic=waiting'),
    'public suggestions of a stage': list('/public/suggestions?stage=answered'),
    'one suggestion': list(`/public/suggestions/${idOf('1', 1_001)}`),
    'staff list, filtered': list('/staff/suggestions?scope=open&topic=waiting&sort=due', staff),
    'staff list, all': list('/staff/suggestions?scope=all', staff),
    'staff list, what most people say': list('/staff/suggestions?scope=all&sort=supporters&page=3', staff),
    'search, a common word': search(WORDS.common),
    'search, a rare word': search(WORDS.rare),
    'search, a common sign': search(WORDS.commonSign),
    'search, a rare sign': search(WORDS.rareSign),
    'search, words never together': search(WORDS.neverTogether),
    'similar suggestions': { asked: post(() => '/public/suggestions/similar', (round) => ({ text: textOf(round * 37 + 5) })), of: 'suggestions', group: 'search' },
    'staff search in sealed words': { asked: get(`/staff/suggestions?scope=all&q=${encodeURIComponent(WORDS.rare)}`, staff), of: 'suggestions', group: 'search' },
    'submit a suggestion': { asked: post(() => '/resident/suggestions', (round) => ({ topic: 'waiting', text: textOf(round), wishesPublic: true, pictureIds: [] }), tokenOf), of: 'suggestions', group: 'writes' },
    'rating figures': { asked: get(`/public/ratings/figures?month=${month}`), of: 'rows', group: 'aggregates' },
    'staff rating figures': { asked: get(`/staff/ratings/figures?month=${month}`, staff), of: 'rows', group: 'aggregates' },
    'public counts of what is owed': { asked: get('/public/overdue-counts'), of: 'rows', group: 'aggregates' },
    'give a rating': { asked: post((round) => `/resident/ratings/${idOf('4', round)}`, () => ({ level: 5, reasons: [], attitude: 5 }), resident), of: 'rows', group: 'writes' },
    inbox: { asked: get('/resident/inbox', resident), of: 'rows', group: 'lists' },
    'board of promises': list('/public/commitments', undefined, 'rows'),
    'promises of the hall': list('/staff/commitments', staff, 'rows'),
    'times behind a promise': list(`/staff/commitments/${PROMISE_ID}/fulfilments`, staff, 'rows'),
    'broken times of a promise': list(`/staff/commitments/${PROMISE_ID}/fulfilments?state=broken`, staff, 'rows'),
    'ledger state': list('/public/ledger', undefined, 'rows'),
    'ledger entries': list('/public/ledger/entries', undefined, 'rows'),
    'ledger entries of a kind': list('/public/ledger/entries?kind=figure.published', undefined, 'rows'),
    'star nominees': { asked: get(`/staff/stars/nominees?month=${monthOf(dayOf(now()))}`, staff), of: 'rows', group: 'aggregates' },
    'open questions': list('/staff/enquiries?scope=open', staff, 'rows'),
    'all questions': list('/staff/enquiries?scope=all', staff, 'rows'),
    'overdue deadlines': { asked: get('/staff/deadlines?scope=overdue', staff), of: 'rows', group: 'lists' },
  };
}
