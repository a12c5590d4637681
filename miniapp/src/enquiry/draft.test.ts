import { HOUR } from '@hall/shared/kernel/day';
import { EMPTY, bodyOf, isEmpty, picturesLeft, problemsOf, stillGood } from './draft.ts';

const CHOOSE = '请选一个';

test('a question to the leader names no section, one to a section names it', () => {
  expect(bodyOf({ ...EMPTY, to: 'leader', text: ' 能不能换矮一点的椅子？ ' })).toEqual({ addressee: 'leader', departmentId: null, text: '能不能换矮一点的椅子？', pictureIds: [] });
  expect(bodyOf({ to: 'd1', text: '怎么补缴？', pictures: [{ id: 'p1', at: 0 }] })).toEqual({ addressee: 'section', departmentId: 'd1', text: '怎么补缴？', pictureIds: ['p1'] });
});

test('whoever forgets to say whom or what is told beside the question, and nothing else is asked', () => {
  expect(problemsOf(EMPTY, CHOOSE)).toMatchObject({ to: CHOOSE, text: expect.stringContaining('请多写几个字') as string });
  expect(problemsOf({ ...EMPTY, to: 'leader', text: '社保卡丢了怎么补办？' }, CHOOSE)).toEqual({});
});

test('pictures too old for the hall leave the draft, the words stay', () => {
  const draft = { to: 'leader', text: '看不懂这张单子', pictures: [{ id: 'old', at: 0 }, { id: 'new', at: 20 * HOUR }] };
  expect(stillGood(draft, 23 * HOUR)).toEqual({ draft: { ...draft, pictures: [{ id: 'new', at: 20 * HOUR }] }, expired: true });
  expect(stillGood(draft, 21 * HOUR).expired).toBe(false);
});

test('a draft with a picture and no word is worth keeping, one with neither is not', () => {
  expect([isEmpty(EMPTY), isEmpty({ ...EMPTY, text: ' ' }), isEmpty({ ...EMPTY, pictures: [{ id: 'p', at: 0 }] })]).toEqual([true, true, false]);
  expect(picturesLeft({ ...EMPTY, pictures: [{ id: 'p', at: 0 }] })).toBe(2);
});
