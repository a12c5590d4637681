import { Injectable } from '@nestjs/common';
import { visitorDays } from '@hall/shared/appraisal/appraisal.rules';
import type { Day } from '@hall/shared/kernel/day';
import { People } from '../identity/people.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';

/** Who could be asked about a department. */
@Injectable()
export class AppraisalPeople {
  constructor(
    private readonly people: People,
    private readonly tickets: QueueTickets,
  ) {}

  /** Everybody served by whoever works in the department, in the days that count up to `today`, who has proven an account theirs: its id by the index of their ID. */
  async of(hallId: string, departmentId: string, today: Day): Promise<Map<string, string>> {
    const staff = (await this.people.staffOf(hallId)).filter((one) => one.departmentId === departmentId).map(({ id }) => id);
    const { first, last } = visitorDays(today);
    return this.people.verifiedAccounts(await this.tickets.peopleServedBy(hallId, staff, first, last));
  }
}
