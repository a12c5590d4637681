import { savingWords } from './saving.view.ts';

describe('whether the marks are safe', () => {
  const marks = { pending: true, mine: true, lost: false, savedAt: null };

  it('does not go on “saving” what was refused because another clerk took the case over', () => {
    expect(savingWords({ ...marks, mine: false })).toMatch(/没有保存/);
  });

  it('tells a save on its way from one that waits for the network, and from one that is done', () => {
    expect([savingWords(marks), savingWords({ ...marks, lost: true }), savingWords({ ...marks, pending: false })]).toEqual(['正在保存…', expect.stringContaining('网络恢复后'), '已保存']);
  });
});
