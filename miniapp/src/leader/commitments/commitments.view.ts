import type { CommitmentFigureView, FulfilmentView, StaffCommitmentView } from '@hall/shared/api/views';
import { rateWords } from '@hall/shared/commitment/rate-words.rules';
import { copy as words } from '../../kit/copy/office.ts';
import type { Tone } from '../../kit/ui/card.tsx';

const copy = words.commitments;

/** The month in one word; where too few were judged, that only their number is told. */
export const monthWord = (figure: Pick<CommitmentFigureView, 'rate'> | null): string => (figure === null ? copy.none : rateWords(figure.rate));

/** What stands beside it. */
export const monthLine = (figure: CommitmentFigureView | null, pending: number): string => [
  ...(figure ? [copy.counts(figure.met, figure.broken), ...(figure.excluded > 0 ? [copy.excluded(figure.excluded)] : []), ...(figure.disputed > 0 ? [copy.disputes(figure.disputed, figure.upheld)] : [])] : []), ...(pending > 0 ? [copy.pending(pending)] : []),
].join(' · ');

/** Nothing broken, something broken, or nothing to say yet: never by colour alone, the word stands with it. */
export const monthTone = (figure: Pick<CommitmentFigureView, 'met' | 'broken'> | null): Tone => (figure === null || figure.met + figure.broken === 0 ? 'plain' : figure.broken === 0 ? 'ok' : 'warn');

/** By whom and where, with what it was beneath; where nobody has had it in hand yet, what it was. */
export const headingOf = ({ staffName, windowLabel, title }: Pick<FulfilmentView, 'staffName' | 'windowLabel' | 'title'>): [string, string | null] => {
  const who = [staffName, windowLabel].filter(Boolean).join(' · ');
  return who === '' ? [title, null] : [who, title];
};

/** In force or to be; what was withdrawn or never published has no month. */
export const inForce = (all: readonly StaffCommitmentView[]): StaffCommitmentView[] => all.filter(({ state }) => state === 'published');

/** Of what was proposed, only what this person may decide: nobody decides on their own proposal. */
export const toDecide = <T extends { actions: readonly string[] }>(proposed: readonly T[]): T[] => proposed.filter(({ actions }) => actions.length > 0);
