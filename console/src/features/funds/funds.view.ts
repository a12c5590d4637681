import type { FundBatchView, FundWishInput } from '@hall/shared/api/views';
import { fenFromYuanText } from '@hall/shared/kernel/money';
import type { FundKind } from '@hall/shared/relays/fund.moves';
import { fundProblems } from '@hall/shared/relays/fund.moves';
import { fundsCopy as copy } from '../../kit/copy/funds.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

export function toneOf({ state, overdue, failing }: Pick<FundBatchView, 'state' | 'overdue' | 'failing'>): Tone {
  if (overdue) return 'accent';
  if (state === 'paid') return 'ok';
  if (state === 'paying') return failing > 0 ? 'warn' : 'info';
  return 'quiet';
}

/** Those not paid yet: what is late first, then the soonest due. */
export const pressing = (batches: readonly FundBatchView[]): FundBatchView[] =>
  batches.filter(({ state }) => state !== 'paid').sort((a, b) => Number(b.overdue) - Number(a.overdue) || (a.dueDay < b.dueDay ? -1 : a.dueDay > b.dueDay ? 1 : 0));

/** A batch as typed. */
export interface Typed { name: string; kind: FundKind; dueDay: string; persons: number | null; amount: string }

/** What was typed as a batch, or the first thing wrong with it. */
export function wishOf({ name, kind, dueDay, persons, amount }: Typed): { ok: true; wish: FundWishInput } | { ok: false; message: string } {
  const fen = fenFromYuanText(amount);
  const wish: FundWishInput = { name: name.trim(), kind, dueDay, persons: persons ?? 0, amountFen: fen.ok ? fen.value : 0 };
  const problem = fundProblems(wish).find(({ path }) => fen.ok || path !== 'amountFen');
  if (problem) return { ok: false, message: problem.message };
  return fen.ok ? { ok: true, wish } : { ok: false, message: copy.amountWrong };
}
