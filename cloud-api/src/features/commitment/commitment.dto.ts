import { Type } from 'class-transformer';
import { EXCLUSION_REASONS, type ExclusionReason } from '@hall/shared/commitment/commitment.moves';
import type { CommitmentClock, HolderKind } from '@hall/shared/commitment/commitment.rules';
import { MEASURABLE_EVENTS, type MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, NumberField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const EVENTS = Object.keys(MEASURABLE_EVENTS);
const HOLDERS: readonly HolderKind[] = ['hall', 'department', 'person'];
const CLOCKS: readonly CommitmentClock[] = ['minutes', 'working-days'];
const REASONS = Object.keys(EXCLUSION_REASONS) as ExclusionReason[];
const PERIOD = /^(\d{4}-(0[1-9]|1[0-2])|last-90-days)$/;

export class CommitmentScopeInput {
  @FlagField() readyOnly: boolean;
  @TextListField({ max: 5, maxLength: 10 }) classes: string[];
  @TextListField({ max: 50, maxLength: 64 }) matters: string[];
  @TextListField({ max: 50, maxLength: 36 }) departments: string[];
  @TextListField({ max: 100, maxLength: 36 }) staff: string[];
}

export class CommitmentRuleInput {
  @ChoiceField(EVENTS) from: MeasurableEvent;
  @ChoiceField(EVENTS) to: MeasurableEvent;
  @IntField({ min: 0, max: 1000 }) limit: number;
  @ChoiceField(CLOCKS) clock: CommitmentClock;
  @ObjectField(() => CommitmentScopeInput) scope: CommitmentScopeInput;
}

export class CommitmentDraftInput {
  @ChoiceField(HOLDERS) holderKind: HolderKind;
  @IdField({ nullable: true, description: 'the department or the person; null for the hall' }) holderId: string | null;
  @TextField({ min: 4, max: 120 }) wording: string;
  @TextField({ max: 200 }) basis: string;
  @ObjectField(() => CommitmentRuleInput) rule: CommitmentRuleInput;
  @IntField({ optional: true, min: 1, description: 'of the commitment, when a draft is changed' }) version?: number;
}

export class CommitmentPreviewInput {
  @ObjectField(() => CommitmentRuleInput) rule: CommitmentRuleInput;
}

export class CommitmentPublishInput {
  @DayField({ description: 'tomorrow at the earliest' }) inForceFrom: string;
  @IntField({ min: 1 }) version: number;
}

export class CommitmentMoveInput {
  @IntField({ min: 1 }) version: number;
}

export class SpreadStepView {
  @TextField() label: string;
  @IntField() count: number;
}

export class CommitmentFigureView {
  @TextField({ description: 'YYYY-MM or last-90-days' }) period: string;
  @DayField({ description: 'as it stood when this day ended' }) asOf: string;
  @IntField() met: number;
  @IntField() broken: number;
  @IntField({ description: 'ended by the resident before it was due' }) ended: number;
  @IntField() excluded: number;
  @IntField({ description: 'of all these, doubted by who was served' }) disputed: number;
  @IntField({ description: 'of those doubted, found to be recorded wrongly' }) upheld: number;
  @IntField({ description: 'of those judged, put aside meanwhile: the clock stood still' }) paused: number;
  @NumberField({ nullable: true, description: 'thousandths of those judged; null below five' }) rate: number | null;
  @ListField(() => SpreadStepView, { description: 'how long they took' }) spread: SpreadStepView[];
}

/** A wording that another has taken the place of, with what had come of it. */
export class EarlierWordingView {
  @TextField() wording: string;
  @TextField({ description: 'how it was measured, as a sentence' }) measure: string;
  @DayField() inForceFrom: string;
  @DayField() inForceTo: string;
  @ListField(() => CommitmentFigureView, { description: 'months, the oldest first' }) trend: CommitmentFigureView[];
}

export class CommitmentView {
  @TextField({ description: 'how the ledger calls it' }) code: string;
  @ChoiceField(HOLDERS) holderKind: HolderKind;
  @TextField() holderLabel: string;
  @TextField({ description: 'the hall, the department, or name and post' }) holderName: string;
  @TextField() wording: string;
  @TextField() basis: string;
  @TextField({ description: 'how it is measured, as a sentence' }) measure: string;
  @IntField() number: number;
  @DayField({ nullable: true }) inForceFrom: string | null;
  @DayField({ nullable: true }) inForceTo: string | null;
  @ObjectField(() => CommitmentFigureView, { nullable: true, description: 'this month' }) month: CommitmentFigureView | null;
  @ObjectField(() => CommitmentFigureView, { nullable: true }) rolling: CommitmentFigureView | null;
  @ListField(() => CommitmentFigureView, { description: 'months, the oldest first' }) trend: CommitmentFigureView[];
  @ListField(() => EarlierWordingView, { description: 'what was promised before, the newest first' }) earlier: EarlierWordingView[];
}

export class CommitmentList {
  @ListField(() => CommitmentView) items: CommitmentView[];
}

export class PublicCommitmentQuery {
  @IdField({ optional: true, description: 'the first hall when left out' }) hallId?: string;
}

export class StaffCommitmentView extends CommitmentView {
  @TextField() id: string;
  @TextField() state: string;
  @TextField() stateLabel: string;
  @TextField({ nullable: true }) holderId: string | null;
  @ObjectField(() => CommitmentRuleInput, { description: 'of the draft when there is one' }) rule: CommitmentRuleInput;
  @FlagField({ description: 'a wording that is not published yet' }) drafted: boolean;
  @ObjectField(() => CommitmentFigureView, { nullable: true, description: 'this month up to now' }) live: CommitmentFigureView | null;
  @IntField({ description: 'running just now' }) pending: number;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class PreviewedTimeView {
  @TextField() subjectKind: string;
  @TextField() subjectId: string;
  @InstantField() openedAt: number;
  @TextField() why: string;
  @TextField({ nullable: true }) staffName: string | null;
  @TextField({ nullable: true }) windowLabel: string | null;
}

/** How the last thirty days would have looked under a rule that nobody has published. */
export class CommitmentPreviewView {
  @TextField() measure: string;
  @DayField() first: string;
  @DayField() last: string;
  @ObjectField(() => CommitmentFigureView) figure: CommitmentFigureView;
  @IntField({ description: 'still running' }) pending: number;
  @FlagField({ description: 'there were too many; not all are counted' }) cut: boolean;
  @ListField(() => PreviewedTimeView, { description: 'the newest that would have been broken' }) broken: PreviewedTimeView[];
}

export class StaffCommitmentList {
  @ListField(() => StaffCommitmentView) items: StaffCommitmentView[];
}

export class MeasurableEventView {
  @TextField() event: string;
  @TextField() label: string;
  @TextField() subject: string;
  @TextField() subjectLabel: string;
  @ChoiceField(CLOCKS) clock: CommitmentClock;
  @FlagField() mayOpen: boolean;
}

export class MeasurableEventList {
  @ListField(() => MeasurableEventView) items: MeasurableEventView[];
}

export const FULFILMENT_STATES = ['pending', 'met', 'broken', 'ended', 'excluded'] as const;

export class FulfilmentQuery {
  @TextField({ optional: true, max: 12, pattern: PERIOD, description: 'this month when left out' }) period?: string;
  @ChoiceField(FULFILMENT_STATES, { optional: true }) state?: (typeof FULFILMENT_STATES)[number];
  @Type(() => Number) @IntField({ optional: true, min: 0, max: 100_000 }) skip?: number;
}

export class ExclusionView {
  @TextField() id: string;
  @TextField() fulfilmentId: string;
  @TextField() reasonLabel: string;
  @TextField() words: string;
  @TextField() state: string;
  @TextField() proposedBy: string;
  @InstantField() proposedAt: number;
  @TextField({ nullable: true }) decidedBy: string | null;
  @TextField({ nullable: true }) decisionWords: string | null;
  @TextListField() actions: string[];
  @IntField() version: number;
}

/** One time the promise applied, with the instants its outcome is read off. */
export class FulfilmentView {
  @TextField() id: string;
  @TextField() subjectKind: string;
  @TextField() subjectId: string;
  @TextField({ description: 'what it was, without personal data' }) title: string;
  @ChoiceField(FULFILMENT_STATES) state: (typeof FULFILMENT_STATES)[number];
  @TextField({ description: 'why, as a sentence' }) why: string;
  @InstantField() openedAt: number;
  @InstantField({ nullable: true }) dueAt: number | null;
  @InstantField({ nullable: true }) closedAt: number | null;
  @IntField({ nullable: true, description: 'seconds, pauses left out' }) tookSeconds: number | null;
  @TextField({ nullable: true }) staffName: string | null;
  @TextField({ nullable: true }) windowLabel: string | null;
  @ObjectField(() => ExclusionView, { nullable: true }) exclusion: ExclusionView | null;
}

/** How many of each state there are, so that a list is opened where it has something. */
export class FulfilmentCountsView {
  @IntField() broken: number;
  @IntField() met: number;
  @IntField({ description: 'of all months: what runs belongs to none yet' }) pending: number;
  @IntField() ended: number;
  @IntField() excluded: number;
}

export class FulfilmentPage {
  @ListField(() => FulfilmentView) items: FulfilmentView[];
  @IntField() count: number;
  @ObjectField(() => FulfilmentCountsView) counts: FulfilmentCountsView;
}

export class ExclusionInput {
  @ChoiceField(REASONS) reason: ExclusionReason;
  @TextField({ min: 4, max: 300 }) words: string;
}

export class ExclusionDecision {
  @FlagField() agree: boolean;
  @TextField({ max: 300 }) words: string;
  @IntField({ min: 1 }) version: number;
}

/** With the time it is about, so that nobody decides without having seen it. */
export class AskedExclusionView extends ExclusionView {
  @TextField({ description: 'the promise' }) wording: string;
  @TextField() subjectKind: string;
  @TextField() subjectId: string;
  @TextField() title: string;
  @TextField({ description: 'why it counts as it does' }) why: string;
  @TextField({ nullable: true }) staffName: string | null;
  @TextField({ nullable: true }) windowLabel: string | null;
}

export class ExclusionList {
  @ListField(() => AskedExclusionView) items: AskedExclusionView[];
}
