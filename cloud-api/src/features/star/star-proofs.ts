import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { DataSource } from 'typeorm';
import { ballotLevels, proofInLevels } from '@hall/shared/star/ballot.rules';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { StarProofView } from './star.dto.ts';
import { StarBallot, StarRound } from './star.entity.ts';
import { starErrors } from './star.errors.ts';

interface Tree { levels: string[][]; places: Map<string, number> }

/** Proves of a ballot that it was counted. Which one is asked for is written down nowhere. */
@Injectable()
export class StarProofs {
  /** A counted round never changes again, and its tree takes a tenth of a second to build. */
  private readonly trees = new LRUCache<string, Tree>({ max: 3 });

  constructor(
    private readonly dataSource: DataSource,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws STAR_BALLOT_UNKNOWN, STAR_NOT_COUNTED_YET */
  async of(ballotId: string): Promise<StarProofView> {
    const ballot = await this.dataSource.manager.findOneBy(StarBallot, { id: ballotId });
    if (!ballot) throw starErrors.STAR_BALLOT_UNKNOWN();
    const round = await this.dataSource.manager.findOneByOrFail(StarRound, { id: ballot.roundId });
    if (round.root === null) throw starErrors.STAR_NOT_COUNTED_YET();
    const { levels, places } = await this.treeOf(round);
    return { round: round.code!, ballot: ballot.id, choice: ballot.choice, root: round.root, ballots: round.ballots!, proof: proofInLevels(levels, places.get(ballot.id)!) };
  }

  private async treeOf({ id, code }: StarRound): Promise<Tree> {
    const known = this.trees.get(id);
    if (known) return known;
    const rows = await this.dataSource.query<{ id: string; choice: string }[]>('SELECT id, choice FROM star_ballot WHERE round_id = ?', [id]);
    const ballots = rows.map((row) => ({ round: code!, ballot: row.id, choice: row.choice })).sort((a, b) => (a.ballot < b.ballot ? -1 : 1));
    const tree = { levels: ballotLevels((text) => this.crypto.hash(text), ballots), places: new Map(ballots.map(({ ballot }, at) => [ballot, at])) };
    this.trees.set(id, tree);
    return tree;
  }
}
