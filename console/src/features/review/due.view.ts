import type { Tone } from '../../kit/state/StateTag.tsx';
import { reviewCopy as copy } from '../../kit/copy/review.copy.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A deadline as a clerk feels it. Instants epoch ms; null while next year's calendar is not loaded. */
export function dueOf(dueAt: number | null, now: number): { tone: Tone; words: string } {
  if (dueAt === null) return { tone: 'quiet', words: copy.awaitingCalendar };
  const left = dueAt - now;
  if (left < 0) return { tone: 'accent', words: copy.overdue };
  const words = left < HOUR ? `${Math.max(1, Math.floor(left / 60_000))} 分钟` : left < DAY ? `${Math.floor(left / HOUR)} 小时` : `${Math.floor(left / DAY)} 天`;
  return { tone: left < 4 * HOUR ? 'warn' : 'quiet', words: copy.dueIn(words) };
}
