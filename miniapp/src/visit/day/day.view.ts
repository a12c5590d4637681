import type { SlotDayView } from '@hall/shared/api/views';
import { copy as words } from '../../kit/copy/visit.ts';

const copy = words.book;

/** How many more places there are on a day, in a word. */
export const freeInWords = (day: SlotDayView): string => (!day.open ? day.note ?? copy.closed : day.free === 0 ? copy.full : copy.free(day.free));

export const mayChoose = (day: SlotDayView): boolean => day.open && day.free > 0;
