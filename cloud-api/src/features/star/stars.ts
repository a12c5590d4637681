import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { monthLabel } from '@hall/shared/star/star.rules';
import type { StarOnShowView, StarReceiptView } from './star.dto.ts';
import { StarCandidate, StarRound } from './star.entity.ts';
import { StarBallots } from './star-ballots.service.ts';
import { StarQueries, type PortraitsShown } from './star.queries.ts';

export interface StarHonour { staffId: string; roundId: string; month: string; at: number }

/** What later rooms may know of the service star, and do with it. */
@Injectable()
export class Stars {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: StarQueries,
    private readonly ballots: StarBallots,
  ) {}

  /** Tells whose portrait its person wants shown; candidates and stars are shown with no other. */
  portraitsFrom(source: PortraitsShown): void {
    this.queries.portraitsFrom(source);
  }

  /** For the hall screen and the board; null before the first star. */
  async onShow(hallId: string): Promise<StarOnShowView | null> {
    const round = (await this.queries.published(hallId)).find(({ state, candidates }) => state === 'final' && candidates.some(({ star }) => star));
    if (!round) return null;
    const stars = round.candidates.filter(({ star }) => star).map(({ name, post, votes }) => ({ name, post, votes }));
    return { roundId: round.id, month: round.month, monthLabel: monthLabel(round.month), ballots: round.ballots ?? 0, stars };
  }

  /** Whose card bears which stars, the newest first. */
  async honoursOf(staffIds: readonly string[]): Promise<StarHonour[]> {
    const won = staffIds.length === 0 ? [] : await this.dataSource.manager.findBy(StarCandidate, { staffId: In([...staffIds]), star: true });
    if (won.length === 0) return [];
    const rounds = new Map((await this.dataSource.manager.findBy(StarRound, { id: In(won.map(({ roundId }) => roundId)), state: 'final' })).map((round) => [round.id, round]));
    return won.flatMap(({ staffId, roundId }) => { const round = rounds.get(roundId); return round ? [{ staffId, roundId, month: round.month, at: round.finalAt! }] : []; }).sort((a, b) => (a.month < b.month ? 1 : -1));
  }

  /** The vote of somebody whose ID card a member of staff has just seen. @throws as a vote from a telephone */
  voteOfSeen(hallId: string, roundId: string, citizenIndex: string, candidateId: string, nonce: string): Promise<StarReceiptView> {
    return this.ballots.voteOfSeen(hallId, roundId, citizenIndex, candidateId, nonce);
  }
}
