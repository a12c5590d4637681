import { Injectable } from '@nestjs/common';
import type { Fact } from '@hall/shared/commitment/fulfilment.rules';
import type { MeasurableEvent } from '@hall/shared/commitment/measurable-events';
import type { Day } from '@hall/shared/kernel/day';
import type { FigurePeriod } from '@hall/shared/commitment/figures.rules';
import type { CommitmentView } from './commitment.dto.ts';
import { CommitmentQueries } from './commitment.queries.ts';
import { VisitFacts } from './visit-facts.ts';
import { CommitmentSums, type PromiseCourse } from './commitment-sums.ts';
import { OwnRates, type OwnRate } from './own-rates.ts';

export { addOutcomes, type Outcomes, type PromiseCourse } from './commitment-sums.ts';

/** What other rooms may know of promises: their published wordings, with the figures as they were last sealed. */
@Injectable()
export class Commitments {
  constructor(
    private readonly queries: CommitmentQueries,
    private readonly visits: VisitFacts,
    private readonly rates: OwnRates,
    private readonly sums: CommitmentSums,
  ) {}

  /** All that the hall, its departments and its people have published, in the order of the hall's list. @throws NOT_FOUND when there is no such hall */
  published(hallId: string): Promise<CommitmentView[]> {
    return this.queries.published(hallId);
  }

  /** Those of each department or person, by the holder's id. */
  byHolder(hallId: string): Promise<Map<string, CommitmentView[]>> {
    return this.queries.byHolder(hallId);
  }

  /** What this department or person has published. */
  ofHolder(hallId: string, holderKind: 'department' | 'person', holderId: string): Promise<CommitmentView[]> {
    return this.queries.ofHolder(hallId, holderKind, holderId);
  }

  /** What each member of staff's own visits say of the hall's promise from the call to the end of the service; who has nothing judged is left out. */
  ownRates(hallId: string, period: FigurePeriod): Promise<Map<string, OwnRate>> {
    return this.rates.of(hallId, period);
  }

  /** What each promise came to, day by day, as it stands now. */
  byDay(hallId: string, first: Day, last: Day): Promise<PromiseCourse[]> {
    return this.sums.byDay(hallId, first, last);
  }

  /** The same by the month, as it was last published; each month under its first day. */
  byMonth(hallId: string, first: Day, last: Day): Promise<PromiseCourse[]> {
    return this.sums.byMonth(hallId, first, last);
  }

  /** How often each of these happened, day by day. Only for events that are kept by the day. */
  factsByDay(hallId: string, events: readonly MeasurableEvent[], first: Day, last: Day): Promise<{ day: Day; event: MeasurableEvent; count: number }[]> {
    return this.sums.factsByDay(hallId, events, first, last);
  }

  /** What happened in each visit of these days, with the house's own ids, as the ledger has it under its names. */
  visitFacts(hallId: string, first: Day, last: Day): Promise<Fact[][]> {
    return this.visits.between(hallId, first, last);
  }
}
