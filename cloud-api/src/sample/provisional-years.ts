import { newYear, type YearOfDays } from '../platform/calendar/year-of-days.ts';

/**
 * For the demo only: a stand-in for a year whose official notice has not come out yet. The fixed-date holidays of the
 * 全国年节及纪念日放假办法 without any shifted days, labelled provisional wherever it is used.
 */
export function provisionalYear(year: number): YearOfDays {
  const holiday = (day: string, name: string) => ({ day: `${year}-${day}`, kind: 'holiday' as const, name: `${name}（暂定）` });
  return {
    ...newYear(year, true, '暂定：官方节假日安排尚未公布，仅供演示'),
    days: [
      holiday('01-01', '元旦'), holiday('05-01', '劳动节'), holiday('05-02', '劳动节'),
      ...['01', '02', '03', '04', '05', '06', '07'].map((day) => holiday(`10-${day}`, '国庆节')),
    ],
  };
}
