import type { ApplicationView } from '@hall/shared/api/views';
import { momentInWords } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/enrolment.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { Step } from '../../kit/ui/steps.tsx';
import type { Day } from '@hall/shared/kernel/day';

const TONE: Record<ApplicationView['state'], Tone> = { draft: 'plain', submitted: 'info', returned: 'accent', ready: 'ok', handled: 'ok', completed: 'ok', rejected: 'accent', withdrawn: 'plain', lapsed: 'plain' };
export const toneOf = (state: ApplicationView['state']): Tone => TONE[state];

/** What happened, newest last; the last entry is where the case stands. */
export function stepsOf(application: Pick<ApplicationView, 'timeline'>, today: Day): Step[] {
  const last = application.timeline.length - 1;
  return application.timeline.map((entry, at) => ({
    key: `${at}`, title: entry.label, note: entry.note, state: at === last ? 'now' : 'done',
    detail: [momentInWords(entry.at, today), entry.by].filter(Boolean).join(' · '),
  }));
}

/** The one thing to do next, as a button; null when it is the hall's turn. */
export function nextAction(application: Pick<ApplicationView, 'state' | 'id'>): { id: string; word: string; path: string; query: Record<string, string> } | null {
  switch (application.state) {
    case 'draft': return { id: 'continue', word: copy.status.continue, path: '/enrolment/form/index', query: { id: application.id } };
    case 'returned': return { id: 'fix', word: copy.status.fix, path: '/enrolment/fix/index', query: { id: application.id } };
    case 'ready': case 'rejected': return { id: 'book', word: copy.status.book, path: '/visit/book/index', query: { applicationId: application.id } };
    case 'withdrawn': case 'lapsed': return { id: 'start-again', word: copy.status.start, path: '/enrolment/start/index', query: {} };
    default: return null;
  }
}
