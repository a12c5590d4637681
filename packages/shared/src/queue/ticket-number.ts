import { halfWidth } from '../kernel/half-width.ts';
import type { TicketClass } from './queue-settings.ts';

/** 预约 Y, 普通 P, 爱心 A: the initials people hear in the spoken call. */
const LETTERS: Record<TicketClass, string> = { booked: 'Y', walkin: 'P', care: 'A' };
/** Pre-printed numbers for an outage begin here, far beyond what the day's counter reaches: it stays gapless and the two never collide. */
export const OUTAGE_FIRST_ORDINAL = 9001;

/** `A001`; from a thousand on the number simply grows: `P1000`. `ordinal` counts from 1 per hall, day and class. */
export const ticketNumber = (cls: TicketClass, ordinal: number): string => `${LETTERS[cls]}${String(ordinal).padStart(3, '0')}`;

/** Class and ordinal of a number as typed, or null when it is none. */
export function parseTicketNumber(text: string): { cls: TicketClass; ordinal: number } | null {
  const match = /^([YPA])(\d{3,6})$/.exec(halfWidth(text).trim().toUpperCase());
  const cls = (Object.keys(LETTERS) as TicketClass[]).find((candidate) => LETTERS[candidate] === match?.[1]);
  const ordinal = Number(match?.[2]);
  return cls === undefined || !(ordinal > 0) || ticketNumber(cls, ordinal) !== `${LETTERS[cls]}${match?.[2]}` ? null : { cls, ordinal };
}

/** How a number is spoken: digits one by one, with 幺 for 1 as on the telephone. */
export const spokenNumber = (number: string): string => Array.from(number, (sign) => ('0' <= sign && sign <= '9' ? '零幺二三四五六七八九'.charAt(Number(sign)) : sign)).join(' ');
