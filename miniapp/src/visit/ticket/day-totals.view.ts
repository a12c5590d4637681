import type { LedgerPage, TicketView } from '@hall/shared/api/views';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { copy } from '../../kit/copy/totals.ts';

interface ClassTotals { cls: string; last: number; served: number; left: number; unserved: number; open: number }

export const dayOfVisit = ({ calledAt, eligibleAt }: Pick<TicketView, 'calledAt' | 'eligibleAt'>): Day => dayOf(calledAt ?? eligibleAt);

/** How the day ended for all who had a number of this kind, as the ledger says it; null while it has not said it. */
export function totalsLine(items: LedgerPage['items'], day: Day, { cls, classLabel }: Pick<TicketView, 'cls' | 'classLabel'>): string | null {
  const said = items.find(({ body }) => body.day === day)?.body as { classes: ClassTotals[] } | undefined;
  const found = said?.classes.find((each) => each.cls === cls);
  if (!found) return null;
  const parts = (['served', 'left', 'unserved', 'open'] as const).filter((part) => found[part] > 0).map((part) => copy[part](found[part]));
  return copy.line(classLabel, found.last, parts.join('，'));
}
