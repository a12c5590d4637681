import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, LessThanOrEqual } from 'typeorm';
import type { StarClosed, StarFinal } from '@hall/shared/audit/star-book';
import { addWorkingDays } from '@hall/shared/calendar/working-day.rules';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { DAY_LENGTH, addDays, dayOf, startOfDay, type Day } from '@hall/shared/kernel/day';
import { BALLOTS_AN_ENTRY, ballotLevels, rootOfLevels } from '@hall/shared/star/ballot.rules';
import { LEAST_BALLOTS, winnersOf } from '@hall/shared/star/star.rules';
import { system, type Actor } from '../../platform/auth/actor.ts';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Ledger } from '../ledger/ledger.ts';
import { stepped } from './star-rounds.service.ts';
import { StarCandidate, StarObjection, StarRound } from './star.entity.ts';
import { starFinal } from './star.events.ts';

const clockwork = system('star.clockwork');
/** A count nobody has published by then is published by itself: nobody can sit on a result. */
const PUBLISHED_AFTER = DAY_LENGTH;

/** What happens to a round once votes are no longer taken. It is the only place that reads ballots before they are published. */
@Injectable()
export class StarCount implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly calendar: OfficialCalendar,
    private readonly crypto: CryptoPort,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.ledger.beforeSealing((work, hallId, day) => this.closeOfDay(work, hallId, day));
  }

  /** Takes every step the clock asks for. @returns how many */
  async followClock(): Promise<number> {
    const now = this.clock.now();
    let steps = 0;
    const due = async (where: object) => (await this.dataSource.manager.findBy(StarRound, where)).map(({ id }) => id);
    for (const id of await due({ state: 'open', closesAt: LessThanOrEqual(now) })) steps += Number(await this.close(id));
    for (const id of await due({ state: 'closed', closedAt: LessThanOrEqual(now - PUBLISHED_AFTER) })) steps += Number(await this.publish(clockwork, id));
    for (const id of await due({ state: 'published' })) steps += Number(await this.conclude(id));
    return steps;
  }

  /**
   * Counts, once, and says every ballot with the root over all of them. All rows of roll and ballots are then written anew by one statement each:
   * InnoDB marks each row with the transaction that wrote it last, and as they were cast, a vote's two rows bore the same mark.
   * @returns false while votes are taken and when it was done already
   */
  close(roundId: string): Promise<boolean> {
    return this.unitOfWork.run(clockwork, (work) => this.closeIn(work, roundId));
  }

  private async closeIn(work: Work, roundId: string): Promise<boolean> {
    const round = await work.lock(StarRound, roundId);
    if (round.state !== 'open' || work.now < round.closesAt) return false;
    const cast = await work.rows<{ id: string; choice: string }>('SELECT id, choice FROM star_ballot WHERE round_id = ?', [roundId]);
    const ballots = cast.map(({ id, choice }) => ({ round: round.code!, ballot: id, choice })).sort((a, b) => (a.ballot < b.ballot ? -1 : 1));
    const [roll] = await work.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM star_roll WHERE round_id = ?', [roundId]);
    const digest = (text: string) => this.crypto.hash(text);
    const root = rootOfLevels(digest, ballotLevels(digest, ballots));
    const told = ballots.length >= LEAST_BALLOTS;
    const candidates = (await work.find(StarCandidate, { roundId })).sort((a, b) => a.position - b.position);
    const votes = new Map(candidates.map(({ code }) => [code!, 0]));
    for (const { choice } of ballots) votes.set(choice, (votes.get(choice) ?? 0) + 1);
    if (told) {
      for (const { id, code } of candidates) await work.manager.update(StarCandidate, { id }, { votes: votes.get(code!)! });
      for (let at = 0, part = 1; at < ballots.length; at += BALLOTS_AN_ENTRY, part += 1) {
        const body = { c: round.code!, part, ballots: ballots.slice(at, at + BALLOTS_AN_ENTRY).map(({ ballot, choice }) => [ballot, choice]) };
        await this.ledger.say(work, { hallId: round.hallId, key: `star:${roundId}:ballots:${part}`, kind: 'star.ballots', body });
      }
    }
    const closed: StarClosed = { c: round.code!, root, ballots: ballots.length, roll: Number(roll!.n), tallies: told ? candidates.map(({ code }) => ({ staff: code!, votes: votes.get(code!)! })) : [] };
    await this.ledger.say(work, { hallId: round.hallId, key: `star:${roundId}:closed`, kind: 'star.closed', body: closed as unknown as { [name: string]: Json } });
    await work.execute('UPDATE star_roll SET counted = 1 WHERE round_id = ?', [roundId]);
    await work.execute('UPDATE star_ballot SET counted = 1 WHERE round_id = ?', [roundId]);
    await work.change(StarRound, round, { state: stepped(round, 'close'), closedAt: work.now, ballots: ballots.length, root });
    work.audit('star.close', roundId, { ballots: ballots.length });
    return true;
  }

  /** A day on which votes ended is not sealed without their count: nobody can sit on a round whose outcome they dislike. */
  private async closeOfDay(work: Work, hallId: string, day: Day): Promise<void> {
    for (const { id, closesAt } of await work.find(StarRound, { hallId, state: 'open' })) if (closesAt < startOfDay(addDays(day, 1))) await this.closeIn(work, id);
  }

  /** The tallies become public, and whoever doubts them may object. @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED */
  async publish(actor: Actor, roundId: string, version?: number): Promise<boolean> {
    const calendar = await this.objectionsEnd();
    return this.unitOfWork.run(actor, async (work) => {
      const round = await work.lock(StarRound, roundId);
      if ('hallId' in actor && actor.hallId !== round.hallId) throw platformErrors.NOT_FOUND();
      if (version !== undefined && round.version !== version) throw platformErrors.STALE_VERSION();
      if (version === undefined && round.state !== 'closed') return false;
      await work.change(StarRound, round, { state: stepped(round, 'publish'), publishedAt: work.now, objectionsUntil: calendar(dayOf(work.now), round.objectionDays) });
      work.audit('star.publish', roundId);
      return true;
    });
  }

  /** Names the star once the objection period is over and every objection has its answer. @returns false while it is not */
  async conclude(roundId: string): Promise<boolean> {
    const calendar = await this.objectionsEnd();
    return this.unitOfWork.run(clockwork, async (work) => {
      const round = await work.lock(StarRound, roundId);
      if (round.state !== 'published') return false;
      const until = round.objectionsUntil ?? calendar(dayOf(round.publishedAt!), round.objectionDays);
      if (until !== round.objectionsUntil) await work.change(StarRound, round, { objectionsUntil: until });
      if (until === null || dayOf(work.now) <= until || (await work.findOne(StarObjection, { roundId, state: 'raised' }))) return false;
      const candidates = await work.find(StarCandidate, { roundId });
      const struck = candidates.filter(({ struckById }) => struckById !== null).map(({ code }) => code!).sort();
      const winners = winnersOf(candidates.map(({ code, votes, rate }) => ({ code: code!, votes: votes ?? 0, rate })), round.tieRule, struck).sort();
      const stars = candidates.filter(({ code }) => winners.includes(code!));
      for (const { id } of stars) await work.manager.update(StarCandidate, { id }, { star: true });
      await work.change(StarRound, round, { state: stepped(round, 'conclude'), finalAt: work.now });
      const final: StarFinal = { c: round.code!, winners, struck };
      await this.ledger.say(work, { hallId: round.hallId, key: `star:${roundId}:final`, kind: 'star.final', body: final as unknown as { [name: string]: Json } });
      work.audit('star.conclude', roundId, { winners: winners.length });
      work.emit(starFinal, { roundId, hallId: round.hallId, month: round.month, winners: stars.map(({ staffId }) => staffId) });
      return true;
    });
  }

  /** The last day somebody may object who heard of it on `from`; null while the calendar cannot tell. */
  private async objectionsEnd(): Promise<(from: Day, days: number) => Day | null> {
    const { years, holidays, workdays } = await this.calendar.load();
    const rules = { coveredYears: [...years.keys()], holidays: Object.fromEntries(holidays), extraWorkdays: Object.fromEntries(workdays) };
    return (from, days) => {
      const verdict = addWorkingDays(rules, from, days);
      return verdict.ok ? verdict.value : null;
    };
  }
}
