import { PLAN_STATE_LABELS, type PlanState } from '@hall/shared/suggestion/plan.moves';
import { SUGGESTION_STATE_LABELS, type SuggestionAction, type SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { SUGGESTION_LIMITS, SUGGESTION_TOPICS, type SuggestionIdentity, type SuggestionTopic, type SuggestionVisibility } from '@hall/shared/suggestion/suggestion.rules';
import { ChoiceField, DayField, FlagField, IdField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

export const STATES = Object.keys(SUGGESTION_STATE_LABELS) as SuggestionState[];
export const TOPICS = SUGGESTION_TOPICS.map(({ code }) => code);
export const PLAN_STATES = Object.keys(PLAN_STATE_LABELS) as PlanState[];
const IDENTITIES: readonly SuggestionIdentity[] = ['named', 'anonymous'];
const VISIBILITIES: readonly SuggestionVisibility[] = ['private', 'public', 'hidden'];
/** Signs are counted by the rule; a sign may take several places here. */
const TEXT = { max: SUGGESTION_LIMITS.most * 4 };
const CODE = { min: 16, max: 40, description: 'the tracking code, however it was typed' };
const SECRET = { min: 16, max: 80, pattern: /^[\w-]+$/ };

export class SuggestionStepView {
  @TextField({ description: 'received, accept, assign, plan, progress, reply … ' }) kind: string;
  @TextField() label: string;
  @DayField() on: string;
  @TextField({ nullable: true, description: 'name and post of the member of staff; null when it was the author or the clockwork' }) by: string | null;
  @TextField({ nullable: true }) words: string | null;
}

export class SuggestionDeadlineView {
  @TextField() step: string;
  @TextField() stepLabel: string;
  @DayField({ nullable: true, description: 'null while its clock stands still or the calendar is awaited' }) dueOn: string | null;
  @TextField() stateLabel: string;
  @FlagField() open: boolean;
  @FlagField() overdue: boolean;
  @IntField({ description: 'working days past the due day' }) daysLate: number;
  @TextField({ nullable: true }) ownerName: string | null;
  @TextField({ nullable: true, description: 'how much longer it was given, and why' }) extension: string | null;
}

export class SuggestionPlanView {
  @IdField() id: string;
  @IntField() round: number;
  @ChoiceField(PLAN_STATES) state: PlanState;
  @TextField() stateLabel: string;
  @TextField() measure: string;
  @TextField() ownerId: string;
  @TextField({ description: 'name and post' }) owner: string;
  @DayField() dueOn: string;
  @TextField() metric: string;
  @TextField() target: string;
  @IntField() observeDays: number;
  @DayField({ nullable: true }) publishedOn: string | null;
  @DayField({ nullable: true }) carriedOutOn: string | null;
  @DayField({ nullable: true }) observeUntil: string | null;
  @TextField({ nullable: true, description: 'what was counted in the end' }) measured: string | null;
  @DayField({ nullable: true }) measuredOn: string | null;
  @TextField({ nullable: true, description: 'why it was not approved; staff only' }) returnReason: string | null;
  @FlagField({ description: 'published, its day is past and it is not carried out' }) overdue: boolean;
  @IntField() version: number;
}

export class SuggestionAnswerView {
  @IntField() round: number;
  @ChoiceField(['answer', 'correction']) kind: 'answer' | 'correction';
  @TextField() text: string;
  @TextField({ nullable: true }) noPlanReason: string | null;
  @TextField({ description: 'name and post' }) by: string;
  @DayField() on: string;
}

export class TombstoneView {
  @TextField() label: string;
  @TextField({ nullable: true }) reason: string | null;
}

export class PublicSuggestionView {
  @IdField() id: string;
  @TextField() number: string;
  @ChoiceField(TOPICS) topic: SuggestionTopic;
  @TextField() topicLabel: string;
  @ChoiceField(STATES) state: SuggestionState;
  @TextField() stateLabel: string;
  @TextField() nextStep: string;
  @DayField() receivedOn: string;
  @TextField({ nullable: true, description: 'the public wording; null where only a tombstone stands' }) text: string | null;
  @ObjectField(() => TombstoneView, { nullable: true }) tombstone: TombstoneView | null;
  @IntField({ description: 'people who say the same, the authors of merged ones included' }) supporters: number;
  @TextField({ nullable: true, description: 'name and post of whose it is' }) owner: string | null;
  @FlagField() overdue: boolean;
  @TextField({ nullable: true, description: 'what is overdue, for people' }) overdueWords: string | null;
}

export class PublicSuggestionPage {
  @ListField(() => PublicSuggestionView) items: PublicSuggestionView[];
  @TextField({ nullable: true, description: 'where to go on; a search that looked through very many may stop with few found, or none' }) nextCursor: string | null;
}

export class PublicSuggestionDetail extends PublicSuggestionView {
  @ListField(() => SuggestionStepView) steps: SuggestionStepView[];
  @ListField(() => SuggestionDeadlineView) deadlines: SuggestionDeadlineView[];
  @ListField(() => SuggestionPlanView) plans: SuggestionPlanView[];
  @ListField(() => SuggestionAnswerView) answers: SuggestionAnswerView[];
  @TextField({ nullable: true, description: 'the one it was joined to' }) mergedIntoId: string | null;
  @IntField({ description: 'others joined to this one' }) merged: number;
}

export class SimilarSuggestionView {
  @IdField() id: string;
  @TextField() number: string;
  @TextField() text: string;
  @ChoiceField(STATES) state: SuggestionState;
  @TextField() stateLabel: string;
  @DayField() receivedOn: string;
  @IntField() supporters: number;
}

export class SimilarSuggestionList {
  @ListField(() => SimilarSuggestionView) items: SimilarSuggestionView[];
}

export class SimilarQuestion {
  @TextField({ min: 1, ...TEXT }) text: string;
}

export class PublicSuggestionQuery {
  @TextField({ optional: true, max: 40 }) q?: string;
  @ChoiceField(TOPICS, { optional: true }) topic?: SuggestionTopic;
  @ChoiceField(['open', 'answered', 'closed'], { optional: true }) stage?: 'open' | 'answered' | 'closed';
  @TextField({ optional: true, max: 60, pattern: /^\d{4}-\d{2}-\d{2}\.[\w-]{1,40}$/, description: 'nextCursor of the page before' }) cursor?: string;
}

export class SuggestionPictureView {
  @IdField() id: string;
  @IntField() width: number;
  @IntField() height: number;
}

export class MergedIntoView {
  @IdField() id: string;
  @TextField() number: string;
  @FlagField({ description: 'whether everybody may read it' }) open: boolean;
}

/** A suggestion as its author sees it, by account or by tracking code. */
export class MySuggestionView {
  @IdField() id: string;
  @TextField() number: string;
  @ChoiceField(IDENTITIES) identity: SuggestionIdentity;
  @ChoiceField(TOPICS) topic: SuggestionTopic;
  @TextField() topicLabel: string;
  @TextField({ description: 'as it was written' }) text: string;
  @ListField(() => SuggestionPictureView, { description: 'empty for an anonymous one: those pictures are not shown again' }) pictures: SuggestionPictureView[];
  @IntField() pictureCount: number;
  @FlagField() wishesPublic: boolean;
  @ChoiceField(VISIBILITIES) visibility: SuggestionVisibility;
  @TextField({ nullable: true, description: 'what everybody reads instead of the original' }) publicText: string | null;
  @TextField({ nullable: true, description: 'why it was taken from view' }) hiddenReason: string | null;
  @ChoiceField(STATES) state: SuggestionState;
  @TextField() stateLabel: string;
  @TextField() nextStep: string;
  @TextField({ nullable: true, description: 'why it was not taken up, or where it was sent' }) closingWords: string | null;
  @DayField() receivedOn: string;
  @TextField({ nullable: true }) owner: string | null;
  @FlagField() overdue: boolean;
  @TextField({ nullable: true }) overdueWords: string | null;
  @IntField() supporters: number;
  @ListField(() => SuggestionStepView) steps: SuggestionStepView[];
  @ListField(() => SuggestionDeadlineView) deadlines: SuggestionDeadlineView[];
  @ListField(() => SuggestionPlanView) plans: SuggestionPlanView[];
  @ListField(() => SuggestionAnswerView) answers: SuggestionAnswerView[];
  @ObjectField(() => MergedIntoView, { nullable: true }) mergedInto: MergedIntoView | null;
  @TextListField({ description: 'confirm, reopen, withdraw: what the author may do now' }) actions: SuggestionAction[];
  @IntField() version: number;
}

export class MySuggestionCard {
  @IdField() id: string;
  @TextField() number: string;
  @ChoiceField(TOPICS) topic: SuggestionTopic;
  @TextField() topicLabel: string;
  @TextField({ description: 'its beginning' }) excerpt: string;
  @ChoiceField(STATES) state: SuggestionState;
  @TextField() stateLabel: string;
  @TextField() nextStep: string;
  @DayField() receivedOn: string;
  @DayField() changedOn: string;
  @FlagField() overdue: boolean;
  @FlagField({ description: 'an answer waits for the author' }) yourTurn: boolean;
}

export class MySuggestionList {
  @ListField(() => MySuggestionCard) items: MySuggestionCard[];
}

export class SuggestionInput {
  @ChoiceField(TOPICS) topic: SuggestionTopic;
  @TextField(TEXT) text: string;
  @FlagField() wishesPublic: boolean;
  @TextListField({ max: 20, maxLength: 64, description: 'of POST /api/resident/suggestion-pictures' }) pictureIds: string[];
}

export class AnonymousSuggestionInput {
  @TextField({ ...SECRET, description: 'made by the client at random; the same one again is a retry' }) nonce: string;
  @TextField({ ...CODE, description: 'made by the client at random and kept there; the server keeps a hash' }) trackingCode: string;
  @TextField({ optional: true, max: 128, description: 'fresh from wx.login: the text is checked with it, and who it was is forgotten at once' }) wechatCode?: string;
  @ChoiceField(TOPICS) topic: SuggestionTopic;
  @TextField(TEXT) text: string;
  @FlagField() wishesPublic: boolean;
  @TextListField({ max: 20, maxLength: 80, description: 'of POST /api/public/anonymous-pictures' }) pictureTokens: string[];
}

export class AnonymousPictureView {
  @TextField({ description: 'the only way to this picture; good for a day' }) token: string;
}

export class TrackingCodeInput {
  @TextField(CODE) trackingCode: string;
}

export class TrackedMove {
  @TextField(CODE) trackingCode: string;
  @IntField({ min: 1 }) version: number;
}

export class TrackedReopen extends TrackedMove {
  @TextField({ min: 2, max: SUGGESTION_LIMITS.reason * 4 }) reason: string;
}

export class SuggestionMove {
  @IntField({ min: 1 }) version: number;
}

export class SuggestionReopen extends SuggestionMove {
  @TextField({ min: 2, max: SUGGESTION_LIMITS.reason * 4 }) reason: string;
}

export class SupportView {
  @IntField() supporters: number;
  @FlagField() mine: boolean;
}
