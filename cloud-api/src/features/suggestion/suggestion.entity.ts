import { Entity, Index, JoinColumn, ManyToOne } from 'typeorm';
import type { ContentVerdict, DeclineReason, PublicFace, SuggestionIdentity, SuggestionTopic, SuggestionVisibility } from '@hall/shared/suggestion/suggestion.rules';
import type { SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { DayColumn, Flag, Id, Integer, LongText, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** How it came: through a phone or a browser, or on a slip out of the box on the wall. */
export type SuggestionWay = 'online' | 'paper';

/**
 * One suggestion. The row knows days and no finer time, and no account: who wrote a named one stands in `suggestion_author`,
 * and for an anonymous one nowhere.
 */
@Entity('suggestion', { withoutRowid: true })
@Index('ux_suggestion_number', ['number'], { unique: true })
@Index('ux_suggestion_tracking', ['trackingHash'], { unique: true })
@Index('ux_suggestion_nonce', ['nonceHash'], { unique: true })
@Index('ix_suggestion_face', ['hallId', 'face', 'receivedOn', 'id'])
@Index('ix_suggestion_newest', ['hallId', 'receivedOn', 'id'])
@Index('ix_suggestion_supported', ['hallId', 'supporters', 'receivedOn', 'id'])
@Index('ix_suggestion_verdict', ['hallId', 'verdict', 'state'])
@Index('ix_suggestion_list', ['hallId', 'state', 'receivedOn'])
@Index('ix_suggestion_owner', ['ownerId', 'state'])
@Index('ix_suggestion_merged', ['mergedIntoId'])
@Index('ix_suggestion_upkeep', ['upkeep', 'receivedOn'])
export class Suggestion {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  /** For people: the day and four random signs. Never counted up, because a count is an order. */
  @Text('number', 16) number: string;
  @Text('identity', 10) identity: SuggestionIdentity;
  @Text('way', 8) way: SuggestionWay;
  @Text('topic', 20) topic: SuggestionTopic;
  /** As it was written; never changed. */
  @Sealed('text_cipher', 'suggestion.text') textCipher: string;
  @Flag('wishes_public') wishesPublic: boolean;
  @Text('state', 12) state: SuggestionState;
  @Text('verdict', 10) verdict: ContentVerdict;
  /** Why it is not shown; everybody may read it. */
  @Text('review_reason', 200, { nullable: true }) reviewReason: string | null;
  @Text('visibility', 8) visibility: SuggestionVisibility;
  @Text('face', 10) face: PublicFace;
  /** What everybody may read instead of the original. */
  @LongText('public_text', { nullable: true }) publicText: string | null;
  /** How many pairs of signs the public wording has: what likeness is measured against. */
  @Integer('pair_count') pairCount: number;
  @DayColumn('received_on') receivedOn: string;
  @DayColumn('changed_on') changedOn: string;
  /** Grows each time the author is not content: plan and answer belong to one round. */
  @Integer('round') round: number;
  @Integer('reopened') reopened: number;
  @Ref('owner_id', { nullable: true }) ownerId: string | null;
  @Ref('assigned_by', { nullable: true }) assignedBy: string | null;
  @Text('decline_reason', 20, { nullable: true }) declineReason: DeclineReason | null;
  /** Where it was sent, or why it was not taken up, in words for everybody. */
  @LongText('closing_words', { nullable: true }) closingWords: string | null;
  @Ref('merged_into_id', { nullable: true }) mergedIntoId: string | null;
  @Integer('supporters') supporters: number;
  @Text('tracking_hash', 64, { nullable: true }) trackingHash: string | null;
  /** Recognises a retry of an anonymous submission; forgotten by the daily upkeep. */
  @Text('nonce_hash', 64, { nullable: true }) nonceHash: string | null;
  /** An anonymous author did something, and what the hall owes now is not written yet: the daily upkeep does it, so that no row tells when. */
  @Flag('upkeep') upkeep: boolean;
  @Ref('opening_id', { nullable: true }) openingId: string | null;
  @Version() version: number;
}

/** Whose a named one is. */
@Entity('suggestion_author')
@Index('ix_suggestion_author', ['residentId'])
export class SuggestionAuthor {
  @Id('suggestion_id') suggestionId: string;
  @ManyToOne(() => Suggestion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_author' })
  suggestion?: Suggestion;
  @Ref('resident_id') residentId: string;
}

export type StepKind = 'received' | 'accept' | 'redirect' | 'decline' | 'merge' | 'separate' | 'assign' | 'take' | 'hand-back' | 'propose' | 'return' | 'plan' | 'progress' | 'carry-out' | 'hold' | 'vouch' | 'fall-short' | 'reply' | 'correct'
  | 'confirm' | 'reopen' | 'settle' | 'close' | 'withdraw' | 'pass' | 'hide' | 'word';

/** One step of its life, in its order within the suggestion and on its day. */
@Entity('suggestion_step', { withoutRowid: true })
@Index('ux_suggestion_step', ['suggestionId', 'position'], { unique: true })
export class SuggestionStep {
  @Id() id: string;
  @Ref('suggestion_id') suggestionId: string;
  @ManyToOne(() => Suggestion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_step' })
  suggestion?: Suggestion;
  @Integer('position') position: number;
  @Text('kind', 20) kind: StepKind;
  @DayColumn('on_day') onDay: string;
  @Text('by_kind', 10) byKind: 'author' | 'staff' | 'hall';
  @Ref('by_id', { nullable: true }) byId: string | null;
  @Sealed('words_cipher', 'suggestion-step.words', { nullable: true }) wordsCipher: string | null;
  /** Whether everybody may read the words; if not, the author and staff. */
  @Flag('open') open: boolean;
}

/** A picture nobody signed in for. Before it belongs to a suggestion only its token, kept by the phone, finds it. */
@Entity('anonymous_picture', { withoutRowid: true })
@Index('ux_anonymous_picture_token', ['tokenHash'], { unique: true })
@Index('ux_anonymous_picture_file', ['fileId'], { unique: true })
@Index('ux_anonymous_picture_thumb', ['thumbFileId'], { unique: true })
@Index('ix_anonymous_picture', ['suggestionId'])
export class AnonymousPicture {
  @Id() id: string;
  @Text('token_hash', 64, { nullable: true }) tokenHash: string | null;
  @Text('file_id', 32) fileId: string;
  @Text('thumb_file_id', 32) thumbFileId: string;
  @Integer('width') width: number;
  @Integer('height') height: number;
  @DayColumn('came_on') cameOn: string;
  @Ref('suggestion_id', { nullable: true }) suggestionId: string | null;
  @ManyToOne(() => Suggestion, { nullable: true, onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_anonymous_picture' })
  suggestion?: Suggestion | null;
}

/** An account that says "me too". */
@Entity('suggestion_supporter')
@Index('ix_suggestion_supporter', ['residentId'])
export class SuggestionSupporter {
  @Id('suggestion_id') suggestionId: string;
  @ManyToOne(() => Suggestion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_supporter' })
  suggestion?: Suggestion;
  @Ref('resident_id', { primary: true }) residentId: string;
}

/** The index public wordings are searched and compared by: each single sign and each pair of signs of each, the newest day first to be read. */
@Entity('suggestion_gram', { withoutRowid: true })
@Index('ix_suggestion_gram', ['suggestionId'])
export class SuggestionGram {
  @Ref('hall_id', { primary: true }) hallId: string;
  @Text('gram', 12, { primary: true }) gram: string;
  @DayColumn('received_on', { primary: true }) receivedOn: string;
  @Ref('suggestion_id', { primary: true }) suggestionId: string;
  @ManyToOne(() => Suggestion, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'suggestion_id', foreignKeyConstraintName: 'fk_suggestion_gram' })
  suggestion?: Suggestion;
}
