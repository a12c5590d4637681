import { FLAG_TIES, type FlagTie } from '@hall/shared/assessment/red-flag.rules';
import { ChoiceField, FlagField, IdField, IntField, ListField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const TIES = Object.keys(FLAG_TIES) as FlagTie[];

export class RedFlagWeights {
  @IntField({ min: 0, max: 1000 }) five: number;
  @IntField({ min: 0, max: 1000 }) pace: number;
  @IntField({ min: 0, max: 1000 }) kept: number;
  @IntField({ min: 0, max: 1000 }) services: number;
}

export class RedFlagFormulaInput {
  @TextField({ max: 7, pattern: MONTH, description: 'a month that has not begun' }) from: string;
  @ObjectField(() => RedFlagWeights, { description: 'thousandths' }) weights: RedFlagWeights;
  @IntField({ min: 1, max: 100_000, description: 'who served fewer does not take part' }) least: number;
  @IntField({ min: 1, max: 10 }) places: number;
  @ChoiceField(TIES) tie: FlagTie;
}

export class RedFlagTrialInput {
  @ObjectField(() => RedFlagFormulaInput) formula: RedFlagFormulaInput;
  @TextField({ max: 7, pattern: MONTH, description: 'whose visits are counted by it' }) month: string;
}

export class RedFlagPartView {
  @TextField() part: string;
  @TextField() label: string;
  @TextField() how: string;
  @IntField({ description: 'thousandths' }) weight: number;
}

export class RedFlagFormulaView extends RedFlagFormulaInput {
  @ListField(() => RedFlagPartView) parts: RedFlagPartView[];
  @TextField() tieLabel: string;
}

export class RedFlagWindowView {
  @TextField() label: string;
  @IntField() services: number;
  @IntField({ description: 'of these, with everything there' }) ready: number;
  @IntField({ description: 'of the ready ones, done within five minutes of the call' }) five: number;
  @IntField({ description: 'called and not served' }) lost: number;
  @TextField({ nullable: true, description: 'the middle of the times taken' }) pace: string | null;
  @TextField({ nullable: true, description: 'of a hundred; null when it does not take part' }) score: string | null;
  @FlagField() flagged: boolean;
}

export class RedFlagMonthView {
  @TextField() month: string;
  @TextListField({ description: 'the windows with the flag' }) flagged: string[];
  @ListField(() => RedFlagWindowView, { description: 'the best first' }) windows: RedFlagWindowView[];
}

export class RedFlagBoardView {
  @ObjectField(() => RedFlagFormulaView, { nullable: true, description: 'of this month' }) formula: RedFlagFormulaView | null;
  @ListField(() => RedFlagMonthView, { description: 'a year at most, the newest first' }) months: RedFlagMonthView[];
}

export class StaffRedFlagView extends RedFlagBoardView {
  @ListField(() => RedFlagFormulaView, { description: 'published for months to come' }) coming: RedFlagFormulaView[];
  @ObjectField(() => RedFlagFormulaInput, { description: 'to begin the next formula with' }) suggested: RedFlagFormulaInput;
  @ObjectField(() => RedFlagMonthView, { nullable: true, description: 'this month up to now; null without a formula' }) running: RedFlagMonthView | null;
}

export class RedFlagQuery {
  @IdField({ optional: true, description: 'the first hall when left out' }) hallId?: string;
}
