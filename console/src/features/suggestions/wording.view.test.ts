import { hiddenIn, isWhole } from './wording.view.ts';

describe('the public wording', () => {
  it('points at what still names somebody', () => expect([hiddenIn('请打 13812345678'), hiddenIn('请多开一个窗口'), hiddenIn('请打［已隐去］，谢谢')]).toEqual([['13812345678'], [], []]));
  it('is long enough to say something and short enough to be read', () => expect([isWhole('太慢'), isWhole('  太 慢  '), isWhole('窗口排队太慢'), isWhole('长'.repeat(1001))]).toEqual([false, false, true, false]));
});
