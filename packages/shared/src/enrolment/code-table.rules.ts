/** What is decided about one entry of a code table. */
export interface CodeWish {
  /** What is kept with a case; it never changes and never means anything else. */
  code: string;
  label: string;
  position: number;
  closed: boolean;
}

interface Problem { path: string; message: string }

export const CODE = /^[a-z0-9][a-z0-9-]{0,31}$/;
const LONGEST_LABEL = 60;
const HIGHEST_POSITION = 999;

export function readCodeWish(said: Readonly<Record<string, unknown>>): { wish: CodeWish; problems: Problem[] } {
  const text = (name: string): string => (typeof said[name] === 'string' ? (said[name] as string).trim() : '');
  const wish: CodeWish = { code: text('code'), label: text('label'), position: typeof said['position'] === 'number' ? said['position'] : Number.NaN, closed: said['closed'] === true };
  const problems: Problem[] = [];
  if (!CODE.test(wish.code)) problems.push({ path: 'code', message: '代码请用小写字母、数字和横线，1 到 32 位' });
  if (wish.label.length < 1 || wish.label.length > LONGEST_LABEL) problems.push({ path: 'label', message: `名称请写 1 到 ${LONGEST_LABEL} 个字` });
  if (!Number.isInteger(wish.position) || wish.position < 0 || wish.position > HIGHEST_POSITION) problems.push({ path: 'position', message: `排序请写 0 到 ${HIGHEST_POSITION} 的整数` });
  return { wish, problems };
}

/** What is wrong with an entry among the others of its table. @param before as it stands; null for a new one */
export function codeProblems(wish: CodeWish, before: CodeWish | null, others: readonly CodeWish[]): Problem[] {
  const problems: Problem[] = [];
  if (before !== null && before.code !== wish.code) problems.push({ path: 'code', message: '代码定了就不能改，办件里记的是它；请新增一个，把旧的停用' });
  if (others.some(({ code }) => code === wish.code)) problems.push({ path: 'code', message: '这个代码已经有了（停用的也算）' });
  if (!wish.closed && others.some(({ label, closed }) => !closed && label === wish.label)) problems.push({ path: 'label', message: '已经有同名的一项' });
  if (wish.closed && !others.some(({ closed }) => !closed)) problems.push({ path: 'closed', message: '这张表至少要留一项能选' });
  return problems;
}
