import { Injectable, type OnModuleInit } from '@nestjs/common';
import { dayLabel } from '@hall/shared/kernel/day';
import type { EventKind } from '../../platform/events/event-kind.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { activityCalledOff, activityMoved, activityNear, activityPlaceGiven, activityRatingInvited } from '../activity/activity.events.ts';
import { appealDecided, appealRaised } from '../assessment/assessment.events.ts';
import { commitmentsBrokenOfDay, disputeAnswered, disputeRaised, exclusionProposed } from '../commitment/commitment.events.ts';
import { appraisalCounted, appraisalInvited, appraisalTold } from '../appraisal/appraisal.events.ts';
import { bookingBooked, bookingCancelled, bookingDisplaced, bookingMissed, bookingRescheduled } from '../booking/booking.events.ts';
import { deadlineEscalated, deadlineOverdue, deadlineWarned } from '../deadlines/deadlines.events.ts';
import { dutyAbsenceRecorded } from '../duty/duty.events.ts';
import { enquiryAccepted, enquiryAnswered, enquiryAsked, enquiryAskedAgain, enquiryCorrected, enquiryDeclined, enquiryOffered, enquiryTaken, enquiryWithdrawn, guideProposed, guideReturned } from '../enquiry/enquiry.events.ts';
import { applicationCompleted, applicationHandled, applicationLapsed, applicationLapseNear, applicationReady, applicationRejected, applicationReturned, applicationSubmitted } from '../enrolment/enrolment.events.ts';
import { accountsMerged, staffKeysReset, staffWechatBound, staffWechatUntied } from '../identity/identity.events.ts';
import { ticketCalled, ticketMissed, ticketUnserved } from '../queue/queue.events.ts';
import { ratingCaseForJudge, ratingCaseForOwner, ratingCaseForRater, ratingQuestionReleased } from '../rating/rating-case.events.ts';
import { relayReminded, relaySent, rightsAssigned, rightsContacted, rightsReopened, rightsResolved } from '../relays/relays.events.ts';
import { ratingInvited } from '../rating/rating.events.ts';
import { workHandedOn } from '../hall/house.events.ts';
import { starFinal } from '../star/star.events.ts';
import { suggestionAssigned, suggestionClosed, suggestionCorrected, suggestionHandedBack, suggestionPlanProposed, suggestionPlanPublished, suggestionPlanReturned, suggestionReceived, suggestionReopened, suggestionReplied, suggestionSupportersTold, suggestionTriaged } from '../suggestion/suggestion.events.ts';
import { MessageBudget } from './message-budget.ts';
import { MessageFacts } from './message-facts.ts';
import type { Facts } from './message-kind.ts';
import { NotificationRoom } from './notification.room.ts';
import { JUDGE_WHY, OWNER_WHY, RATING_TITLE, WORDS, type MessageKind } from './notification.words.ts';

/** Whom an event concerns: its resident, or the member of staff it names. */
interface Concerning {
  hallId: string;
  residentId?: string | null;
  staffId?: string | null;
}

interface Said {
  /** What it is about: becomes part of the link. */
  id: string;
  /** What the words name; asked only when something goes out by WeChat or SMS, or the text of the inbox needs it. */
  facts?: (work: Work) => Promise<Facts> | Facts;
  /** Leaves WeChat and SMS out. */
  inboxOnly?: boolean;
}

/**
 * Where what has happened becomes a message. To tell people of something new:
 *
 * 1. the feature emits an event whose payload carries `hallId` and either `residentId` (null: nobody to tell) or `staffId`;
 * 2. an entry in `notification.words.ts` says for whom, how urgent, the words, the link, and, when they apply, the WeChat
 *    template with its facts and the SMS;
 * 3. one line here: `this.on(suggestionReplied, 'suggestionReplied', ({ suggestionId }) => ({ id: suggestionId, facts: () => ({ title: '…' }) }));`
 *
 * An event that concerns several people at once uses `this.onEach` and names each of them. Everything else (once per event
 * and person, quiet hours, consent, retries, falling back to SMS) is the room's affair.
 */
@Injectable()
export class NotificationListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly room: NotificationRoom,
    private readonly budget: MessageBudget,
    private readonly about: MessageFacts,
  ) {}

  onModuleInit(): void {
    const ofCase = ({ applicationId: id }: { applicationId: string }): Said => ({ id, facts: (work) => this.about.ofCase(work, id) });
    this.on(applicationSubmitted, 'submitted', ofCase);
    this.on(applicationReturned, 'returned', ofCase);
    this.on(applicationReady, 'ready', ofCase);
    this.on(applicationHandled, 'handled', ofCase);
    this.on(applicationCompleted, 'completed', ofCase);
    this.on(applicationRejected, 'rejected', ofCase);
    this.on(applicationLapseNear, 'lapseNear', ofCase);
    this.on(applicationLapsed, 'lapsed', ofCase);

    const ofVisit = ({ bookingId: id }: { bookingId: string }): Said => ({ id, facts: (work) => this.about.ofVisit(work, id) });
    this.on(bookingBooked, 'booked', ofVisit);
    this.on(bookingRescheduled, 'rescheduled', ofVisit);
    this.on(bookingCancelled, 'cancelled', ofVisit);
    this.on(bookingMissed, 'missed', ofVisit);
    this.on(bookingDisplaced, 'displaced', ofVisit);

    const ofTicket = ({ ticketId: id, hallId }: { ticketId: string; hallId: string }): Said => ({ id, facts: () => this.about.ofTicket(hallId, id) });
    this.on(ticketCalled, 'called', (payload) => ({ ...ofTicket(payload), inboxOnly: payload.callCount > 1 }));
    this.on(ticketMissed, 'passed', ofTicket);
    this.on(ticketUnserved, 'unserved', ofTicket);
    this.onEach(disputeRaised, 'disputeRaised', ({ disputeId: id, staffIds }) => staffIds.map((to) => ({ to, id, facts: (work) => this.about.ofTask(work, '时间异议') })));
    this.on(disputeAnswered, 'disputeAnswered', ({ ticketId: id }) => ({ id, facts: (work) => this.about.ofTask(work, '时间异议') }));
    this.on(disputeAnswered, 'disputeTellAtDesk', ({ disputeId: id }) => ({ id }));
    this.on(ratingInvited, 'invited', ({ invitationId: id }) => ({ id }));
    for (const [what, kind] of [['contacted', 'ratingContacted'], ['found', 'ratingFound'], ['answered', 'ratingAnswered'], ['reconsidered', 'ratingReconsidered'], ['closed', 'ratingClosed']] as const) {
      this.onEach(ratingCaseForRater, kind, (told) => (told.what === what && told.residentId ? [{ to: told.residentId, id: told.invitationId, facts: (work) => this.about.ofTask(work, RATING_TITLE) }] : []));
    }
    this.on(ratingCaseForOwner, 'ratingForOwner', ({ caseId: id, why }) => ({ id, facts: (work) => ({ ...this.about.ofTask(work, RATING_TITLE), why: OWNER_WHY[why] }) }));
    this.on(ratingCaseForJudge, 'ratingForJudge', ({ caseId: id, why }) => ({ id, facts: (work) => ({ ...this.about.ofTask(work, RATING_TITLE), why: JUDGE_WHY[why] }) }));
    this.on(ratingQuestionReleased, 'ratingQuestion', ({ questionId: id }) => ({ id }));

    const ofEnquiry = ({ enquiryId: id }: { enquiryId: string }): Said => ({ id, facts: (work) => this.about.ofTask(work, '答复咨询') });
    this.on(enquiryTaken, 'enquiryTaken', ofEnquiry);
    this.on(enquiryAccepted, 'enquiryMoved', ofEnquiry);
    this.on(enquiryAccepted, 'enquiryAccepted', ofEnquiry);
    this.on(enquiryAnswered, 'enquiryAnswered', ofEnquiry);
    this.on(enquiryCorrected, 'enquiryCorrected', ofEnquiry);
    this.on(enquiryAskedAgain, 'enquiryAskedAgain', ofEnquiry);
    this.on(enquiryDeclined, 'enquiryDeclined', ofEnquiry);
    this.on(enquiryWithdrawn, 'enquiryWithdrawn', ofEnquiry);
    const toAll = (payload: { enquiryId: string; staffIds: string[] }) => payload.staffIds.map((to) => ({ to, ...ofEnquiry(payload) }));
    this.onEach(enquiryAsked, 'enquiryAsked', toAll);
    this.onEach(enquiryOffered, 'enquiryOffered', toAll);
    this.onEach(guideProposed, 'guideProposed', ({ guideVersionId: id, staffIds }) => staffIds.map((to) => ({ to, id })));
    this.on(guideReturned, 'guideReturned', ({ enquiryId }) => ({ id: enquiryId ?? '' }));

    const ofActivity = ({ activityId: id }: { activityId: string }): Said => ({ id, facts: () => this.about.ofActivity(id) });
    this.on(activityPlaceGiven, 'activityPlaceGiven', ofActivity);
    this.on(activityMoved, 'activityMoved', ofActivity);
    this.on(activityCalledOff, 'activityCalledOff', ofActivity);
    this.on(activityNear, 'activityNear', ofActivity);
    this.on(activityRatingInvited, 'activityRate', ofActivity);

    this.on(relaySent, 'relaySent', ({ relayId: id }) => ({ id, facts: (work) => this.about.ofTask(work, '信息传达') }));
    this.on(relayReminded, 'relayReminded', ({ relayId: id }) => ({ id, facts: (work) => this.about.ofTask(work, '信息传达') }));
    const ofRights = ({ caseId: id }: { caseId: string }): Said => ({ id, facts: (work) => this.about.ofTask(work, '维权') });
    this.on(rightsAssigned, 'rightsAssigned', ofRights);
    this.on(rightsReopened, 'rightsReopened', ofRights);
    this.on(rightsContacted, 'rightsContacted', ofRights);
    this.on(rightsResolved, 'rightsResolved', ofRights);

    const ofDeadline = (payload: { deadlineId: string; subjectKind: string; subjectId: string }): Said => ({ id: `${payload.subjectKind}:${payload.subjectId}`, facts: () => this.about.ofDeadline(payload) });
    this.on(deadlineWarned, 'deadlineWarned', ofDeadline);
    this.on(deadlineOverdue, 'deadlineOverdue', ofDeadline);
    this.on(deadlineEscalated, 'deadlineEscalated', ofDeadline);
    this.on(workHandedOn, 'workHandedOn', ({ subjectKind, subjectId }) => ({ id: `${subjectKind}:${subjectId}`, facts: (work) => this.about.ofTask(work, '转来的事') }));
    this.on(staffWechatBound, 'wechatBound', ({ staffId: id }) => ({ id }));
    this.on(staffKeysReset, 'keysReset', ({ staffId: id }) => ({ id }));
    this.onEach(dutyAbsenceRecorded, 'actsForColleague', ({ absenceId: id, substituteId: to }) => (to ? [{ to, id }] : []));

    this.on(commitmentsBrokenOfDay, 'commitmentsBroken', ({ day, count }) => ({ id: day, facts: (work) => ({ ...this.about.ofTask(work, '阳光承诺'), why: `${dayLabel(day)}有 ${count} 次没有达标` }) }));
    this.onEach(exclusionProposed, 'exclusionProposed', ({ exclusionId: id, staffIds }) => staffIds.map((to) => ({ to, id, facts: (work) => this.about.ofTask(work, '阳光承诺') })));
    this.onEach(appealRaised, 'appealRaised', ({ appealId: id, staffIds }) => staffIds.map((to) => ({ to, id, facts: (work) => this.about.ofTask(work, '考核申诉') })));
    this.on(appealDecided, 'appealDecided', ({ appealId: id }) => ({ id, facts: (work) => this.about.ofTask(work, '考核申诉') }));
    this.onEach(starFinal, 'starWon', ({ roundId: id, winners }) => winners.map((to) => ({ to, id })));

    this.onEach(appraisalInvited, 'appraisalInvited', ({ appraisalId: id, residentIds }) => residentIds.map((to) => ({ to, id, facts: (work) => this.about.ofTask(work, '科室评议') })));
    this.onEach(appraisalTold, 'appraisalTold', ({ appraisalId: id, residentIds }) => residentIds.map((to) => ({ to, id })));
    this.on(appraisalCounted, 'appraisalCounted', ({ appraisalId: id }) => ({ id, facts: (work) => this.about.ofTask(work, '科室评议') }));

    const ofSuggestion = ({ suggestionId: id }: { suggestionId: string }): Said => ({ id, facts: (work) => this.about.ofTask(work, '意见') });
    this.on(suggestionReceived, 'suggestionReceived', ofSuggestion);
    for (const [outcome, kind] of [['accepted', 'suggestionAccepted'], ['redirected', 'suggestionRedirected'], ['declined', 'suggestionDeclined'], ['merged', 'suggestionMerged']] as const) {
      this.onEach(suggestionTriaged, kind, (told) => (told.outcome === outcome && told.residentId ? [{ to: told.residentId, ...ofSuggestion(told) }] : []));
    }
    this.on(suggestionPlanPublished, 'suggestionPlanPublished', ofSuggestion);
    this.on(suggestionReplied, 'suggestionReplied', ofSuggestion);
    this.on(suggestionCorrected, 'suggestionCorrected', ofSuggestion);
    this.on(suggestionClosed, 'suggestionClosed', ofSuggestion);
    for (const [news, kind] of [['planned', 'supportedPlanned'], ['replied', 'supportedReplied'], ['corrected', 'supportedCorrected'], ['reopened', 'supportedReopened'], ['closed', 'supportedClosed']] as const) {
      this.onEach(suggestionSupportersTold, kind, (told) => (told.news === news ? told.residentIds.map((to) => ({ to, ...ofSuggestion(told) })) : []));
    }
    this.on(suggestionAssigned, 'suggestionAssigned', ofSuggestion);
    this.on(suggestionHandedBack, 'suggestionHandedBack', ofSuggestion);
    this.on(suggestionPlanProposed, 'suggestionPlanProposed', ofSuggestion);
    this.on(suggestionPlanReturned, 'suggestionPlanReturned', ofSuggestion);
    this.on(suggestionReopened, 'suggestionReopened', ofSuggestion);

    // What one WeChat allowed another has not: the next one is asked anew.
    this.listeners.on(staffWechatUntied, 'notification.forget-consent', (work, { payload }) => this.budget.forget(work, payload.staffId));
    this.listeners.on(accountsMerged, 'notification.follow-merge', async (work, { payload: { fromResidentId: from, intoResidentId: into } }) => {
      await work.execute('UPDATE inbox_item SET resident_id = ? WHERE resident_id = ?', [into, from]);
      await work.execute("UPDATE message_delivery SET recipient_id = ? WHERE recipient_kind = 'resident' AND recipient_id = ?", [into, from]);
      await this.budget.merge(work, from, into);
    });
  }

  /** Tells the one person the event concerns; whether its resident or its member of staff is told stands in the words. */
  private on<P extends Concerning>(event: EventKind<P>, kind: MessageKind, say: (payload: P) => Said): void {
    this.onEach(event, kind, (payload) => {
      const to = WORDS[kind].for === 'resident' ? payload.residentId : payload.staffId;
      return to ? [{ to, ...say(payload) }] : [];
    });
  }

  /** Tells each of several people. */
  private onEach<P extends Concerning>(event: EventKind<P>, kind: MessageKind, each: (payload: P) => (Said & { to: string })[]): void {
    this.listeners.on(event, `notification.${kind}`, async (work, { id: eventId, payload }) => {
      for (const { to, id, facts, inboxOnly = false } of each(payload)) {
        await this.room.tell(work, { kind, hallId: payload.hallId, to, id, inboxOnly, onceKey: `${eventId}:${kind}:${to}`, ...(facts ? { facts: async () => facts(work) } : {}) });
      }
    });
  }
}
