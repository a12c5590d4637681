import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MEASURABLE_EVENTS } from '@hall/shared/commitment/measurable-events';
import { SECOND } from '@hall/shared/kernel/day';
import { Ledger } from '../ledger/ledger.ts';
import type { VisitRecord } from '../queue/queue-tickets.ts';
import { MeasuredFact } from './commitment.entity.ts';
import type { ParkedView, RecordedStepView, VisitProofView } from './dispute.dto.ts';
import { ledgerKeyOf } from './measured-facts.ts';

export interface VisitTimes {
  steps: RecordedStepView[];
  parked: ParkedView[];
  serviceSeconds: number | null;
  parkedSeconds: number;
}

const OVER: readonly string[] = ['visit.served', 'visit.left', 'visit.unserved'];

/** The times of one visit as the ledger has them: what was said there, not what a screen remembers. */
@Injectable()
export class VisitTimesReader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: Ledger,
  ) {}

  /** The oldest first. */
  facts(ticketId: string): Promise<MeasuredFact[]> {
    return this.dataSource.manager.find(MeasuredFact, { where: { subjectKind: 'visit', subjectId: ticketId }, order: { at: 'ASC', id: 'ASC' } });
  }

  timesOf(visit: Pick<VisitRecord, 'parked'>, facts: readonly MeasuredFact[]): VisitTimes {
    const called = facts.find(({ event }) => event === 'visit.called')?.at ?? null;
    const served = facts.find(({ event }) => event === 'visit.served')?.at ?? null;
    const until = served ?? Infinity;
    const parked = visit.parked.filter(({ from, to }) => called !== null && (to ?? Infinity) > called && from < until);
    const aside = parked.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to ?? (served ?? from), until) - Math.max(from, called ?? from)), 0);
    return {
      steps: facts.map(({ event, at }) => ({ event, label: MEASURABLE_EVENTS[event].label, at })), parked: parked.map(({ from, to }) => ({ from, to })),
      serviceSeconds: called === null || served === null ? null : Math.max(0, Math.round((served - called - aside) / SECOND)), parkedSeconds: Math.round(aside / SECOND),
    };
  }

  isOver(facts: readonly MeasuredFact[]): boolean {
    return facts.some(({ event }) => OVER.includes(event));
  }

  /** Where the visit stands in the ledger; null while its entry has no place yet, and once its tie to the ledger was cut. */
  async proof({ id, hallId, day, number }: VisitRecord, facts: readonly MeasuredFact[]): Promise<VisitProofView | null> {
    const taken = facts.find(({ event }) => event === 'visit.taken');
    const code = (await this.ledger.codes(hallId, 'visit', [id])).get(id);
    const entry = taken ? await this.ledger.placed(hallId, ledgerKeyOf(taken.factKey)) : null;
    return code && entry ? { ...entry, salt: code.salt, sealed: { day, number } } : null;
  }
}
