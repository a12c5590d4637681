import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { BoxOpeningState } from '@hall/shared/suggestion/box.moves';
import { DayColumn, Id, InstantColumn, Integer, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Suggestion } from './suggestion.entity.ts';

/** One printing of slips. */
@Entity('slip_batch')
@Index('ux_slip_batch', ['hallId', 'batch'], { unique: true })
export class SlipBatch {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** Counts up within the hall. */
  @Integer('batch') batch: number;
  @Integer('slips') slips: number;
  @Ref('printed_by') printedBy: string;
  @InstantColumn('printed_at') printedAt: number;
}

/** A printed slip: its serial is public, its code stands on the paper alone. Used once. */
@Entity('suggestion_slip', { withoutRowid: true })
@Index('ux_suggestion_slip', ['hallId', 'serial'], { unique: true })
@Index('ux_suggestion_slip_code', ['codeHash'], { unique: true })
@Index('ux_suggestion_slip_used', ['suggestionId'], { unique: true })
export class SuggestionSlip {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('serial', 12) serial: string;
  @Text('code_hash', 64) codeHash: string;
  @Ref('suggestion_id', { nullable: true }) suggestionId: string | null;
  @ManyToOne(() => Suggestion, { nullable: true, onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_slip' })
  suggestion?: Suggestion | null;
}

/** One opening of the box on the wall, by two people. */
@Entity('box_opening')
@Index('ux_box_opening', ['hallId', 'plannedFor'], { unique: true })
export class BoxOpening {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @DayColumn('planned_for') plannedFor: string;
  @Text('state', 10) state: BoxOpeningState;
  @Ref('first_id', { nullable: true }) firstId: string | null;
  @InstantColumn('begun_at', { nullable: true }) begunAt: number | null;
  @Ref('second_id', { nullable: true }) secondId: string | null;
  @InstantColumn('opened_at', { nullable: true }) openedAt: number | null;
  /** Slips that lay in the box, counted by the two. */
  @Integer('counted', { nullable: true }) counted: number | null;
  @Integer('entered') entered: number;
  @Ref('finished_by', { nullable: true }) finishedBy: string | null;
  @InstantColumn('finished_at', { nullable: true }) finishedAt: number | null;
  @Version() version: number;
}

/** An opening was put on another day; nothing of it is ever changed. */
@Entity('box_move')
@Index('ix_box_move', ['openingId'])
@Index('ix_box_move_from', ['hallId', 'fromDay'])
export class BoxMove {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('opening_id') openingId: string;
  @ManyToOne(() => BoxOpening, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'opening_id', foreignKeyConstraintName: 'fk_box_move' })
  opening?: BoxOpening;
  @DayColumn('from_day') fromDay: string;
  @DayColumn('to_day') toDay: string;
  @Text('reason', 200) reason: string;
  @Ref('moved_by') movedBy: string;
  @InstantColumn('moved_at') movedAt: number;
}
