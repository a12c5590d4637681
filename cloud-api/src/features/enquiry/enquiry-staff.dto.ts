import type { GuideState } from '@hall/shared/enquiry/guide.rules';
import { GUIDE_STATE_LABELS, GUIDE_TOPICS, type GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { ENQUIRY_LIMITS, type EnquiryTelling, type EnquiryWay } from '@hall/shared/enquiry/enquiry.rules';
import { CONTENT_VERDICT_LABELS, type ContentVerdict } from '@hall/shared/kernel/content-verdict';
import { ChoiceField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField } from '../../platform/http/fields.ts';
import { DeadlineView } from '../deadlines/deadlines.dto.ts';
import { AskEnquiryAgain, EnquiryCardView, EnquiryMove, EnquiryView } from './enquiry.dto.ts';

const WAYS: readonly EnquiryWay[] = ['online', 'desk', 'call'];
const REASON = { min: 2, max: ENQUIRY_LIMITS.reason };
const ANSWER = { max: ENQUIRY_LIMITS.answer * 2 };
export const ENQUIRY_SCOPES = ['mine', 'offered', 'unowned', 'overdue', 'open', 'answered', 'all'] as const;
export type EnquiryScope = (typeof ENQUIRY_SCOPES)[number];

export class StaffEnquiryCard extends EnquiryCardView {
  @ChoiceField(WAYS) way: EnquiryWay;
  @TextField() wayLabel: string;
  @TextField({ nullable: true }) ownerId: string | null;
  @TextField({ nullable: true, description: 'to whom it is offered while nobody has accepted' }) offeredTo: string | null;
  @FlagField({ description: 'with the asker, or with whoever the asker acts for' }) mine: boolean;
}

export class EnquiryScopeCount {
  @ChoiceField(ENQUIRY_SCOPES) scope: EnquiryScope;
  @IntField({ description: 'counted no further than 1000' }) count: number;
}

export class StaffEnquiryPage {
  @ListField(() => StaffEnquiryCard) items: StaffEnquiryCard[];
  @IntField() total: number;
  @ListField(() => EnquiryScopeCount) counts: EnquiryScopeCount[];
}

export class StaffEnquiryQuery {
  @ChoiceField(ENQUIRY_SCOPES, { optional: true, description: 'mine when left out' }) scope?: EnquiryScope;
  @TextField({ optional: true, max: 40, description: 'in the number and in what was asked' }) q?: string;
  @TextField({ optional: true, max: 64, pattern: /^[\w-]+$/ }) departmentId?: string;
  @TextField({ optional: true, max: 4, pattern: /^[1-9]\d{0,3}$/ }) page?: string;
}

export class EnquiryDraftView {
  @TextField() text: string;
  @TextField() writtenBy: string;
  @InstantField() savedAt: number;
  @IntField() version: number;
}

export class EnquiryReviewView {
  @ChoiceField(Object.keys(CONTENT_VERDICT_LABELS), { description: 'doubtful: no machine called it clean, a person must look' }) verdict: ContentVerdict;
  @TextField() verdictLabel: string;
  @TextField({ nullable: true, description: 'who looked at it' }) by: string | null;
  @FlagField() mayDecide: boolean;
  @IntField() version: number;
}

export class EnquiryGuideView {
  @TextField({ description: 'what was asked, without what could name a person' }) question: string;
  @TextField({ description: 'the last answer, likewise' }) answer: string;
  @ChoiceField(Object.keys(GUIDE_STATE_LABELS), { nullable: true, description: 'of what was proposed already' }) state: GuideState | null;
  @TextField({ nullable: true }) stateLabel: string | null;
  @TextField({ nullable: true }) returnReason: string | null;
  @ObjectField(() => EnquiryReviewView, { nullable: true, description: 'null where nothing had to be looked at' }) review: EnquiryReviewView | null;
  @FlagField() mayPropose: boolean;
}

export class StaffEnquiryView extends EnquiryView {
  @ChoiceField(WAYS) way: EnquiryWay;
  @TextField() wayLabel: string;
  @TextField({ nullable: true }) ownerId: string | null;
  @TextField({ nullable: true, description: 'masked' }) askerName: string | null;
  @FlagField({ description: 'a name or a phone can be asked for: POST …/contact' }) contactable: boolean;
  @FlagField() mine: boolean;
  @ListField(() => DeadlineView) deadlines: DeadlineView[];
  @ObjectField(() => EnquiryDraftView, { nullable: true }) draft: EnquiryDraftView | null;
  @ObjectField(() => EnquiryGuideView) guide: EnquiryGuideView;
}

export class OpenEnquiry {
  @ChoiceField(['desk', 'call']) way: EnquiryWay;
  @TextField({ nullable: true, max: 40 }) askerName: string | null;
  @TextField({ nullable: true, max: 20 }) askerPhone: string | null;
  @TextField({ max: ENQUIRY_LIMITS.most * 4 }) text: string;
  @TextField({ ...ANSWER, nullable: true, description: 'what was said at once; null when it must be looked into' }) answer: string | null;
}

export class OfferEnquiry extends EnquiryMove {
  @IdField({ nullable: true }) toStaffId: string | null;
  @IdField({ nullable: true, description: 'everybody of a section may accept' }) toDepartmentId: string | null;
  @TextField({ ...REASON, description: 'whoever asked may read it' }) reason: string;
}

export class DeclineEnquiry extends EnquiryMove {
  @TextField({ ...REASON, description: 'whoever asked may read it' }) reason: string;
}

export class EnquiryDraftInput {
  @TextField(ANSWER) text: string;
  @IntField({ nullable: true, description: 'of the draft; null for a new one' }) version: number | null;
}

export class AnswerEnquiry extends EnquiryMove {
  @TextField(ANSWER) text: string;
}

export class TellEnquiry extends EnquiryMove {
  @ChoiceField(['desk', 'call']) how: EnquiryTelling;
}

export class RecordFollowUp extends AskEnquiryAgain {}

export class EnquiryContactView {
  @TextField({ nullable: true }) name: string | null;
  @TextField({ nullable: true }) phone: string | null;
}

export class EnquiryColleagueView {
  @IdField() id: string;
  @TextField() name: string;
  @TextField() post: string;
  @TextField({ nullable: true }) departmentName: string | null;
  @TextField({ nullable: true, description: 'who acts for them, when they are away today' }) actingName: string | null;
  @IntField({ description: 'questions in their hands now' }) open: number;
}

export class EnquirySectionView {
  @IdField() id: string;
  @TextField() name: string;
}

export class EnquiryTakersView {
  @ListField(() => EnquiryColleagueView) people: EnquiryColleagueView[];
  @ListField(() => EnquirySectionView) sections: EnquirySectionView[];
}

export class EnquiryTemplateView {
  @IdField() id: string;
  @TextField() title: string;
  @TextField() text: string;
  @IntField() version: number;
}

export class EnquiryTemplateList {
  @ListField(() => EnquiryTemplateView) items: EnquiryTemplateView[];
}

export class EnquiryTemplateInput {
  @TextField({ min: 1, max: 40 }) title: string;
  @TextField({ min: 2, max: ENQUIRY_LIMITS.answer }) text: string;
  @IntField({ nullable: true, description: 'of the template; null for a new one' }) version: number | null;
}

export class ReviewEnquiry {
  @ChoiceField(['pass', 'keep-out']) outcome: 'pass' | 'keep-out';
  @IntField({ min: 1, description: 'of the review' }) version: number;
}

export class ProposeGuideEntry {
  @ChoiceField(GUIDE_TOPICS.map(({ code }) => code)) topic: GuideTopic;
  @TextField({ max: 480 }) question: string;
  @TextField(ANSWER) answer: string;
}
