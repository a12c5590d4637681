import { type PlanAction } from '@hall/shared/suggestion/plan.moves';
import { type SuggestionAction, type SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { DECLINE_REASONS, SUGGESTION_LIMITS, type ContentVerdict, type DeclineReason, type SuggestionIdentity, type SuggestionTopic, type SuggestionVisibility } from '@hall/shared/suggestion/suggestion.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { STATES, SuggestionAnswerView, SuggestionMove, SuggestionPictureView, SuggestionPlanView, SuggestionStepView, TOPICS } from './suggestion.dto.ts';

const REASON = { min: 2, max: SUGGESTION_LIMITS.reason };
const VERDICTS: readonly ContentVerdict[] = ['clean', 'doubtful', 'refused'];
export const SUGGESTION_SCOPES = ['open', 'mine', 'triage', 'approve', 'review', 'overdue', 'waiting', 'all'] as const;
export type SuggestionScope = (typeof SUGGESTION_SCOPES)[number];

export class DueView {
  @TextField() stepLabel: string;
  @InstantField({ nullable: true }) dueAt: number | null;
  @FlagField() overdue: boolean;
  @IntField() daysLate: number;
  @IntField({ min: 0, max: 3 }) level: number;
}

export class StaffSuggestionCard {
  @IdField() id: string;
  @TextField() number: string;
  @ChoiceField(['named', 'anonymous']) identity: SuggestionIdentity;
  @ChoiceField(['online', 'paper']) way: 'online' | 'paper';
  @ChoiceField(TOPICS) topic: SuggestionTopic;
  @TextField() topicLabel: string;
  @ChoiceField(STATES) state: SuggestionState;
  @TextField() stateLabel: string;
  @TextField() excerpt: string;
  @DayField() receivedOn: string;
  @DayField() changedOn: string;
  @TextField({ nullable: true }) ownerId: string | null;
  @TextField({ nullable: true }) ownerName: string | null;
  @ChoiceField(VERDICTS) verdict: ContentVerdict;
  @TextField() verdictLabel: string;
  @FlagField() wishesPublic: boolean;
  @ChoiceField(['private', 'public', 'hidden']) visibility: SuggestionVisibility;
  @TextField() visibilityLabel: string;
  @IntField() supporters: number;
  @IntField() pictureCount: number;
  @ObjectField(() => DueView, { nullable: true, description: 'the open deadline due first' }) due: DueView | null;
  @IntField() version: number;
}

export class ScopeCountView {
  @ChoiceField(SUGGESTION_SCOPES) scope: SuggestionScope;
  @IntField({ description: 'counted no further than 1000' }) count: number;
}

export class StaffSuggestionPage {
  @ListField(() => StaffSuggestionCard) items: StaffSuggestionCard[];
  @IntField({ description: 'how many can be paged through, no more than 2000' }) total: number;
  @ListField(() => ScopeCountView, { description: 'how many each of the lists open to the asker holds' }) counts: ScopeCountView[];
}

export class StaffSuggestionQuery {
  @ChoiceField(SUGGESTION_SCOPES, { optional: true }) scope?: SuggestionScope;
  @ChoiceField(STATES, { optional: true }) state?: SuggestionState;
  @ChoiceField(TOPICS, { optional: true }) topic?: SuggestionTopic;
  @ChoiceField(['named', 'anonymous', 'paper'], { optional: true }) identity?: 'named' | 'anonymous' | 'paper';
  @TextField({ optional: true, max: 64, pattern: /^[\w-]+$/ }) ownerId?: string;
  @TextField({ optional: true, max: 40, description: 'in the number, the original and the public wording' }) q?: string;
  @ChoiceField(['newest', 'oldest', 'due', 'supporters'], { optional: true }) sort?: 'newest' | 'oldest' | 'due' | 'supporters';
  @TextField({ optional: true, max: 4, pattern: /^[1-9]\d{0,3}$/ }) page?: string;
}

export class AnswerDraftView {
  @TextField() text: string;
  @TextField({ nullable: true }) noPlanReason: string | null;
  @TextField() writtenBy: string;
  @IntField() version: number;
}

export class SuggestionNoteView {
  @IdField() id: string;
  @TextField() text: string;
  @TextField() by: string;
  @InstantField() at: number;
}

export class SuggestionRefView {
  @IdField() id: string;
  @TextField() number: string;
  @TextField() excerpt: string;
  @ChoiceField(STATES) state: SuggestionState;
  @TextField() stateLabel: string;
  @DayField() receivedOn: string;
}

export class SuggestionRefList {
  @ListField(() => SuggestionRefView) items: SuggestionRefView[];
}

export class StaffSuggestionView extends StaffSuggestionCard {
  @TextField() nextStep: string;
  @TextField({ description: 'as it was written' }) text: string;
  @ListField(() => SuggestionPictureView) pictures: SuggestionPictureView[];
  @TextField({ nullable: true, description: 'masked; null for an anonymous one and for an account without a name' }) authorName: string | null;
  @FlagField({ description: 'the author can be called: POST …/contact' }) contactable: boolean;
  @TextField({ nullable: true }) publicText: string | null;
  @TextField({ description: 'the original with what could name a person taken out: a proposal for the public wording' }) publicProposal: string;
  @TextField({ nullable: true }) reviewReason: string | null;
  @TextField({ nullable: true }) declineReason: string | null;
  @TextField({ nullable: true }) closingWords: string | null;
  @TextField({ nullable: true }) assignedByName: string | null;
  @TextField({ nullable: true, description: 'who acts for the owner while they are away' }) actingName: string | null;
  @IntField() round: number;
  @IntField() reopened: number;
  @ListField(() => SuggestionStepView) steps: SuggestionStepView[];
  @ListField(() => DeadlineView) deadlines: DeadlineView[];
  @ListField(() => SuggestionPlanView) plans: SuggestionPlanView[];
  @ListField(() => SuggestionAnswerView) answers: SuggestionAnswerView[];
  @ObjectField(() => AnswerDraftView, { nullable: true }) draft: AnswerDraftView | null;
  @ListField(() => SuggestionNoteView) notes: SuggestionNoteView[];
  @ObjectField(() => SuggestionRefView, { nullable: true }) mergedInto: SuggestionRefView | null;
  @ListField(() => SuggestionRefView) duplicates: SuggestionRefView[];
  @TextListField({ description: 'moves of the suggestion the asker may make now' }) actions: SuggestionAction[];
  @TextListField({ description: 'moves of the plan of this round' }) planActions: PlanAction[];
  @FlagField() mayEditPlan: boolean;
  @FlagField() mayDraftAnswer: boolean;
  @FlagField() mayCorrect: boolean;
  @FlagField() mayReview: boolean;
  @FlagField() mayWord: boolean;
  @FlagField() mayNoteProgress: boolean;
}

export class AcceptSuggestion extends SuggestionMove {
  @IdField({ optional: true, description: 'assigns it at once' }) ownerId?: string;
}

export class RedirectSuggestion extends SuggestionMove {
  @TextField({ ...REASON, description: 'where it belongs and how to get there' }) whereTo: string;
}

export class DeclineSuggestion extends SuggestionMove {
  @ChoiceField(DECLINE_REASONS.map(({ code }) => code)) reason: DeclineReason;
  @TextField({ optional: true, max: SUGGESTION_LIMITS.reason }) words?: string;
}

export class MergeSuggestion extends SuggestionMove {
  @IdField() intoId: string;
}

export class AssignSuggestion extends SuggestionMove {
  @IdField() ownerId: string;
}

export class HandBackSuggestion extends SuggestionMove {
  @TextField(REASON) reason: string;
}

export class PlanInput {
  @TextField({ max: 2000 }) measure: string;
  @TextField({ max: 64 }) ownerId: string;
  @TextField({ max: 10 }) dueOn: string;
  @TextField({ max: 240 }) metric: string;
  @TextField({ max: 240 }) target: string;
  @IntField({ min: 0, max: 365 }) observeDays: number;
  @IntField({ nullable: true, description: 'of the plan; null for a new one' }) version: number | null;
}

export class PlanMove {
  @IntField({ min: 1, description: 'of the plan' }) version: number;
}

export class PlanReturn extends PlanMove {
  @TextField(REASON) reason: string;
}

export class PlanMeasure extends PlanMove {
  @ChoiceField(['held', 'fell-short']) outcome: 'held' | 'fell-short';
  @TextField({ min: 1, max: 200, description: 'what was counted' }) measured: string;
}

export class ProgressInput {
  @TextField({ min: 2, max: SUGGESTION_LIMITS.note }) words: string;
}

export class AnswerDraftInput {
  @TextField({ max: SUGGESTION_LIMITS.answer * 2 }) text: string;
  @TextField({ nullable: true, max: 200 }) noPlanReason: string | null;
  @IntField({ nullable: true, description: 'of the draft; null for a new one' }) version: number | null;
}

export class CorrectionInput {
  @TextField({ min: 2, max: SUGGESTION_LIMITS.answer * 2 }) text: string;
}

export class NoteInput {
  @TextField({ min: 1, max: SUGGESTION_LIMITS.note }) text: string;
}

export class ReviewInput extends SuggestionMove {
  @ChoiceField(['pass', 'hide']) outcome: 'pass' | 'hide';
  @TextField({ optional: true, max: SUGGESTION_LIMITS.reason, description: 'needed to hide; everybody may read it' }) reason?: string;
}

export class WordingInput extends SuggestionMove {
  @TextField({ max: SUGGESTION_LIMITS.most * 4 }) text: string;
  @FlagField({ description: 'shown to everybody at once' }) show: boolean;
}

export class ContactView {
  @TextField({ nullable: true }) name: string | null;
  @TextField({ nullable: true }) phone: string | null;
}

export class SuggestionOwnerView {
  @IdField() id: string;
  @TextField() name: string;
  @TextField() post: string;
  @TextField({ nullable: true }) departmentName: string | null;
  @IntField({ description: 'suggestions in their hands now' }) open: number;
}

export class SuggestionOwnerList {
  @ListField(() => SuggestionOwnerView) items: SuggestionOwnerView[];
}

export class SuggestionTemplateView {
  @IdField() id: string;
  @TextField() title: string;
  @TextField() text: string;
  @ChoiceField(TOPICS, { nullable: true }) topic: SuggestionTopic | null;
  @IntField() version: number;
}

export class SuggestionTemplateList {
  @ListField(() => SuggestionTemplateView) items: SuggestionTemplateView[];
}

export class SuggestionTemplateInput {
  @TextField({ min: 1, max: 40 }) title: string;
  @TextField({ min: 2, max: SUGGESTION_LIMITS.answer }) text: string;
  @ChoiceField(TOPICS, { nullable: true }) topic: SuggestionTopic | null;
  @IntField({ nullable: true, description: 'of the template; null for a new one' }) version: number | null;
}
