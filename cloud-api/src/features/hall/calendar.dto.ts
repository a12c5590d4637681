import { ChoiceField, FlagField, InstantField, IntField, ListField, ObjectField, TextField } from '../../platform/http/fields.ts';

export class CalendarYearSummaryView {
  @IntField() year: number;
  @FlagField({ description: 'true until the official notice is loaded' }) provisional: boolean;
  @TextField() source: string;
  @InstantField() loadedAt: number;
  @IntField() holidays: number;
  @IntField({ description: '调休上班' }) extraWorkdays: number;
}

export class CalendarYearList {
  @IntField({ description: 'the present year in the hall' }) thisYear: number;
  @ListField(() => CalendarYearSummaryView) items: CalendarYearSummaryView[];
}

/** Rows are judged by the rules of the calendar, not here, so that all wrong ones are named at once. */
export class CalendarDayView {
  @TextField({ max: 40, description: 'YYYY-MM-DD' }) day: string;
  @TextField({ max: 20, description: 'holiday or workday' }) kind: string;
  @TextField({ max: 200 }) name: string;
}

export class CalendarLoadingView {
  @IntField({ description: 'counts from 1 within the year' }) number: number;
  @FlagField() provisional: boolean;
  @TextField() source: string;
  @InstantField() loadedAt: number;
  @TextField({ nullable: true, description: 'null: came with the programme' }) loadedByName: string | null;
  @ListField(() => CalendarDayView) days: CalendarDayView[];
}

export class CalendarYearView extends CalendarYearSummaryView {
  @ListField(() => CalendarDayView) days: CalendarDayView[];
  @ListField(() => CalendarLoadingView, { description: 'every loading of it, the newest first: any of them may be loaded again' }) loadings: CalendarLoadingView[];
}

export class CalendarYearRequest {
  @IntField({ min: 2000, max: 2100 }) year: number;
  @FlagField() provisional: boolean;
  @TextField({ max: 400 }) source: string;
  @ListField(() => CalendarDayView, { max: 366 }) days: CalendarDayView[];
  @InstantField({ nullable: true, description: '`loadedAt` of the year this one takes the place of; null when there is none' }) replaces: number | null;
}

export class CalendarChangeView {
  @TextField() day: string;
  @ObjectField(() => CalendarDayView, { nullable: true }) before: CalendarDayView | null;
  @ObjectField(() => CalendarDayView, { nullable: true }) after: CalendarDayView | null;
}

export class CalendarPreviewView {
  @IntField() year: number;
  @ChoiceField(['new', 'official', 'correction'], { description: 'new: nothing was there; official: takes the place of a provisional year' }) effect: 'new' | 'official' | 'correction';
  @ListField(() => CalendarChangeView) changes: CalendarChangeView[];
}
