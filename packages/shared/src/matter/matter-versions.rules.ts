import { isDay, type Day } from '../kernel/day.ts';

/** What of a version decides when it holds. */
export interface VersionTerm {
  versionNumber: number;
  effectiveFrom: Day;
  effectiveTo: Day | null;
  /** Taken back before its day came. */
  withdrawnAt: number | null;
}

export type VersionStand = 'upcoming' | 'in-force' | 'past' | 'withdrawn';
export const VERSION_STAND_LABELS: Readonly<Record<VersionStand, string>> = { upcoming: '待生效', 'in-force': '生效中', past: '已被接替', withdrawn: '已撤回' };

/** How far ahead a version may be published: a year, because nobody remembers longer. */
export const PUBLISHED_AHEAD_DAYS = 366;

/** The version that holds on a day: of those that have begun the one that began last. */
export function versionOn<V extends VersionTerm>(versions: readonly V[], day: Day): V | null {
  let found: V | null = null;
  for (const each of versions) {
    if (each.withdrawnAt !== null || each.effectiveFrom > day || (each.effectiveTo !== null && each.effectiveTo < day)) continue;
    if (found === null || each.effectiveFrom > found.effectiveFrom || (each.effectiveFrom === found.effectiveFrom && each.versionNumber > found.versionNumber)) found = each;
  }
  return found;
}

export function standOf<V extends VersionTerm>(version: V, versions: readonly V[], today: Day): VersionStand {
  if (version.withdrawnAt !== null) return 'withdrawn';
  if (version.effectiveFrom > today) return 'upcoming';
  return versionOn(versions, today)?.versionNumber === version.versionNumber ? 'in-force' : 'past';
}

/** Why a version cannot begin on this day; null when it can. Today's visitors were told today's list, so the earliest is tomorrow. @param last the farthest day */
export function dayProblemOf(day: string, versions: readonly VersionTerm[], today: Day, last: Day): string | null {
  if (!isDay(day) || day <= today) return '最早从明天起生效：今天来的人看到的还是今天的材料单';
  if (day > last) return '生效日期请选一年以内的日子';
  const taken = versions.find(({ effectiveFrom, withdrawnAt }) => withdrawnAt === null && effectiveFrom === day);
  return taken ? `这一天已经有第 ${taken.versionNumber} 版开始生效，请换一天，或先撤回那一版` : null;
}
