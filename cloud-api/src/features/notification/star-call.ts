import { Injectable, type OnModuleInit } from '@nestjs/common';
import { monthLabel } from '@hall/shared/star/star.rules';
import { defineEvent } from '../../platform/events/event-kind.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { starOpened } from '../star/star.events.ts';
import { AT_ONCE, MessageBudget } from './message-budget.ts';
import { timeWords } from './message-facts.ts';
import { NotificationRoom } from './notification.room.ts';
import { Templates } from './templates.ts';

interface Calling { roundId: string; hallId: string; month: string; opensAt: number }
/** Those behind a place are still to be told. */
const starCallGoesOn = defineEvent<Calling & { after: string }>('notification.star-call-goes-on');

/** Tells those who asked for it that votes are taken, once for each asking. Whoever did not ask is left in peace. */
@Injectable()
export class StarCall implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly room: NotificationRoom,
    private readonly budget: MessageBudget,
    private readonly templates: Templates,
  ) {}

  onModuleInit(): void {
    this.listeners.on(starOpened, 'notification.starOpened', (work, { payload }) => this.tell(work, payload, ''));
    this.listeners.on(starCallGoesOn, 'notification.starCallGoesOn', (work, { payload: { after, ...calling } }) => this.tell(work, calling, after));
  }

  private async tell(work: Work, calling: Calling, after: string): Promise<void> {
    const { roundId, hallId, month, opensAt } = calling;
    const people = await this.budget.wishing(work, 'star', after);
    const facts = { title: `${monthLabel(month)}服务标兵评选`, time: timeWords(opensAt) };
    for (const to of people) {
      await this.room.tell(work, { kind: 'starOpened', hallId, to, id: roundId, onceKey: `star:${roundId}:opened:${to}`, facts: async () => facts });
      // What goes out by WeChat spends its own; the inbox alone must not be told of every round for one asking.
      if (!this.templates.of('star')) await this.budget.spend(work, to, 'star');
    }
    if (people.length === AT_ONCE) work.emit(starCallGoesOn, { ...calling, after: people.at(-1)! });
  }
}
