import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Ticket } from './ticket.entity.ts';

/** Finds tickets for those who may see them. Reads only, outside any unit of work. */
@Injectable()
export class TicketLookup {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws NOT_FOUND also when the ticket belongs to somebody else */
  async ofResident(residentId: string, ticketId: string): Promise<Ticket> {
    const found = await this.dataSource.manager.findOneBy(Ticket, { id: ticketId, residentId });
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }

  /** @throws NOT_FOUND also when the ticket belongs to another hall */
  async inHall(hallId: string, ticketId: string): Promise<Ticket> {
    const found = await this.dataSource.manager.findOneBy(Ticket, { id: ticketId, hallId });
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }
}
