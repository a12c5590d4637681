import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { MINUTE } from '@hall/shared/kernel/day';
import { AT_WINDOW_STATES, offers, recallsLeft } from '@hall/shared/queue/ticket.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls, type WindowFacts } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { windowState } from './board.queries.ts';
import { BoardVersions } from './board-versions.ts';
import type { DeskTicketView, DeskView, QueueRowView, WindowView } from './desk.dto.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import { QueueRowsReader, type QueueRow } from './queue-rows.reader.ts';
import { clockOfTicket } from './serving.service.ts';
import { factsOf, settled } from './ticket-steps.ts';
import { TicketVisits } from './ticket-visits.ts';
import { Ticket } from './ticket.entity.ts';

/** What a clerk may do with one ticket; `pass` is what `miss` turns into for somebody called before the promised time. */
const FOR_CLERKS = ['recall', 'serve', 'miss', 'park', 'resume', 'done', 'rejoin'];

/** The clerk's desk: the window, the person at it, and who waits. */
@Injectable()
export class DeskQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly halls: Halls,
    private readonly rulebook: HallRulebook,
    private readonly board: BoardVersions,
    private readonly visits: TicketVisits,
    private readonly people: People,
    private readonly rows: QueueRowsReader,
  ) {}

  async windows(actor: StaffActor): Promise<WindowView[]> {
    const rules = await this.rulebook.of(actor.hallId);
    const busy = await this.dataSource.manager.find(Ticket, { select: { id: true, windowInUse: true }, where: { hallId: rules.hallId, day: rules.day, state: In(AT_WINDOW_STATES) } });
    return Promise.all((await this.halls.windows(actor.hallId)).map((window) => this.toWindowView(actor, window, busy.some((ticket) => ticket.windowInUse === window.id))));
  }

  async desk(actor: StaffActor): Promise<DeskView> {
    const boardVersion = await this.board.current(actor.hallId);
    const now = this.clock.now();
    const rules = await this.rulebook.of(actor.hallId);
    const mine = await this.halls.windowOf(actor.id);
    const window = mine && mine.hallId === actor.hallId ? mine : null;
    const current = window && (await this.dataSource.manager.findOneBy(Ticket, { windowInUse: window.id }));
    const names = await this.visits.matterNames();
    const heads = await this.rows.heads(rules);
    const row = (ticket: QueueRow) => toRow(ticket, rules, names, now);
    return {
      window: window && (await this.toWindowView(actor, window, current !== null)), current: current ? await this.toDeskTicket(settled(current, now, rules), rules, names, now) : null,
      queue: heads.waiting.map(row), missed: heads.missed.map(row), parked: heads.parked.map(row),
      servedToday: await this.dataSource.manager.countBy(Ticket, { staffId: actor.id, day: rules.day, state: 'served' }),
      boardVersion, serverTime: now, hallOpen: rules.open,
    };
  }

  private async toWindowView(actor: StaffActor, window: WindowFacts, busy: boolean): Promise<WindowView> {
    return {
      id: window.id, label: window.label, state: windowState(window.state, busy), skills: window.skills,
      clerkName: window.clerkId && (await this.people.staffName(window.clerkId)), mine: window.clerkId === actor.id,
    };
  }

  private async toDeskTicket(ticket: Ticket, rules: HallRules, names: ReadonlyMap<string, string>, now: number): Promise<DeskTicketView> {
    return {
      ...toRow(ticket, rules, names, now), callCount: ticket.callCount, recallsLeft: recallsLeft(ticket.callCount, rules.settings), calledAt: ticket.calledAt, servingSince: ticket.servingAt, clockLimitSeconds: rules.settings.clockLimitSeconds,
      parkedSeconds: clockOfTicket(ticket, now, rules).parkedSeconds, bookingReference: ticket.bookingReference, personMaskedCitizenId: ticket.maskedCitizenId, matters: (await this.visits.views([ticket])).get(ticket.id) ?? [],
    };
  }
}

function toRow(ticket: QueueRow, rules: HallRules, names: ReadonlyMap<string, string>, now: number): QueueRowView {
  const actions = offers(factsOf(ticket, 'clerk', rules), now).map((action) => (action === 'pass' ? 'miss' : action));
  return {
    id: ticket.id, number: ticket.number, cls: ticket.cls, maskedName: ticket.maskedName, matterNames: ticket.scope.map(({ matterId }) => names.get(matterId) ?? matterId), ready: ticket.ready,
    eligibleAt: ticket.eligibleAt, dueAt: ticket.dueAt, state: ticket.state, waitedMinutes: Math.floor((now - ticket.takenAt) / MINUTE),
    actions: [...new Set(actions)].filter((action) => FOR_CLERKS.includes(action)), version: ticket.version,
  };
}
