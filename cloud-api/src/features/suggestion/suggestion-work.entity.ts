import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { PlanState } from '@hall/shared/suggestion/plan.moves';
import type { SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';
import { Suggestion } from './suggestion.entity.ts';

/** The rectification plan of one round. */
@Entity('suggestion_plan')
@Index('ux_suggestion_plan', ['suggestionId', 'round'], { unique: true })
@Index('ix_suggestion_plan_state', ['state', 'ownerId'])
export class SuggestionPlan {
  @Id() id: string;
  @Ref('suggestion_id') suggestionId: string;
  @ManyToOne(() => Suggestion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_plan' })
  suggestion?: Suggestion;
  @Integer('round') round: number;
  @Text('state', 12) state: PlanState;
  @LongText('measure') measure: string;
  @Ref('owner_id') ownerId: string;
  @DayColumn('due_on') dueOn: string;
  @Text('metric', 80) metric: string;
  @Text('target', 80) target: string;
  @Integer('observe_days') observeDays: number;
  @Text('return_reason', 200, { nullable: true }) returnReason: string | null;
  @Ref('published_by', { nullable: true }) publishedBy: string | null;
  @DayColumn('published_on', { nullable: true }) publishedOn: string | null;
  @DayColumn('carried_out_on', { nullable: true }) carriedOutOn: string | null;
  @DayColumn('observe_until', { nullable: true }) observeUntil: string | null;
  /** What was really counted in the end. */
  @Text('measured', 200, { nullable: true }) measured: string | null;
  @DayColumn('measured_on', { nullable: true }) measuredOn: string | null;
  @Version() version: number;
}

/** An answer or its correction. While it is drafted `draftOf` names the suggestion: there is one draft at a time. */
@Entity('suggestion_answer')
@Index('ux_suggestion_answer_draft', ['draftOf'], { unique: true })
@Index('ix_suggestion_answer', ['suggestionId'])
export class SuggestionAnswer {
  @Id() id: string;
  @Ref('suggestion_id') suggestionId: string;
  @ManyToOne(() => Suggestion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_answer' })
  suggestion?: Suggestion;
  @Ref('draft_of', { nullable: true }) draftOf: string | null;
  @Integer('round') round: number;
  @Text('kind', 12) kind: 'answer' | 'correction';
  @Sealed('text_cipher', 'suggestion-answer.text') textCipher: string;
  /** Why the answer needs no plan. */
  @Text('no_plan_reason', 200, { nullable: true }) noPlanReason: string | null;
  @Ref('written_by') writtenBy: string;
  @Ref('published_by', { nullable: true }) publishedBy: string | null;
  @DayColumn('published_on', { nullable: true }) publishedOn: string | null;
  /** The order in which they were published. */
  @Integer('position') position: number;
  @Version() version: number;
}

/** What staff tell each other; never its author, never the public. */
@Entity('suggestion_note')
@Index('ix_suggestion_note', ['suggestionId'])
export class SuggestionNote {
  @Id() id: string;
  @Ref('suggestion_id') suggestionId: string;
  @ManyToOne(() => Suggestion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_note' })
  suggestion?: Suggestion;
  @Sealed('text_cipher', 'suggestion-note.text') textCipher: string;
  @Ref('written_by') writtenBy: string;
  @InstantColumn('at') at: number;
}

/** Words an answer may begin with. */
@Entity('suggestion_template')
@Index('ix_suggestion_template', ['hallId', 'retired'])
export class SuggestionTemplate {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('title', 40) title: string;
  @LongText('text') text: string;
  @Text('topic', 20, { nullable: true }) topic: SuggestionTopic | null;
  @Flag('retired') retired: boolean;
  @Ref('written_by') writtenBy: string;
  @InstantColumn('created_at') createdAt: number;
  @Version() version: number;
}
