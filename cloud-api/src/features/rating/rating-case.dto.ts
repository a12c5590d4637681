import { RATING_CASE_STATES, RATING_VERDICTS, type RatingCaseState, type RatingVerdict } from '@hall/shared/rating/rating-case.moves';
import { CASE_WORDS_LENGTH, QUESTION_LENGTH, RATING_STEP_LABELS, type RatingCaseStepKind } from '@hall/shared/rating/rating-case.rules';
import { ChoiceField, FlagField, IdField, InstantField, IntField, LevelField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { CodeView } from '../matters/matters.dto.ts';

const VERDICTS = RATING_VERDICTS.map(({ code }) => code);
const STEPS = Object.keys(RATING_STEP_LABELS) as RatingCaseStepKind[];
export const RATING_CASE_SCOPES = ['mine', 'judge', 'open', 'closed'] as const;
export type RatingCaseScope = (typeof RATING_CASE_SCOPES)[number];
/** What may be done with a case by whoever looks at it. */
export const RATING_CASE_ACTS = ['write', 'cannot-contact', 'tried', 'ask', 'verify', 'propose', 'judge', 'rectify', 'answer', 'give-up-revisit', 'decide'] as const;
export type RatingCaseAct = (typeof RATING_CASE_ACTS)[number];

export class RatingCaseQuery {
  @ChoiceField(RATING_CASE_SCOPES, { optional: true, description: 'what waits for me, when left out' }) scope?: RatingCaseScope;
}

export class RatingCaseRowView {
  @IdField() id: string;
  @ChoiceField(RATING_CASE_STATES) state: RatingCaseState;
  @TextField() stateLabel: string;
  @TextField({ description: 'of the service, YYYY-MM' }) month: string;
  @TextField({ nullable: true }) windowLabel: string | null;
  @TextListField() matterNames: string[];
  @TextField({ nullable: true }) ownerName: string | null;
  @InstantField() openedAt: number;
  @TextField({ nullable: true, description: 'the step that is owed' }) owedLabel: string | null;
  @InstantField({ nullable: true }) dueAt: number | null;
  @FlagField() overdue: boolean;
  @FlagField({ description: 'a verdict proposed, or one questioned, waits for a second person' }) waitsForSecond: boolean;
  @ChoiceField(VERDICTS, { nullable: true }) verdict: RatingVerdict | null;
  @TextField({ nullable: true }) verdictLabel: string | null;
}

export class RatingCaseList {
  @ListField(() => RatingCaseRowView) items: RatingCaseRowView[];
}

export class RatingCaseStepView {
  @ChoiceField(STEPS) kind: RatingCaseStepKind;
  @TextField() label: string;
  @TextField({ nullable: true }) detail: string | null;
  @TextField({ nullable: true }) words: string | null;
  @TextField({ nullable: true, description: 'null: the person who rated, or the house itself' }) byName: string | null;
  @InstantField() at: number;
}

export class RatingObjectionView {
  @IdField() id: string;
  @ChoiceField(['clerk', 'rater']) side: 'clerk' | 'rater';
  @TextField() words: string;
  @ChoiceField(['waiting', 'stands', 'sent-back', 'considered']) state: 'waiting' | 'stands' | 'sent-back' | 'considered';
  @InstantField() at: number;
}

export class RatingAskedView {
  @TextField() question: string;
  @TextField({ nullable: true }) answer: string | null;
  @FlagField({ description: 'the clerk has got to see it' }) released: boolean;
}

export class RatingProposalView {
  @ChoiceField(VERDICTS) verdict: RatingVerdict;
  @TextField() label: string;
  @TextField() byName: string;
}

export class RatingCaseView extends RatingCaseRowView {
  @TextField({ nullable: true, description: 'whose service was rated' }) staffName: string | null;
  @LevelField() level: number;
  @TextField() levelLabel: string;
  @TextListField() reasons: string[];
  @ListField(() => CodeView, { description: 'dimension and level' }) dimensions: CodeView[];
  @TextField({ nullable: true }) comment: string | null;
  @FlagField({ description: 'false for a rating by the slip: nobody can be written to' }) reachable: boolean;
  @ObjectField(() => RatingProposalView, { nullable: true }) proposal: RatingProposalView | null;
  @FlagField({ nullable: true }) content: boolean | null;
  @FlagField() unreachable: boolean;
  @IntField() reopenings: number;
  @ObjectField(() => RatingAskedView, { nullable: true }) asked: RatingAskedView | null;
  @ListField(() => RatingObjectionView) objections: RatingObjectionView[];
  @ListField(() => RatingCaseStepView) steps: RatingCaseStepView[];
  @ListField(() => DeadlineView) deadlines: DeadlineView[];
  @TextListField() actions: RatingCaseAct[];
  @TextField({ nullable: true, description: 'why there is nothing to do here for whoever looks' }) notMine: string | null;
  @IntField() version: number;
}

export class RatingCaseWords {
  @IntField({ min: 1 }) version: number;
  @TextField({ min: 2, max: CASE_WORDS_LENGTH }) words: string;
}

export class RatingCaseStale {
  @IntField({ min: 1 }) version: number;
}

export class RatingCaseAsk {
  @IntField({ min: 1 }) version: number;
  @TextField({ min: 1, max: QUESTION_LENGTH.most * 2 }) question: string;
}

export class RatingCaseFinding {
  @IntField({ min: 1 }) version: number;
  @ChoiceField(VERDICTS) verdict: RatingVerdict;
  @TextField({ min: 2, max: CASE_WORDS_LENGTH }) words: string;
}

export class RatingCaseJudgement {
  @IntField({ min: 1 }) version: number;
  @FlagField() agree: boolean;
  @TextField({ min: 2, max: CASE_WORDS_LENGTH }) words: string;
}

export class RatingObjectionDecision {
  @IntField({ min: 1 }) version: number;
  @FlagField() stands: boolean;
  @TextField({ min: 2, max: CASE_WORDS_LENGTH }) words: string;
}

/** All the clerk concerned sees: never the level, the words, the matter, or a time finer than the month. */
export class RatingQuestionView {
  @IdField() id: string;
  @TextField({ description: 'of the service, YYYY-MM' }) month: string;
  @TextField() question: string;
  @TextField({ nullable: true }) answer: string | null;
  @FlagField() mayAnswer: boolean;
  @ChoiceField(['valid', 'cleared'], { nullable: true }) found: 'valid' | 'cleared' | null;
  @ChoiceField(['waiting', 'stands', 'sent-back', 'considered'], { nullable: true }) appeal: 'waiting' | 'stands' | 'sent-back' | 'considered' | null;
  @FlagField() mayAppeal: boolean;
}

export class RatingQuestionList {
  @ListField(() => RatingQuestionView) items: RatingQuestionView[];
}

export class RatingQuestionWords {
  @TextField({ min: 2, max: CASE_WORDS_LENGTH }) words: string;
}

export class RatingProgressStepView {
  @ChoiceField(STEPS) kind: RatingCaseStepKind;
  @TextField() label: string;
  @TextField({ nullable: true }) words: string | null;
  @InstantField() at: number;
  @FlagField({ description: 'said by the person who rated' }) mine: boolean;
}

/** What the person who rated may follow of their case. */
export class RatingProgressView {
  @ChoiceField(RATING_CASE_STATES) state: RatingCaseState;
  @TextField() stateLabel: string;
  @TextField({ description: 'where it stands and what comes next' }) sentence: string;
  @TextField({ nullable: true }) found: string | null;
  @InstantField({ nullable: true, description: 'by when the hall owes the next step' }) dueAt: number | null;
  @FlagField() overdue: boolean;
  @FlagField({ description: 'rated by the slip: nobody can write to the person, they look with the code' }) bySlip: boolean;
  @ListField(() => RatingProgressStepView) steps: RatingProgressStepView[];
  @FlagField() mayReply: boolean;
  @FlagField() mayObject: boolean;
  @FlagField() mayRevisit: boolean;
  @IntField() version: number;
}

export class RatingRevisitInput {
  @IntField({ min: 1 }) version: number;
  @FlagField() content: boolean;
  @TextField({ optional: true, max: CASE_WORDS_LENGTH }) words?: string;
}
