import { Type } from 'class-transformer';
import { PERIOD_STEPS, type PeriodStep } from '@hall/shared/insight/period.rules';
import { ChoiceField, DayField, IdField, InstantField, IntField, ListField, NumberField, ObjectField, TextField, TextListField } from '../../platform/http/fields.ts';
import { RatingTrendView } from '../rating/rating-figures.dto.ts';

export const INSIGHT_SHEETS = ['visits', 'fulfilment', 'ratings', 'voices'] as const;
export type InsightSheet = (typeof INSIGHT_SHEETS)[number];

export class InsightPeriodQuery {
  @DayField() from: string;
  @DayField({ description: 'included' }) to: string;
  @ChoiceField(PERIOD_STEPS) by: PeriodStep;
}

export class InsightSheetQuery extends InsightPeriodQuery {
  @ChoiceField(INSIGHT_SHEETS) sheet: InsightSheet;
}

export class InsightVisitQuery {
  @DayField() day: string;
  @IdField({ optional: true }) windowId?: string;
  @TextField({ optional: true, max: 64 }) matterId?: string;
  @Type(() => Number) @IntField({ optional: true, min: 0, max: 100_000 }) skip?: number;
}

/** Visits added up. Waits are counted from when somebody could be called to the first call, services from the call to the end, pauses left out. */
export class InsightVisitSumsView {
  @IntField() taken: number;
  @IntField() served: number;
  @IntField() left: number;
  @IntField() unserved: number;
  @IntField({ nullable: true, description: 'whole minutes' }) medianWait: number | null;
  @IntField({ nullable: true, description: 'nine of ten waited no longer' }) longWait: number | null;
  @IntField({ nullable: true }) medianService: number | null;
}

export class InsightBucketView extends InsightVisitSumsView {
  @DayField() from: string;
  @DayField() to: string;
  @TextField() label: string;
  @IntField() suggestionsReceived: number;
  @IntField() suggestionsReplied: number;
  @IntField() enquiriesAsked: number;
  @IntField() enquiriesAnswered: number;
}

export class InsightPartView extends InsightVisitSumsView {
  @TextField() id: string;
  @TextField() label: string;
}

export class InsightOutcomeView {
  @DayField() from: string;
  @IntField() met: number;
  @IntField() broken: number;
  @IntField() excluded: number;
  @NumberField({ nullable: true, description: 'thousandths of those judged; null below five' }) rate: number | null;
}

export class InsightPromiseView {
  @TextField() commitmentId: string;
  @TextField() wording: string;
  @ListField(() => InsightOutcomeView, { description: 'one for each column of the chart' }) points: InsightOutcomeView[];
  @ObjectField(() => InsightOutcomeView) whole: InsightOutcomeView;
}

export class InsightPeriodView {
  @DayField() from: string;
  @DayField() to: string;
  @ChoiceField(PERIOD_STEPS) by: PeriodStep;
  @InstantField() asOf: number;
  @TextField() hallName: string;
  @ListField(() => InsightBucketView) buckets: InsightBucketView[];
  @ObjectField(() => InsightVisitSumsView) whole: InsightVisitSumsView;
  @ListField(() => InsightPartView) windows: InsightPartView[];
  @ListField(() => InsightPartView) matters: InsightPartView[];
  @ListField(() => InsightPromiseView) promises: InsightPromiseView[];
  @ListField(() => RatingTrendView, { description: 'the months of the period, told as everywhere: nothing below five' }) ratings: RatingTrendView[];
  @TextListField() notes: string[];
}

/** One visit behind a column. Whose it was is not shown. */
export class InsightVisitView {
  @TextField() ticketId: string;
  @TextField() number: string;
  @TextField() stateLabel: string;
  @TextListField() matterNames: string[];
  @TextField({ nullable: true }) windowLabel: string | null;
  @InstantField() takenAt: number;
  @InstantField({ nullable: true }) calledAt: number | null;
  @InstantField({ nullable: true }) endedAt: number | null;
  @IntField({ nullable: true, description: 'whole minutes' }) waited: number | null;
  @IntField({ nullable: true }) serviceTook: number | null;
}

export class InsightVisitPage {
  @ListField(() => InsightVisitView) items: InsightVisitView[];
  @IntField() count: number;
}
