import { sameAnswer, templatesFor, withTemplate, wordsOf } from './answer.view.ts';

const template = (title: string, topic: 'window' | 'waiting' | null) => ({ id: title, title, text: '', topic, version: 1 });

describe('an answer being written', () => {
  it('begins with the draft there is, or with nothing', () => {
    expect(wordsOf({ draft: { text: '您好', noPlanReason: null, writtenBy: '王晓梅', version: 2 } })).toEqual({ text: '您好', noPlanReason: '' });
    expect(wordsOf({ draft: null })).toEqual({ text: '', noPlanReason: '' });
  });
  it('offers the templates of its topic first, then those for all', () => expect(templatesFor([template('通用', null), template('窗口', 'window'), template('排队', 'waiting')], 'waiting').map(({ title }) => title)).toEqual(['排队', '通用', '窗口']));
  it('never loses a word to a template', () => expect([withTemplate(' ', '您好！'), withTemplate('已经修好。\n', '谢谢您。')]).toEqual(['您好！', '已经修好。\n谢谢您。']));
  it('does not save a reason again for a space', () => expect(sameAnswer({ text: 'a', noPlanReason: 'b ' }, { text: 'a', noPlanReason: 'b' })).toBe(true));
});
