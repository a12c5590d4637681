import { Injectable } from '@nestjs/common';
import { DataSource, In, type FindOptionsWhere } from 'typeorm';
import { starRoundLabel, type StarRoundState } from '@hall/shared/star/star.moves';
import { TIE_RULE_LABELS, monthLabel, takesVotes } from '@hall/shared/star/star.rules';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { StarBallots } from './star-ballots.service.ts';
import { StarFigures } from './star-figures.ts';
import { takesObjections } from './star-objections.service.ts';
import { personsSteps } from './star-rounds.service.ts';
import type { StaffStarRoundView, StarCandidateView, StarNomineeView, StarRoundView, StarStandingView } from './star.dto.ts';
import { StarCandidate, StarObjection, StarRollEntry, StarRound } from './star.entity.ts';
import { starErrors } from './star.errors.ts';

const OPEN_TO_ALL: readonly StarRoundState[] = ['open', 'closed', 'published', 'final'];
const COUNTED: readonly StarRoundState[] = ['closed', 'published', 'final'];
const SHOWN = 24;
/** How many have voted is told in steps, so that nobody who watches sees one vote fall. */
const STEP = 5;

export type PortraitsShown = (hallId: string) => Promise<ReadonlySet<string>>;

/** Rounds as people see them. Nothing here reads the ballots. */
@Injectable()
export class StarQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly ballots: StarBallots,
    private readonly figures: StarFigures,
    private readonly clock: Clock,
  ) {}

  /** Whose portrait its person wants shown; until somebody can tell, nobody's. */
  private portraits: PortraitsShown = () => Promise.resolve(new Set());

  portraitsFrom(source: PortraitsShown): void {
    this.portraits = source;
  }

  /** The newest first, drafts left out. @throws NOT_FOUND when there is no such hall */
  async published(wished?: string): Promise<StarRoundView[]> {
    const { id: hallId } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    return this.views(await this.find({ hallId, state: In([...OPEN_TO_ALL]) }), isPublic);
  }

  /** @throws NOT_FOUND also while it is a draft */
  async one(id: string): Promise<StarRoundView> {
    const [view] = await this.views(await this.find({ id, state: In([...OPEN_TO_ALL]) }), isPublic);
    if (!view) throw platformErrors.NOT_FOUND();
    return view;
  }

  async standing(actor: ResidentActor, id: string): Promise<StarStandingView> {
    const [round, { voted, refused }] = [await this.one(id), await this.ballots.standing(actor, id)];
    const row = await this.dataSource.manager.findOneByOrFail(StarRound, { id });
    return { round, mayVote: refused === null, voted, why: refused?.title ?? null, whyCode: refused?.code ?? null, mayObject: takesObjections(row, this.clock.now()) };
  }

  /** Drafts only for those who compose them. */
  async ofHall(actor: StaffActor): Promise<StaffStarRoundView[]> {
    const states = actor.permissions.has('star.edit') ? (['draft', ...OPEN_TO_ALL] as StarRoundState[]) : OPEN_TO_ALL;
    return this.staffViews(actor, await this.find({ hallId: actor.hallId, state: In([...states]) }));
  }

  /** @throws NOT_FOUND when it is another hall's, or a draft of others' */
  async ofStaff(actor: StaffActor, id: string): Promise<StaffStarRoundView> {
    const [view] = await this.staffViews(actor, await this.find({ id, hallId: actor.hallId }));
    if (!view || (view.state === 'draft' && !actor.permissions.has('star.edit'))) throw platformErrors.NOT_FOUND();
    return view;
  }

  nominees(actor: StaffActor, month: string): Promise<StarNomineeView[]> {
    return this.figures.of(actor.hallId, month);
  }

  /**
   * The votes of each candidate as they were counted. There is no other way to them.
   * @throws STAR_COUNT_SEALED before the round was closed, whoever asks
   */
  private votesOf({ state }: StarRound, { votes }: StarCandidate): number | null {
    if (!COUNTED.includes(state)) throw starErrors.STAR_COUNT_SEALED();
    return votes;
  }

  private find(where: FindOptionsWhere<StarRound>): Promise<StarRound[]> {
    return this.dataSource.manager.find(StarRound, { where, order: { month: 'DESC' }, take: SHOWN });
  }

  private async staffViews(actor: StaffActor, rows: readonly StarRound[]): Promise<StaffStarRoundView[]> {
    const views = await this.views(rows, ({ state }) => COUNTED.includes(state));
    const names = await this.people.staffNames(rows.flatMap(({ createdBy, openedBy }) => [createdBy, ...(openedBy === null ? [] : [openedBy])]));
    return Promise.all(rows.map(async (row, at) => ({
      ...views[at]!, turnout: await this.turnout(row), createdByName: names.get(row.createdBy) ?? '', openedByName: row.openedBy === null ? null : names.get(row.openedBy) ?? '',
      openObjections: await this.dataSource.manager.countBy(StarObjection, { roundId: row.id, state: 'raised' }), actions: actor.permissions.has('star.edit') ? personsSteps(row.state) : [], version: row.version,
    })));
  }

  private async turnout({ id, state, ballots }: StarRound): Promise<number | null> {
    if (state === 'draft' || state === 'discarded') return null;
    const exact = ballots ?? (await this.dataSource.manager.countBy(StarRollEntry, { roundId: id }));
    return exact < STEP ? null : COUNTED.includes(state) ? exact : exact - (exact % STEP);
  }

  private async views(rows: readonly StarRound[], tellVotes: (row: StarRound) => boolean): Promise<StarRoundView[]> {
    if (rows.length === 0) return [];
    const candidates = await this.dataSource.manager.find(StarCandidate, { where: { roundId: In(rows.map(({ id }) => id)) }, order: { position: 'ASC' } });
    const drafts = rows.filter(({ state }) => state === 'draft');
    const [names, staff, portraits, live, answers] = await Promise.all([
      this.people.staffNames(candidates.map(({ staffId }) => staffId)), this.people.staffOf(rows[0]!.hallId), this.portraits(rows[0]!.hallId),
      Promise.all(drafts.map(async (row) => [row.id, await this.figures.of(row.hallId, row.month)] as const)), this.answers(candidates),
    ]);
    const liveOf = new Map(live);
    return rows.map((row) => {
      const told = tellVotes(row);
      const cards = candidates.filter(({ roundId }) => roundId === row.id).map((candidate): StarCandidateView => {
        const person = staff.find(({ id }) => id === candidate.staffId);
        const now = liveOf.get(row.id)?.find(({ staffId }) => staffId === candidate.staffId);
        return {
          id: candidate.id, staffId: candidate.staffId, code: candidate.code, name: names.get(candidate.staffId) ?? '', post: person?.post ?? '', badgeNumber: person?.badgeNumber ?? '', photoUrl: portraits.has(candidate.staffId) ? person?.photoUrl ?? null : null, reasons: candidate.reasons,
          served: candidate.served ?? now?.served ?? 0, judged: candidate.judged ?? now?.judged ?? 0, rate: candidate.code === null ? now?.rate ?? null : candidate.rate, honours: candidate.honours ?? now?.honours ?? 0,
          votes: told ? this.votesOf(row, candidate) : null, struckWhy: candidate.struckById === null ? null : answers.get(candidate.struckById) ?? '', star: candidate.star,
        };
      });
      return {
        id: row.id, code: row.code, month: row.month, monthLabel: monthLabel(row.month), state: row.state, stateLabel: starRoundLabel(row, this.clock.now()), tieRule: row.tieRule, tieLabel: TIE_RULE_LABELS[row.tieRule], opensAt: row.opensAt, closesAt: row.closesAt,
        takesVotes: takesVotes(row, this.clock.now()), objectionDays: row.objectionDays, objectionsUntil: row.objectionsUntil, ballots: told ? row.ballots : null, root: row.root, candidates: cards,
      };
    });
  }

  private async answers(candidates: readonly StarCandidate[]): Promise<Map<string, string>> {
    const ids = candidates.flatMap(({ struckById }) => struckById ?? []);
    return ids.length === 0 ? new Map() : new Map((await this.dataSource.manager.findBy(StarObjection, { id: In(ids) })).map(({ id, answer }) => [id, answer ?? '']));
  }
}

const isPublic = ({ state }: StarRound): boolean => state === 'published' || state === 'final';
