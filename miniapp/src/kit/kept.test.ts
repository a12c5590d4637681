import { keepFilled, recallFilled } from './kept.ts';
import { phone } from './testing/taro-double.ts';

const NOTHING = { topic: null as string | null, words: '' };

beforeEach(() => phone.reset());

test('what somebody filled in and did not send is there again after the page was lost', () => {
  keepFilled('zhang', 'rights', { topic: 'benefit', words: '三个月没有发' }, NOTHING);
  expect(recallFilled('zhang', 'rights', NOTHING)).toEqual({ topic: 'benefit', words: '三个月没有发' });
});

test('another person on the same phone begins with an empty page', () => {
  keepFilled('zhang', 'rights', { topic: 'benefit', words: '三个月没有发' }, NOTHING);
  expect([recallFilled('li', 'rights', NOTHING), recallFilled(null, 'rights', NOTHING)]).toEqual([NOTHING, NOTHING]);
});

test('what was sent or emptied again is forgotten, and a page that may keep nothing keeps nothing', () => {
  keepFilled('zhang', 'rights', { topic: 'benefit', words: '三个月没有发' }, NOTHING);
  keepFilled('zhang', 'rights', NOTHING, NOTHING);
  keepFilled('zhang', null, { topic: null, words: '凭小票评的' }, NOTHING);
  expect(recallFilled('zhang', 'rights', NOTHING)).toEqual(NOTHING);
});

test('a question added to the page later has its first answer beside what was kept before', () => {
  keepFilled<object>('zhang', 'rights', { words: '三个月没有发' }, NOTHING);
  expect(recallFilled('zhang', 'rights', NOTHING)).toEqual({ topic: null, words: '三个月没有发' });
});
