import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThanOrEqual, type FindOptionsWhere } from 'typeorm';
import { COMMITMENT_LABELS, COMMITMENT_MOVES, type CommitmentAction } from '@hall/shared/commitment/commitment.moves';
import { HOLDER_LABELS, ruleSentence } from '@hall/shared/commitment/commitment.rules';
import { LAST_NINETY_DAYS, SPREAD_LABELS, monthOf, type CommitmentFigure } from '@hall/shared/commitment/figures.rules';
import { everHeld } from '@hall/shared/commitment/in-force.rules';
import { addDays, dayOf } from '@hall/shared/kernel/day';
import { actionsFrom } from '@hall/shared/kernel/moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { CommitmentFigureView, CommitmentView, StaffCommitmentView } from './commitment.dto.ts';
import { Commitment, CommitmentVersion, PublishedFigure } from './commitment.entity.ts';
import { Figures } from './figures.ts';

/** How many months a trend shows. */
const MONTHS = 12;
const A_YEAR = 365;

interface Shelf {
  commitments: Commitment[];
  versions: CommitmentVersion[];
  figures: PublishedFigure[];
  names: (holder: Commitment) => string;
}

/** Promises with what came of them: to the public as last sealed, to the house as it stands now. */
@Injectable()
export class CommitmentQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly figures: Figures,
    private readonly clock: Clock,
  ) {}

  /** In the order of the hall's list; those in force, and those to come. @throws NOT_FOUND when there is no such hall */
  async published(wished?: string): Promise<CommitmentView[]> {
    const { id: hallId } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    const shelf = await this.shelf(hallId);
    return shelf.commitments.filter(({ state }) => state === 'published').map((row) => this.view(row, this.showing(row, shelf), shelf));
  }

  /** The same for everybody, with those that were withdrawn within a year behind: taking a promise back takes back nothing that came of it. @throws NOT_FOUND when there is no such hall */
  async board(wished?: string): Promise<CommitmentView[]> {
    const { id: hallId } = await this.halls.hall(wished ?? (await this.halls.defaultHallId()));
    const shelf = await this.shelf(hallId);
    const since = addDays(dayOf(this.clock.now()), -A_YEAR);
    const shown = shelf.commitments.map((row) => ({ row, version: this.showing(row, shelf) }));
    const withdrawn = shown.filter(({ row, version }) => row.state === 'withdrawn' && version !== null && everHeld(version) && version.inForceTo! >= since);
    return [...shown.filter(({ row }) => row.state === 'published'), ...withdrawn].map(({ row, version }) => this.view(row, version, shelf));
  }

  /** @param code as the ledger calls it; withdrawn ones are found too @throws NOT_FOUND */
  async byCode(code: string): Promise<CommitmentView> {
    const row = await this.dataSource.manager.findOneBy(Commitment, { code });
    if (!row || row.state === 'draft') throw platformErrors.NOT_FOUND();
    const shelf = await this.shelf(row.hallId);
    const shown = this.showing(row, shelf);
    if (!shown) throw platformErrors.NOT_FOUND();
    return this.view(row, shown, shelf);
  }

  /** What this department or person has promised, in force. */
  async ofHolder(hallId: string, holderKind: 'department' | 'person', holderId: string): Promise<CommitmentView[]> {
    const shelf = await this.shelf(hallId);
    return shelf.commitments.filter((row) => row.state === 'published' && row.holderKind === holderKind && row.holderId === holderId).map((row) => this.view(row, this.showing(row, shelf), shelf));
  }

  /** The same for everybody at once, by the holder's id; the hall's own are left out. */
  async byHolder(hallId: string): Promise<Map<string, CommitmentView[]>> {
    const shelf = await this.shelf(hallId);
    const found = new Map<string, CommitmentView[]>();
    for (const row of shelf.commitments) {
      if (row.state !== 'published' || row.holderId === null) continue;
      found.set(row.holderId, [...(found.get(row.holderId) ?? []), this.view(row, this.showing(row, shelf), shelf)]);
    }
    return found;
  }

  async ofHall(actor: StaffActor): Promise<StaffCommitmentView[]> {
    const shelf = await this.shelf(actor.hallId);
    return Promise.all(shelf.commitments.map((row) => this.staffView(actor, row, shelf)));
  }

  /** @throws NOT_FOUND */
  async one(actor: StaffActor, id: string): Promise<StaffCommitmentView> {
    const shelf = await this.shelf(actor.hallId);
    const row = shelf.commitments.find((each) => each.id === id);
    if (!row) throw platformErrors.NOT_FOUND();
    return this.staffView(actor, row, shelf);
  }

  private async staffView(actor: StaffActor, row: Commitment, shelf: Shelf): Promise<StaffCommitmentView> {
    const now = this.clock.now();
    const published = this.showing(row, shelf);
    const draft = shelf.versions.find((each) => each.commitmentId === row.id && each.state === 'draft') ?? null;
    const shown = published ?? draft;
    const newest = draft ?? published;
    if (!shown || !newest) {
      // A discarded draft leaves only its name.
      return { ...this.view(row, null, shelf), id: row.id, state: row.state, stateLabel: COMMITMENT_LABELS[row.state], holderId: row.holderId, rule: NO_RULE, drafted: false, live: null, pending: 0, actions: [], version: row.version };
    }
    const rows = <T>(sql: string, parameters: unknown[]) => this.dataSource.query<T[]>(sql, parameters);
    const [live, [open]] = await Promise.all([
      published ? this.figures.live(rows, published, row.code, monthOf(dayOf(now)), now) : null,
      // By the hall and what is due: what was kept or broken long ago is not walked through.
      rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM fulfilment WHERE hall_id = ? AND closed_at IS NULL AND (due_at IS NULL OR due_at >= ?) AND ended_at IS NULL AND commitment_version_id = ?', [actor.hallId, now, shown.id]),
    ]);
    return {
      ...this.view(row, shown, shelf), id: row.id, state: row.state, stateLabel: COMMITMENT_LABELS[row.state], holderId: row.holderId, rule: newest.rule as never, drafted: draft !== null,
      live: live && figureView(live, published!), pending: Number(open?.n ?? 0), actions: actor.permissions.has('commitment.edit') ? actionsOf(row, draft !== null) : [], version: row.version,
    };
  }

  /** In force today, or the next to be, or the last that was. */
  private showing({ id }: Commitment, { versions }: Shelf): CommitmentVersion | null {
    const today = dayOf(this.clock.now());
    const mine = versions.filter((each) => each.commitmentId === id && each.state === 'published').sort((a, b) => a.number - b.number);
    return mine.find(({ inForceFrom, inForceTo }) => inForceFrom! <= today && (inForceTo === null || today <= inForceTo)) ?? mine.at(-1) ?? null;
  }

  private view(row: Commitment, version: CommitmentVersion | null, { figures, names, versions }: Shelf): CommitmentView {
    const monthsOf = (id: string) => figures.filter((each) => each.commitmentVersionId === id && each.period !== LAST_NINETY_DAYS).sort((a, b) => (a.period < b.period ? -1 : 1)).slice(-MONTHS);
    const months = version === null ? [] : monthsOf(version.id);
    const rolling = version === null ? undefined : figures.find(({ commitmentVersionId, period }) => commitmentVersionId === version.id && period === LAST_NINETY_DAYS);
    const before = version === null ? [] : versions.filter((each) => each.commitmentId === row.id && each.state === 'published' && each.number < version.number && everHeld(each)).sort((a, b) => b.number - a.number);
    const view = ({ figure }: PublishedFigure) => figureView(figure, version!);
    return {
      code: row.code, holderKind: row.holderKind, holderLabel: HOLDER_LABELS[row.holderKind], holderName: names(row), wording: version?.wording ?? '', basis: version?.basis ?? '', measure: version ? ruleSentence(version.rule) : '',
      number: version?.number ?? 0, inForceFrom: version?.inForceFrom ?? null, inForceTo: version?.inForceTo ?? null,
      month: months.length > 0 ? view(months.at(-1)!) : null, rolling: rolling ? view(rolling) : null, trend: months.map(view),
      earlier: before.map((each) => ({ wording: each.wording, measure: ruleSentence(each.rule), inForceFrom: each.inForceFrom!, inForceTo: each.inForceTo!, trend: monthsOf(each.id).map(({ figure }) => figureView(figure, each)) })),
    };
  }

  /** The figures of the last year this wording was in force; older ones are shown nowhere. The last ninety days, too: their name comes behind all months. */
  private lastYearOf({ id, inForceTo }: CommitmentVersion): FindOptionsWhere<PublishedFigure> {
    const today = dayOf(this.clock.now());
    return { commitmentVersionId: id, period: MoreThanOrEqual(monthOf(addDays(inForceTo !== null && inForceTo < today ? inForceTo : today, -A_YEAR))) };
  }

  private async shelf(hallId: string): Promise<Shelf> {
    const commitments = await this.dataSource.manager.find(Commitment, { where: { hallId }, order: { position: 'ASC' } });
    const [versions, hall, departments, staff] = await Promise.all([
      commitments.length === 0 ? [] : this.dataSource.manager.find(CommitmentVersion, { where: { commitmentId: In(commitments.map(({ id }) => id)) } }),
      this.halls.hall(hallId), this.halls.departments(hallId, 'all'), this.people.staffOf(hallId),
    ]);
    const figures = versions.length === 0 ? [] : await this.dataSource.manager.find(PublishedFigure, { where: versions.map((version) => this.lastYearOf(version)) });
    const names = ({ holderKind, holderId }: Commitment): string => {
      if (holderKind === 'hall') return hall.name;
      if (holderKind === 'department') return departments.find(({ id }) => id === holderId)?.name ?? '';
      const person = staff.find(({ id }) => id === holderId);
      return person ? `${person.name}（${person.post}）` : '';
    };
    return { commitments, versions, figures, names };
  }
}

const NO_RULE = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: false, classes: [], matters: [], departments: [], staff: [] } } as const as never;

export const figureView = ({ period, asOf, met, broken, ended, excluded, disputed, upheld, paused, rate, spread }: CommitmentFigure, { rule }: Pick<CommitmentVersion, 'rule'>): CommitmentFigureView =>
  ({ period, asOf, met, broken, ended, excluded, disputed, upheld, paused, rate, spread: spread.map((count, at) => ({ label: SPREAD_LABELS[rule.clock][at]!, count })) });

/** What may be done with it: a published one is superseded by publishing another wording. */
function actionsOf(row: Commitment, drafted: boolean): string[] {
  if (row.state === 'withdrawn') return [];
  const moves = actionsFrom(COMMITMENT_MOVES, row.state) as CommitmentAction[];
  return ['redraft', ...moves.filter((action) => (action === 'publish' || action === 'supersede' ? drafted : true))];
}
