import type { CalendarYearList, CalendarYearView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { calendarOf } from './official-calendar.view.ts';

export const CALENDAR_KEY = ['calendar-years'] as const;

/** The years the hall can compute with. They change a few times a year. */
export const useCalendarYears = () => useQuery({ queryKey: CALENDAR_KEY, queryFn: () => api.get<CalendarYearList>('/staff/calendar-years'), staleTime: 600_000 });

/** Which days are worked, this year and in the years to come that are loaded. */
export const useOfficialCalendar = () => useQuery({
  queryKey: [...CALENDAR_KEY, 'days'], staleTime: 600_000,
  queryFn: async () => {
    const { thisYear, items } = await api.get<CalendarYearList>('/staff/calendar-years');
    return calendarOf(await Promise.all(items.filter(({ year }) => year >= thisYear).map(({ year }) => api.get<CalendarYearView>(`/staff/calendar-years/${year}`))));
  },
});
