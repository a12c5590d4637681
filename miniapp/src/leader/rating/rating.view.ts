import type { RatingCaseView } from '@hall/shared/api/views';
import type { Day } from '@hall/shared/kernel/day';
import { RATING_VERDICTS, type RatingVerdict } from '@hall/shared/rating/rating-case.moves';
import { momentInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import type { Step } from '../../kit/ui/steps.tsx';

export type RatingAct = keyof typeof words.rating.verbs;
const ORDER: readonly RatingAct[] = ['judge', 'decide', 'verify', 'propose', 'rectify', 'answer', 'write', 'cannot-contact', 'tried', 'ask', 'give-up-revisit'];

/** What this person may do with a case, the likeliest first. */
export const ratingActs = ({ actions }: Pick<RatingCaseView, 'actions'>): RatingAct[] => ORDER.filter((act) => (actions as readonly string[]).includes(act));

/** What an act asks beside its words: a verdict, yes or no, nothing; `none` asks no words either. */
export type AskedBeside = 'verdict' | 'yes-no' | 'words' | 'none';
export const askedBeside = (act: RatingAct): AskedBeside => (act === 'verify' || act === 'propose' ? 'verdict' : act === 'judge' || act === 'decide' ? 'yes-no' : act === 'cannot-contact' ? 'none' : 'words');

/** The verdicts an act may give: those for one person alone, or those that need a second. */
export const verdictsFor = (act: RatingAct): { value: RatingVerdict; label: string }[] => RATING_VERDICTS.filter(({ needsTwo }) => needsTwo === (act === 'propose')).map(({ code, label }) => ({ value: code, label }));

const PATHS: Record<RatingAct, string> = { judge: 'judge', decide: 'decide', verify: 'verify', propose: 'propose', rectify: 'rectify', answer: 'answer', write: 'contact', 'cannot-contact': 'no-contact', tried: 'attempts', ask: 'question', 'give-up-revisit': 'no-revisit' };

/** Said beside the words: the verdict, or yes or no. */
export interface Said { text: string; verdict: RatingVerdict | null; yes: boolean | null }

/** How an act is sent. @param said complete for this act */
export function letterOf(act: RatingAct, one: Pick<RatingCaseView, 'version' | 'objections'>, { text, verdict, yes }: Said): { path: string; body: object } {
  const { version } = one;
  const waiting = one.objections.find(({ state }) => state === 'waiting');
  switch (act) {
    case 'verify': case 'propose': return { path: PATHS[act], body: { version, verdict, words: text } };
    case 'judge': return { path: PATHS[act], body: { version, agree: yes, words: text } };
    case 'decide': return { path: `objections/${waiting?.id ?? ''}/decide`, body: { version, stands: yes, words: text } };
    case 'ask': return { path: PATHS[act], body: { version, question: text } };
    case 'cannot-contact': return { path: PATHS[act], body: { version } };
    default: return { path: PATHS[act], body: { version, words: text } };
  }
}

export const levelTone = (level: number): Tone => (level <= 2 ? 'accent' : 'plain');

const detailOf = (detail: string | null): string | null => (detail === null ? null : RATING_VERDICTS.find(({ code }) => code === detail)?.label ?? words.rating.details[detail] ?? null);

/** What was done, by whom and what was said. */
export const storyOf = ({ steps }: Pick<RatingCaseView, 'steps'>, here: Day): Step[] =>
  steps.map((step, at) => ({ key: String(at), title: [step.label, detailOf(step.detail)].filter(Boolean).join('：'), detail: [momentInWords(step.at, here), step.byName].filter(Boolean).join(' · '), note: step.words, state: at === steps.length - 1 ? 'now' : 'done' }));
