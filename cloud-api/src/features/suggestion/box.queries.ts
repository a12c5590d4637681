import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BOX_OPENING_LABELS, boxOpeningActions } from '@hall/shared/suggestion/box.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { BoxOpeningView, EnteredSlipView, SlipBatchView, SuggestionBoxView } from './box.dto.ts';
import { BoxOpening, SlipBatch, SuggestionSlip } from './box.entity.ts';
import { OPENING_SUBJECT } from './box.service.ts';
import { Suggestion } from './suggestion.entity.ts';

const SHOWN = 30;
/** Friday, when the hall has set none. */
export const USUAL_WEEKDAY = 5;
export const BOX_WEEKDAY = 'suggestion.box-weekday';

/** The box and its slips as staff see them. */
@Injectable()
export class BoxQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly deadlines: Deadlines,
  ) {}

  async box(actor: StaffActor): Promise<SuggestionBoxView> {
    const [weekday, openings, batches] = await Promise.all([
      this.halls.setting(actor.hallId, BOX_WEEKDAY, USUAL_WEEKDAY), this.dataSource.manager.find(BoxOpening, { where: { hallId: actor.hallId }, order: { plannedFor: 'DESC' }, take: SHOWN }),
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
    const [names, owed] = await Promise.all([this.people.staffNames(rows.flatMap(({ firstId, secondId }) => [firstId, secondId].filter((id) => id !== null))), this.deadlines.of(OPENING_SUBJECT, rows.map(({ id }) => id))]);
    return rows.map((row) => {
      const [due] = owed.get(row.id) ?? [];
      return {
        id: row.id, plannedFor: row.plannedFor, state: row.state, stateLabel: BOX_OPENING_LABELS[row.state], firstName: row.firstId === null ? null : names.get(row.firstId) ?? null, begunAt: row.begunAt,
        secondName: row.secondId === null ? null : names.get(row.secondId) ?? null, openedAt: row.openedAt, counted: row.counted, entered: row.entered, dueAt: due?.dueAt ?? null, overdue: due?.overdue ?? false, actions: boxOpeningActions({ ...row, byId: actor.id }),
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
