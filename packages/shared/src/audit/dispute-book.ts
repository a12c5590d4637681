import type { LedgerEntry } from '../ledger/entry.rules.ts';

/** Of each visit there are few staff, mostly one, and of visits there are very many. */
interface Visit { ended: boolean; staff: string[] }

export interface DisputeBook { read(entry: LedgerEntry): string | null; /** How many were raised as they may be. */ readonly disputes: number }

const ENDED = ['visit.served', 'visit.left', 'visit.unserved'];
const OUTCOMES = ['upheld', 'explained'];

/**
 * Whoever was served may say once that the times written down are wrong, and somebody else answers. So each dispute is about a visit that stands
 * in the facts and has ended, is raised once, is answered once, and never by anybody who served that visit.
 */
export function disputeBook(): DisputeBook {
  const visits = new Map<string, Visit>();
  const open = new Map<string, boolean>();
  let disputes = 0;

  const READERS: Partial<Record<LedgerEntry['kind'], (entry: LedgerEntry) => string | null>> = {
    fact: ({ body }) => {
      const { s, event, of } = body as unknown as { s: string; event: string; of: { staff?: string } };
      if (!event.startsWith('visit.')) return null;
      let visit = visits.get(s);
      if (!visit) visits.set(s, (visit = { ended: false, staff: [] }));
      visit.ended ||= ENDED.includes(event);
      if (of.staff !== undefined && !visit.staff.includes(of.staff)) visit.staff.push(of.staff);
      return null;
    },
    'dispute.raised': ({ body }) => {
      const s = String(body.s);
      if (visits.get(s)?.ended !== true) return '有一件时间异议，所说的办事账上没有，或还没有结束';
      if (open.has(s)) return '同一次办事的时间异议提出了两次';
      open.set(s, true);
      disputes += 1;
      return null;
    },
    'dispute.answered': ({ body }) => {
      const s = String(body.s);
      if (open.get(s) !== true) return '答复了一件没有提出、或已经答复过的时间异议';
      if (!OUTCOMES.includes(String(body.outcome))) return '时间异议的答复不是“成立”或“说明”';
      if (visits.get(s)!.staff.includes(String(body.by))) return '时间异议由当时经办的人自己答复';
      open.set(s, false);
      return null;
    },
  };

  return { read: (entry) => READERS[entry.kind]?.(entry) ?? null, get disputes() { return disputes; } };
}
