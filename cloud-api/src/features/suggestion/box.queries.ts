import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { BOX_OPENING_LABELS, boxOpeningActions } from '@hall/shared/suggestion/box.moves';
import { dayOf } from '@hall/shared/kernel/day';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { BoxOpeningView, EnteredSlipView, SlipBatchView, SuggestionBoxView } from './box.dto.ts';
import { BoxMove, BoxOpening, SlipBatch, SuggestionSlip } from './box.entity.ts';
import { OPENING_SUBJECT } from './box.service.ts';
import { Suggestion } from './suggestion.entity.ts';

const SHOWN = 30;
export const BOX_WEEKDAY = 'suggestion.box-weekday';

/** The box and its slips as staff see them. */
@Injectable()
export class BoxQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  async box(actor: StaffActor): Promise<SuggestionBoxView> {
    const [weekday, openings, batches] = await Promise.all([
      this.halls.setting(actor.hallId, BOX_WEEKDAY), this.dataSource.manager.find(BoxOpening, { where: { hallId: actor.hallId }, order: { plannedFor: 'DESC' }, take: SHOWN }),
      this.dataSource.manager.find(SlipBatch, { where: { hallId: actor.hallId }, order: { batch: 'DESC' }, take: SHOWN }),
    ]);
    return { weekday, openings: await this.openings(actor, openings), batches: await this.batches(actor.hallId, batches) };
  }

  async entered(actor: StaffActor, openingId: string, suggestionId: string): Promise<EnteredSlipView> {
    const [{ number }, slip, opening] = await Promise.all([
      this.dataSource.manager.findOneByOrFail(Suggestion, { id: suggestionId, hallId: actor.hallId }), this.dataSource.manager.findOneBy(SuggestionSlip, { suggestionId }), this.dataSource.manager.findOneByOrFail(BoxOpening, { id: openingId, hallId: actor.hallId }),
    ]);
    return { suggestionId, number, serial: slip?.serial ?? null, entered: opening.entered };
  }

  private async openings(actor: StaffActor, rows: readonly BoxOpening[]): Promise<BoxOpeningView[]> {
    const ids = rows.map(({ id }) => id);
    const [names, owed, moves] = await Promise.all([
      this.people.staffNames(rows.flatMap(({ firstId, secondId }) => [firstId, secondId].filter((id) => id !== null))), this.deadlines.of(OPENING_SUBJECT, ids),
      ids.length === 0 ? [] : this.dataSource.manager.find(BoxMove, { where: { openingId: In(ids) }, order: { movedAt: 'ASC', id: 'ASC' } }),
    ]);
    const today = dayOf(this.clock.now());
    const maySort = actor.permissions.has('suggestion.triage');
    return rows.map((row) => {
      // Of several, the last: whoever put it on another day began another clock.
      const due = (owed.get(row.id) ?? []).findLast(({ state }) => state !== 'dropped');
      const moved = moves.findLast(({ openingId }) => openingId === row.id);
      return {
        id: row.id, plannedFor: row.plannedFor, state: row.state, stateLabel: BOX_OPENING_LABELS[row.state], firstName: row.firstId === null ? null : names.get(row.firstId) ?? null, begunAt: row.begunAt,
        secondName: row.secondId === null ? null : names.get(row.secondId) ?? null, openedAt: row.openedAt, counted: row.counted, entered: row.entered, dueAt: due?.dueAt ?? null, overdue: due?.overdue ?? false, movedFrom: moved?.fromDay ?? null, moveReason: moved?.reason ?? null,
        actions: boxOpeningActions({ ...row, byId: actor.id, today }).filter((action) => action !== 'reschedule' || maySort),
        version: row.version,
      };
    });
  }

  private async batches(hallId: string, rows: readonly SlipBatch[]): Promise<SlipBatchView[]> {
    if (rows.length === 0) return [];
    const [names, used] = await Promise.all([
      this.people.staffNames(rows.map(({ printedBy }) => printedBy)),
      this.dataSource.query('SELECT serial FROM suggestion_slip WHERE hall_id = ? AND suggestion_id IS NOT NULL', [hallId]) as Promise<{ serial: string }[]>,
    ]);
    return rows.map((row) => ({
      id: row.id, batch: row.batch, slips: row.slips, used: used.filter(({ serial }) => Number(serial.slice(0, 3)) === row.batch).length, printedBy: names.get(row.printedBy) ?? '', printedAt: row.printedAt,
    }));
  }
}
