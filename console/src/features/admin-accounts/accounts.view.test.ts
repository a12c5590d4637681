import type { AccountView } from '@hall/shared/api/views';
import { found, standingOf, successors, wrongIn } from './accounts.view.ts';

it('tells an account that waits for its first sign-in from one whose password is over, is locked, or is closed', () => {
  const label = (more: object) => standingOf({ active: true, oneTimeUntil: null, lockedUntil: null, ...more }, 100).label;
  expect([label({}), label({ oneTimeUntil: 200 }), label({ oneTimeUntil: 50 }), label({ lockedUntil: 200 }), label({ lockedUntil: 50 }), label({ active: false, oneTimeUntil: 200 })]).toEqual(['使用中', '等首次登录', '临时密码过期', '暂时锁定', '使用中', '已停用']);
});

it('finds people by a part of the name, the badge or the user name', () => {
  const people = [{ name: '李芳', badgeNumber: '012', userName: 'li.fang' }, { name: '王伟', badgeNumber: '034', userName: 'wang' }];
  expect(['芳', '034', 'LI.', ''].map((words) => found(people, words).length)).toEqual([1, 1, 1, 2]);
});

it('offers as successors only colleagues at work who may do it', () => {
  const person = (id: string, roles: string[], active = true) => ({ id, roles, active }) as AccountView;
  const all = [person('leaving', ['head']), person('head', ['head']), person('clerk', ['clerk']), person('gone', ['head'], false), person('admin', ['system-admin'])];
  expect([successors(all, 'leaving', 'fund.handle'), successors(all, 'leaving', 'enquiry.answer')].map((found) => found.map(({ id }) => id))).toEqual([['head'], ['head', 'clerk']]);
});

it('says each thing to mend once, and what is wrong as a whole where no field is named', () => {
  expect([wrongIn(['有几处要改', '工号有人用了', '没有这个科室']), wrongIn(['网络断了'])]).toEqual(['工号有人用了；没有这个科室', '网络断了']);
});
