import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addParts, addVisits, NO_VISITS, type DaySums, type VisitSums } from '@hall/shared/insight/period.rules';
import { waitedMinutes } from '@hall/shared/insight/day-figures.rules';
import { MINUTE, type Day } from '@hall/shared/kernel/day';
import type { TicketState } from '@hall/shared/queue/ticket.moves';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Visits } from '../booking/visits.ts';
import { People } from '../identity/people.ts';
import type { ParkedStretch } from './ticket.entity.ts';
import { Ticket } from './ticket.entity.ts';

/** What was written down of one visit. */
export interface VisitRecord {
  id: string;
  hallId: string;
  day: Day;
  number: string;
  state: TicketState;
  ended: boolean;
  takenAt: number;
  eligibleAt: number;
  calledAt: number | null;
  endedAt: number | null;
  parked: ParkedStretch[];
  staffId: string | null;
  windowId: string | null;
  matterIds: string[];
}

const ENDED: readonly TicketState[] = ['served', 'left', 'unserved'];

const recordOf = (row: Ticket): VisitRecord => ({
  id: row.id, hallId: row.hallId, day: row.day, number: row.number, state: row.state, ended: ENDED.includes(row.state), takenAt: row.takenAt, eligibleAt: row.eligibleAt, calledAt: row.firstCalledAt,
  endedAt: row.endedAt, parked: row.parked, staffId: row.staffId, windowId: row.windowId, matterIds: [...new Set(row.scope.map((item) => item.matterId))].sort(),
});

/** How long somebody was put aside between call and end, milliseconds. */
export const parkedWithin = ({ calledAt, endedAt, parked }: Pick<VisitRecord, 'calledAt' | 'endedAt' | 'parked'>): number =>
  (calledAt === null || endedAt === null ? 0 : parked.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to ?? endedAt, endedAt) - Math.max(from, calledAt)), 0));

/** Visits as they were recorded, for those who compare them: the person served, and whoever answers for the hall. */
@Injectable()
export class VisitRecords {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visits: Visits,
    private readonly people: People,
  ) {}

  /** @throws NOT_FOUND also when it belongs to another hall */
  async inHall(hallId: string, ticketId: string): Promise<VisitRecord> {
    const row = await this.dataSource.manager.findOneBy(Ticket, { id: ticketId, hallId });
    if (!row) throw platformErrors.NOT_FOUND();
    return recordOf(row);
  }

  /** By what stands on the paper; null when no such number was given that day. */
  async byNumber(hallId: string, day: Day, number: string): Promise<VisitRecord | null> {
    const row = await this.dataSource.manager.findOneBy(Ticket, { hallId, day, number });
    return row && recordOf(row);
  }

  /** For the account that carried the visit, and for the person served once their ID number is proven: anybody can type a stranger's. @throws NOT_FOUND to all others */
  async ofResident(residentId: string, ticketId: string): Promise<VisitRecord> {
    const row = await this.dataSource.manager.findOneBy(Ticket, { id: ticketId });
    if (!row) throw platformErrors.NOT_FOUND();
    if (row.residentId === residentId) return recordOf(row);
    const { assurance, citizenIndex } = await this.people.resident(residentId);
    const own = [`resident:${residentId}`, ...(assurance === 'verified' && citizenIndex !== null ? [citizenIndex] : [])];
    if (!(await this.visits.ticketsOf(row.hallId, own)).includes(ticketId)) throw platformErrors.NOT_FOUND();
    return recordOf(row);
  }

  /** Everybody of one day, in the order of the first call; those never called last. */
  async ofDay(hallId: string, day: Day): Promise<VisitRecord[]> {
    const rows = (await this.dataSource.manager.findBy(Ticket, { hallId, day })).map(recordOf);
    return rows.sort((a, b) => (a.calledAt ?? Infinity) - (b.calledAt ?? Infinity) || a.takenAt - b.takenAt || (a.id < b.id ? -1 : 1));
  }

  async sums(hallId: string, day: Day): Promise<DaySums> {
    const counted = (await this.ofDay(hallId, day)).map((visit) => ({ visit, sums: sumsOf(visit) }));
    return {
      ...counted.reduce((all, { sums }) => addVisits(all, sums), NO_VISITS),
      windows: addParts(counted.flatMap(({ visit, sums }) => (visit.windowId === null ? [] : [{ [visit.windowId]: sums }]))),
      matters: addParts(counted.map(({ visit, sums }) => Object.fromEntries(visit.matterIds.map((id) => [id, sums])))),
    };
  }

  /** The days in which anybody came, both ends included. */
  async days(hallId: string, first: Day, last: Day): Promise<Day[]> {
    const rows = await this.dataSource.query<{ day: string }[]>('SELECT DISTINCT day FROM ticket_counter WHERE hall_id = ? AND day >= ? AND day <= ? ORDER BY day', [hallId, first, last]);
    return rows.map(({ day }) => day);
  }
}

/** Whole minutes from the call to the end, the pauses left out; null for whoever was not served. */
export const servedMinutes = (visit: Pick<VisitRecord, 'state' | 'calledAt' | 'endedAt' | 'parked'>): number | null =>
  (visit.state === 'served' && visit.calledAt !== null && visit.endedAt !== null ? Math.max(0, Math.floor((visit.endedAt - visit.calledAt - parkedWithin(visit)) / MINUTE)) : null);

function sumsOf(visit: VisitRecord): VisitSums {
  const service = servedMinutes(visit);
  const one = (state: TicketState) => (visit.state === state ? 1 : 0);
  return {
    taken: 1, served: one('served'), left: one('left') + one('missed'), unserved: one('unserved'),
    waits: visit.calledAt === null ? {} : { [waitedMinutes({ eligibleAt: visit.eligibleAt, firstCalledAt: visit.calledAt })]: 1 }, services: service === null ? {} : { [service]: 1 },
  };
}
