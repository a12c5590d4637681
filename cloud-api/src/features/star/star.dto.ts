import type { TieRule } from '@hall/shared/star/star.rules';
import { MOST_CANDIDATES, OBJECTION_DAYS, REASONS_LENGTH, TIE_RULE_LABELS } from '@hall/shared/star/star.rules';
import { ChoiceField, DayField, FlagField, IdField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const TIES = Object.keys(TIE_RULE_LABELS) as TieRule[];
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export class StarHallQuery {
  @IdField({ optional: true, description: 'the first hall when left out' }) hallId?: string;
}

export class StarNomineeInput {
  @IdField() staffId: string;
  @TextField({ max: REASONS_LENGTH.most }) reasons: string;
}

export class StarDraftInput {
  @TextField({ max: 7, pattern: MONTH, description: 'YYYY-MM' }) month: string;
  @ChoiceField(TIES, { description: 'what decides a tie' }) tieRule: TieRule;
  @InstantField() opensAt: number;
  @InstantField() closesAt: number;
  @IntField({ min: OBJECTION_DAYS.least, max: OBJECTION_DAYS.most, description: 'working days' }) objectionDays: number;
  @ListField(() => StarNomineeInput, { max: MOST_CANDIDATES }) nominees: StarNomineeInput[];
  @IntField({ optional: true, min: 1, description: 'when a draft is changed' }) version?: number;
}

export class StarMoveInput {
  @IntField({ min: 1 }) version: number;
}

export class StarMonthQuery {
  @TextField({ max: 7, pattern: MONTH, description: 'YYYY-MM' }) month: string;
}

/** Somebody who may be nominated, with what is known of their month. */
export class StarNomineeView {
  @TextField() staffId: string;
  @TextField() name: string;
  @TextField() post: string;
  @TextField() badgeNumber: string;
  @TextField({ nullable: true }) photoUrl: string | null;
  @IntField({ description: 'services ended in the month' }) served: number;
  @IntField({ description: 'of those under the five-minute promise' }) judged: number;
  @IntField({ nullable: true, description: 'thousandths of those judged; null below five' }) rate: number | null;
  @IntField({ description: 'how often a star before' }) honours: number;
}

export class StarNomineeList {
  @ListField(() => StarNomineeView) items: StarNomineeView[];
}

export class StarCandidateView extends StarNomineeView {
  @TextField() id: string;
  @TextField({ nullable: true, description: 'how the ledger calls this person; null in a draft' }) code: string | null;
  @TextField() reasons: string;
  @IntField({ nullable: true, description: 'null until published, and of fewer than five ballots' }) votes: number | null;
  @TextField({ nullable: true, description: 'the answer to the objection because of which this person stands no longer' }) struckWhy: string | null;
  @FlagField() star: boolean;
}

export class StarRoundView {
  @TextField() id: string;
  @TextField({ nullable: true, description: 'how the ledger calls it; null in a draft' }) code: string | null;
  @TextField({ description: 'YYYY-MM' }) month: string;
  @TextField() monthLabel: string;
  @TextField() state: string;
  @TextField() stateLabel: string;
  @ChoiceField(TIES) tieRule: TieRule;
  @TextField() tieLabel: string;
  @InstantField() opensAt: number;
  @InstantField() closesAt: number;
  @FlagField({ description: 'votes are taken at this moment' }) takesVotes: boolean;
  @IntField() objectionDays: number;
  @DayField({ nullable: true }) objectionsUntil: string | null;
  @IntField({ nullable: true, description: 'null until published' }) ballots: number | null;
  @TextField({ nullable: true, description: 'of the tree over all ballots; null until counted' }) root: string | null;
  @ListField(() => StarCandidateView) candidates: StarCandidateView[];
}

export class StarRoundList {
  @ListField(() => StarRoundView) items: StarRoundView[];
}

export class StarOnShowPersonView {
  @TextField() name: string;
  @TextField() post: string;
  @IntField({ nullable: true }) votes: number | null;
}

/** The last round with a result, as a wall shows it. */
export class StarOnShowView {
  @TextField() roundId: string;
  @TextField({ description: 'YYYY-MM' }) month: string;
  @TextField() monthLabel: string;
  @IntField() ballots: number;
  @ListField(() => StarOnShowPersonView) stars: StarOnShowPersonView[];
}

export class StarShowcaseView {
  @ObjectField(() => StarOnShowView, { nullable: true, description: 'null before the first star' }) shown: StarOnShowView | null;
}

/** A round as the voter sees it. */
export class StarStandingView {
  @ObjectField(() => StarRoundView) round: StarRoundView;
  @FlagField() mayVote: boolean;
  @FlagField() voted: boolean;
  @TextField({ nullable: true, description: 'why not, and what to do' }) why: string | null;
  @TextField({ nullable: true, description: 'the code of that reason' }) whyCode: string | null;
  @FlagField() mayObject: boolean;
}

export class StarVoteInput {
  @IdField() candidateId: string;
  @TextField({ min: 32, max: 64, pattern: /^[0-9a-f]+$/, description: 'random, made and kept on the phone: the same one again gets the same receipt' }) nonce: string;
}

/** Whoever holds it can show how they voted. */
export class StarReceiptView {
  @TextField() roundId: string;
  @TextField({ description: 'how the ledger calls the round' }) round: string;
  @TextField() ballot: string;
  @TextField({ description: 'how the ledger calls whom it is for' }) choice: string;
  @TextField() candidateName: string;
  @TextField() monthLabel: string;
}

export class StarProofInput {
  @IdField() ballot: string;
}

export class StarProofStepView {
  @ChoiceField(['left', 'right']) side: 'left' | 'right';
  @TextField() hash: string;
}

export class StarProofView {
  @TextField() round: string;
  @TextField() ballot: string;
  @TextField() choice: string;
  @TextField() root: string;
  @IntField({ description: 'how many ballots stand under the root' }) ballots: number;
  @ListField(() => StarProofStepView, { max: 64 }) proof: StarProofStepView[];
}

export class StarObjectionInput {
  @IdField({ nullable: true, description: 'null when about the round itself' }) candidateId: string | null;
  @TextField({ min: 8, max: 500 }) words: string;
}

export class StarObjectionAnswer {
  @FlagField({ description: 'whoever it is about stands no longer' }) uphold: boolean;
  @TextField({ min: 4, max: 300, description: 'everybody may read it' }) words: string;
  @IntField({ min: 1 }) version: number;
}

export class StarObjectionView {
  @TextField() id: string;
  @TextField() raiser: string;
  @TextField({ nullable: true }) candidateName: string | null;
  @InstantField() raisedAt: number;
  @TextField() words: string;
  @TextField() state: string;
  @TextField() stateLabel: string;
  @TextField({ nullable: true }) answer: string | null;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class StarObjectionList {
  @ListField(() => StarObjectionView) items: StarObjectionView[];
}

export class StaffStarRoundView extends StarRoundView {
  @IntField({ nullable: true, description: 'how many have voted, in steps of five; null below five' }) turnout: number | null;
  @TextField() createdByName: string;
  @TextField({ nullable: true }) openedByName: string | null;
  @IntField() openObjections: number;
  @TextListField() actions: string[];
  @IntField() version: number;
}

export class StaffStarRoundList {
  @ListField(() => StaffStarRoundView) items: StaffStarRoundView[];
}
