import { cellsOfText, dayWord, isTable, laidOver, wordOf } from './cells.view.ts';

describe('cells copied from a spreadsheet', () => {
  it('come row by row, without the empty line a spreadsheet adds at the end', () => {
    expect(cellsOfText('400\t45\r\n500\t60\r\n\r\n')).toEqual([['400', '45'], ['500', '60']]);
  });

  it('are told from a single word, which is pasted as usual', () => {
    expect(isTable('2027-01-01')).toBe(false);
    expect(isTable('2027-01-01\n')).toBe(false);
    expect(isTable('400\t45')).toBe(true);
    expect(isTable('元旦\n春节')).toBe(true);
  });

  it('are laid over what stands there, and add the rows that are missing', () => {
    expect(laidOver([['100', '30'], ['200', '30']], 1, 1, 2, [['45', '不要'], ['60']])).toEqual([['100', '30'], ['200', '45'], ['', '60']]);
  });

  it('read dates the way people write them', () => {
    expect(['2027/2/6', '2027年2月6日', '2027-02-06', '2027.2.6'].map((word) => dayWord(word))).toEqual(Array(4).fill('2027-02-06'));
    expect(dayWord('2月6日', 2027)).toBe('2027-02-06');
    expect(dayWord('初一', 2027)).toBe('初一');
  });

  it('show a date of a spreadsheet as the day that was typed there', () => {
    expect([wordOf(new Date('2027-02-06T00:00:00Z')), wordOf(400), wordOf(' 低保 '), wordOf(null)]).toEqual(['2027-02-06', '400', '低保', '']);
  });
});
