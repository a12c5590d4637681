import { DayField, FlagField, IdField, IntField, ListField, NumberField, TextField, TextListField } from '../../platform/http/fields.ts';

export class RatingFigureQuery {
  @TextField({ optional: true, max: 7, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, description: 'YYYY-MM; the newest when left out' }) month?: string;
  @IdField({ optional: true, description: 'the first hall when left out' }) hallId?: string;
}

export class RatingMonthQuery {
  @TextField({ optional: true, max: 7, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, description: 'YYYY-MM; this month when left out' }) month?: string;
}

/** A share with what it is a share of. Bounds instead of a number where few people stand behind one side of it. */
export class RatingFigureView {
  @TextField() code: string;
  @TextField() label: string;
  @TextField({ description: 'how it is counted' }) how: string;
  @IntField({ nullable: true, description: 'what it is a share of; null below five' }) n: number | null;
  @IntField({ nullable: true, description: 'when n itself is only known to lie between the two' }) nMost: number | null;
  @TextField({ description: 'people, or ratings, that n counts' }) unit: string;
  @NumberField({ nullable: true, description: '0 to 1; equal to high when exact' }) low: number | null;
  @NumberField({ nullable: true }) high: number | null;
  @TextField() words: string;
}

export class RatingMatterFiguresView {
  @TextField() label: string;
  @ListField(() => RatingFigureView) figures: RatingFigureView[];
}

export class RatingTrendView {
  @TextField() month: string;
  @ListField(() => RatingFigureView) figures: RatingFigureView[];
}

export class RatingFiguresView {
  @IdField() hallId: string;
  @TextField() hallName: string;
  @TextField() month: string;
  @FlagField({ description: 'every invitation of the month has run out' }) settled: boolean;
  @DayField() publishedOn: string;
  @TextListField({ description: 'months that can be asked for, the newest first' }) months: string[];
  @ListField(() => RatingFigureView) figures: RatingFigureView[];
  @ListField(() => RatingFigureView, { description: 'the three satisfactions' }) satisfactions: RatingFigureView[];
  @ListField(() => RatingMatterFiguresView) matters: RatingMatterFiguresView[];
  @ListField(() => RatingTrendView, { description: 'up to twelve months, the oldest first' }) trend: RatingTrendView[];
  @TextListField() notes: string[];
}
