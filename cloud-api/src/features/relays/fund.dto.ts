import { FAILURE_REASON_CODES, FUND_KIND_CODES, FUND_NAME_LENGTH, FUND_STATE_LABELS, MOST_BATCHES_AT_ONCE, type FailureReason, type FundKind, type FundOffer, type FundState } from '@hall/shared/relays/fund.moves';
import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const STATES = Object.keys(FUND_STATE_LABELS) as FundState[];

export class FundFailureView {
  @TextField() id: string;
  @ChoiceField(FAILURE_REASON_CODES) reason: FailureReason;
  @TextField() reasonLabel: string;
  @IntField() persons: number;
  @IntField() amountFen: number;
  @FlagField() settled: boolean;
  @IntField({ description: 'how often it was tried again' }) tries: number;
  @InstantField() foundAt: number;
  @InstantField({ nullable: true }) settledAt: number | null;
  @IntField() version: number;
}

export class FundBatchView {
  @TextField() id: string;
  @TextField() name: string;
  @ChoiceField(FUND_KIND_CODES) kind: FundKind;
  @TextField() kindLabel: string;
  @DayField() dueDay: string;
  @InstantField() dueBy: number;
  @IntField() persons: number;
  @IntField({ description: 'fen' }) amountFen: number;
  @ChoiceField(STATES) state: FundState;
  @TextField() stateLabel: string;
  @FlagField() overdue: boolean;
  @TextField() ownerName: string;
  @IntField({ description: 'persons not paid yet, because the bank could not' }) failing: number;
  @IntField() retried: number;
  @InstantField({ nullable: true }) paidOutAt: number | null;
  @InstantField({ nullable: true }) settledAt: number | null;
  @ListField(() => FundFailureView) failures: FundFailureView[];
  @TextListField() actions: FundOffer[];
  @IntField() version: number;
}

export class FundBatchList {
  @ListField(() => FundBatchView) items: FundBatchView[];
}

export class FundWishInput {
  @TextField({ min: 1, max: FUND_NAME_LENGTH }) name: string;
  @ChoiceField(FUND_KIND_CODES) kind: FundKind;
  @DayField() dueDay: string;
  @IntField() persons: number;
  @IntField({ description: 'fen' }) amountFen: number;
}

export class FundBatchesInput {
  @ListField(() => FundWishInput, { min: 1, max: MOST_BATCHES_AT_ONCE }) batches: FundWishInput[];
}

export class FundImportProblemView {
  @IntField() row: number;
  @TextField() message: string;
}

/** Nothing is saved yet: what is right is sent back as batches. */
export class FundImportView {
  @ListField(() => FundWishInput) batches: FundWishInput[];
  @ListField(() => FundImportProblemView) problems: FundImportProblemView[];
}

export class FundMove {
  @IntField({ min: 1 }) version: number;
}

export class FundVoid {
  @IntField({ min: 1 }) version: number;
  @TextField({ min: 1, max: 100 }) reason: string;
}

export class FundFailureInput {
  @IntField({ min: 1 }) version: number;
  @ChoiceField(FAILURE_REASON_CODES) reason: FailureReason;
  @IntField({ min: 1 }) persons: number;
  @IntField({ min: 1, description: 'fen' }) amountFen: number;
}

export class FundRetry {
  @IntField({ min: 1, description: 'of the failure' }) version: number;
  @FlagField({ description: 'whether the money arrived this time' }) settled: boolean;
}

/** In persons; `retried` in attempts. */
export class FundCountsView {
  @IntField() due: number;
  @IntField() paidInTime: number;
  @IntField() paidLate: number;
  @IntField() unpaid: number;
  @IntField() failed: number;
  @IntField() retried: number;
}

export class PublishedFundKindView extends FundCountsView {
  @ChoiceField(FUND_KIND_CODES) kind: FundKind;
  @TextField() label: string;
  @IntField() batches: number;
}

export class PublishedFundsView {
  @TextField({ description: 'YYYY-MM-DD' }) since: string;
  @InstantField() asOf: number;
  @ObjectField(() => FundCountsView) total: FundCountsView;
  @ListField(() => PublishedFundKindView) items: PublishedFundKindView[];
}
