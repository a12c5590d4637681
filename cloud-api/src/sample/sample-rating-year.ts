import { addDays, dayNumber, instantAt, weekdayOf, type Day } from '@hall/shared/kernel/day';
import { addMonths, firstDayOf, monthOf } from '@hall/shared/rating/published-figures.rules';
import type { Work } from '../platform/persistence/work.ts';
import { newId } from '../platform/persistence/new-id.ts';

/** What the sample's people come for. */
const MATTERS: readonly (readonly string[])[] = [['enrolment'], ['enrolment-change'], ['benefit-enquiry'], ['enrolment'], ['enrolment-change', 'benefit-enquiry'], ['enrolment'], ['benefit-enquiry']];
const MONTHS = 12;
const AT_ONCE = 100;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const INVITATION = 'rating_invitation (id, ticket_id, hall_id, resident_id, slip_hash, matter_ids, window_id, staff_id, served_on, served_at, rated, version)';
const RATING = 'rating (id, invitation_id, hall_id, window_id, staff_id, way, level, reasons, attitude, quality, activities, comment_cipher, given_on)';
const CASE = `rating_case (id, hall_id, rating_id, invitation_id, way, window_id, staff_id, department_id, owner_id, month, state, verdict, verdict_no, verdict_by, proposed_verdict, proposed_by, content, unreachable, reopenings, objections,
  opened_at, answered_at, revisited_at, closed_at, version)`;
const STEP = 'rating_case_step (id, case_id, kind, detail, words_cipher, staff_id, at)';

export interface YearOfRatings {
  hallId: string;
  windowIds: readonly string[];
  staffIds: readonly string[];
  ownerId: string;
  departmentId: string;
  /** The day before which the year ends. */
  before: Day;
}

/** A number from 0 to 999 that is the same for the same service, and looks like chance. */
const chance = (day: Day, nth: number, salt: number): number => {
  let hash = (dayNumber(day) * 131 + nth * 17 + salt * 7919) >>> 0;
  for (let turn = 0; turn < 3; turn += 1) hash = Math.imul(hash ^ (hash >>> 15), 2_246_822_519) >>> 0;
  return hash % 1_000;
};

/** Most are content, more of them as the year goes on; three in a hundred are not. */
function levelOf(day: Day, nth: number): number {
  const roll = chance(day, nth, 1);
  return roll < 520 + (dayNumber(day) % 60) ? 5 : roll < 850 ? 4 : roll < 945 ? 3 : roll < 980 ? 2 : 1;
}

const said = (day: Day, nth: number, salt: number, level: number): number | null => (chance(day, nth, salt) < 550 ? Math.max(1, Math.min(5, level + (chance(day, nth, salt + 1) % 3) - 1)) : null);

/**
 * A year of services as they would stand there: each with its invitation, some rated, each negative one with a case that was
 * worked to its end. Rows like any others; the sums are counted from them.
 * @returns the months written
 */
export async function layYearOfRatings(work: Work, of: YearOfRatings): Promise<string[]> {
  const first = addMonths(monthOf(of.before), -MONTHS);
  const tables: [string, unknown[][]][] = [[INVITATION, []], [RATING, []], [CASE, []], [STEP, []]];
  for (let day = firstDayOf(first); day < of.before; day = addDays(day, 1)) {
    if (weekdayOf(day) > 5) continue;
    for (let nth = 0; nth < 14 + (chance(day, 0, 9) % 14); nth += 1) one(of, day, nth, tables.map(([, rows]) => rows) as [unknown[][], unknown[][], unknown[][], unknown[][]]);
  }
  for (const [into, rows] of tables) {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      const some = rows.slice(from, from + AT_ONCE);
      await work.execute(`INSERT INTO ${into} VALUES ${some.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`, some.flat());
    }
  }
  return Array.from({ length: MONTHS + 1 }, (_, at) => addMonths(first, at)).filter((month) => firstDayOf(month) < of.before);
}

function one({ hallId, windowIds, staffIds, ownerId, departmentId }: YearOfRatings, day: Day, nth: number, [invitations, ratings, cases, steps]: [unknown[][], unknown[][], unknown[][], unknown[][]]): void {
  const [invitationId, seat] = [newId(), nth % windowIds.length];
  const servedAt = instantAt(day, '09:10') + nth * 15 * MINUTE;
  const who = [windowIds[seat]!, staffIds[seat % staffIds.length]!];
  const rated = chance(day, nth, 3) < 420;
  invitations.push([invitationId, newId(), hallId, null, null, JSON.stringify(MATTERS[chance(day, nth, 5) % MATTERS.length]), ...who, day, servedAt, rated ? 1 : 0, 1]);
  if (!rated) return;
  const [ratingId, level] = [newId(), levelOf(day, nth)];
  ratings.push([ratingId, invitationId, hallId, ...who, 'slip', level, JSON.stringify(level > 3 ? ['kind'] : level < 3 ? ['long-wait'] : []), said(day, nth, 11, level), said(day, nth, 21, level), said(day, nth, 31, level), null, day]);
  if (level > 2) return;
  const caseId = newId();
  const valid = chance(day, nth, 6) < 700;
  const content = chance(day, nth, 7) < 850;
  const at = (hours: number) => servedAt + hours * HOUR;
  cases.push([caseId, hallId, ratingId, invitationId, 'slip', ...who, departmentId, ownerId, day.slice(0, 7), 'closed', valid ? 'valid' : 'no-basis', 1, JSON.stringify([ownerId]), null, null, content ? 1 : null, content ? 0 : 1, 0, 0, at(0), at(72), content ? at(120) : null, at(120), 1]);
  const took: [string, string | null, string | null, number][] = [
    ['open', null, null, 0], ['no-way', null, ownerId, 5], ['verdict', valid ? 'valid' : 'no-basis', ownerId, 30], ...(valid ? [['rectify', null, ownerId, 60] as [string, null, string, number]] : []), ['answer', null, ownerId, 72],
    ['revisit', content ? 'content' : 'unreachable', content ? null : ownerId, 120], ['close', null, null, 120],
  ];
  for (const [kind, detail, staffId, hours] of took) steps.push([newId(), caseId, kind, detail, null, staffId, at(hours)]);
}
