import { Activity, ActivityPlace, ActivityRating, ActivitySignUp } from './features/activity/activity.entity.ts';
import { Booking, Place, Slot, VisitMatter } from './features/booking/booking.entity.ts';
import { BookingClosure, BookingPattern, BookingPlan } from './features/booking/plan.entity.ts';
import { Application, CasePicture, CaseStep, NumberCounter } from './features/enrolment/application.entity.ts';
import { CaseBatch, CaseBatchRow } from './features/enrolment/batch.entity.ts';
import { OnceOnlyNotice, ReviewMark } from './features/enrolment/review.entity.ts';
import { Commitment, CommitmentVersion, Exclusion, FulfilmentRow, MeasuredFact, PublishedFigure } from './features/commitment/commitment.entity.ts';
import { TimeDispute } from './features/commitment/dispute.entity.ts';
import { Deadline, DeadlinePause, DeadlineRuleVersion, DeadlineSuperior } from './features/deadlines/deadline.entity.ts';
import { DutyAbsence, DutyPair, DutyShift } from './features/duty/duty.entity.ts';
import { Enquiry, EnquiryDraft, EnquiryReview, EnquiryStep, EnquiryTemplate, EnquiryTransfer } from './features/enquiry/enquiry.entity.ts';
import { GuideVersion } from './features/enquiry/guide.entity.ts';
import { Department, Hall, HallSetting, HallWindow } from './features/hall/hall.entity.ts';
import { HousePlan } from './features/hall/house-plan.entity.ts';
import { Consent, OneTimeCode, Relative, Resident, ResidentIdentity } from './features/identity/resident.entity.ts';
import { Device, Staff, StaffGrant } from './features/identity/staff.entity.ts';
import { ScanSignIn, StaffWechat } from './features/identity/staff-wechat.entity.ts';
import { CardConsent, Honour, MatterDuty, ServiceCard, ServiceCardVersion } from './features/lights/lights.entity.ts';
import { CodeEntry, MatterDraft, MatterVersion, PolicyProfileRow } from './features/matters/matter.entity.ts';
import { InsightDay } from './features/insight/insight.entity.ts';
import { InboxItem, StaffInboxItem } from './features/notification/inbox.entity.ts';
import { MessageConsent, MessageDelivery } from './features/notification/message.entity.ts';
import { Picture } from './features/pictures/picture.entity.ts';
import { BoardVersion, QueueLane, ServiceMean, Ticket, TicketCounter } from './features/queue/ticket.entity.ts';
import { Rating, RatingInvitation } from './features/rating/rating.entity.ts';
import { RatingCase, RatingCaseStep, RatingMonth, RatingObjection, RatingQuestion } from './features/rating/rating-case.entity.ts';
import { BoxMove, BoxOpening, SlipBatch, SuggestionSlip } from './features/suggestion/box.entity.ts';
import { AnonymousPicture, Suggestion, SuggestionAuthor, SuggestionGram, SuggestionStep, SuggestionSupporter } from './features/suggestion/suggestion.entity.ts';
import { SuggestionAnswer, SuggestionNote, SuggestionPlan, SuggestionTemplate } from './features/suggestion/suggestion-work.entity.ts';
import { FundBatch, FundFailure } from './features/relays/fund.entity.ts';
import { RelayMessage, RelayReceipt } from './features/relays/relay.entity.ts';
import { RightsCase, RightsStep } from './features/relays/rights.entity.ts';
import { AssessmentFact, AssessmentFormulaRow, Scorecard, ScorecardAppeal } from './features/assessment/assessment.entity.ts';
import { AuditEntry, CalendarDay, CalendarLoading, CalendarYear, EventDelivery, IdempotencyRecord, JobLease, KeyRotationWalk, OutboxEvent, Session } from './platform/persistence/platform.entities.ts';
import { LedgerBook, LedgerCheckpoint, LedgerCode, LedgerKey, LedgerLine, LedgerNode } from './features/ledger/ledger.entity.ts';
import { Appraisal, AppraisalAnswer, AppraisalMember, AppraisalRollEntry } from './features/appraisal/appraisal.entity.ts';
import { StarBallot, StarCandidate, StarObjection, StarRollEntry, StarRound } from './features/star/star.entity.ts';

/** Every table of the house. A test holds this list against the migrations on both engines. */
export const ENTITIES = [
  AuditEntry, OutboxEvent, EventDelivery, IdempotencyRecord, JobLease, KeyRotationWalk, Session, CalendarDay, CalendarYear, CalendarLoading,
  Hall, Department, HallWindow, HallSetting, HousePlan,
  Resident, ResidentIdentity, Consent, Relative, OneTimeCode, Staff, StaffGrant, Device, StaffWechat, ScanSignIn,
  Picture,
  DutyShift, DutyPair, DutyAbsence, Deadline, DeadlinePause, DeadlineSuperior, DeadlineRuleVersion,
  MatterVersion, MatterDraft, CodeEntry, PolicyProfileRow,
  Application, CasePicture, CaseStep, NumberCounter, ReviewMark, OnceOnlyNotice, CaseBatch, CaseBatchRow,
  Slot, Place, Booking, VisitMatter, BookingPlan, BookingPattern, BookingClosure,
  Ticket, TicketCounter, QueueLane, BoardVersion, ServiceMean,
  RatingInvitation, Rating, RatingCase, RatingCaseStep, RatingObjection, RatingQuestion, RatingMonth,
  Suggestion, SuggestionAuthor, SuggestionStep, AnonymousPicture, SuggestionSupporter, SuggestionGram, SuggestionPlan, SuggestionAnswer, SuggestionNote, SuggestionTemplate, SlipBatch, SuggestionSlip, BoxOpening, BoxMove,
  Enquiry, EnquiryStep, EnquiryTransfer, EnquiryDraft, EnquiryTemplate, EnquiryReview, GuideVersion,
  Activity, ActivityPlace, ActivitySignUp, ActivityRating,
  RelayMessage, RelayReceipt, RightsCase, RightsStep, FundBatch, FundFailure,
  LedgerKey, LedgerBook, LedgerLine, LedgerCheckpoint, LedgerCode, LedgerNode,
  Commitment, CommitmentVersion, MeasuredFact, FulfilmentRow, Exclusion, PublishedFigure, TimeDispute, InsightDay,
  Appraisal, AppraisalMember, AppraisalRollEntry, AppraisalAnswer,
  StarRound, StarCandidate, StarRollEntry, StarBallot, StarObjection,
  ServiceCard, ServiceCardVersion, CardConsent, Honour, MatterDuty,
  AssessmentFormulaRow, AssessmentFact, Scorecard, ScorecardAppeal,
  InboxItem, StaffInboxItem, MessageDelivery, MessageConsent,
];
