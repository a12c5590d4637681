import { aCase, aMaterial } from '../../kit/case/case.builder.ts';
import { isWhole, itemsOf, sameMarks, withMark, withoutMark } from './marks.view.ts';

const mark = (target: string, sentence = '请改正。') => ({ target, reasonCode: 'r', sentence });

describe('marks of a pre-review', () => {
  const kase = aCase({ materials: [aMaterial('card'), aMaterial('proof', { required: false, pictures: [] })] });
  const items = itemsOf(kase);

  it('walks through the form first, then through each paper that belongs to the case', () => {
    expect(items[0]).toMatchObject({ target: 'field:name', label: '姓名' });
    expect(items.slice(-2).map((item) => item.target)).toEqual(['picture:card-1', 'material:card']);
  });

  it('keeps one mark for one thing, in the order in which the resident reads them', () => {
    const marks = withMark(withMark([mark('material:card')], mark('field:name'), items), mark('material:card', '请补拍。'), items);
    expect(marks).toEqual([mark('field:name'), mark('material:card', '请补拍。')]);
  });

  it('takes a mark away without touching the others', () => {
    expect(withoutMark([mark('field:name'), mark('field:phone')], 'field:name')).toEqual([mark('field:phone')]);
  });

  it('knows whether the server already has these marks, whatever their order', () => {
    expect(sameMarks([mark('a'), mark('b')], [mark('b'), mark('a')])).toBe(true);
    expect(sameMarks([mark('a')], [mark('a', '另一句。')])).toBe(false);
    expect(sameMarks([mark('a')], [])).toBe(false);
  });

  it('does not accept a template that was left unfinished', () => {
    expect(isWhole('这一项需要修改：')).toBe(false);
    expect(isWhole('  ')).toBe(false);
    expect(isWhole('这一项需要修改：门牌号缺单元。')).toBe(true);
  });
});
