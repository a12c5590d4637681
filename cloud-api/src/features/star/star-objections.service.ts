import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { dayOf } from '@hall/shared/kernel/day';
import { actionsFrom, move } from '@hall/shared/kernel/moves';
import { STAR_OBJECTION_LABELS, STAR_OBJECTION_MOVES } from '@hall/shared/star/star.moves';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { People } from '../identity/people.ts';
import type { StarObjectionAnswer, StarObjectionInput, StarObjectionView } from './star.dto.ts';
import { StarCandidate, StarObjection, StarRound } from './star.entity.ts';
import { starErrors } from './star.errors.ts';
import { starObjectionRaised } from './star.events.ts';

const RAISERS = { resident: '居民', staff: '工作人员' } as const;

/** Whoever doubts a result says so while it is on show, and is answered by somebody who is neither judge nor party. */
@Injectable()
export class StarObjections {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly crypto: CryptoPort,
  ) {}

  /** @throws NOT_FOUND, STAR_OBJECTION_LATE, STAR_OBJECTION_OPEN_ALREADY, STAR_CANDIDATE_UNKNOWN */
  raise(actor: ResidentActor | StaffActor, roundId: string, { candidateId, words }: StarObjectionInput, key: Idempotency | null): Promise<string> {
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      const round = await work.lock(StarRound, roundId);
      if ((actor.kind === 'staff' && actor.hallId !== round.hallId) || round.state === 'draft' || round.state === 'discarded') throw platformErrors.NOT_FOUND();
      if (!takesObjections(round, work.now)) throw starErrors.STAR_OBJECTION_LATE();
      if (candidateId !== null && !(await work.findOne(StarCandidate, { id: candidateId, roundId }))) throw starErrors.STAR_CANDIDATE_UNKNOWN();
      if (await work.findOne(StarObjection, { roundId, raisedBy: actor.id, state: 'raised' })) throw starErrors.STAR_OBJECTION_OPEN_ALREADY();
      await work.add(StarObjection, {
        id, hallId: round.hallId, roundId, candidateId, raiser: actor.kind, raisedBy: actor.id, raisedAt: work.now, wordsCipher: this.crypto.encryptField(words.trim(), `star-objection.words:${id}`), state: 'raised', answer: null, answeredBy: null, answeredAt: null,
      });
      work.audit('star.object', roundId);
      work.emit(starObjectionRaised, { objectionId: id, roundId, hallId: round.hallId });
    }));
  }

  /** Upheld, the candidate it is about stands no longer. @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED, STAR_OBJECTION_NOT_YOURS @returns the round */
  async answer(actor: StaffActor, id: string, { uphold, words, version }: StarObjectionAnswer): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const before = await work.get(StarObjection, id);
      const round = await work.lock(StarRound, before.roundId);
      if (round.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      const row = await work.lock(StarObjection, id, version);
      const party = await work.findOne(StarCandidate, { roundId: round.id, staffId: actor.id });
      const strikes = uphold && row.candidateId !== null;
      if (party || row.raisedBy === actor.id || (strikes && round.openedBy === actor.id)) throw starErrors.STAR_OBJECTION_NOT_YOURS();
      const verdict = move(STAR_OBJECTION_MOVES, row.state, uphold ? 'uphold' : 'explain');
      if (!verdict.ok) throw refusal(verdict);
      await work.change(StarObjection, row, { state: verdict.value, answer: words.trim(), answeredBy: actor.id, answeredAt: work.now });
      if (strikes) await work.manager.update(StarCandidate, { id: row.candidateId! }, { struckById: id });
      work.audit(uphold ? 'star.uphold' : 'star.explain', round.id);
      return round.id;
    });
  }

  /** The resident's own. */
  async mine(actor: ResidentActor, roundId: string): Promise<StarObjectionView[]> {
    return this.views(await this.dataSource.manager.find(StarObjection, { where: { roundId, raisedBy: actor.id }, order: { raisedAt: 'DESC' } }), false);
  }

  /** Those that wait first. @throws NOT_FOUND when the round is another hall's */
  async ofRound(actor: StaffActor, roundId: string): Promise<StarObjectionView[]> {
    if (!(await this.dataSource.manager.existsBy(StarRound, { id: roundId, hallId: actor.hallId }))) throw platformErrors.NOT_FOUND();
    const rows = await this.dataSource.manager.find(StarObjection, { where: { roundId }, order: { raisedAt: 'DESC' }, take: 200 });
    return this.views([...rows.filter(({ state }) => state === 'raised'), ...rows.filter(({ state }) => state !== 'raised')], true);
  }

  private async views(rows: readonly StarObjection[], mayAnswer: boolean): Promise<StarObjectionView[]> {
    const about = rows.flatMap(({ candidateId }) => candidateId ?? []);
    const candidates = about.length === 0 ? [] : await this.dataSource.manager.findBy(StarCandidate, { id: In(about) });
    const names = await this.people.staffNames(candidates.map(({ staffId }) => staffId));
    return rows.map((row) => {
      const candidate = candidates.find(({ id }) => id === row.candidateId);
      return {
        id: row.id, raiser: RAISERS[row.raiser], candidateName: candidate ? names.get(candidate.staffId) ?? '' : null, raisedAt: row.raisedAt, words: this.crypto.decryptField(row.wordsCipher, `star-objection.words:${row.id}`),
        state: row.state, stateLabel: STAR_OBJECTION_LABELS[row.state], answer: row.answer, actions: mayAnswer ? actionsFrom(STAR_OBJECTION_MOVES, row.state) : [], version: row.version,
      };
    });
  }
}

/** While the result is on show. A day the calendar cannot tell refuses nobody. */
export const takesObjections = ({ state, objectionsUntil }: StarRound, now: number): boolean => state === 'published' && (objectionsUntil === null || dayOf(now) <= objectionsUntil);
