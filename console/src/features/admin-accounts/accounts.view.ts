import type { AccountView } from '@hall/shared/api/views';
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
