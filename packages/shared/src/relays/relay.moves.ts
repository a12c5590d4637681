import type { Day } from '../kernel/day.ts';
import { move } from '../kernel/moves.ts';
import type { Moves } from '../kernel/moves.ts';
import type { FieldProblem, Verdict } from '../kernel/verdict.ts';

export const RELAY_TITLE_LENGTH = 60;
export const RELAY_WORDS_LENGTH = 2_000;
export const RELAY_LINK_LENGTH = 300;

/** One recipient's part of a message 信息传达. `release`: it was withdrawn, or this person no longer works here. */
export type ReceiptState = 'owed' | 'acknowledged' | 'released';
export type ReceiptAction = 'acknowledge' | 'release';
export const RECEIPT_MOVES: Moves<ReceiptState, ReceiptAction> = {
  owed: { acknowledge: 'acknowledged', release: 'released' },
  acknowledged: {}, released: {},
};
export const RECEIPT_STATE_LABELS: Record<ReceiptState, string> = { owed: '未签收', acknowledged: '已签收', released: '不用签收' };

/** Code: MOVE_NOT_ALLOWED. */
export const decideReceipt = (action: ReceiptAction, state: ReceiptState): Verdict<ReceiptState> => move(RECEIPT_MOVES, state, action);

/** Whether somebody may be reminded today: their receipt is owed, and nobody has reminded them of it today yet. */
export const mayRemind = ({ state, remindedOn }: { state: ReceiptState; remindedOn: Day | null }, today: Day): boolean => state === 'owed' && (remindedOn === null || remindedOn < today);

/** To whom a message goes: everybody of these departments, everybody with these roles, and these people. */
export interface Addressees { departmentIds: readonly string[]; roles: readonly string[]; staffIds: readonly string[] }
interface Addressed { id: string; departmentId: string | null; roles: readonly string[] }

/** Each person once, in the order of the staff; never the sender. */
export const recipientsOf = <P extends Addressed>(staff: readonly P[], to: Addressees, senderId: string): P[] =>
  staff.filter(({ id, departmentId, roles }) => id !== senderId && (to.staffIds.includes(id) || (departmentId !== null && to.departmentIds.includes(departmentId)) || roles.some((role) => to.roles.includes(role))));

/** What is wrong with a message before it is sent. @param recipients how many people it would reach */
export function relayProblems({ title, words, link }: { title: string; words: string; link: string | null }, recipients: number): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (path: string, message: string) => problems.push({ path, code: 'RELAY_INVALID', message });
  if (title.trim() === '') wrong('title', '请写标题');
  if (words.trim() === '') wrong('words', '请写要传达的内容');
  if (link !== null && link.trim() === '') wrong('link', '没有附件就不填');
  if (recipients === 0) wrong('staffIds', '请选择至少一位接收人（不含您自己）');
  return problems;
}
