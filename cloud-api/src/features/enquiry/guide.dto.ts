import { GUIDE_KINDS, GUIDE_LIMITS, GUIDE_STAND_LABELS, GUIDE_STATE_LABELS, GUIDE_TOPICS, type GuideAction, type GuideKind, type GuideStand, type GuideState, type GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, TextField, TextListField } from '../../platform/http/fields.ts';

const TOPICS = GUIDE_TOPICS.map(({ code }) => code);
const STATES = Object.keys(GUIDE_STATE_LABELS) as GuideState[];

export class GuideCardView {
  @IdField() id: string;
  @ChoiceField(GUIDE_KINDS) kind: GuideKind;
  @TextField() kindLabel: string;
  @ChoiceField(TOPICS) topic: GuideTopic;
  @TextField() topicLabel: string;
  @TextField() question: string;
  @TextField({ description: 'how the answer begins' }) excerpt: string;
  @TextField({ nullable: true, description: 'of whom to call' }) phone: string | null;
  @DayField() effectiveFrom: string;
}

export class GuideCardList {
  @ListField(() => GuideCardView) items: GuideCardView[];
}

export class GuidePeriodView {
  @IntField() versionNumber: number;
  @DayField() effectiveFrom: string;
  @DayField({ nullable: true }) effectiveTo: string | null;
}

export class GuideEntryView extends GuideCardView {
  @TextField({ nullable: true, description: 'the document a leaflet is out of' }) source: string | null;
  @TextField({ max: GUIDE_LIMITS.leaflet * 2 }) answer: string;
  @DayField({ nullable: true, description: 'null: until something changes' }) effectiveTo: string | null;
  @IntField() versionNumber: number;
  @ListField(() => GuidePeriodView, { description: 'the versions before it, the newest first' }) earlier: GuidePeriodView[];
}

export class GuideQuery {
  @TextField({ optional: true, max: GUIDE_LIMITS.search }) q?: string;
  @ChoiceField(TOPICS, { optional: true }) topic?: GuideTopic;
  @ChoiceField(GUIDE_KINDS, { optional: true }) kind?: GuideKind;
}

export class GuideMatchInput {
  @TextField({ max: 2000, description: 'a question that is being written; kept nowhere' }) text: string;
}

export class GuideVersionView {
  @IdField() id: string;
  @IdField() entryId: string;
  @IntField() versionNumber: number;
  @ChoiceField(GUIDE_KINDS) kind: GuideKind;
  @TextField() kindLabel: string;
  @TextField({ nullable: true }) source: string | null;
  @TextField({ nullable: true }) phone: string | null;
  @ChoiceField(STATES) state: GuideState;
  @TextField() stateLabel: string;
  @ChoiceField(Object.keys(GUIDE_STAND_LABELS), { nullable: true, description: 'of a published one, today' }) stand: GuideStand | null;
  @TextField({ nullable: true }) standLabel: string | null;
  @ChoiceField(TOPICS) topic: GuideTopic;
  @TextField() topicLabel: string;
  @TextField() question: string;
  @TextField() answer: string;
  @DayField({ nullable: true }) effectiveFrom: string | null;
  @DayField({ nullable: true }) effectiveTo: string | null;
  @TextField({ nullable: true, description: 'of the question it grew out of' }) enquiryId: string | null;
  @TextField() writtenBy: string;
  @InstantField() writtenAt: number;
  @TextField({ nullable: true }) decidedBy: string | null;
  @TextField({ nullable: true }) returnReason: string | null;
  @FlagField({ description: 'a next version may be written' }) mayRenew: boolean;
  @FlagField({ description: 'its last day may be set' }) mayEnd: boolean;
  @TextListField({ description: 'what the asker may do with it now' }) actions: GuideAction[];
  @IntField() version: number;
}

export class GuideVersionList {
  @ListField(() => GuideVersionView) items: GuideVersionView[];
}

export const GUIDE_SCOPES = ['waiting', 'in-force', 'all'] as const;
export type GuideScope = (typeof GUIDE_SCOPES)[number];

export class GuideVersionQuery {
  @ChoiceField(GUIDE_SCOPES, { optional: true, description: 'waiting when left out' }) scope?: GuideScope;
}

export class GuideWordsInput {
  @ChoiceField(TOPICS) topic: GuideTopic;
  @TextField({ max: 480 }) question: string;
  @TextField({ max: GUIDE_LIMITS.leaflet * 2 }) answer: string;
  @TextField({ optional: true, nullable: true, max: GUIDE_LIMITS.source * 2, description: 'of a leaflet: the document it is out of' }) source?: string | null;
  @TextField({ optional: true, nullable: true, max: GUIDE_LIMITS.phone, description: 'of whom to call' }) phone?: string | null;
}

export class WriteGuideEntry extends GuideWordsInput {
  @ChoiceField(GUIDE_KINDS, { optional: true, description: 'of a new entry; a next version keeps the kind. A question when left out' }) kind?: GuideKind;
  @IdField({ nullable: true, description: 'the entry this is a next version of; null for a new one' }) entryId: string | null;
}

export class ReviseGuideVersion extends GuideWordsInput {
  @IntField({ min: 1 }) version: number;
}

export class ApproveGuideVersion {
  @DayField() effectiveFrom: string;
  @IntField({ min: 1 }) version: number;
}

export class ReturnGuideVersion {
  @TextField({ min: 2, max: GUIDE_LIMITS.reason }) reason: string;
  @IntField({ min: 1 }) version: number;
}

export class DropGuideVersion {
  @IntField({ min: 1 }) version: number;
}

export class EndGuideVersion {
  @DayField({ description: 'its last day; today or later' }) effectiveTo: string;
  @IntField({ min: 1 }) version: number;
}
