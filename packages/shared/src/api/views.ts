/** Instants are epoch milliseconds (UTC); days are `YYYY-MM-DD` and clocks `HH:mm`, both Asia/Shanghai. */
export interface FieldError { path: string; code: string; message: string }
/** RFC 9457 problem+json. `code` is stable for programs; `title` is a Chinese sentence for people. */
export interface Problem { type: string; title: string; status: number; code: string; detail?: string; instance?: string; requestId: string; fields?: FieldError[] }

// ---- identity -------------------------------------------------------------
export interface SessionView { token: string; expiresAt: number; renewalToken: string; renewalExpiresAt: number }
export type Assurance = 'wechat' | 'phone' | 'declared' | 'verified';
export interface MeView { id: string; assurance: Assurance; maskedName: string | null; maskedPhone: string | null; maskedCitizenId: string | null; elderMode: boolean; consents: ConsentView[]; demo: boolean }
export interface ConsentView { kind: 'privacy-notice' | 'sensitive-data'; version: string; current: boolean; givenAt: number | null; withdrawnAt: number | null }
export interface NoticeView { kind: ConsentView['kind']; version: string; title: string; paragraphs: string[]; effectiveFrom: string }
export interface RelativeView { id: string; relation: string; relationLabel: string; maskedName: string; maskedCitizenId: string; age: number; authority: { state: 'none' | 'uploaded' | 'checked'; pictureId: string | null; validUntil: string | null }; version: number }
export interface DemoPersonView { key: string; name: string; story: string }
export interface StaffMeView { id: string; name: string; badgeNumber: string; post: string; departmentName: string; photoUrl: string | null; permissions: string[]; hallId: string; hallName: string; windowId: string | null; motto: string; smile: string; dutyLeader: string | null; demo: boolean; idleLockSeconds: number }
/** Password accepted: either a session, or a second factor is due first. */
export interface StaffSignInView { state: 'signed-in' | 'second-factor'; session: SessionView | null; challenge: string | null }

// ---- hall, matters, tables --------------------------------------------------
export interface HallOverviewView { id: string; name: string; address: string; phone: string; openState: 'open' | 'closing' | 'closed'; sentence: string; opensAt: string | null; closesAt: string | null; waiting: ClassWaitView[]; motto: string; smile: string; serverTime: number; demo: boolean }
export interface ClassWaitView { cls: 'booked' | 'walkin' | 'care'; label: string; count: number; lowMinutes: number | null; highMinutes: number | null }
export interface MatterCardView { id: string; name: string; summary: string; prefill: boolean; statutoryLimit: string; promisedLimit: string; minutesReady: number; minutesNotReady: number }
export interface MatterGuideView extends MatterCardView { version: number; effectiveFrom: string; steps: string[]; materials: MatterMaterialView[]; notes: string[] }
export interface MatterMaterialView { code: string; label: string; form: string; legalBasis: string; deferrable: boolean; promisable: boolean; guidance: string; when: string | null }
export interface CodeView { code: string; label: string }
export interface CodeTablesView { version: string; tables: Record<string, CodeView[]> }
export interface PolicyProfileView { id: string; name: string; example: boolean; source: string; effectiveFrom: string; effectiveTo: string | null; tiers: { yuan: number; subsidyYuan: number; label: string }[]; specialGroups: { code: string; label: string; governmentPaysYuan: number; note: string }[]; disclaimer: string }

// ---- application (enrolment) ---------------------------------------------------
export type ApplicationState = 'draft' | 'submitted' | 'returned' | 'ready' | 'handled' | 'completed' | 'rejected' | 'withdrawn' | 'lapsed';
export interface OtherPension { kind: string; from: string; to: string | null }
/** Everything the form asks. All optional while a draft. */
export interface EnrolmentAnswers {
  name?: string; citizenId?: string; ethnicGroup?: string; phone?: string;
  householdArea?: string; householdAddress?: string; householdType?: string;
  isStudent?: boolean; isCivilServant?: boolean; hasEmployeePension?: boolean; otherPensions?: OtherPension[];
  tierYuan?: number; specialGroup?: string; assessmentYear?: number;
  bankCode?: string; bankCard?: string; declarationAccepted?: boolean;
}
export interface PictureView { id: string; pageNumber: number; state: 'kept' | 'marked'; width: number; height: number; bytes: number; uploadedAt: number }
export interface MarkView { id: string; target: string; targetLabel: string; reasonCode: string; sentence: string; fixed: boolean }
export interface ApplicationMaterialView { code: string; label: string; required: boolean; legalBasis: string; guidance: string; deferrable: boolean; pictures: PictureView[]; originalSeen: boolean }
export interface AssessmentView { profileId: string; profileName: string; example: boolean; year: number; tierYuan: number; subsidyYuan: number; governmentPaysYuan: number; residentPaysYuan: number; specialGroup: string | null; lines: string[]; disclaimer: string }
export interface TimelineView { at: number; state: string; label: string; by: string | null; note: string | null }
export interface ApplicationCardView { id: string; caseNumber: string; matterId: string; matterName: string; personId: string; maskedName: string; relationLabel: string; state: ApplicationState; stateLabel: string; nextStep: string; updatedAt: number; lapsesOn: string | null; actions: string[]; version: number }
export interface ApplicationView extends ApplicationCardView {
  answers: EnrolmentAnswers; derived: { birthDay: string | null; sex: 'male' | 'female' | null; age: number | null };
  problems: FieldError[]; assessment: AssessmentView | null; materials: ApplicationMaterialView[];
  marks: MarkView[]; editable: string[]; timeline: TimelineView[]; savedAt: number; noticeNumber: string | null; consentNeeded: boolean;
}
/** A link good for two minutes; every use of it is audited. */
export interface FileLinkView { url: string; expiresAt: number }
export interface OnceOnlyNoticeView { number: string; caseNumber: string; personName: string; matterName: string; issuedAt: number; deadline: string | null; items: { label: string; sentence: string }[]; contact: string; hallName: string }

// ---- booking --------------------------------------------------------------------
export type BookingState = 'held' | 'booked' | 'arrived' | 'served' | 'expired' | 'missed' | 'cancelled';
export interface SlotDayView { day: string; weekdayLabel: string; open: boolean; note: string | null; free: number }
export interface SlotView { id: string; day: string; from: string; to: string; kind: 'express' | 'regular'; free: number; offered: boolean; reason: string | null }
export interface VisitMatterView { id: string; matterId: string; matterName: string; personName: string; applicationId: string | null; caseNumber: string | null; state: string }
export interface BookingView { id: string; reference: string; state: BookingState; stateLabel: string; kind: 'express' | 'regular'; day: string; from: string; to: string; hallName: string; hallAddress: string; heldUntil: number | null; matters: VisitMatterView[]; contactPhoneMasked: string | null; qr: string; arriveFrom: number; lateAfter: number; ticketId: string | null; bring: string[]; sentence: string; actions: string[]; version: number }

// ---- queue ----------------------------------------------------------------------
export type TicketClass = 'booked' | 'walkin' | 'care';
export type TicketState = 'waiting' | 'called' | 'serving' | 'served' | 'missed' | 'parked' | 'transferred' | 'left' | 'unserved';
export interface EstimateView { lowMinutes: number; highMinutes: number; stepOutUntil: number | null }
export interface TicketView { id: string; number: string; cls: TicketClass; classLabel: string; state: TicketState; stateLabel: string; windowLabel: string | null; ahead: number; estimate: EstimateView | null; eligibleAt: number; calledAt: number | null; servingSince: number | null; servedAt: number | null; callCount: number; recallsLeft: number; bookingId: string | null; matters: VisitMatterView[]; sentence: string; ratingInvitationId: string | null; actions: string[]; version: number; serverTime: number }
export interface BoardCallView { number: string; windowLabel: string; maskedName: string | null; calledAt: number; callCount: number; state: TicketState }
export interface BoardWindowView { id: string; label: string; state: 'closed' | 'open' | 'paused' | 'serving'; number: string | null }
export interface BoardView { hallId: string; hallName: string; day: string; version: number; serverTime: number; openState: HallOverviewView['openState']; calls: BoardCallView[]; waiting: ClassWaitView[]; windows: BoardWindowView[]; motto: string; smile: string; dutyLeader: string | null; demo: boolean }
/** What the paired hall screen shows beside the board: the code that proves a person stands in the hall. */
export interface CheckInCodeView { url: string; digits: string; validUntil: number }

// ---- desk -------------------------------------------------------------------------
export interface WindowView { id: string; label: string; state: BoardWindowView['state']; skills: string[]; clerkName: string | null; mine: boolean }
export interface QueueRowView { id: string; number: string; cls: TicketClass; maskedName: string | null; matterNames: string[]; ready: boolean; eligibleAt: number; dueAt: number; state: TicketState; waitedMinutes: number; actions: string[]; version: number }
export interface DeskTicketView extends QueueRowView { callCount: number; recallsLeft: number; calledAt: number | null; servingSince: number | null; clockLimitSeconds: number; parkedSeconds: number; bookingReference: string | null; personMaskedCitizenId: string | null; matters: VisitMatterView[] }
export interface DeskView { window: WindowView | null; current: DeskTicketView | null; queue: QueueRowView[]; missed: QueueRowView[]; parked: QueueRowView[]; servedToday: number; boardVersion: number; serverTime: number; hallOpen: boolean }

// ---- pre-review and the window ---------------------------------------------------
export interface ReviewRowView { id: string; caseNumber: string; matterName: string; maskedName: string; submittedAt: number; dueAt: number | null; round: number; visitDay: string | null; claimedBy: string | null; claimedByMe: boolean; state: ApplicationState; version: number }
export interface ReviewQueueView { total: number; rows: ReviewRowView[] }
export interface ReasonTemplateView { code: string; label: string; sentence: string; appliesTo: 'field' | 'picture' | 'material' }
export interface StaffCaseView extends ApplicationView { personName: string; maskedCitizenId: string; maskedPhone: string | null; maskedBankCard: string | null; claimedBy: string | null; claimedByMe: boolean; claimExpiresAt: number | null; draftMarks: MarkView[]; round: number; identityVerified: boolean; agentName: string | null; authority: RelativeView['authority'] | null; booking: BookingView | null; ratingSlipCode: string | null; batchId: string | null; rejection: { reason: string; deadline: string | null } | null }
export interface FoundCaseView { kind: 'application' | 'booking'; id: string; label: string; maskedName: string; maskedCitizenId: string | null; state: string; stateLabel: string; caseNumber: string | null; day: string | null; actions: string[] }
export interface BatchView { id: string; number: string; createdAt: number; createdBy: string; rows: number; state: 'exported' | 'replied'; completed: number; rejected: number; pending: number }
export interface BatchReplyView { batchId: string; completed: number; rejected: number; problems: { row: number; message: string }[] }

// ---- rating -------------------------------------------------------------------------
export interface RatingInvitationView { id: string; state: 'open' | 'rated' | 'expired'; matterNames: string[]; servedOn: string; windowLabel: string | null; expiresOn: string; reasonOptions: { level: number; reasons: CodeView[] }[]; levels: CodeView[]; dimensions: CodeView[] }
export interface InboxItemView { id: string; at: number; title: string; body: string; link: string | null; read: boolean }
export interface Listed<T> { items: T[] }
