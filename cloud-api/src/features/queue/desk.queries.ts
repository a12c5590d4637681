import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { MINUTE } from '@hall/shared/kernel/day';
import { canServe, nextFor } from '@hall/shared/queue/order.rules';
import { AT_WINDOW_STATES, offers, recallsLeft } from '@hall/shared/queue/ticket.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls, type WindowFacts } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { windowState } from './board.queries.ts';
import { BoardVersions } from './board-versions.ts';
import type { DeskTicketView, DeskView, QueueRowView, WindowView } from './desk.dto.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import { NextTicket } from './next-ticket.ts';
import { QueueRowsReader, ROWS_SHOWN, type QueueRow } from './queue-rows.reader.ts';
import { clockOfTicket } from './serving.service.ts';
import { factsOf, settled } from './ticket-steps.ts';
import { TicketVisits } from './ticket-visits.ts';
import { Ticket } from './ticket.entity.ts';
import { skillsOf } from './tickets.ts';

/** What a clerk may do with one ticket; `pass` is what `miss` turns into for somebody called before the promised time. */
const FOR_CLERKS = ['recall', 'serve', 'miss', 'park', 'resume', 'done', 'rejoin'];

/** Who came without saying a name. To the clerk nobody is “本人”. */
const NOBODY_SAID = '还没登记姓名';

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
    private readonly nextTicket: NextTicket,
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
    const skills = window?.skills ?? [];
    const row = (ticket: QueueRow) => toRow(ticket, skills, rules, names, now);
    const next = window && (await this.next(rules, skills, heads.waiting, now));
    return {
      window: window && (await this.toWindowView(actor, window, current !== null)), current: current ? await this.toDeskTicket(settled(current, now, rules), skills, rules, names, now) : null,
      next: next && row(next), queue: heads.waiting.map(row), missed: heads.missed.map(row), parked: heads.parked.map(row),
      servedToday: await this.dataSource.manager.countBy(Ticket, { staffId: actor.id, day: rules.day, state: 'served' }),
      boardVersion, serverTime: now, hallOpen: rules.open,
    };
  }

  /**
   * Whom the window would call now. The rows shown answer it nearly always; only a line longer than they are, of which
   * they hold nobody due here, is asked the way the call itself asks.
   */
  private async next(rules: HallRules, skills: readonly string[], waiting: readonly QueueRow[], now: number): Promise<QueueRow | null> {
    const shown = nextFor(skills, waiting.map((row) => ({ ...row, skills: skillsOf(row.lane) })), now);
    if (waiting.length < ROWS_SHOWN || (shown && shown.eligibleAt <= now)) return shown;
    const reader = { now, rows: <T>(sql: string, values: unknown[]): Promise<T[]> => this.dataSource.query(sql, values) };
    const found = await this.nextTicket.find(reader, rules.hallId, rules.day, skills);
    return found && this.dataSource.manager.findOneBy(Ticket, { id: found.id });
  }

  private async toWindowView(actor: StaffActor, window: WindowFacts, busy: boolean): Promise<WindowView> {
    return {
      id: window.id, label: window.label, state: windowState(window.state, busy), skills: window.skills,
      clerkName: window.clerkId && (await this.people.staffName(window.clerkId)), mine: window.clerkId === actor.id,
    };
  }

  private async toDeskTicket(ticket: Ticket, skills: readonly string[], rules: HallRules, names: ReadonlyMap<string, string>, now: number): Promise<DeskTicketView> {
    const { runningSeconds, parkedSeconds } = clockOfTicket(ticket, now, rules);
    return {
      ...toRow(ticket, skills, rules, names, now), callCount: ticket.callCount, recallsLeft: recallsLeft(ticket.callCount, rules.settings), calledAt: ticket.calledAt, servingSince: ticket.servingAt, clockLimitSeconds: rules.settings.clockLimitSeconds,
      runningSeconds, parkedSeconds, bookingReference: ticket.bookingReference, personMaskedCitizenId: ticket.maskedCitizenId, matters: (await this.visits.views([ticket], NOBODY_SAID)).get(ticket.id) ?? [],
    };
  }
}

function toRow(ticket: QueueRow, skills: readonly string[], rules: HallRules, names: ReadonlyMap<string, string>, now: number): QueueRowView {
  const actions = offers(factsOf(ticket, 'clerk', rules), now).map((action) => (action === 'pass' ? 'miss' : action));
  return {
    id: ticket.id, number: ticket.number, cls: ticket.cls, maskedName: ticket.maskedName, matterNames: ticket.scope.map(({ matterId }) => names.get(matterId) ?? matterId), ready: ticket.ready, forMyWindow: canServe(skills, { skills: skillsOf(ticket.lane) }),
    eligibleAt: ticket.eligibleAt, dueAt: ticket.dueAt, state: ticket.state, waitedMinutes: Math.floor((now - ticket.takenAt) / MINUTE),
    actions: [...new Set(actions)].filter((action) => FOR_CLERKS.includes(action)), version: ticket.version,
  };
}
