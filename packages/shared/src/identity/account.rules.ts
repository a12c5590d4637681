import { ROLE_LABELS, rolesConflict, type StaffRole } from './permissions.ts';

/** What the hall keeps of somebody who works there. */
export interface AccountWish {
  name: string;
  badgeNumber: string;
  post: string;
  departmentId: string | null;
}

export interface RolesWish {
  roles: StaffRole[];
}

interface Problem { path: string; message: string }

export const USER_NAME = /^[a-z][a-z0-9._-]{1,39}$/;
/** 等保 level 3 practice: long enough, and of more than one kind of sign. */
const LEAST_PASSWORD = 10;

const ROLES = Object.keys(ROLE_LABELS) as StaffRole[];
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

export function readAccountWish(said: Readonly<Record<string, unknown>>): { wish: AccountWish; problems: Problem[] } {
  const problems: Problem[] = [];
  const within = (path: string, most: number, words: string): string => {
    const text = textOf(said[path]);
    if (text.length < 1 || text.length > most) problems.push({ path, message: `${words}请写 1 到 ${most} 个字` });
    return text;
  };
  const departmentId = textOf(said['departmentId']);
  return { wish: { name: within('name', 40, '姓名'), badgeNumber: within('badgeNumber', 20, '工号'), post: within('post', 40, '岗位'), departmentId: departmentId === '' ? null : departmentId }, problems };
}

/** None at all is a wish too: whoever holds no role may sign in and do nothing. */
export function readRolesWish(said: Readonly<Record<string, unknown>>): { wish: RolesWish; problems: Problem[] } {
  const asked = Array.isArray(said['roles']) ? (said['roles'] as unknown[]) : [];
  const roles = ROLES.filter((role) => asked.includes(role));
  const problems: Problem[] = [];
  if (!Array.isArray(said['roles']) || asked.some((each) => !ROLES.some((role) => role === each))) problems.push({ path: 'roles', message: '有的角色不存在，请重新选择' });
  if (rolesConflict(roles)) problems.push({ path: 'roles', message: '三类管理员要分开：管理员不能再有别的角色' });
  return { wish: { roles }, problems };
}

/** What is wrong with a password somebody chooses; null when nothing is. */
export function passwordProblem(password: string, userName: string): string | null {
  if (password.length < LEAST_PASSWORD || password.length > 200) return `密码至少 ${LEAST_PASSWORD} 位`;
  if (password.toLowerCase().includes(userName.toLowerCase())) return '密码里不要包含用户名';
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  if (kinds < 2) return '密码请用字母、数字、符号中的至少两种';
  return new Set(password).size < 5 ? '密码太简单，请换一个' : null;
}
