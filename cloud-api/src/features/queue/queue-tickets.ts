import { Injectable } from '@nestjs/common';
import type { DaySums } from '@hall/shared/insight/period.rules';
import type { Day } from '@hall/shared/kernel/day';
import { TICKET_CLASS_LABELS, type TicketClass } from '@hall/shared/queue/queue-settings';
import { TICKET_SENTENCES, type TicketState } from '@hall/shared/queue/ticket.moves';
import { Halls } from '../hall/halls.ts';
import { DayFigures, type QueueDay } from './day-figures.ts';
import { Estimates } from './estimates.ts';
import { TicketLookup, type ClassTotals } from './ticket-lookup.ts';
import { TicketQueries } from './ticket.queries.ts';
import { TicketVisits } from './ticket-visits.ts';
import { VisitRecords, type VisitRecord } from './visit-records.ts';

export { servedMinutes, type VisitRecord } from './visit-records.ts';

/** A ticket as it is printed. */
export interface PrintedTicket {
  id: string;
  state: TicketState;
  number: string;
  classLabel: string;
  takenAt: number;
  servedAt: number | null;
  maskedName: string | null;
  matterIds: string[];
  matterNames: string[];
  windowId: string | null;
  windowLabel: string | null;
  staffId: string | null;
  residentId: string | null;
  ahead: number;
  estimate: { low: number; high: number } | null;
  sentence: string;
}

/** What later rooms may know of tickets. */
@Injectable()
export class QueueTickets {
  constructor(
    private readonly lookup: TicketLookup,
    private readonly halls: Halls,
    private readonly estimates: Estimates,
    private readonly visits: TicketVisits,
    private readonly queries: TicketQueries,
    private readonly figures: DayFigures,
    private readonly records: VisitRecords,
  ) {}

  /** @throws NOT_FOUND also when the ticket belongs to another hall */
  async printed(hallId: string, ticketId: string): Promise<PrintedTicket> {
    const ticket = await this.lookup.inHall(hallId, ticketId);
    const names = await this.visits.matterNames();
    const hall = ticket.state === 'waiting' ? await this.estimates.of(hallId) : null;
    const wait = hall?.waits.get(ticketId);
    const matterIds = ticket.scope.map((item) => item.matterId);
    return {
      id: ticket.id, state: ticket.state, number: ticket.number, classLabel: TICKET_CLASS_LABELS[ticket.cls], takenAt: ticket.takenAt, servedAt: ticket.state === 'served' ? ticket.endedAt : null,
      maskedName: ticket.maskedName, matterIds, matterNames: matterIds.map((id) => names.get(id) ?? id), windowId: ticket.windowId, windowLabel: await this.windowLabel(hallId, ticket.windowId),
      staffId: ticket.staffId, residentId: ticket.residentId, ahead: wait?.ahead ?? hall?.order.get(ticketId) ?? 0, estimate: wait ? { low: wait.lowMinutes, high: wait.highMinutes } : null, sentence: TICKET_SENTENCES[ticket.state],
    };
  }

  async windowLabel(hallId: string, windowId: string | null): Promise<string | null> {
    return (await this.halls.windows(hallId)).find((window) => window.id === windowId)?.label ?? null;
  }

  async matterNames(matterIds: readonly string[]): Promise<string[]> {
    const names = await this.visits.matterNames();
    return matterIds.map((id) => names.get(id) ?? id);
  }

  /** What promises about visits ask of a ticket; null when the hall has no such ticket. */
  async measured(hallId: string, ticketId: string): Promise<{ day: Day; number: string; cls: TicketClass; ready: boolean; matterIds: string[]; staffId: string | null; windowId: string | null } | null> {
    const ticket = await this.lookup.find(hallId, ticketId);
    if (!ticket) return null;
    const { day, number, cls, ready, scope, staffId, windowId } = ticket;
    return { day, number, cls, ready, matterIds: [...new Set(scope.map((item) => item.matterId))].sort(), staffId, windowId };
  }

  /** How the day ended, class by class: with numbers that have no gap, whoever adds up finds every visitor. */
  totals(hallId: string, day: Day): Promise<ClassTotals[]> {
    return this.lookup.totals(hallId, day);
  }

  /** Whether this person was served in these days: the person themselves, whoever brought them. @param personKeys all the names they go by */
  servedTo(hallId: string, personKeys: readonly string[], first: Day, last: Day): Promise<boolean> {
    return this.lookup.servedTo(hallId, personKeys, first, last);
  }

  /** How many each member of staff served in these days. */
  servedBy(hallId: string, first: Day, last: Day): Promise<Map<string, number>> {
    return this.lookup.servedBy(hallId, first, last);
  }

  /** Whom these members of staff served in these days, each person once, by the names visits know them by. */
  peopleServedBy(hallId: string, staffIds: readonly string[], first: Day, last: Day): Promise<string[]> {
    return this.lookup.peopleServedBy(hallId, staffIds, first, last);
  }

  /** What was written down of one visit. @throws NOT_FOUND also when it belongs to another hall */
  record(hallId: string, ticketId: string): Promise<VisitRecord> {
    return this.records.inHall(hallId, ticketId);
  }

  /** The same by the day and number on its paper; null when there is none. */
  recordByNumber(hallId: string, day: Day, number: string): Promise<VisitRecord | null> {
    return this.records.byNumber(hallId, day, number);
  }

  /** The same for the account that carried the visit and for the person served. @throws NOT_FOUND to all others */
  recordOf(residentId: string, ticketId: string): Promise<VisitRecord> {
    return this.records.ofResident(residentId, ticketId);
  }

  /** Everybody of one day, in the order of the first call. */
  recordsOfDay(hallId: string, day: Day): Promise<VisitRecord[]> {
    return this.records.ofDay(hallId, day);
  }

  /** A day added up, with its windows and matters. */
  sums(hallId: string, day: Day): Promise<DaySums> {
    return this.records.sums(hallId, day);
  }

  /** The days between these in which anybody came. */
  daysWithVisits(hallId: string, first: Day, last: Day): Promise<Day[]> {
    return this.records.days(hallId, first, last);
  }

  /** The number of the queue's present state; it grows with every change. */
  version(hallId: string): Promise<number> {
    return this.figures.version(hallId);
  }

  /** Today's queue in numbers. */
  day(hallId: string): Promise<QueueDay> {
    return this.figures.of(hallId);
  }

  /** Tells which invitation to rate belongs to each of these tickets, once they are served. */
  invitationsFrom(source: (ticketIds: string[]) => Promise<Map<string, string>>): void {
    this.queries.invitationsFrom(source);
  }
}
