import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { daysOfMonth, type StarMonth } from '@hall/shared/star/star.rules';
import { Commitments } from '../commitment/commitments.ts';
import { People } from '../identity/people.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import type { StarNomineeView } from './star.dto.ts';
import { StarCandidate } from './star.entity.ts';

/** What is known of the month of everybody who could be nominated: counted, never typed. */
@Injectable()
export class StarFigures {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly tickets: QueueTickets,
    private readonly commitments: Commitments,
  ) {}

  /** Everybody who works in the hall, those who served most first. */
  async of(hallId: string, month: StarMonth): Promise<StarNomineeView[]> {
    const { first, last } = daysOfMonth(month);
    const [staff, served, rates] = await Promise.all([this.people.staffOf(hallId), this.tickets.servedBy(hallId, first, last), this.commitments.ownRates(hallId, month)]);
    const honours = await this.honours(staff.map(({ id }) => id));
    return staff
      .map(({ id, name, post, badgeNumber, photoUrl }) => ({ staffId: id, name, post, badgeNumber, photoUrl, served: served.get(id) ?? 0, judged: rates.get(id)?.judged ?? 0, rate: rates.get(id)?.rate ?? null, honours: honours.get(id) ?? 0 }))
      .sort((a, b) => b.served - a.served);
  }

  private async honours(staffIds: readonly string[]): Promise<Map<string, number>> {
    const won = staffIds.length === 0 ? [] : await this.dataSource.manager.findBy(StarCandidate, { staffId: In([...staffIds]), star: true });
    return won.reduce((count, { staffId }) => count.set(staffId, (count.get(staffId) ?? 0) + 1), new Map<string, number>());
  }
}
