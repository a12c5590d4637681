import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { daysOf, monthOf } from '@hall/shared/commitment/figures.rules';
import { howComputed } from '@hall/shared/commitment/how-computed.rules';
import { subjectKindOf } from '@hall/shared/commitment/measurable-events';
import { dayOf } from '@hall/shared/kernel/day';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Ledger } from '../ledger/ledger.ts';
import { BrokenTimesQueries } from './broken-times.queries.ts';
import { Commitment, CommitmentVersion, PublishedFigure } from './commitment.entity.ts';
import type { CommitmentExplainedView, FigureCheckView } from './figure-check.dto.ts';
import { ledgerKeyOf } from './measured-facts.ts';

/** A sealed figure never changes, and counting what stands behind it is work: so many are remembered. */
const REMEMBERED = 200;

/** Shows a stranger what a published figure was computed from, and where to find it in the ledger. */
@Injectable()
export class FigureCheckQueries {
  private readonly known = new Map<string, FigureCheckView>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly ledger: Ledger,
    private readonly brokenTimes: BrokenTimesQueries,
    private readonly clock: Clock,
  ) {}

  /** @param period of the wording in force; the newest month when left out @throws NOT_FOUND also for a promise never published */
  async explained(code: string, period: string | undefined): Promise<CommitmentExplainedView> {
    const commitment = await this.dataSource.manager.findOneBy(Commitment, { code });
    if (!commitment) throw platformErrors.NOT_FOUND();
    const version = await this.inForce(commitment);
    if (!version) throw platformErrors.NOT_FOUND();
    const figures = await this.dataSource.manager.findBy(PublishedFigure, { commitmentVersionId: version.id });
    const wanted = period ?? figures.map((each) => each.period).filter((each) => each <= monthOf(dayOf(this.clock.now()))).sort().at(-1);
    const figure = figures.find((each) => each.period === wanted);
    const [check, broken] = figure ? await Promise.all([this.check(version, figure), this.brokenTimes.behind(version.id, figure)]) : [null, []];
    return { how: howComputed(version.rule), check, broken };
  }

  /** In force today, else the next to be, else the last that was: the same one the board shows. */
  private async inForce({ id }: Commitment): Promise<CommitmentVersion | null> {
    const today = dayOf(this.clock.now());
    const versions = (await this.dataSource.manager.findBy(CommitmentVersion, { commitmentId: id, state: 'published' })).sort((a, b) => a.number - b.number);
    return versions.find(({ inForceFrom, inForceTo }) => inForceFrom! <= today && (inForceTo === null || today <= inForceTo)) ?? versions.at(-1) ?? null;
  }

  private async check(version: CommitmentVersion, { period, asOf }: PublishedFigure): Promise<FigureCheckView | null> {
    const key = `figure:${version.id}:${period}:${asOf}`;
    const known = this.known.get(key);
    if (known) return known;
    const place = await this.ledger.placeOf(version.hallId, key);
    if (!place) return null;
    const { first, last } = daysOf(period, asOf);
    const kind = subjectKindOf(version.rule.from);
    const behind = `FROM measured_fact WHERE subject_kind = ? AND known_at <= ? AND subject_id IN (SELECT subject_id FROM fulfilment WHERE commitment_version_id = ? AND settles_on >= ? AND settles_on <= ?)`;
    const values = [kind, place.writtenAt, version.id, first, last];
    const [found] = await this.dataSource.query<{ facts: number | string; subjects: number | string; first_id: string | null; last_id: string | null }[]>(`SELECT COUNT(*) AS facts, COUNT(DISTINCT subject_id) AS subjects, MIN(id) AS first_id, MAX(id) AS last_id ${behind}`, values);
    // Visits stand in the order in which they were told; what is told by the day stands in none.
    const [sql, of] = kind === 'visit' ? ['SELECT fact_key FROM measured_fact WHERE id IN (?, ?)', [found!.first_id, found!.last_id]] : [`SELECT fact_key ${behind}`, values];
    const rows = await this.dataSource.query<{ fact_key: string }[]>(sql, of);
    const span = await this.ledger.spanOf(version.hallId, rows.map(({ fact_key }) => ledgerKeyOf(fact_key)));
    const view: FigureCheckView = {
      period, asOf, seq: place.seq, hash: place.hash, facts: Number(found!.facts), subjects: Number(found!.subjects),
      firstSeq: span?.first ?? null, lastSeq: span?.last ?? null, shortCode: await this.ledger.sealOver(version.hallId, place.seq),
    };
    if (view.shortCode !== null) {
      if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value!);
      this.known.set(key, view);
    }
    return view;
  }
}
