import { Injectable } from '@nestjs/common';
import { clockOf, dayOf, type Instant } from '@hall/shared/kernel/day';
import { DomainError } from '../../platform/errors/domain-error.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Activities } from '../activity/activities.ts';
import { Visits } from '../booking/visits.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Cases } from '../enrolment/cases.ts';
import { Halls } from '../hall/halls.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import type { Facts } from './message-kind.ts';

/** `2026年11月23日 09:30`, as WeChat's time fields want it. */
export const timeWords = (at: Instant): string => {
  const [year, month, date] = dayOf(at).split('-').map(Number);
  return `${year}年${month}月${date}日 ${clockOf(at)}`;
};

/** What is gone meanwhile leaves a message without that fact, not without the message. */
async function orNothing(read: () => Promise<Facts>): Promise<Facts> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DomainError && error.status === 404) return {};
    throw error;
  }
}

/** Looks up what a message names: the matter, the time, the window. Nothing of it tells who the person is. */
@Injectable()
export class MessageFacts {
  constructor(
    private readonly halls: Halls,
    private readonly cases: Cases,
    private readonly visits: Visits,
    private readonly tickets: QueueTickets,
    private readonly deadlines: Deadlines,
    private readonly activities: Activities,
  ) {}

  /** Of a case: `matter`, `time` (now). */
  ofCase(work: Work, applicationId: string): Promise<Facts> {
    return orNothing(async () => ({ time: timeWords(work.now), matter: await this.matterName((await this.cases.facts(applicationId)).matterId) }));
  }

  /** Of a booking: `matter`, `time` of its slot, `place`. */
  ofVisit(work: Work, bookingId: string): Promise<Facts> {
    return orNothing(async () => {
      const visit = await this.visits.find(work, { bookingId });
      return { matter: await this.matterName(visit.matters[0]!.matterId), time: timeWords(visit.slotStart), place: (await this.halls.hall(visit.hallId)).name };
    });
  }

  /** Of a ticket: `number`, `window`, `place`. */
  ofTicket(hallId: string, ticketId: string): Promise<Facts> {
    return orNothing(async () => {
      const ticket = await this.tickets.printed(hallId, ticketId);
      return { number: ticket.number, window: ticket.windowLabel ?? '见票面', place: (await this.halls.hall(hallId)).name };
    });
  }

  /** Of an activity: `matter` (its title), `time` of its beginning, `place`. */
  ofActivity(activityId: string): Promise<Facts> {
    return orNothing(async () => {
      const { title, startsAt, place } = await this.activities.facts(activityId);
      return { matter: title, time: timeWords(startsAt), place };
    });
  }

  /** Of something owed: `title`, and `time` when it is due. */
  ofDeadline({ deadlineId, subjectKind, subjectId }: { deadlineId: string; subjectKind: string; subjectId: string }): Promise<Facts> {
    return orNothing(async () => {
      const found = (await this.deadlines.of(subjectKind, [subjectId])).get(subjectId)?.find((deadline) => deadline.id === deadlineId);
      return found ? { title: found.title, ...(found.dueAt === null ? {} : { time: timeWords(found.dueAt) }) } : {};
    });
  }

  /** Of something staff are asked to do: `title`, `time` (now). */
  ofTask(work: Work, title: string): Facts {
    return { title, time: timeWords(work.now) };
  }

  private async matterName(matterId: string): Promise<string> {
    return (await this.tickets.matterNames([matterId]))[0]!;
  }
}
