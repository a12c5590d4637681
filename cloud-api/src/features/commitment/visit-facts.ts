import { Injectable } from '@nestjs/common';
import type { Attributes } from '@hall/shared/commitment/commitment.rules';
import type { Fact } from '@hall/shared/commitment/fulfilment.rules';
import { MEASURABLE_EVENTS, subjectKindOf, type MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import { addDays, startOfDay, type Day } from '@hall/shared/kernel/day';
import { DataSource } from 'typeorm';

const OF_VISITS = (Object.keys(MEASURABLE_EVENTS) as MeasurableEvent[]).filter((event) => subjectKindOf(event) === 'visit');

/** What happened at the windows, visit by visit, for whoever counts it by another rule than a promise. */
@Injectable()
export class VisitFacts {
  constructor(private readonly dataSource: DataSource) {}

  async between(hallId: string, first: Day, last: Day): Promise<Fact[][]> {
    const rows = await this.dataSource.query<{ subject_id: string; event: MeasurableEvent; at: number | string; attributes: string }[]>(
      `SELECT subject_id, event, at, attributes FROM measured_fact WHERE hall_id = ? AND event IN (${OF_VISITS.map(() => '?').join(', ')}) AND at >= ? AND at < ?`, [hallId, ...OF_VISITS, startOfDay(first), startOfDay(addDays(last, 1))]);
    const visits = new Map<string, Fact[]>();
    for (const { subject_id, event, at, attributes } of rows) {
      const facts = visits.get(subject_id) ?? [];
      facts.push({ event, at: Number(at), attributes: JSON.parse(attributes) as Attributes });
      visits.set(subject_id, facts);
    }
    return [...visits.values()];
  }
}
