import { Injectable } from '@nestjs/common';
import type { FigurePeriod } from '@hall/shared/commitment/figures.rules';
import type { CommitmentView } from './commitment.dto.ts';
import { CommitmentQueries } from './commitment.queries.ts';
import { OwnRates, type OwnRate } from './own-rates.ts';

/** What other rooms may know of promises: their published wordings, with the figures as they were last sealed. */
@Injectable()
export class Commitments {
  constructor(
    private readonly queries: CommitmentQueries,
    private readonly rates: OwnRates,
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
}
