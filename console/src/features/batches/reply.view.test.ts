import { batchState, replyWords } from './reply.view.ts';

const reply = { batchId: 'b', completed: 0, rejected: 0, repeated: 0, pending: 0, problems: [] };

describe('what an imported reply is said to have done', () => {
  it('counts what was taken, says who hears of it and where the rejected cases went', () => {
    const { title, lines } = replyWords({ ...reply, completed: 3, rejected: 1, pending: 2 });
    expect(title).toBe('已导入：成功 3 件，未通过 1 件');
    expect(lines.join()).toMatch(/通知.*未通过的.*2 行/);
  });

  it('does not call a second import of the same file a success', () => {
    expect(replyWords({ ...reply, repeated: 4 })).toEqual({ title: '这份回执之前已经导入过', lines: [expect.stringContaining('4 行')] });
  });

  it('says that nothing was filled in, instead of an empty box', () => {
    expect(replyWords({ ...reply, pending: 5 }).title).toBe('表里还没有填办理结果');
    expect(replyWords({ ...reply, problems: [{ row: 4, name: '王秀英', message: '第 4 行…' }] }).title).toBe('一行也没有导入');
  });

  it('calls a batch answered only when every row of it is', () => {
    expect([batchState({ state: 'exported', pending: 5 }), batchState({ state: 'replied', pending: 2 }), batchState({ state: 'replied', pending: 0 })].map(({ word }) => word)).toEqual(['等回执', '部分回执', '已回执']);
  });
});
