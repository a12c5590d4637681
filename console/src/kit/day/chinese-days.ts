import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

// The pickers name months and weekdays, and begin their weeks, as this library says; not as the browser's language does.
dayjs.locale('zh-cn');

/** A `YYYY-MM-DD` day as the pickers want it; null stays null. */
export const pickerDay = (day: string | null): dayjs.Dayjs | null => (day === null || day === '' ? null : dayjs(day, 'YYYY-MM-DD'));

/** An `HH:mm` clock as the pickers want it; null stays null. */
export const pickerClock = (clock: string | null): dayjs.Dayjs | null => (clock === null || clock === '' ? null : dayjs(`2000-01-01T${clock}:00`));

export const dayOfPicker = (value: dayjs.Dayjs | null): string | null => (value === null ? null : value.format('YYYY-MM-DD'));

export const clockOfPicker = (value: dayjs.Dayjs | null): string | null => (value === null ? null : value.format('HH:mm'));
