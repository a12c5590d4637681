import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysOfMonth, monthLabel, takesVotes } from '@hall/shared/star/star.rules';
import type { ResidentActor } from '../../platform/auth/actor.ts';
import { Knocks } from '../../platform/auth/knocks.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import type { DomainError } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { People } from '../identity/people.ts';
import { QueueTickets } from '../queue/queue-tickets.ts';
import type { StarReceiptView, StarVoteInput } from './star.dto.ts';
import { StarBallot, StarCandidate, StarRollEntry, StarRound } from './star.entity.ts';
import { starErrors } from './star.errors.ts';

/** Somebody with the right to one vote: all the names they are served under, the first being their ID's index. */
interface Voter { citizenIndex: string; personKeys: readonly string[] }
export interface Standing { voted: boolean; /** Null when they may vote now. */ refused: DomainError | null }

/**
 * Votes are given here. Who voted goes on the roll, what was chosen into the ballots; one secret write makes both, and they share neither key nor
 * order. Nothing else is written: no audit row, no event, no time.
 */
@Injectable()
export class StarBallots {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly tickets: QueueTickets,
    private readonly crypto: CryptoPort,
    private readonly knocks: Knocks,
    private readonly clock: Clock,
  ) {}

  /**
   * The person who was served votes, on an account proven to be theirs; whoever helped them does not.
   * @throws TOO_MANY_REQUESTS, STAR_NOT_OPEN, STAR_CLOSED, STAR_NOT_VERIFIED, STAR_NOT_SERVED, STAR_CANDIDATE_UNKNOWN, STAR_VOTED_ALREADY
   */
  async vote(actor: ResidentActor, roundId: string, { candidateId, nonce }: StarVoteInput, address: string): Promise<StarReceiptView> {
    await this.knocks.count('star-vote', address);
    await this.knocks.count('star-voter', actor.id);
    const round = await this.round(roundId);
    const voter = await this.voterOf(actor);
    const late = takesVotes(round, this.clock.now()) ? null : closed(round, this.clock.now());
    if (late) return (voter && (await this.receiptOf(round, voter, nonce))) || Promise.reject(late);
    if (!voter) throw starErrors.STAR_NOT_VERIFIED();
    return this.cast(round, voter, candidateId, nonce);
  }

  /**
   * The vote of somebody whose ID card a member of staff has just seen, for people without a telephone.
   * @param citizenIndex of the card @param nonce random, 32 to 64 hex digits @throws as `vote`
   */
  async voteOfSeen(hallId: string, roundId: string, citizenIndex: string, candidateId: string, nonce: string): Promise<StarReceiptView> {
    const round = await this.round(roundId);
    if (round.hallId !== hallId) throw platformErrors.NOT_FOUND();
    const voter = { citizenIndex, personKeys: [citizenIndex] };
    const late = takesVotes(round, this.clock.now()) ? null : closed(round, this.clock.now());
    if (late) throw late;
    return this.cast(round, voter, candidateId, nonce);
  }

  /** Whether this resident may vote now, and if not, why. */
  async standing(actor: ResidentActor, roundId: string): Promise<Standing> {
    const round = await this.round(roundId);
    const voter = await this.voterOf(actor);
    if (voter && (await this.hasVoted(round, voter))) return { voted: true, refused: starErrors.STAR_VOTED_ALREADY() };
    if (!takesVotes(round, this.clock.now())) return { voted: false, refused: closed(round, this.clock.now()) };
    if (!voter) return { voted: false, refused: starErrors.STAR_NOT_VERIFIED() };
    return { voted: false, refused: (await this.served(round, voter)) ? null : starErrors.STAR_NOT_SERVED() };
  }

  private async cast(round: StarRound, voter: Voter, candidateId: string, nonce: string): Promise<StarReceiptView> {
    const candidate = await this.dataSource.manager.findOneBy(StarCandidate, { id: candidateId, roundId: round.id });
    if (!candidate) throw starErrors.STAR_CANDIDATE_UNKNOWN();
    if (!(await this.served(round, voter))) throw starErrors.STAR_NOT_SERVED();
    const [roll, nonceHash, id, choice] = [this.rollName(round, voter), this.nonceHash(round, nonce), newRandomId(), candidate.code!];
    const given = await this.unitOfWork.secretly(async (work) => {
      // Whoever counts holds the round alone: until then nobody counts, afterwards nobody votes.
      const [held] = await work.rowsHeld<{ state: string; closes_at: number | string }>('SELECT state, closes_at FROM star_round WHERE id = ?', [round.id]);
      if (held?.state !== 'open' || Number(held.closes_at) <= this.clock.now()) throw starErrors.STAR_CLOSED();
      if ((await work.addIfAbsent('star_roll (round_id, voter_mac, counted) VALUES (?, ?, 0)', [round.id, roll])).affected === 0) return false;
      if ((await work.addIfAbsent('star_ballot (id, round_id, choice, nonce_hash, counted) VALUES (?, ?, ?, ?, 0)', [id, round.id, choice, nonceHash])).affected === 0) throw starErrors.STAR_NONCE_TAKEN();
      return true;
    });
    if (given) return this.receipt(round, { id, choice });
    const before = await this.receiptOf(round, voter, nonce);
    if (!before) throw starErrors.STAR_VOTED_ALREADY();
    return before;
  }

  /** What a voter's own retry is answered with: only who holds the nonce finds the ballot. */
  private async receiptOf(round: StarRound, voter: Voter, nonce: string): Promise<StarReceiptView | null> {
    if (!(await this.hasVoted(round, voter))) return null;
    const ballot = await this.dataSource.manager.findOneBy(StarBallot, { nonceHash: this.nonceHash(round, nonce), roundId: round.id });
    return ballot && this.receipt(round, ballot);
  }

  private async receipt({ id, code, month }: StarRound, ballot: Pick<StarBallot, 'id' | 'choice'>): Promise<StarReceiptView> {
    const candidate = await this.dataSource.manager.findOneByOrFail(StarCandidate, { roundId: id, code: ballot.choice });
    return { roundId: id, round: code!, ballot: ballot.id, choice: ballot.choice, candidateName: await this.people.staffName(candidate.staffId), monthLabel: monthLabel(month) };
  }

  /** Null when the account is not proven to be anybody's. */
  private async voterOf({ id, assurance }: ResidentActor): Promise<Voter | null> {
    if (assurance !== 'verified' && (await this.people.resident(id)).assurance !== 'verified') return null;
    const { citizenIndex } = await this.people.identityOf(id);
    return citizenIndex === null ? null : { citizenIndex, personKeys: [citizenIndex, `resident:${id}`] };
  }

  private served({ hallId, month }: StarRound, { personKeys }: Voter): Promise<boolean> {
    const { first, last } = daysOfMonth(month);
    return this.tickets.servedTo(hallId, personKeys, first, last);
  }

  private hasVoted(round: StarRound, voter: Voter): Promise<boolean> {
    return this.dataSource.manager.existsBy(StarRollEntry, { roundId: round.id, voterMac: this.rollName(round, voter) });
  }

  /** Of one round only: the rolls of two rounds have no name in common. */
  private rollName({ id }: StarRound, { citizenIndex }: Voter): string {
    return this.crypto.blindIndex(`star-roll:${id}`, citizenIndex);
  }

  private nonceHash({ id }: StarRound, nonce: string): string {
    return this.crypto.blindIndex(`star-nonce:${id}`, nonce);
  }

  /** A draft is nobody's yet. @throws NOT_FOUND */
  private async round(roundId: string): Promise<StarRound> {
    const found = await this.dataSource.manager.findOneBy(StarRound, { id: roundId });
    if (!found || found.state === 'draft' || found.state === 'discarded') throw platformErrors.NOT_FOUND();
    return found;
  }
}

const closed = ({ opensAt }: StarRound, now: number): DomainError => (now < opensAt ? starErrors.STAR_NOT_OPEN() : starErrors.STAR_CLOSED());
