import { hiddenIn, isWhole, theirWording } from './wording.view.ts';

describe('the public wording', () => {
  it('points at what still names somebody', () => expect([hiddenIn('请打 13812345678'), hiddenIn('请多开一个窗口'), hiddenIn('请打［已隐去］，谢谢')]).toEqual([['13812345678'], [], []]));
  it('is not laid over a colleague’s without a word about it', () => {
    expect(theirWording({ text: '我的', base: null }, '同事的')).toBe('同事的');
    expect([theirWording(null, '同事的'), theirWording({ text: '我的', base: '原来的' }, '原来的'), theirWording({ text: '我的 ', base: '原来的' }, '我的'), theirWording({ text: '我的', base: null }, null)]).toEqual([null, null, null, null]);
  });
  it('is long enough to say something and short enough to be read', () => expect([isWhole('太慢'), isWhole('  太 慢  '), isWhole('窗口排队太慢'), isWhole('长'.repeat(1001))]).toEqual([false, false, true, false]));
});
