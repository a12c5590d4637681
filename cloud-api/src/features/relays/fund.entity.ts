import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { FailureReason, FailureState, FundKind, FundState } from '@hall/shared/relays/fund.moves';
import { BigInteger, DayColumn, Flag, Id, InstantColumn, Integer, Ref, Text, Version } from '../../platform/persistence/columns.ts';

/** Money of one kind for many people, due on one day 专项资金. Counts and amounts; whose money it is stands in the bank's own list. */
@Entity('fund_batch')
@Index('ux_fund_name', ['hallId', 'openName'], { unique: true })
@Index('ix_fund_hall', ['hallId', 'dueDay'])
export class FundBatch {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('name', 60) name: string;
  /** The name while it counts, null once void: a sheet imported twice makes nothing twice. */
  @Text('open_name', 60, { nullable: true }) openName: string | null;
  @Text('kind', 12) kind: FundKind;
  @DayColumn('due_day') dueDay: string;
  /** The end of the day its deadline falls on. */
  @InstantColumn('due_by') dueBy: number;
  @Integer('persons') persons: number;
  /** Fen. */
  @BigInteger('amount_fen') amountFen: number;
  @Text('state', 8) state: FundState;
  @Ref('owner_id') ownerId: string;
  @InstantColumn('created_at') createdAt: number;
  @InstantColumn('started_at', { nullable: true }) startedAt: number | null;
  /** When the bank had paid all it could. */
  @InstantColumn('paid_out_at', { nullable: true }) paidOutAt: number | null;
  /** When the last person had the money. */
  @InstantColumn('settled_at', { nullable: true }) settledAt: number | null;
  @Text('void_reason', 100, { nullable: true }) voidReason: string | null;
  /** As its deadline told; null while it runs. */
  @Flag('in_time', { nullable: true }) inTime: boolean | null;
  @Version() version: number;
}

/** Some of a batch whom the bank could not pay, for one reason. */
@Entity('fund_failure')
@Index('ix_fund_failure', ['batchId', 'state'])
export class FundFailure {
  @Id() id: string;
  @Ref('batch_id') batchId: string;
  @ManyToOne(() => FundBatch, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'batch_id', foreignKeyConstraintName: 'fk_fund_failure' })
  batch?: FundBatch;
  @Text('reason', 20) reason: FailureReason;
  @Integer('persons') persons: number;
  @BigInteger('amount_fen') amountFen: number;
  @Text('state', 8) state: FailureState;
  @Integer('tries') tries: number;
  @InstantColumn('found_at') foundAt: number;
  @InstantColumn('last_tried_at', { nullable: true }) lastTriedAt: number | null;
  @InstantColumn('settled_at', { nullable: true }) settledAt: number | null;
  @Version() version: number;
}
