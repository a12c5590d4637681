import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORDS } from './notification.words.ts';
import { phonePageOf, staffPageOf } from './phone-pages.ts';

const PAGES = resolve(import.meta.dirname, '../../../../miniapp/src');
const pageOf = (kind: keyof typeof WORDS) => phonePageOf(WORDS[kind], 'a1');

test('what a colleague is told by WeChat opens on the phone, not on a path only the console has', () => {
  expect([pageOf('enquiryOffered'), pageOf('ratingForJudge'), pageOf('relaySent'), pageOf('rightsAssigned')]).toEqual(['leader/enquiry/index?id=a1', 'leader/rating/index?id=a1', 'leader/relays/index', 'leader/home/index']);
  expect(pageOf('returned')).toBe('enrolment/status/index?id=a1');
});

test.each([
  ['suggestion:s1', '/suggestions/s1', 'leader/suggestion/index?id=s1'], ['suggestion-plan:p1', '/suggestion-plans/p1', 'leader/suggestion/index?plan=p1'], ['rating:r1', '/rating-cases/r1', 'leader/rating/index?id=r1'],
  ['appraisal:a1', '/appraisals/a1', 'leader/appraisal/index?id=a1'], ['box-opening:b1', '/suggestions/box', null], ['application:c1', '/cases/c1', null], ['weather:w1', '/deadlines', 'leader/home/index'],
])('what is reported as late opens the thing itself: %s', (thing, desk, phone) => {
  expect([WORDS.deadlineEscalated.link(thing), staffPageOf(WORDS.deadlineEscalated.link(thing))]).toEqual([desk, phone]);
});

test.each(Object.keys(WORDS) as (keyof typeof WORDS)[])('the message %s opens a page the mini-program really has', (kind) => {
  expect(existsSync(resolve(PAGES, `${pageOf(kind).split('?')[0]}.tsx`))).toBe(true);
});
