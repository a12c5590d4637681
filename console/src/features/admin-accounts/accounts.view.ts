import type { AccountView } from '@hall/shared/api/views';
import { permissionsOf } from '@hall/shared/identity/permissions';
import type { StaffRole } from '@hall/shared/identity/permissions';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

const copy = adminCopy.accounts;

/** How an account stands just now. @param now instant */
export function standingOf({ active, oneTimeUntil, lockedUntil }: Pick<AccountView, 'active' | 'oneTimeUntil' | 'lockedUntil'>, now: number): { tone: Tone; label: string } {
  if (!active) return { tone: 'quiet', label: copy.closed };
  if (oneTimeUntil !== null) return oneTimeUntil < now ? { tone: 'warn', label: copy.overdue } : { tone: 'info', label: copy.awaiting };
  return lockedUntil !== null && lockedUntil > now ? { tone: 'warn', label: copy.locked } : { tone: 'ok', label: copy.active };
}

/** Those whose name, badge or user name holds these signs. */
export function found<A extends Pick<AccountView, 'name' | 'badgeNumber' | 'userName'>>(accounts: readonly A[], words: string): A[] {
  const wanted = words.trim().toLowerCase();
  return accounts.filter(({ name, badgeNumber, userName }) => [name, badgeNumber, userName].some((each) => each.toLowerCase().includes(wanted)));
}

/** Who may take something over: colleagues at work whose roles allow it. @param needs a permission */
export const successors = (accounts: readonly AccountView[], leavingId: string, needs: string): AccountView[] =>
  accounts.filter(({ id, active, roles }) => active && id !== leavingId && permissionsOf(roles as StaffRole[]).some((permission) => permission === needs));

/** How what is typed about an account is kept. Once it is changed by somebody else, what was typed over the former one is not offered. */
export const draftOf = (account: Pick<AccountView, 'id' | 'stamp'> | 'new'): string => (account === 'new' ? 'account.new' : `account.${account.id}.${account.stamp}`);
/** The same of the reason for a step. */
export const stepDraft = (id: string, step: string): string => `account-${step}.${id}`;

/** What to mend, field by field; the sentence above them only where there are none. */
export const wrongIn = (sentences: readonly string[]): string => (sentences.length > 1 ? sentences.slice(1) : sentences).join('；');
