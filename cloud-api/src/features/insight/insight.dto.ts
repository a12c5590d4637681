import { OPEN_STATES, type OpenState } from '@hall/shared/calendar/opening.rules';
import { ChoiceField, DayField, FlagField, InstantField, IntField, ListField, NumberField, ObjectField, TextField } from '../../platform/http/fields.ts';
import { OverdueCountView } from '../deadlines/deadlines.dto.ts';
import { ClassWaitView } from '../hall/hall.dto.ts';

export class HourCountView {
  @IntField({ min: 0, max: 23 }) hour: number;
  @IntField() count: number;
}

export class DayRatingsView {
  @IntField({ description: 'of today, told in steps of five; 0 while there are too few' }) counted: number;
  @TextField({ description: 'the share of good ones in words, or that it is not told yet' }) goodWords: string;
  @NumberField({ nullable: true, description: 'from 0 to 1, the least it is; null when it is not told' }) goodLow: number | null;
}

/** A hall's day in numbers. Nobody's work can be read off any of them. */
export class HallTodayView {
  @InstantField() asOf: number;
  @DayField() day: string;
  @TextField() hallName: string;
  @ChoiceField(OPEN_STATES) openState: OpenState;
  @TextField({ nullable: true, description: 'name and post of whoever leads the hall today' }) dutyLeader: string | null;
  @IntField() windows: number;
  @IntField() windowsOpen: number;
  @IntField() windowsPaused: number;
  @IntField({ description: 'called or being served' }) atWindows: number;
  @ListField(() => ClassWaitView) waiting: ClassWaitView[];
  @IntField() served: number;
  @IntField({ description: 'left, missed or not served' }) lost: number;
  @NumberField({ nullable: true, description: 'of everybody called today, counted from when they could be called' }) medianWaitMinutes: number | null;
  @IntField({ nullable: true }) longestWaitMinutes: number | null;
  @ListField(() => HourCountView) servedByHour: HourCountView[];
  @ObjectField(() => DayRatingsView) ratings: DayRatingsView;
  @IntField({ description: 'what the hall owes somebody just now' }) owed: number;
  @IntField({ description: 'of these, past their due time' }) overdue: number;
  @ListField(() => OverdueCountView, { description: 'kinds with nothing open are left out' }) owedByKind: OverdueCountView[];
  @FlagField() demo: boolean;
}
