import { Injectable } from '@nestjs/common';
import type { CommitmentView } from './commitment.dto.ts';
import { CommitmentQueries } from './commitment.queries.ts';

/** What other rooms may know of promises: their published wordings, with the figures as they were last sealed. */
@Injectable()
export class Commitments {
  constructor(private readonly queries: CommitmentQueries) {}

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
}
