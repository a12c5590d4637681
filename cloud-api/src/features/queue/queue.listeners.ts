import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../platform/events/event-kind.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import { LiveHub } from '../../platform/realtime/live.hub.ts';
import { Halls } from '../hall/halls.ts';
import { houseChanged } from '../hall/house.events.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { BoardQueries } from './board.queries.ts';
import { BoardVersions } from './board-versions.ts';
import { LiveBoard } from './live-board.ts';
import { BOARD_EVENTS } from './queue.events.ts';

/** Whatever moves in the queue is told to those who watch the board. */
@Injectable()
export class QueueListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly hub: LiveHub,
    private readonly halls: Halls,
    private readonly board: LiveBoard,
    private readonly queries: BoardQueries,
    private readonly versions: BoardVersions,
  ) {}

  onModuleInit(): void {
    this.hub.provide('board', async (rest) => {
      const view = await this.board.view(rest || (await this.halls.defaultHallId()));
      return { version: view.version, state: view };
    });
    this.halls.waitingFrom((hallId) => this.queries.waiting(hallId));
    // What the hall decided about its counters is news for whoever watches the board.
    this.listeners.on(houseChanged, 'queue.house', async (work, { payload }) => {
      await this.versions.raise(work, payload.hallId);
      await this.board.publishSoon(payload.hallId);
    });
    this.listeners.on(accountsMerged, 'queue.follow-account', async (work, { payload }) => {
      await work.execute('UPDATE ticket SET resident_id = ? WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
    });
    for (const event of BOARD_EVENTS as readonly EventKind<{ hallId: string }>[]) {
      this.listeners.on(event, 'queue.board', async (_work, told) => this.board.publishSoon(told.payload.hallId));
    }
  }
}
