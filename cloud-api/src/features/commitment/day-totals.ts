import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Day } from '@hall/shared/kernel/day';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { Ledger } from '../ledger/ledger.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import { CalendarFollowing } from './calendar-following.ts';

/** What belongs to every day that is sealed: how many came and how their visits ended, what the codes of rooms mean, the calendar. */
@Injectable()
export class DayTotals implements OnModuleInit {
  constructor(
    private readonly ledger: Ledger,
    private readonly halls: Halls,
    private readonly tickets: QueueTickets,
    private readonly calendar: CalendarFollowing,
  ) {}

  onModuleInit(): void {
    this.ledger.beforeSealing((work, hallId, day) => this.say(work, hallId, day));
  }

  private async say(work: Work, hallId: string, day: Day): Promise<void> {
    await this.calendar.follow(work, hallId);
    const { departments, windows } = await this.halls.roomsOn(hallId, day);
    for (const [kind, holders] of [['department', departments], ['window', windows]] as const) {
      for (const { id, name } of holders) await this.ledger.say(work, { hallId, key: `holder:${kind}:${id}:${name}`, kind: 'holder.named', body: { kind, code: await this.ledger.codeOf(work, hallId, kind, id), name } });
    }
    const classes = await this.tickets.totals(hallId, day);
    await this.ledger.say(work, { hallId, key: `totals:${day}`, kind: 'day.totals', day, body: { day, classes: classes.map((each) => ({ ...each })) } });
  }
}
