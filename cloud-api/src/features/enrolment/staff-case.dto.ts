import type { ApplicationState } from '@hall/shared/enrolment/application.moves';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { AnswersField, type EnrolmentAnswers } from './answers.dto.ts';
import { APPLICATION_STATES, ApplicationView, MarkView } from './application.dto.ts';

export class ReviewRowView {
  @TextField() id: string;
  @TextField() caseNumber: string;
  @TextField() matterName: string;
  @TextField() maskedName: string;
  @InstantField() submittedAt: number;
  @InstantField({ nullable: true, description: 'null: awaiting the calendar' }) dueAt: number | null;
  @IntField() round: number;
  @DayField({ nullable: true }) visitDay: string | null;
  @TextField({ nullable: true }) claimedBy: string | null;
  @FlagField() claimedByMe: boolean;
  @ChoiceField(APPLICATION_STATES) state: ApplicationState;
  @IntField() version: number;
}

export class ReviewQueueView {
  @IntField() total: number;
  @ListField(() => ReviewRowView) rows: ReviewRowView[];
}

export class ReviewQueueQuery {
  @ChoiceField(['submitted', 'returned', 'ready', 'handled', 'rejected'], { optional: true }) state?: ApplicationState;
}

export class ReasonTemplateView {
  @TextField() code: string;
  @TextField() label: string;
  @TextField() sentence: string;
  @ChoiceField(['field', 'picture', 'material']) appliesTo: 'field' | 'picture' | 'material';
}

export class ReasonTemplateList {
  @ListField(() => ReasonTemplateView) items: ReasonTemplateView[];
}

export class CaseAuthorityView {
  @ChoiceField(['none', 'uploaded', 'checked']) state: 'none' | 'uploaded' | 'checked';
  @TextField({ nullable: true }) pictureId: string | null;
  @DayField({ nullable: true }) validUntil: string | null;
}

/** The open visit that carries a case. */
export class CaseVisitView {
  @TextField() id: string;
  @TextField() reference: string;
  @TextField() state: string;
  @TextField() stateLabel: string;
  @ChoiceField(['express', 'regular']) kind: 'express' | 'regular';
  @DayField() day: string;
  @TextField() from: string;
  @TextField() to: string;
}

export class RejectionView {
  @TextField() reason: string;
  @DayField({ nullable: true }) deadline: string | null;
}

export class StaffCaseView extends ApplicationView {
  @TextField() personName: string;
  @TextField() maskedCitizenId: string;
  @TextField({ nullable: true }) maskedPhone: string | null;
  @TextField({ nullable: true }) maskedBankCard: string | null;
  @TextField({ nullable: true }) claimedBy: string | null;
  @FlagField() claimedByMe: boolean;
  @InstantField({ nullable: true }) claimExpiresAt: number | null;
  @ListField(() => MarkView) draftMarks: MarkView[];
  @TextListField({ description: 'targets among the draft marks that an earlier return could have named: returning them needs a reason' }) lateTargets: string[];
  @IntField() round: number;
  @FlagField() identityVerified: boolean;
  @TextField({ nullable: true, description: 'who fills it for the person' }) agentName: string | null;
  @ObjectField(() => CaseAuthorityView, { nullable: true }) authority: CaseAuthorityView | null;
  @ObjectField(() => CaseVisitView, { nullable: true }) booking: CaseVisitView | null;
  @TextField({ nullable: true }) ratingSlipCode: string | null;
  @TextField({ nullable: true }) batchId: string | null;
  @ObjectField(() => RejectionView, { nullable: true }) rejection: RejectionView | null;
}

export class FoundCaseView {
  @ChoiceField(['application', 'booking']) kind: 'application' | 'booking';
  @TextField() id: string;
  @TextField({ nullable: true, description: 'of a booking: what checks it in at the desk' }) reference: string | null;
  @TextField() label: string;
  @TextField() maskedName: string;
  @TextField({ nullable: true }) maskedCitizenId: string | null;
  @TextField() state: string;
  @TextField() stateLabel: string;
  @TextField({ nullable: true }) caseNumber: string | null;
  @DayField({ nullable: true }) day: string | null;
  @TextListField() actions: string[];
}

export class FoundCaseList {
  @ListField(() => FoundCaseView) items: FoundCaseView[];
}

export class UnmaskedView {
  @TextField() value: string;
}

export class CaseVersionRequest {
  @IntField({ min: 1 }) version: number;
}

export class MarkRequest {
  @TextField({ min: 1, max: 80 }) target: string;
  @TextField({ min: 1, max: 40 }) reasonCode: string;
  @TextField({ min: 1, max: 300 }) sentence: string;
}

export class MarksRequest extends CaseVersionRequest {
  @ListField(() => MarkRequest, { max: 60 }) marks: MarkRequest[];
}

export class ReturnRequest extends CaseVersionRequest {
  @TextField({ optional: true, max: 200 }) lateReason?: string;
}

export class UnmaskRequest {
  @ChoiceField(['citizenId', 'phone', 'bankCard']) field: 'citizenId' | 'phone' | 'bankCard';
}

export class CaseFindRequest {
  @TextField({ optional: true, max: 30 }) citizenId?: string;
  @TextField({ optional: true, max: 30 }) phone?: string;
  @TextField({ optional: true, max: 30 }) caseNumber?: string;
  @TextField({ optional: true, max: 30 }) bookingReference?: string;
}

export class OpenAtWindowRequest {
  @TextField({ min: 1, max: 40 }) matterId: string;
  @AnswersField() answers: EnrolmentAnswers;
  @IdField({ optional: true }) ticketId?: string;
}

export class OriginalsRequest extends CaseVersionRequest {
  @TextListField({ max: 30, maxLength: 40 }) seen: string[];
}

export class VerifyIdentityRequest extends CaseVersionRequest {
  @TextField({ optional: true, max: 30 }) citizenId?: string;
}

export class StaffWithdrawRequest extends CaseVersionRequest {
  @TextField({ min: 1, max: 200 }) reason: string;
}
