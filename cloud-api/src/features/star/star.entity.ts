import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import type { StarObjectionState, StarRoundState } from '@hall/shared/star/star.moves';
import type { StarMonth, TieRule } from '@hall/shared/star/star.rules';
import { DayColumn, Flag, Id, InstantColumn, Integer, Ref, Text, Version } from '../../platform/persistence/columns.ts';
import { Sealed } from '../../platform/persistence/sealed.ts';

/** One month's round. From the moment it opens only its state goes on. */
@Entity('star_round')
@Index('ux_star_round_month', ['monthKey'], { unique: true })
@Index('ix_star_round_state', ['hallId', 'state', 'closesAt'])
export class StarRound {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Text('month', 7) month: StarMonth;
  /** Hall and month while it stands, null once discarded: a month has one round. */
  @Text('month_key', 50, { nullable: true }) monthKey: string | null;
  /** How the ledger calls it, from its opening on. */
  @Text('code', 22, { nullable: true }) code: string | null;
  @Text('state', 10) state: StarRoundState;
  @Text('tie_rule', 8) tieRule: TieRule;
  @InstantColumn('opens_at') opensAt: number;
  @InstantColumn('closes_at') closesAt: number;
  /** Working days. */
  @Integer('objection_days') objectionDays: number;
  @Ref('created_by') createdBy: string;
  @Ref('opened_by', { nullable: true }) openedBy: string | null;
  @InstantColumn('opened_at', { nullable: true }) openedAt: number | null;
  @InstantColumn('closed_at', { nullable: true }) closedAt: number | null;
  @Integer('ballots', { nullable: true }) ballots: number | null;
  @Text('root', 64, { nullable: true }) root: string | null;
  @InstantColumn('published_at', { nullable: true }) publishedAt: number | null;
  /** The last day on which somebody may object; null while the calendar cannot tell. */
  @DayColumn('objections_until', { nullable: true }) objectionsUntil: string | null;
  @InstantColumn('final_at', { nullable: true }) finalAt: number | null;
  @Version() version: number;
}

@Entity('star_candidate')
@Index('ux_star_candidate', ['roundId', 'staffId'], { unique: true })
@Index('ix_star_candidate_staff', ['staffId', 'star'])
export class StarCandidate {
  @Id() id: string;
  @Ref('round_id') roundId: string;
  @ManyToOne(() => StarRound, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_star_candidate_round' })
  round?: StarRound;
  @Ref('staff_id') staffId: string;
  @Integer('position') position: number;
  @Text('reasons', 300) reasons: string;
  @Ref('nominated_by') nominatedBy: string;
  /** How the ledger calls this person, from the opening on. */
  @Text('code', 22, { nullable: true }) code: string | null;
  /** The figures below are taken down at the opening and said with it. */
  @Integer('served', { nullable: true }) served: number | null;
  @Integer('judged', { nullable: true }) judged: number | null;
  @Integer('rate', { nullable: true }) rate: number | null;
  @Integer('honours', { nullable: true }) honours: number | null;
  /** Counted after the end; null before, and where there were too few ballots to tell. */
  @Integer('votes', { nullable: true }) votes: number | null;
  /** The objection because of which this person stands no longer. */
  @Ref('struck_by_id', { nullable: true }) struckById: string | null;
  @Flag('star') star: boolean;
}

/** Who has voted, by a name that holds for this round alone. It tells neither when nor for whom. */
@Entity('star_roll', { withoutRowid: true })
export class StarRollEntry {
  @PrimaryColumn({ name: 'round_id', type: 'varchar', length: 36 }) roundId: string;
  @PrimaryColumn({ name: 'voter_mac', type: 'varchar', length: 64 }) voterMac: string;
  /** Set for all at once at the closing: see `StarCount`. */
  @Flag('counted') counted: boolean;
}

/** What was chosen, under a random name. It tells neither when nor by whom. */
@Entity('star_ballot', { withoutRowid: true })
@Index('ux_star_ballot_nonce', ['nonceHash'], { unique: true })
@Index('ix_star_ballot_round', ['roundId'])
export class StarBallot {
  @Id() id: string;
  @Ref('round_id') roundId: string;
  /** A candidate, as the ledger calls them. */
  @Text('choice', 22) choice: string;
  /** Recognises the voter's own retry: of random bytes only their phone knows. */
  @Text('nonce_hash', 64) nonceHash: string;
  @Flag('counted') counted: boolean;
}

@Entity('star_objection')
@Index('ix_star_objection_round', ['roundId', 'state'])
@Index('ix_star_objection_raiser', ['raisedBy', 'roundId'])
export class StarObjection {
  @Id() id: string;
  @Ref('hall_id') hallId: string;
  @Ref('round_id') roundId: string;
  @ManyToOne(() => StarRound, { onDelete: 'RESTRICT', onUpdate: 'RESTRICT' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'fk_star_objection_round' })
  round?: StarRound;
  /** Whom it is about; null when about the round itself. */
  @Ref('candidate_id', { nullable: true }) candidateId: string | null;
  @Text('raiser', 8) raiser: 'resident' | 'staff';
  @Ref('raised_by') raisedBy: string;
  @InstantColumn('raised_at') raisedAt: number;
  @Sealed('words_cipher', 'star-objection.words') wordsCipher: string;
  @Text('state', 10) state: StarObjectionState;
  /** For everybody to read, so it names nobody who objected. */
  @Text('answer', 300, { nullable: true }) answer: string | null;
  @Ref('answered_by', { nullable: true }) answeredBy: string | null;
  @InstantColumn('answered_at', { nullable: true }) answeredAt: number | null;
  @Version() version: number;
}
