import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThanOrEqual, Not } from 'typeorm';
import { dayOf, yearOf } from '@hall/shared/kernel/day';
import { FAILURE_REASONS, FUND_KINDS, FUND_KIND_CODES, FUND_STATE_LABELS, fundCounts, fundOffers, type FundCountFacts } from '@hall/shared/relays/fund.moves';
import type { StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import type { FundBatchView, PublishedFundsView } from './fund.dto.ts';
import { FundBatch, FundFailure } from './fund.entity.ts';
import { fundFacts, mayVoid } from './fund.service.ts';

const SHOWN = 200;

/** Batches for those who pay them, and the counts for everybody. */
@Injectable()
export class FundQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly people: People,
    private readonly halls: Halls,
    private readonly clock: Clock,
  ) {}

  /** The latest due day first; void ones are left out. */
  async list(actor: StaffActor): Promise<FundBatchView[]> {
    return this.views(actor, await this.dataSource.manager.find(FundBatch, { where: { hallId: actor.hallId, state: Not('void') }, order: { dueDay: 'DESC', id: 'DESC' }, take: SHOWN }));
  }

  /** @throws NOT_FOUND */
  async one(actor: StaffActor, id: string): Promise<FundBatchView> {
    const row = await this.dataSource.manager.findOneBy(FundBatch, { id, hallId: actor.hallId });
    if (!row) throw platformErrors.NOT_FOUND();
    return (await this.views(actor, [row]))[0]!;
  }

  /** For everybody: persons due since the first of January, and what became of them. */
  async published(): Promise<PublishedFundsView> {
    const now = this.clock.now();
    const since = `${yearOf(dayOf(now))}-01-01`;
    const rows = await this.dataSource.manager.find(FundBatch, { where: { hallId: await this.halls.defaultHallId(), state: Not('void'), dueDay: MoreThanOrEqual(since) } });
    const failures = await this.failuresOf(rows);
    const facts = (kind?: string): FundCountFacts[] => rows.filter((row) => !kind || row.kind === kind).map((row) => ({ ...row, failures: failures.filter((each) => each.batchId === row.id) }));
    const items = FUND_KIND_CODES.flatMap((kind) => {
      const counts = fundCounts(facts(kind), now);
      return counts.due === 0 ? [] : [{ kind, label: FUND_KINDS[kind], batches: facts(kind).filter((batch) => now > batch.dueBy || batch.paidOutAt !== null).length, ...counts }];
    });
    return { since, asOf: now, total: fundCounts(facts(), now), items };
  }

  private async views(actor: StaffActor, rows: readonly FundBatch[]): Promise<FundBatchView[]> {
    const [all, names] = await Promise.all([this.failuresOf(rows), this.people.staffNames(rows.map((row) => row.ownerId))]);
    const now = this.clock.now();
    return rows.map((row) => {
      const failures = all.filter((each) => each.batchId === row.id);
      const facts = fundFacts(row, failures);
      return {
        id: row.id, name: row.name, kind: row.kind, kindLabel: FUND_KINDS[row.kind], dueDay: row.dueDay, dueBy: row.dueBy, persons: row.persons, amountFen: row.amountFen, state: row.state,
        stateLabel: row.state === 'paying' && facts.paidOut ? '个别未发成' : FUND_STATE_LABELS[row.state], overdue: (row.state === 'due' || row.state === 'paying') && now > row.dueBy, ownerName: names.get(row.ownerId) ?? '',
        failing: facts.failing, retried: failures.reduce((sum, { tries }) => sum + tries, 0), paidOutAt: row.paidOutAt, settledAt: row.settledAt,
        failures: failures.map(({ id, reason, persons, amountFen, state, tries, foundAt, settledAt, version }) => ({ id, reason, reasonLabel: FAILURE_REASONS[reason], persons, amountFen, settled: state === 'settled', tries, foundAt, settledAt, version })),
        actions: fundOffers(facts).filter((offer) => offer !== 'void' || mayVoid(row, actor.id, now)), version: row.version,
      };
    });
  }

  private failuresOf(rows: readonly FundBatch[]): Promise<FundFailure[]> {
    return rows.length === 0 ? Promise.resolve([]) : this.dataSource.manager.find(FundFailure, { where: { batchId: In(rows.map(({ id }) => id)) }, order: { id: 'ASC' } });
  }
}
