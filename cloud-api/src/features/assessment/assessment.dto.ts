import { APPEAL_LABELS, type AppealState } from '@hall/shared/assessment/scorecard.rules';
import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const STATES = Object.keys(APPEAL_LABELS) as AppealState[];

export class AssessmentWeights {
  @IntField({ min: 0, max: 1000 }) served: number;
  @IntField({ min: 0, max: 1000 }) five: number;
  @IntField({ min: 0, max: 1000 }) kept: number;
  @IntField({ min: 0, max: 1000 }) once: number;
  @IntField({ min: 0, max: 1000 }) relays: number;
}

export class AssessmentFormulaInput {
  @TextField({ max: 7, pattern: MONTH, description: 'a month that has not begun' }) from: string;
  @ObjectField(() => AssessmentWeights, { description: 'thousandths' }) weights: AssessmentWeights;
  @IntField({ min: 1, max: 100_000, description: 'services in a month that earn the whole of that part' }) target: number;
}

export class AssessmentMonthQuery {
  @TextField({ optional: true, max: 7, pattern: MONTH, description: 'the month that runs when left out' }) month?: string;
}

export class ScorecardPartView {
  @TextField() part: string;
  @TextField() label: string;
  @IntField() good: number;
  @IntField() all: number;
  @IntField({ nullable: true, description: 'thousandths; null where nothing happened' }) points: number | null;
  @IntField({ description: 'thousandths' }) weight: number;
}

export class ScorecardFactView {
  @TextField() id: string;
  @DayField() day: string;
  @TextField() part: string;
  @TextField() label: string;
  @FlagField({ description: 'left out after an appeal' }) struck: boolean;
}

export class AppealView {
  @TextField() id: string;
  @TextField() staffName: string;
  @TextField() month: string;
  @TextField() words: string;
  @ListField(() => ScorecardFactView) facts: ScorecardFactView[];
  @ChoiceField(STATES) state: AppealState;
  @TextField() stateLabel: string;
  @InstantField() raisedAt: number;
  @TextField({ nullable: true }) decidedBy: string | null;
  @TextField({ nullable: true }) decisionWords: string | null;
  @FlagField({ description: 'by the reader' }) mayDecide: boolean;
  @IntField() version: number;
}

export class AppealList {
  @ListField(() => AppealView) items: AppealView[];
}

/** What the person can check against the ledger: sha256 of `salt|content` is the seal beside the name. */
export class ScorecardSealView {
  @TextField({ description: 'how the ledger calls the card' }) name: string;
  @TextField() salt: string;
  @TextField() content: string;
  @TextField() seal: string;
}

export class ScorecardView {
  @TextField({ description: 'empty while the month runs' }) id: string;
  @TextField() month: string;
  @TextField() holderKind: string;
  @TextField() holderName: string;
  @FlagField({ description: 'another stands in its place after an appeal' }) corrected: boolean;
  @TextField({ nullable: true, description: 'of a hundred' }) score: string | null;
  @ListField(() => ScorecardPartView) parts: ScorecardPartView[];
}

export class OwnScorecardView extends ScorecardView {
  @ListField(() => ScorecardFactView, { description: 'what counted against the person' }) against: ScorecardFactView[];
  @ObjectField(() => AppealView, { nullable: true }) appeal: AppealView | null;
  @FlagField() mayAppeal: boolean;
  @ObjectField(() => ScorecardSealView, { nullable: true }) seal: ScorecardSealView | null;
}

export class OwnScorecardList {
  @ObjectField(() => AssessmentFormulaInput, { nullable: true, description: 'of this month' }) formula: AssessmentFormulaInput | null;
  @ObjectField(() => OwnScorecardView, { nullable: true, description: 'this month up to now' }) running: OwnScorecardView | null;
  @ListField(() => OwnScorecardView, { description: 'sealed, the newest first' }) items: OwnScorecardView[];
}

export class AssessmentMonthView {
  @TextField() month: string;
  @TextListField({ description: 'sealed, the newest first' }) months: string[];
  @FlagField({ description: 'false while the month runs' }) sealed: boolean;
  @ObjectField(() => AssessmentFormulaInput, { nullable: true }) formula: AssessmentFormulaInput | null;
  @TextListField({ description: 'months from which another formula is published' }) coming: string[];
  @ObjectField(() => AssessmentFormulaInput) suggested: AssessmentFormulaInput;
  @ListField(() => ScorecardView) cards: ScorecardView[];
}

export class ScorecardList {
  @ListField(() => ScorecardView) items: ScorecardView[];
}

export class AppealInput {
  @TextListField({ max: 50, maxLength: 36, description: 'ids of what is not so' }) facts: string[];
  @TextField({ min: 4, max: 500 }) words: string;
}

export class AppealDecisionInput {
  @FlagField() agree: boolean;
  @TextField({ min: 2, max: 500 }) words: string;
  @IntField({ min: 1 }) version: number;
}
