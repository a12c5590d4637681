import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '@hall/shared/kernel/day';
import { spreadStep } from '@hall/shared/commitment/figures.rules';
import { fulfilmentsOf, settledAt, type Fulfilment } from '@hall/shared/commitment/fulfilment.rules';
import { subjectKindOf, type SubjectKind } from '@hall/shared/commitment/measurable-events';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { CommitmentVersion, FulfilmentRow, MeasuredFact } from './commitment.entity.ts';
import { commitmentBroken } from './commitment.events.ts';
import { PublishedCalendar } from './published-calendar.ts';

/** Whether the promise was in force on the day the time began: later wordings never judge what began before. */
export const governs = ({ inForceFrom, inForceTo }: Pick<CommitmentVersion, 'inForceFrom' | 'inForceTo'>, openedOn: Day): boolean =>
  inForceFrom !== null && inForceFrom <= openedOn && (inForceTo === null || openedOn <= inForceTo);

/** For promises by the minute, which ask for none. */
const NO_CALENDAR = { coveredYears: [], holidays: {}, extraWorkdays: {} };

/** Keeps what each promise says of a subject in step with the facts. Everything is computed anew from them, so their order does not matter. */
@Injectable()
export class Fulfilments {
  constructor(private readonly calendar: PublishedCalendar) {}

  /** Looks anew at one subject, under every promise about its kind. */
  async follow(work: Work, hallId: string, subjectKind: SubjectKind, subjectId: string): Promise<void> {
    const versions = (await work.find(CommitmentVersion, { hallId, state: 'published' })).filter(({ rule }) => subjectKindOf(rule.from) === subjectKind);
    if (versions.length === 0) return;
    const facts = await work.find(MeasuredFact, { subjectKind, subjectId });
    const calendar = versions.some(({ rule }) => rule.clock === 'working-days') ? await this.calendar.of(work, hallId) : NO_CALENDAR;
    for (const version of versions) {
      const found = fulfilmentsOf(version.rule, calendar, facts).filter(({ openedAt }) => governs(version, dayOf(openedAt)));
      await this.keep(work, version, subjectId, found);
    }
  }

  private async keep(work: Work, version: CommitmentVersion, subjectId: string, found: readonly Fulfilment[]): Promise<void> {
    const standing = await work.find(FulfilmentRow, { commitmentVersionId: version.id, subjectId });
    for (const each of found) {
      const settled = settledAt(each);
      const values = {
        openedAt: each.openedAt, dueAt: each.dueAt, closedAt: each.closedAt, endedAt: each.endedAt, settlesOn: settled === null ? null : dayOf(settled), spreadStep: spreadStep(version.rule, each), took: each.took,
        staffId: each.attributes.staff ?? null, windowId: each.attributes.window ?? null, departmentId: each.attributes.department ?? null,
      };
      const row = standing.find(({ ordinal }) => ordinal === each.ordinal);
      if (row) await work.manager.update(FulfilmentRow, { id: row.id }, values);
      else await work.add(FulfilmentRow, { id: newId(), hallId: version.hallId, commitmentVersionId: version.id, subjectId, ordinal: each.ordinal, ...values, excludedAt: null });
      const brokeNow = each.dueAt !== null && (each.closedAt ?? each.endedAt ?? 0) > each.dueAt && !(row && row.dueAt !== null && (row.closedAt ?? row.endedAt ?? 0) > row.dueAt);
      if (brokeNow) work.emit(commitmentBroken, { hallId: version.hallId, commitmentId: version.commitmentId, subjectId, staffId: values.staffId });
    }
    // A fact that came late can show that what looked like two times was one.
    for (const row of standing.filter(({ ordinal }) => !found.some((each) => each.ordinal === ordinal))) await work.execute('DELETE FROM fulfilment WHERE id = ?', [row.id]);
  }
}
