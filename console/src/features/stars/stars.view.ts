import type { StaffStarRoundView, StarCandidateView, StarDraftInput } from '@hall/shared/api/views';
import { isWorkingDay, type OfficialCalendar } from '@hall/shared/calendar/working-day.rules';
import { clockOf, dayOf, instantAt } from '@hall/shared/kernel/day';
import { momentText } from '../../kit/clock.ts';
import { starsCopy as copy } from '../../kit/copy/stars.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

export const toneOf = ({ state, takesVotes }: Pick<StaffStarRoundView, 'state' | 'takesVotes'>): Tone =>
  (state === 'open' ? (takesVotes ? 'sun' : 'info') : state === 'final' ? 'ok' : state === 'draft' || state === 'discarded' ? 'quiet' : 'info');

export const spanText = ({ opensAt, closesAt }: Pick<StaffStarRoundView, 'opensAt' | 'closesAt'>): string => copy.span(momentText(opensAt), momentText(closesAt));

/** How many voted: exact once counted, before only from five on. */
export function turnoutText({ state, ballots, turnout }: Pick<StaffStarRoundView, 'state' | 'ballots' | 'turnout'>): string {
  if (state === 'draft' || state === 'discarded') return '';
  return ballots === null ? copy.turnout(turnout) : copy.counted(ballots);
}

export const starsOf = ({ candidates }: Pick<StaffStarRoundView, 'candidates'>): string => candidates.filter(({ star }) => star).map(({ name }) => name).join('、');
export const byVotes = (candidates: readonly StarCandidateView[]): StarCandidateView[] => [...candidates].sort((a, b) => (b.votes ?? 0) - (a.votes ?? 0));

/** A plan as the form holds it: days and clocks instead of instants, and a reason for everybody who is ticked. */
export interface Form { month: string; opensDay: string; opensClock: string; closesDay: string; closesClock: string; tieRule: 'shared' | 'rate'; objectionDays: number; reasons: Record<string, string> }

export const formOf = ({ month, opensAt, closesAt, tieRule, objectionDays, candidates }: StaffStarRoundView): Form => ({
  month, tieRule, objectionDays, opensDay: dayOf(opensAt), opensClock: clockOf(opensAt), closesDay: dayOf(closesAt), closesClock: clockOf(closesAt), reasons: Object.fromEntries(candidates.map(({ staffId, reasons }) => [staffId, reasons])),
});
export const planOf = ({ month, opensDay, opensClock, closesDay, closesClock, tieRule, objectionDays, reasons }: Form): StarDraftInput => ({
  month, tieRule, objectionDays, opensAt: instantAt(opensDay, opensClock), closesAt: instantAt(closesDay, closesClock), nominees: Object.entries(reasons).map(([staffId, words]) => ({ staffId, reasons: words.trim() })),
});

/** Whether the calendar says that nobody works on that day; not while it cannot tell. */
export function isRestDay(calendar: OfficialCalendar, day: string): boolean {
  const working = isWorkingDay(calendar, day);
  return working.ok && !working.value;
}

/** Whether another round already stands for that month: there is one a month. @param own the round that is being changed */
export const monthTaken = (rounds: readonly Pick<StaffStarRoundView, 'id' | 'month'>[], month: string, own: string | null): boolean => rounds.some((each) => each.month === month && each.id !== own);
