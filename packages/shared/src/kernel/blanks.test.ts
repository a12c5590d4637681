import { hasBlank } from './blanks.ts';

describe('the gaps of a template', () => {
  it('are found whether typed in full or half width, and nothing else is taken for one', () => {
    expect(['承办人是＿＿，预计周五', '预计____前办好'].map(hasBlank)).toEqual([true, true]);
    expect(['承办人是王晓梅', 'a_b', '——您好……', ''].map(hasBlank)).toEqual([false, false, false, false]);
  });
});
