import { Injectable, type OnModuleInit } from '@nestjs/common';
import { startOfDay } from '@hall/shared/kernel/day';
import type { Attributes } from '@hall/shared/commitment/commitment.rules';
import type { MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import type { DeadlineCode } from '@hall/shared/deadline/deadline.rules';
import type { EventKind } from '../../platform/events/event-kind.ts';
import { Listeners, type Told } from '../../platform/events/listeners.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { deadlineDropped, deadlineMet, deadlineOpened, type DeadlineTold, type OwedBy } from '../deadlines/deadlines.events.ts';
import { applicationCompleted, applicationHandled } from '../enrolment/enrolment.events.ts';
import { People } from '../identity/people.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import { ticketCalled, ticketLeft, ticketMissed, ticketParked, ticketServed, ticketServing, ticketTaken, ticketUnserved, ticketWaiting, type TicketFact } from '../queue/queue.events.ts';
import { MeasuredFacts } from './measured-facts.ts';

/** What the opening, the meeting and the falling away of something owed say about its subject. */
const OWED: Partial<Record<DeadlineCode, { opened?: MeasurableEvent; met: MeasurableEvent; dropped?: MeasurableEvent }>> = {
  review: { opened: 'application.submitted', met: 'application.reviewed', dropped: 'application.ended' },
  'suggestion.triage': { opened: 'suggestion.received', met: 'suggestion.triaged', dropped: 'suggestion.ended' },
  'suggestion.plan': { met: 'suggestion.planned' },
  'suggestion.reply': { opened: 'suggestion.taken', met: 'suggestion.replied', dropped: 'suggestion.ended' },
  'enquiry.answer': { opened: 'enquiry.asked', met: 'enquiry.answered', dropped: 'enquiry.ended' },
  'rights.contact': { met: 'rights.contacted' },
  'rights.service': { opened: 'rights.opened', met: 'rights.resolved', dropped: 'rights.ended' },
  'fund.pay': { opened: 'fund.due', met: 'fund.paid', dropped: 'fund.ended' },
  'relay.acknowledge': { opened: 'relay.sent', met: 'relay.acknowledged', dropped: 'relay.ended' },
};
/** It did not end: what is owed counts from an earlier day. */
const GOES_ON = 'earlier-one-joined';

type OwedTold = DeadlineTold & OwedBy;

/** Turns what the rooms tell into facts. Nothing here is typed by anybody: the times are those of the acts themselves. */
@Injectable()
export class MeasuredListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly facts: MeasuredFacts,
    private readonly tickets: QueueTickets,
    private readonly people: People,
  ) {}

  onModuleInit(): void {
    this.listeners.on(deadlineOpened, 'measured.opened', (work, told) => this.owed(work, told, OWED[told.payload.ruleCode]?.opened, told.payload.givenDay === null ? told.payload.fromAt : startOfDay(told.payload.givenDay)));
    this.listeners.on(deadlineMet, 'measured.met', (work, told) => this.owed(work, told, OWED[told.payload.ruleCode]?.met, told.at));
    this.listeners.on(deadlineDropped, 'measured.dropped', (work, told) => this.owed(work, told, told.payload.reason === GOES_ON ? undefined : OWED[told.payload.ruleCode]?.dropped, told.at));
    this.listeners.on(applicationHandled, 'measured.handled', async (work, { id, at, payload: { applicationId, hallId, staffId } }) =>
      this.facts.record(work, { eventId: id, hallId, subjectId: applicationId, event: 'application.handled', at, attributes: await this.ofStaff(hallId, staffId) }));
    this.listeners.on(applicationCompleted, 'measured.completed', (work, { id, at, payload: { applicationId, hallId } }) => this.facts.record(work, { eventId: id, hallId, subjectId: applicationId, event: 'application.completed', at }));
    this.visit(ticketTaken, 'visit.taken');
    this.visit(ticketCalled, 'visit.called', ({ callCount }) => callCount === 1);
    this.visit(ticketServing, 'visit.serving');
    this.visit(ticketParked, 'visit.parked');
    this.visit(ticketMissed, 'visit.missed');
    this.visit(ticketWaiting, 'visit.missed', ({ why }) => why === 'passed-over');
    this.visit(ticketLeft, 'visit.left');
    this.visit(ticketUnserved, 'visit.unserved');
    this.visit(ticketServed, 'visit.served');
  }

  private async owed(work: Work, { id, payload: { hallId, subjectId, step, ownerId, departmentId, ruleCode } }: Told<OwedTold>, event: MeasurableEvent | undefined, at: number): Promise<void> {
    if (!event) return;
    // Of a message every recipient owes the receipt.
    const subject = ruleCode === 'relay.acknowledge' ? `${subjectId.slice(0, 31)}:${step.slice(-32)}` : subjectId;
    await this.facts.record(work, { eventId: id, hallId, subjectId: subject, event, at, attributes: { ...(ownerId === null ? {} : { staff: ownerId }), ...(departmentId === null ? {} : { department: departmentId }) } });
  }

  private visit<P extends TicketFact>(kind: EventKind<P>, event: MeasurableEvent, when: (payload: P) => boolean = () => true): void {
    this.listeners.on(kind, `measured.${kind.type}`, async (work, { id, at, payload }) => {
      if (!when(payload)) return;
      const { hallId, ticketId } = payload;
      const ticket = await this.tickets.measured(hallId, ticketId);
      if (!ticket) return;
      const { day, number, cls, ready, matterIds, staffId, windowId } = ticket;
      const attributes: Attributes = { cls, ready, matters: matterIds, ...(windowId === null ? {} : { window: windowId }), ...(staffId === null ? {} : await this.ofStaff(hallId, staffId)) };
      await this.facts.record(work, { eventId: id, hallId, subjectId: ticketId, event, at, attributes, ...(event === 'visit.taken' ? { sealed: { day, number } } : {}) });
    });
  }

  private async ofStaff(hallId: string, staffId: string): Promise<Attributes> {
    const departmentId = (await this.people.staffOf(hallId)).find((person) => person.id === staffId)?.departmentId ?? null;
    return { staff: staffId, ...(departmentId === null ? {} : { department: departmentId }) };
  }
}
