import type { DeadlineView, StaffSuggestionCard, StaffSuggestionView, SuggestionPlanView } from '@hall/shared/api/views';
import { DECLINE_REASONS } from '@hall/shared/suggestion/suggestion.rules';
import type { PictureSheet } from '../../kit/case/picture.view.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import type { Tone } from '../../kit/state/StateTag.tsx';

/** By which way it came: signed, unsigned, or through the box on the wall. */
export function wayOf({ way, identity }: Pick<StaffSuggestionCard, 'way' | 'identity'>): { word: string; tone: Tone } {
  if (way === 'paper') return { word: copy.ways.paper, tone: 'sun' };
  return identity === 'named' ? { word: copy.ways.named, tone: 'quiet' } : { word: copy.ways.anonymous, tone: 'info' };
}

const TONES: Partial<Record<StaffSuggestionCard['state'], Tone>> = { submitted: 'accent', accepted: 'warn', assigned: 'warn', reopened: 'accent', taken: 'info', planned: 'info', replied: 'ok', confirmed: 'ok', closed: 'ok' };
/** Red waits for the hall, amber for somebody in it, blue is being worked on, green is answered; what has ended is quiet. */
export const stateTone = (state: StaffSuggestionCard['state']): Tone => TONES[state] ?? 'quiet';

export const dueTone = ({ overdue }: { overdue: boolean }): Tone => (overdue ? 'accent' : 'info');

export const sheetsOf = (suggestion: Pick<StaffSuggestionView, 'id' | 'pictures'>): PictureSheet[] =>
  suggestion.pictures.map((picture, at) => ({ id: picture.id, label: copy.picture, page: at + 1, marked: false, linkPath: `/staff/suggestions/${suggestion.id}/pictures/${picture.id}/link` }));

/** Why it was not taken up, or where it was sent, as its author reads it; empty while it is worked on. */
export const endedWhy = ({ declineReason, closingWords }: Pick<StaffSuggestionView, 'declineReason' | 'closingWords'>): string =>
  [DECLINE_REASONS.find(({ code }) => code === declineReason)?.label, closingWords].filter(Boolean).join('。');

/** The plan of the present round. */
export const planOf = ({ plans, round }: Pick<StaffSuggestionView, 'plans' | 'round'>): SuggestionPlanView | null => plans.find((plan) => plan.round === round) ?? null;

/** A plan nobody has approved binds nobody. */
export const stands = (plan: SuggestionPlanView | null): boolean => plan !== null && plan.state !== 'draft' && plan.state !== 'proposed';

export const isOpen = ({ state }: Pick<DeadlineView, 'state'>): boolean => state === 'running' || state === 'paused' || state === 'awaiting-calendar';
/** What runs now, the nearest first. */
export const running = (deadlines: readonly DeadlineView[]): DeadlineView[] => deadlines.filter(isOpen).sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity));

export interface Part { text: string; hidden: boolean }
const HIDDEN = '［已隐去］';

/**
 * The original cut into what stays and what the redacted wording leaves out, so that both can be read side by side. Joined
 * again, the parts are the original; where the two do not belong together nothing is marked.
 */
export function partsOf(original: string, redacted: string): Part[] {
  const pieces = redacted.split(HIDDEN);
  const [first = '', ...rest] = pieces;
  if (!original.startsWith(first)) return [{ text: original, hidden: false }];
  const parts: Part[] = [{ text: first, hidden: false }];
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    const last = index === rest.length - 1;
    const next = last ? original.length - piece.length : original.indexOf(piece, at + 1);
    if (next <= at || !original.startsWith(piece, next)) return [{ text: original, hidden: false }];
    const taken = original.slice(at, next);
    // What was taken out before is not taken out again.
    parts.push({ text: taken, hidden: taken !== HIDDEN }, { text: piece, hidden: false });
    at = next + piece.length;
  }
  return at === original.length ? parts.filter(({ text }) => text !== '') : [{ text: original, hidden: false }];
}
