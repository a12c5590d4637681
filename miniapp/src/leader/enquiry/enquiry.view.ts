import type { EnquiryStepView, StaffEnquiryView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import { momentInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { Step } from '../../kit/ui/steps.tsx';

const copy = words.enquiry;

/** What this person may do with a question on the phone, the likeliest first. */
export type EnquiryAct = 'accept' | 'answer' | 'take' | 'decline' | 'offer' | 'take-back' | 'tell' | 'correct';
const ACTS: readonly EnquiryAct[] = ['accept', 'answer', 'take', 'tell', 'offer', 'decline', 'take-back', 'correct'];

export const actsOf = ({ actions }: Pick<StaffEnquiryView, 'actions'>): EnquiryAct[] => ACTS.filter((act) => (actions as readonly string[]).includes(act));

export const enquiryTone = (state: StaffEnquiryView['state']): Tone => (state === 'asked-again' ? 'warn' : state === 'open' ? 'info' : state === 'withdrawn' ? 'plain' : 'ok');

const who = ({ by, inNameOf, to }: EnquiryStepView): string | null => [by, inNameOf && copy.for(inNameOf), to && copy.toWhom(to)].filter(Boolean).join('，') || null;

/** What happened, with what was said at each step; the question itself stands above. */
export const storyOf = ({ steps, text }: Pick<StaffEnquiryView, 'steps' | 'text'>, here: Day): Step[] =>
  steps.map((step, at) => ({ key: String(at), title: step.label, detail: [momentInWords(step.at, here), who(step)].filter(Boolean).join(' · '), note: step.words === text ? null : step.words, state: at === steps.length - 1 ? 'now' : 'done' }));
