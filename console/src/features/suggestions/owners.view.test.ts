import { ownersFor } from './owners.view.ts';

const owner = (id: string, name: string, open: number, departmentName: string | null = '参保登记科') => ({ id, name, post: '窗口人员', departmentName, open });
const all = [owner('w', '王晓梅', 3), owner('l', '李文静', 0), owner('z', '周志强', 1, '待遇发放科')];

describe('whom a suggestion is given to', () => {
  it('puts whoever has least in hand first', () => expect(ownersFor(all, '', null).map(({ id }) => id)).toEqual(['l', 'z', 'w']));
  it('finds people by a part of the name or of the department', () => expect([ownersFor(all, '晓', null), ownersFor(all, ' 待遇 ', null), ownersFor(all, '无此人', null)].map((found) => found.map(({ id }) => id))).toEqual([['w'], ['z'], []]));
  it('does not offer whose it is already', () => expect(ownersFor(all, '', 'l').map(({ id }) => id)).toEqual(['z', 'w']));
});
