import type { EnquiryCardView, EnquiryStepView, EnquiryView } from '@hall/shared/api/views';
import type { EnquiryState } from '@hall/shared/enquiry/enquiry.moves';
import type { Day } from '@hall/shared/kernel/day';
import { momentInWords } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/enquiry.ts';
import type { Tone } from '../kit/ui/card.tsx';
import type { IconName } from '../kit/ui/icon.tsx';
import type { Step } from '../kit/ui/steps.tsx';

const copy = words.one;

const FACES: Record<EnquiryState, [Tone, IconName]> = { open: ['info', 'clock'], 'asked-again': ['info', 'clock'], answered: ['sun', 'bell-ring'], told: ['ok', 'circle-check'], confirmed: ['ok', 'circle-check'], withdrawn: ['plain', 'undo-2'] };
/** A state's colour and picture; its word comes from the server. A late one looks late. */
export function faceOf({ state, due }: Pick<EnquiryCardView, 'state' | 'due'>): { tone: Tone; icon: IconName } {
  if (due?.overdue) return { tone: 'accent', icon: 'circle-alert' };
  const [tone, icon] = FACES[state];
  return { tone, icon };
}

/** One thing somebody said: asked, answered, put right. */
export interface Saying { key: string; heading: string; by: string | null; answer: boolean; words: string; at: number }

const HEADINGS: Record<string, string> = { ask: copy.asked, 'ask-again': copy.askedAgain, answer: copy.answered, correct: copy.corrected };

/** What was said, the newest first, so that an answer stands where one looks. */
export function sayingsOf(steps: readonly EnquiryStepView[]): Saying[] {
  return steps.flatMap((step, at): Saying[] => {
    const heading = HEADINGS[step.kind];
    if (heading === undefined || step.words === null) return [];
    const answer = step.kind === 'answer' || step.kind === 'correct';
    return [{ key: String(at), heading, by: answer ? [step.by, step.inNameOf ? copy.inNameOf(step.inNameOf) : null].filter(Boolean).join('，') : null, answer, words: step.words, at: step.at }];
  }).reverse();
}

/** The way it went: each step with who and when, and what was said beside a move; the words themselves stand above. */
export function courseOf({ steps, due, state }: Pick<EnquiryView, 'steps' | 'due' | 'state'>, today: Day): Step[] {
  const waiting = state === 'open' || state === 'asked-again';
  const done = steps.map((step, at): Step => ({
    key: `step-${at}`, title: step.label, state: 'done',
    detail: [momentInWords(step.at, today), step.byAsker ? copy.you : step.by, step.inNameOf ? copy.inNameOf(step.inNameOf) : null, step.kind === 'offer' && step.to ? copy.toWhom(step.to) : null].filter(Boolean).join(' · '),
    note: HEADINGS[step.kind] === undefined ? step.words : null,
  }));
  if (!waiting) return done;
  return [...done, { key: 'owed', title: copy.waiting, detail: due === null ? null : due.dueAt === null ? due.stateLabel : words.mine.due(momentInWords(due.dueAt, today)), note: [due?.overdue ? copy.late : null, due?.extension ?? null].filter(Boolean).join('。') || null, state: 'now' }];
}

/** What a card of the list says below the question. */
export function lineOf({ state, ownerName, due }: Pick<EnquiryCardView, 'state' | 'ownerName' | 'due'>, today: Day): string {
  const line = words.mine;
  if (state === 'answered') return line.yourTurn;
  const owner = ownerName === null ? line.nobody : line.with(ownerName);
  return due === null || due.dueAt === null ? owner : `${owner}，${due.overdue ? line.late : line.due(momentInWords(due.dueAt, today))}`;
}
