import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Listeners } from '../../platform/events/listeners.ts';
import { deadlineMet, deadlineMoved, deadlineOverdue } from '../deadlines/deadlines.events.ts';
import { accountsMerged } from '../identity/identity.events.ts';
import { FUND_SUBJECT } from './fund.service.ts';
import { RELAY_SUBJECT } from './relay.service.ts';
import { TimelyFigures } from './relays.figures.ts';

@Injectable()
export class RelaysListeners implements OnModuleInit {
  constructor(
    private readonly listeners: Listeners,
    private readonly figures: TimelyFigures,
  ) {}

  onModuleInit(): void {
    this.listeners.on(deadlineMet, 'relays.count-met', (work, { payload }) => this.figures.take(work, payload, payload.late));
    this.listeners.on(deadlineOverdue, 'relays.count-overdue', (work, { payload }) => this.figures.take(work, payload, true));
    // Computed at last, or put off: the day we show is the deadline's.
    this.listeners.on(deadlineMoved, 'relays.follow-deadline', async (work, { payload: { subjectKind, subjectId, step, dueAt } }) => {
      if (subjectKind === RELAY_SUBJECT) await work.execute('UPDATE relay_receipt SET due_at = ? WHERE relay_id = ? AND staff_id = ?', [dueAt, subjectId, step]);
      if (subjectKind === FUND_SUBJECT && dueAt !== null) await work.execute('UPDATE fund_batch SET due_by = ? WHERE id = ?', [dueAt, subjectId]);
    });
    this.listeners.on(accountsMerged, 'relays.follow-merge', async (work, { payload: { fromResidentId, intoResidentId } }) => {
      await work.execute('UPDATE rights_case SET resident_id = ? WHERE resident_id = ?', [intoResidentId, fromResidentId]);
    });
  }
}
