import type { CommitmentFigureView, FulfilmentCountsView, FulfilmentView, StaffCommitmentView } from '@hall/shared/api/views';
import { everHeld } from '@hall/shared/commitment/in-force.rules';
import { rateWords as wordsOfRate } from '@hall/shared/commitment/rate-words.rules';
import { dayWords } from '../../kit/clock.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

/** The rate as people read it, or the number of cases where a share would say nothing. */
export const rateWords = ({ rate, met, broken }: Pick<CommitmentFigureView, 'rate' | 'met' | 'broken'>): string => (rate === null ? copy.few(met + broken, wordsOfRate(rate)) : wordsOfRate(rate));

/** What stands beside a figure without changing it: how often the clock stood still, and what was doubted. Null where there is nothing of it. */
export function besideWords({ paused, disputed, upheld }: Pick<CommitmentFigureView, 'paused' | 'disputed' | 'upheld'>): string | null {
  const words = [...(paused > 0 ? [copy.paused(paused)] : []), ...(disputed > 0 ? [copy.disputes(disputed, upheld)] : [])];
  return words.length === 0 ? null : words.join(' · ');
}

export interface Bar { label: string; count: number; width: number; late: boolean }

/** How long they took, as bars; the steps past the limit are drawn as late. The longest fills the line. */
export function barsOf({ spread }: Pick<CommitmentFigureView, 'spread'>, clock: string): Bar[] {
  const most = Math.max(...spread.map(({ count }) => count), 1);
  return spread.map(({ label, count }, at) => ({ label, count, width: (count / most) * 100, late: clock === 'minutes' && at > 3 }));
}

export const toneOf = (state: FulfilmentView['state']): Tone => (state === 'broken' ? 'accent' : state === 'met' ? 'ok' : state === 'pending' ? 'info' : 'quiet');

/** Where a list of times is opened: at what went wrong, else at the first that has something. */
export const firstState = (counts: FulfilmentCountsView): FulfilmentView['state'] => (['broken', 'met', 'pending', 'ended', 'excluded'] as const).find((state) => counts[state] > 0) ?? 'broken';

export const toneOfPromise = ({ state, drafted }: Pick<StaffCommitmentView, 'state' | 'drafted'>): Tone => (state === 'published' ? 'ok' : state === 'withdrawn' ? 'quiet' : drafted ? 'warn' : 'quiet');

const ROOMS: Readonly<Record<string, (id: string) => string>> = {
  application: (id) => `/cases/${id}`, suggestion: (id) => `/suggestions/${id}`, enquiry: (id) => `/enquiries/${id}`, rights: (id) => `/rights/${id}`, fund: () => '/funds', relay: () => '/relays?box=sent',
};

/** Where the thing itself is kept; null for a visit, which opens beside the list. */
export const roomOf = ({ subjectKind, subjectId }: { subjectKind: string; subjectId: string }): string | null => ROOMS[subjectKind]?.(subjectId) ?? null;

const YEAR = 12;

/** The months of a year up to this one, the newest first, and the one that is looked at. */
export function monthsUpTo(last: string, looked: string): string[] {
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))];
  const months = Array.from({ length: YEAR }, (_, back) => { const at = year * YEAR + month - 1 - back; return `${Math.floor(at / YEAR)}-${String((at % YEAR) + 1).padStart(2, '0')}`; });
  return months.includes(looked) ? months : [looked, ...months];
}

/** Since when a promise holds, and until when it did; one taken back before its first day never did. */
export function heldWords({ inForceFrom, inForceTo }: Pick<StaffCommitmentView, 'inForceFrom' | 'inForceTo'>): string {
  if (inForceFrom === null) return '';
  if (!everHeld({ inForceFrom, inForceTo })) return copy.neverHeld(dayWords(inForceFrom));
  return `${copy.since(dayWords(inForceFrom))}${inForceTo === null ? '' : `，${copy.until(dayWords(inForceTo))}`}`;
}
