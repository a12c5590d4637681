import type { CalendarYearList } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export const CALENDAR_KEY = ['calendar-years'] as const;

/** The years the hall can compute with. They change a few times a year. */
export const useCalendarYears = () => useQuery({ queryKey: CALENDAR_KEY, queryFn: () => api.get<CalendarYearList>('/staff/calendar-years'), staleTime: 600_000 });
