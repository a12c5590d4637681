import { Injectable } from '@nestjs/common';
import type { StarCommitted } from '@hall/shared/audit/star-book';
import type { Json } from '@hall/shared/kernel/canonical-json';
import { actionsFrom, move } from '@hall/shared/kernel/moves';
import { STAR_ROUND_MOVES, STEPS_OF_THE_CLOCK, type StarRoundAction, type StarRoundState } from '@hall/shared/star/star.moves';
import { daysOfMonth, starPlanProblems } from '@hall/shared/star/star.rules';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Ledger } from '../ledger/ledger.ts';
import { StarFigures } from './star-figures.ts';
import type { StarDraftInput } from './star.dto.ts';
import { StarCandidate, StarRound } from './star.entity.ts';
import { starErrors } from './star.errors.ts';
import { starOpened } from './star.events.ts';

const monthKey = (hallId: string, month: string): string => `${hallId}:${month}`;

/** The state a step leads to. @throws MOVE_NOT_ALLOWED */
export function stepped(row: StarRound, action: StarRoundAction): StarRoundState {
  const verdict = move(STAR_ROUND_MOVES, row.state, action);
  if (!verdict.ok) throw refusal(verdict);
  return verdict.value;
}

/** What a person may do with a round now: the clock's steps are nobody's. */
export const personsSteps = (state: StarRoundState): StarRoundAction[] => actionsFrom(STAR_ROUND_MOVES, state).filter((action) => !STEPS_OF_THE_CLOCK.includes(action));

/** Rounds are drafted and opened by people. From then on only the clock moves them; a person may publish a count earlier than it would. */
@Injectable()
export class StarRoundsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: People,
    private readonly figures: StarFigures,
    private readonly ledger: Ledger,
  ) {}

  /** @throws STAR_DRAFT_INVALID, STAR_STAFF_UNKNOWN, STAR_MONTH_TAKEN */
  draft(actor: StaffActor, input: StarDraftInput, key: Idempotency | null): Promise<string> {
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await this.check(work, actor.hallId, input);
      if (await work.findOne(StarRound, { monthKey: monthKey(actor.hallId, input.month) })) throw starErrors.STAR_MONTH_TAKEN();
      await work.add(StarRound, {
        id, hallId: actor.hallId, ...planOf(actor.hallId, input), code: null, state: 'draft', createdBy: actor.id, openedBy: null, openedAt: null, closedAt: null, ballots: null, root: null, publishedAt: null, objectionsUntil: null, finalAt: null,
      });
      await this.nominate(work, actor, id, input);
      work.audit('star.draft', id, { month: input.month });
    }));
  }

  /** @throws NOT_FOUND, STALE_VERSION, MOVE_NOT_ALLOWED once it is open, and what `draft` throws */
  async redraft(actor: StaffActor, id: string, input: StarDraftInput): Promise<void> {
    await this.change(actor, id, input.version ?? 0, async (work, row) => {
      const state = stepped(row, 'revise');
      await this.check(work, actor.hallId, input);
      const other = await work.findOne(StarRound, { monthKey: monthKey(actor.hallId, input.month) });
      if (other && other.id !== id) throw starErrors.STAR_MONTH_TAKEN();
      await work.change(StarRound, row, { ...planOf(actor.hallId, input), state });
      const before = await work.find(StarCandidate, { roundId: id });
      await work.execute('DELETE FROM star_candidate WHERE round_id = ?', [id]);
      await this.nominate(work, actor, id, input, new Map(before.map((each) => [`${each.staffId} ${each.reasons}`, each.nominatedBy])));
      work.audit('star.redraft', id);
    });
  }

  async discard(actor: StaffActor, id: string, version: number): Promise<void> {
    await this.change(actor, id, version, async (work, row) => {
      await work.change(StarRound, row, { state: stepped(row, 'discard'), monthKey: null });
      work.audit('star.discard', id);
    });
  }

  /**
   * Everything is said to the ledger in the unit of work that opens the round, so no vote can be older than its rules; and nothing of it can be
   * changed afterwards. The figures are those of this moment.
   * @throws STAR_DRAFT_INVALID when its beginning has gone by meanwhile
   */
  async open(actor: StaffActor, id: string, version: number): Promise<void> {
    const { hallId } = actor;
    await this.change(actor, id, version, async (work, row) => {
      const state = stepped(row, 'open');
      const candidates = (await work.find(StarCandidate, { roundId: id })).sort((a, b) => a.position - b.position);
      await this.check(work, hallId, { ...row, nominees: candidates });
      const figures = new Map((await this.figures.of(hallId, row.month)).map((each) => [each.staffId, each]));
      const code = await this.ledger.codeOf(work, hallId, 'star', id);
      const said: StarCommitted['candidates'][number][] = [];
      for (const candidate of candidates) {
        const { served, judged, rate, honours } = figures.get(candidate.staffId)!;
        const staff = await this.ledger.codeOf(work, hallId, 'staff', candidate.staffId);
        await work.manager.update(StarCandidate, { id: candidate.id }, { code: staff, served, judged, rate, honours });
        said.push({ staff, rate, judged });
      }
      await work.change(StarRound, row, { state, code, openedBy: actor.id, openedAt: work.now });
      const { first: from, last: to } = daysOfMonth(row.month);
      const committed: StarCommitted = { c: code, month: row.month, from, to, tie: row.tieRule, opens: row.opensAt, closes: row.closesAt, objectionDays: row.objectionDays, voters: 'verified-and-served', candidates: said };
      await this.ledger.say(work, { hallId, key: `star:${id}:committed`, kind: 'star.committed', body: committed as unknown as { [name: string]: Json } });
      work.audit('star.open', id, { candidates: candidates.length });
      work.emit(starOpened, { roundId: id, hallId, month: row.month, opensAt: row.opensAt });
    });
  }

  private async nominate(work: Work, actor: StaffActor, roundId: string, { nominees }: StarDraftInput, before: ReadonlyMap<string, string> = new Map()): Promise<void> {
    for (const [position, { staffId, reasons }] of nominees.entries()) {
      await work.add(StarCandidate, {
        id: newId(), roundId, staffId, position, reasons: reasons.trim(), nominatedBy: before.get(`${staffId} ${reasons.trim()}`) ?? actor.id, code: null, served: null, judged: null, rate: null, honours: null, votes: null, struckById: null, star: false,
      });
    }
  }

  private async check(work: Work, hallId: string, plan: Pick<StarDraftInput, 'month' | 'tieRule' | 'opensAt' | 'closesAt' | 'objectionDays' | 'nominees'>): Promise<void> {
    const fields = starPlanProblems(plan, work.now);
    if (fields.length > 0) throw starErrors.STAR_DRAFT_INVALID({ fields });
    const known = new Set((await this.people.staffOf(hallId)).map(({ id }) => id));
    const stranger = plan.nominees.findIndex(({ staffId }) => !known.has(staffId));
    if (stranger >= 0) throw starErrors.STAR_STAFF_UNKNOWN({ fields: [{ path: `nominees.${stranger}.staffId`, code: 'STAR_STAFF_UNKNOWN', message: '请重新选择' }] });
  }

  private async change(actor: StaffActor, id: string, version: number, body: (work: Work, row: StarRound) => Promise<void>): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await work.lock(StarRound, id);
      if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      await body(work, row);
    });
  }
}

const planOf = (hallId: string, { month, tieRule, opensAt, closesAt, objectionDays }: StarDraftInput) => ({ month, monthKey: monthKey(hallId, month), tieRule, opensAt, closesAt, objectionDays });
