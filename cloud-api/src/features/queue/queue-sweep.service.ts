import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SECOND } from '@hall/shared/kernel/day';
import { forgottenStage, type TicketAction } from '@hall/shared/queue/ticket.moves';
import { system } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DomainError } from '../../platform/errors/domain-error.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Halls } from '../hall/halls.ts';
import { BoardVersions } from './board-versions.ts';
import { Estimates } from './estimates.ts';
import { HallRulebook, type HallRules } from './hall-rules.ts';
import { boardAged, ticketFlagged, ticketServing, ticketUnserved, ticketWaiting } from './queue.events.ts';
import { TicketSteps } from './ticket-steps.ts';
import { TicketVisits } from './ticket-visits.ts';
import { Ticket } from './ticket.entity.ts';

const HALL = system('queue.sweep');
/** Open tickets are those with an open key; its unique index holds nobody else. */
const OPEN = "open_key > '' AND hall_id = ?";

interface OpenRow {
  id: string;
  day: string;
  state: Ticket['state'];
  called_at: number | string | null;
  serving_at: number | string | null;
  flagged_at: number | string | null;
}

/** What the hall does by rule, without anybody pressing anything. Every step may be repeated without harm. */
@Injectable()
export class QueueSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly halls: Halls,
    private readonly rulebook: HallRulebook,
    private readonly steps: TicketSteps,
    private readonly visits: TicketVisits,
    private readonly board: BoardVersions,
    private readonly estimates: Estimates,
  ) {}

  /** Calls left alone become services; what nobody closes is reported, later released. */
  async watchWindows(): Promise<void> {
    for (const rules of await this.everyHall()) {
      const now = this.clock.now();
      for (const row of await this.open(rules, "state IN ('called', 'serving')")) {
        const called = row.called_at === null ? now : Number(row.called_at);
        if (row.state === 'called' && now >= called + rules.settings.autoServeSeconds * SECOND) await this.begin(rules, row.id);
        const stage = forgottenStage(row.serving_at === null ? called : Number(row.serving_at), now, rules.settings);
        if (stage === 'release') await this.release(rules, row.id);
        else if (stage === 'flagged' && row.flagged_at === null) await this.flag(rules, row.id);
      }
    }
  }

  /** After closing time everyone who still waits is recorded as not served, and that is published. */
  async closeDay(): Promise<void> {
    for (const today of await this.everyHall()) {
      for (const row of await this.open(today, "state IN ('waiting', 'called', 'parked', 'transferred', 'missed')")) {
        // A ticket of an earlier day is closed whenever it is found, should the evening's sweep have failed.
        const rules = row.day < today.day ? { ...today, open: false } : today;
        if (rules.open) continue;
        if (row.state === 'missed') await this.forgetMissed(rules, row.id);
        else await this.closeWaiting(rules, row.id);
      }
    }
  }

  /** Each minute: promises to those who may step out are renewed, never taken back, and the board's minutes made young again. */
  async renewPromises(): Promise<void> {
    for (const rules of await this.everyHall()) {
      if (!rules.open) continue;
      const { waits } = await this.estimates.of(rules.hallId);
      await this.unitOfWork.run(HALL, async (work) => {
        await this.board.raise(work, rules.hallId);
        for (const [id, { stepOutUntil }] of waits) {
          if (stepOutUntil !== null) await work.execute("UPDATE ticket SET promised_until = ? WHERE id = ? AND state = 'waiting' AND (promised_until IS NULL OR promised_until < ?)", [stepOutUntil, id, stepOutUntil]);
        }
        work.emit(boardAged, { hallId: rules.hallId });
      });
    }
  }

  private closeWaiting(rules: HallRules, id: string): Promise<void> {
    return this.step(rules, id, 'close', async (work, ticket) => {
      await this.visits.abandoned(work, ticket, 'unserved');
      work.emit(ticketUnserved, { ticketId: id, hallId: rules.hallId, residentId: ticket.residentId, reason: 'closing' });
    });
  }

  private begin(rules: HallRules, id: string): Promise<void> {
    return this.inWork(rules, id, async (work, ticket) => {
      await this.steps.serve(work, ticket, 'hall', rules);
      work.emit(ticketServing, { ticketId: id, hallId: rules.hallId });
    });
  }

  private flag(rules: HallRules, id: string): Promise<void> {
    return this.inWork(rules, id, async (work, ticket) => {
      if (ticket.flaggedAt !== null) return;
      await work.change(Ticket, ticket, { flaggedAt: work.now });
      work.audit('ticket.flag', id);
      work.emit(ticketFlagged, { ticketId: id, hallId: rules.hallId, windowId: ticket.windowId, staffId: ticket.staffId });
    });
  }

  private release(rules: HallRules, id: string): Promise<void> {
    return this.step(rules, id, 'release', async (work, ticket) => {
      if (ticket.state === 'waiting') return work.emit(ticketWaiting, { ticketId: id, hallId: rules.hallId, why: 'resumed' });
      await this.visits.abandoned(work, ticket, 'unserved');
      work.emit(ticketUnserved, { ticketId: id, hallId: rules.hallId, residentId: ticket.residentId, reason: 'call-abandoned' });
    });
  }

  private forgetMissed(rules: HallRules, id: string): Promise<void> {
    return this.inWork(rules, id, async (work, ticket) => {
      await work.change(Ticket, ticket, { openKey: null, endedAt: work.now });
      await this.visits.abandoned(work, ticket, 'missed');
      work.audit('ticket.close-missed', id);
    });
  }

  private step(rules: HallRules, id: string, action: TicketAction, then: (work: Work, ticket: Ticket) => Promise<void> | void): Promise<void> {
    return this.inWork(rules, id, async (work, ticket) => {
      await this.steps.take(work, ticket, action, 'hall', rules);
      await then(work, ticket);
    });
  }

  /** Somebody may have moved the ticket since it was listed: then the rule's refusal is right and there is nothing to do. */
  private async inWork(rules: HallRules, id: string, body: (work: Work, ticket: Ticket) => Promise<void>): Promise<void> {
    try {
      await this.unitOfWork.run(HALL, async (work) => body(work, await this.steps.open(work, rules, id)));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async everyHall(): Promise<HallRules[]> {
    return Promise.all((await this.halls.all()).map(({ id }) => this.rulebook.of(id)));
  }

  private open(rules: HallRules, condition: string): Promise<OpenRow[]> {
    return this.dataSource.query(`SELECT id, day, state, called_at, serving_at, flagged_at FROM ticket WHERE ${OPEN} AND ${condition} ORDER BY id`, [rules.hallId]);
  }
}
