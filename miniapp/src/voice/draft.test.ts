import { EMPTY, problemsOf, stillGood, withIdentity, withPicture, wordsOf, type Draft } from './draft.ts';

const HOUR = 3_600_000;
const AT = Date.parse('2026-11-23T01:00:00Z');
const whole: Draft = { ...EMPTY, identity: 'named', topic: 'premises', text: ' 填表台只有一副老花镜 ', wishesPublic: true };

test('each question left open is named in words of its own, and a whole suggestion may go', () => {
  expect(Object.keys(problemsOf(EMPTY))).toEqual(['identity', 'topic', 'text', 'wishesPublic']);
  expect(problemsOf(whole)).toEqual({});
  expect(problemsOf({ ...whole, text: '不好' }).text).toBe('请多写几个字，说清楚是什么事。');
});

test('nothing goes out while a picture is still on its way', () => {
  expect(problemsOf(whole, 1)).toEqual({ pictures: '还有照片没有传好，请等一等，或者去掉它。' });
});

test('whoever changes between name and no name takes neither pictures nor what was sent along', () => {
  const sent: Draft = { ...whole, pictures: [{ ref: 'p1', at: AT }], sent: { key: 'k', words: 'w' } };
  expect(withIdentity(sent, 'anonymous')).toEqual({ ...whole, identity: 'anonymous' });
  expect(withIdentity(sent, 'named')).toBe(sent);
});

test('a picture that arrives after the change of mind belongs to nothing, and the tenth has no place', () => {
  const picture = { ref: 'p', at: AT };
  expect(withPicture(whole, 'anonymous', picture).pictures).toEqual([]);
  expect(withPicture(whole, 'named', picture).pictures).toEqual([picture]);
  const nine: Draft = { ...whole, pictures: Array.from({ length: 9 }, (_, at) => ({ ref: String(at), at: AT })) };
  expect(withPicture(nine, 'named', picture)).toBe(nine);
});

test('pictures of yesterday are left out with a word, the text stays', () => {
  const old: Draft = { ...whole, pictures: [{ ref: 'old', at: AT - 24 * HOUR }, { ref: 'new', at: AT - HOUR }] };
  const { draft, expired } = stillGood(old, AT);
  expect([draft.pictures.map(({ ref }) => ref), draft.text, expired]).toEqual([['new'], whole.text, 1]);
});

test('what goes out says no more than what was chosen', () => {
  expect(wordsOf(whole)).toEqual({ topic: 'premises', text: '填表台只有一副老花镜', wishesPublic: true });
});
