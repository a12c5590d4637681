import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Day } from '@hall/shared/kernel/day';
import type { TicketClass } from '@hall/shared/queue/queue-settings';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { readPrepared } from '../../platform/persistence/statements.ts';
import { Visits } from '../booking/visits.ts';
import { Ticket, TicketCounter } from './ticket.entity.ts';

/** The tickets of one class on one day: the last number given, and how they ended. What has not ended is `open`. */
export interface ClassTotals {
  cls: TicketClass;
  last: number;
  served: number;
  left: number;
  unserved: number;
  open: number;
}

/** Finds tickets for those who may see them. Reads only, outside any unit of work. */
@Injectable()
export class TicketLookup {
  constructor(
    private readonly dataSource: DataSource,
    private readonly visits: Visits,
  ) {}

  /** @throws NOT_FOUND also when the ticket belongs to somebody else */
  async ofResident(residentId: string, ticketId: string): Promise<Ticket> {
    const found = await this.dataSource.manager.findOneBy(Ticket, { id: ticketId, residentId });
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }

  /** @throws NOT_FOUND also when the ticket belongs to another hall */
  async inHall(hallId: string, ticketId: string): Promise<Ticket> {
    const found = await this.find(hallId, ticketId);
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }

  find(hallId: string, ticketId: string): Promise<Ticket | null> {
    return this.dataSource.manager.findOneBy(Ticket, { id: ticketId, hallId });
  }

  async servedTo(hallId: string, personKeys: readonly string[], first: Day, last: Day): Promise<boolean> {
    const ids = await this.visits.ticketsOf(hallId, personKeys);
    if (ids.length === 0) return false;
    const found = await readPrepared<unknown>(this.dataSource, `SELECT id FROM ticket WHERE id IN (${ids.map(() => '?').join(', ')}) AND hall_id = ? AND state = 'served' AND day >= ? AND day <= ? LIMIT 1`, [...ids, hallId, first, last]);
    return found.length > 0;
  }

  async servedBy(hallId: string, first: Day, last: Day): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ staff_id: string; n: number | string }[]>("SELECT staff_id, COUNT(*) AS n FROM ticket WHERE hall_id = ? AND state = 'served' AND day >= ? AND day <= ? AND staff_id IS NOT NULL GROUP BY staff_id", [hallId, first, last]);
    return new Map(rows.map(({ staff_id, n }) => [staff_id, Number(n)]));
  }

  async peopleServedBy(hallId: string, staffIds: readonly string[], first: Day, last: Day): Promise<string[]> {
    if (staffIds.length === 0) return [];
    const rows = await this.dataSource.query<{ id: string }[]>(`SELECT id FROM ticket WHERE hall_id = ? AND state = 'served' AND day >= ? AND day <= ? AND staff_id IN (${staffIds.map(() => '?').join(', ')})`, [hallId, first, last, ...staffIds]);
    return this.visits.personsOf(rows.map(({ id }) => id));
  }

  async totals(hallId: string, day: Day): Promise<ClassTotals[]> {
    const [counters, counted] = await Promise.all([
      this.dataSource.manager.find(TicketCounter, { where: { hallId, day }, order: { cls: 'ASC' } }),
      this.dataSource.query<{ cls: TicketClass; state: string; n: number | string }[]>('SELECT cls, state, COUNT(*) AS n FROM ticket WHERE hall_id = ? AND day = ? GROUP BY cls, state', [hallId, day]),
    ]);
    return counters.map(({ cls, last }) => {
      const of = (...states: string[]) => counted.reduce((sum, row) => sum + (row.cls === cls && states.includes(row.state) ? Number(row.n) : 0), 0);
      const [served, left, unserved] = [of('served'), of('left'), of('unserved')];
      return { cls, last, served, left, unserved, open: counted.reduce((sum, row) => sum + (row.cls === cls ? Number(row.n) : 0), 0) - served - left - unserved };
    });
  }
}
