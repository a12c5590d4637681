import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { WaitEstimate } from '@hall/shared/queue/estimate.rules';
import { TICKET_CLASSES, TICKET_CLASS_LABELS } from '@hall/shared/queue/queue-settings';
import { Clock } from '../../platform/clock/clock.ts';
import { Settings } from '../../platform/config/settings.ts';
import type { ClassWaitView } from '../hall/hall.dto.ts';
import { Halls } from '../hall/halls.ts';
import type { BoardCallView, BoardView, BoardWindowView, WindowState } from './board.dto.ts';
import { Estimates } from './estimates.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import { settled } from './ticket-steps.ts';
import { Ticket } from './ticket.entity.ts';

/** The last call and the five before it. */
const CALLS_SHOWN = 6;

/** What everybody in the hall may see. */
@Injectable()
export class BoardQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly rulebook: HallRulebook,
    private readonly estimates: Estimates,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** Reads the board anew. `version` must have been read before, so that the state is never older than its number. */
  async read(hallId: string, version: number): Promise<BoardView> {
    const now = this.clock.now();
    const hall = await this.halls.hall(hallId);
    const rules = await this.rulebook.of(hallId);
    const windows = await this.halls.windows(hallId);
    const labels = new Map(windows.map((window) => [window.id, window.label]));
    const calls = await this.calls(rules);
    const leader = await this.halls.leaderToday(hallId);
    const current = new Map((await this.atWindows(rules)).map((ticket) => [ticket.windowInUse!, ticket]));
    return {
      hallId, hallName: hall.name, day: rules.day, version, openState: await this.halls.openState(hallId, now),
      calls: calls.map((ticket) => toBoardCall(settled(ticket, now, rules), labels)),
      waiting: await this.waiting(hallId, version),
      windows: windows.map((window): BoardWindowView => ({ id: window.id, label: window.label, state: windowState(window.state, current.has(window.id)), number: current.get(window.id)?.number ?? null })),
      motto: hall.motto, smile: hall.smile, dutyLeader: leader?.line ?? null, dutyPhotoUrl: leader?.photoUrl ?? null, demo: this.settings.isDemo, serverTime: now,
    };
  }

  /** How many of each class wait, and how long somebody who comes now would. */
  async waiting(hallId: string, version?: number): Promise<ClassWaitView[]> {
    const { counts, newcomers } = await this.estimates.of(hallId, version);
    return TICKET_CLASSES.map((cls) => {
      const estimate: WaitEstimate | undefined = newcomers.get(cls);
      return { cls, label: TICKET_CLASS_LABELS[cls], count: counts.get(cls) ?? 0, lowMinutes: estimate?.lowMinutes ?? null, highMinutes: estimate?.highMinutes ?? null };
    });
  }

  private calls(rules: HallRules): Promise<Ticket[]> {
    return this.dataSource.manager.createQueryBuilder(Ticket, 'ticket').where('ticket.hallId = :hallId AND ticket.day = :day AND ticket.calledAt IS NOT NULL', { hallId: rules.hallId, day: rules.day })
      .andWhere("ticket.state IN ('called', 'serving', 'served')").orderBy('ticket.calledAt', 'DESC').addOrderBy('ticket.id', 'DESC').limit(CALLS_SHOWN).getMany();
  }

  private atWindows(rules: HallRules): Promise<Ticket[]> {
    return this.dataSource.manager.findBy(Ticket, [{ hallId: rules.hallId, day: rules.day, state: 'called' }, { hallId: rules.hallId, day: rules.day, state: 'serving' }]);
  }
}

const toBoardCall = (ticket: Ticket, labels: ReadonlyMap<string, string>): BoardCallView => ({
  number: ticket.number, windowLabel: labels.get(ticket.windowId ?? '') ?? '', maskedName: ticket.maskedName, calledAt: ticket.calledAt!, callCount: ticket.callCount, state: ticket.state,
});

export const windowState = (state: 'closed' | 'open' | 'paused', busy: boolean): WindowState => (busy && state !== 'closed' ? 'serving' : state);
