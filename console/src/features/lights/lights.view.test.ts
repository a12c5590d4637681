import { linesOf, partOf, sameLines, toneOf, troubleOf } from './lights.view.ts';

describe('the card as it is written', () => {
  test('is one duty a line, without blanks and empty lines', () => {
    expect(linesOf(' 办理参保登记 \n\n解答政策\n')).toEqual(['办理参保登记', '解答政策']);
    expect(sameLines('办理参保登记\n\n解答政策 ', ['办理参保登记', '解答政策'])).toBe(true);
    expect(sameLines('办理参保登记', ['办理参保登记', '解答政策'])).toBe(false);
  });

  test('says why it cannot be saved, in the words of the rule', () => {
    expect(troubleOf('\n \n')).toBe('请至少写一条职责。');
    expect(troubleOf(Array.from({ length: 7 }, (_, at) => `职责${at}`).join('\n'))).toContain('最多写 6 条');
    expect(troubleOf('办理参保登记')).toBeNull();
  });
});

test('a card waiting to be published is told apart from one that is shown', () => {
  expect([toneOf({ state: 'draft' }), toneOf({ state: 'published' }), toneOf({ state: 'changed' })]).toEqual(['warn', 'ok', 'info']);
});

test('an address nobody knows leads to the cards', () => {
  expect([partOf('honours'), partOf('x')]).toEqual(['honours', 'cards']);
});
