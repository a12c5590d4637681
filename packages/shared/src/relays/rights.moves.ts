import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import { checkPhone } from '../kernel/phone.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { FieldProblem, Refusal, Verdict } from '../kernel/verdict.ts';

export type RightsState = 'opened' | 'contacted' | 'in-service' | 'resolved' | 'confirmed' | 'reopened' | 'withdrawn';
export type RightsAction = 'contact' | 'serve' | 'resolve' | 'confirm' | 'reopen' | 'withdraw';

/** The work on somebody's rights 维权. It ends when the person says so: contented, or by taking the case back. */
export const RIGHTS_MOVES: Moves<RightsState, RightsAction> = {
  opened: { contact: 'contacted', withdraw: 'withdrawn' },
  contacted: { serve: 'in-service', withdraw: 'withdrawn' },
  'in-service': { resolve: 'resolved', withdraw: 'withdrawn' },
  resolved: { confirm: 'confirmed', reopen: 'reopened' },
  reopened: { contact: 'contacted', serve: 'in-service', withdraw: 'withdrawn' },
  confirmed: {}, withdrawn: {},
};
export const RIGHTS_ACTIONS: readonly RightsAction[] = ['contact', 'serve', 'resolve', 'confirm', 'reopen', 'withdraw'];
export const OPEN_RIGHTS_STATES: readonly RightsState[] = ['opened', 'contacted', 'in-service', 'resolved', 'reopened'];
/** How many a resident may have open at once. */
export const MOST_OPEN_RIGHTS = 5;
/** Opened by one account within a day, those taken back included: each rings at a head. */
export const MOST_RIGHTS_A_DAY = 10;
export const RIGHTS_WORDS_LENGTH = 1_000;

/** Steps the staff take. `confirm` too: many people say on the telephone that they are content. */
export const STAFF_RIGHTS_ACTIONS: readonly RightsAction[] = ['contact', 'serve', 'resolve', 'confirm', 'reopen', 'withdraw'];
export const RESIDENT_RIGHTS_ACTIONS: readonly RightsAction[] = ['confirm', 'reopen', 'withdraw'];

export const RIGHTS_STATE_LABELS: Record<RightsState, string> = { opened: '已受理', contacted: '已联系', 'in-service': '办理中', resolved: '已答复', confirmed: '已办结', reopened: '重新办理', withdrawn: '已撤回' };
export const RIGHTS_ACTION_LABELS: Record<RightsAction, string> = { contact: '联系本人', serve: '开始办理', resolve: '答复结果', confirm: '确认办结', reopen: '要求重办', withdraw: '撤回' };
/** What comes next, in one sentence for the person. */
export const RIGHTS_NEXT_STEPS: Record<RightsState, string> = {
  opened: '1 个工作日内会有人打电话联系您。',
  contacted: '已经和您联系过，马上开始办。',
  'in-service': '正在办，进展会写在下面。',
  resolved: '已经答复您。满意请点“确认办结”，不满意可以要求重办。',
  confirmed: '已办结，谢谢您的信任。',
  reopened: '您不满意，已重新办理，承办人会再联系您。',
  withdrawn: '您已撤回，需要时可以再申请。',
};

export const RIGHTS_TOPICS = {
  benefit: '待遇没有按时足额发', contribution: '缴费记录不对', enrolment: '参保关系有争议', conduct: '窗口刁难或推诿', privacy: '个人信息被泄露或冒用', other: '其他权益受损',
} as const;
export type RightsTopic = keyof typeof RIGHTS_TOPICS;
export const RIGHTS_TOPIC_CODES = Object.keys(RIGHTS_TOPICS) as RightsTopic[];

/** Where a case came from. */
export type RightsWay = 'desk' | 'phone' | 'suggestion';
export const RIGHTS_WAY_LABELS: Record<RightsWay, string> = { desk: '窗口受理', phone: '手机申请', suggestion: '意见转来' };

/** Whether the step may be taken, and the state it leads to. Codes: MOVE_NOT_ALLOWED, RIGHTS_WORDS_NEEDED, RIGHTS_NOT_BY_RESIDENT. */
export function decideRights(action: RightsAction, state: RightsState, by: 'resident' | 'staff', words: string): Verdict<RightsState> {
  if (by === 'resident' && !RESIDENT_RIGHTS_ACTIONS.includes(action)) return refuse('RIGHTS_NOT_BY_RESIDENT', '这一步由工作人员来做。');
  const next = move(RIGHTS_MOVES, state, action);
  return next.ok ? wordsMissing(action, by, words) ?? allow(next.value) : next;
}

/** Staff write what they did at each step; a person says only why they are not content. */
const wordsMissing = (action: RightsAction, by: 'resident' | 'staff', words: string): Refusal | null => {
  const needed = by === 'staff' || action === 'reopen';
  return needed && words.trim() === '' ? refuse('RIGHTS_WORDS_NEEDED', by === 'staff' ? '请写明做了什么，本人会看到。' : '请说说哪里还没有解决。', 'words') : null;
};

const offers = (among: readonly RightsAction[], state: RightsState): RightsAction[] => among.filter((action) => RIGHTS_MOVES[state][action] !== undefined);
export const rightsOffers = (state: RightsState, by: 'resident' | 'staff'): RightsAction[] => offers(by === 'resident' ? RESIDENT_RIGHTS_ACTIONS : STAFF_RIGHTS_ACTIONS, state);

/** What is wrong with what was told. @param known what the hall knows of the person already */
export function rightsProblems(told: { words: string; name: string | null; phone: string | null }, known: { name: boolean; phone: boolean }): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, code: 'RIGHTS_INVALID', message });
  const phone = (told.phone ?? '').trim();
  if (told.words.trim() === '') wrong('words', '请说说遇到了什么事');
  if (!known.name && (told.name ?? '').trim() === '') wrong('name', '请写您的姓名，办理的人好称呼您');
  if (phone === '' ? !known.phone : !checkPhone(phone).ok) wrong('phone', '请写能找到您的手机号码，11 位数字');
  return problems;
}
