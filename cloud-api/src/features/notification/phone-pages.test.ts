import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { WORDS } from './notification.words.ts';
import { phonePageOf } from './phone-pages.ts';

const PAGES = resolve(import.meta.dirname, '../../../../miniapp/src');
const pageOf = (kind: keyof typeof WORDS) => phonePageOf(WORDS[kind], 'a1');

test('what a colleague is told by WeChat opens on the phone, not on a path only the console has', () => {
  expect([pageOf('enquiryOffered'), pageOf('ratingForJudge'), pageOf('relaySent'), pageOf('deadlineEscalated')]).toEqual(['leader/enquiry/index?id=a1', 'leader/rating/index?id=a1', 'leader/relays/index?id=a1', 'leader/home/index']);
  expect(pageOf('returned')).toBe('enrolment/status/index?id=a1');
});

test.each(Object.keys(WORDS) as (keyof typeof WORDS)[])('the message %s opens a page the mini-program really has', (kind) => {
  expect(existsSync(resolve(PAGES, `${pageOf(kind).split('?')[0]}.tsx`))).toBe(true);
});
