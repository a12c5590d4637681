import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EventKind } from '../../platform/events/event-kind.ts';
import { Listeners } from '../../platform/events/listeners.ts';
import { LiveHub } from '../../platform/realtime/live.hub.ts';
import { Halls } from '../hall/halls.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { BoardQueries } from './board.queries.ts';
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
  ) {}

  onModuleInit(): void {
    this.hub.provide('board', async (rest) => {
      const view = await this.board.view(rest || (await this.halls.defaultHallId()));
      return { version: view.version, state: view };
    });
    this.halls.waitingFrom((hallId) => this.queries.waiting(hallId));
    this.listeners.on(accountsMerged, 'queue.follow-account', async (work, { payload }) => {
      await work.execute('UPDATE ticket SET resident_id = ? WHERE resident_id = ?', [payload.intoResidentId, payload.fromResidentId]);
    });
    for (const event of BOARD_EVENTS as readonly EventKind<{ hallId: string }>[]) {
      this.listeners.on(event, 'queue.board', async (_work, told) => this.board.publishSoon(told.payload.hallId));
    }
  }
}
