import { passwordProblem, readAccountWish, readRolesWish } from './account.rules.ts';

test('an account needs a name, a badge and a post, and may be in no department', () => {
  expect(readAccountWish({ name: ' 李芳 ', badgeNumber: '012', post: '经办员', departmentId: null })).toEqual({ wish: { name: '李芳', badgeNumber: '012', post: '经办员', departmentId: null }, problems: [] });
  expect(readAccountWish({ name: '', badgeNumber: 'x'.repeat(21) }).problems.map(({ path }) => path)).toEqual(['name', 'badgeNumber', 'post']);
});

test('roles are known ones, and an administrator holds no other', () => {
  expect(readRolesWish({ roles: ['head', 'clerk'] })).toEqual({ wish: { roles: ['clerk', 'head'] }, problems: [] });
  expect(readRolesWish({ roles: [] }).problems).toEqual([]);
  for (const roles of [['king'], ['clerk', 'audit-admin'], ['system-admin', 'security-admin'], 'clerk']) expect(readRolesWish({ roles }).problems).toHaveLength(1);
});

test('a password that is short, all of one kind, or holds the user name is refused with what to do', () => {
  for (const poor of ['short1', 'onlyletters', '1234567890', 'li.fang2026!', 'aaaaaaaaa1']) expect(passwordProblem(poor, 'li.fang')).toEqual(expect.any(String));
  expect(passwordProblem('yangguang-2026', 'li.fang')).toBeNull();
});
