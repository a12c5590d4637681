import { addDays } from '../kernel/day.ts';
import type { Day } from '../kernel/day.ts';

/** A month, `YYYY-MM`. */
export type Month = string;

/** Nothing that counts fewer people than this is told, neither by itself nor as the rest of something told. */
export const LEAST_TOLD = 5;
/** How many numbers a count that is not told could at least still be. */
const DOUBT = LEAST_TOLD;

/** What was counted for the services of one month: of one matter, or of the whole hall. All by the month of the service. */
export interface RatingCounts {
  served: number;
  rated: number;
  negative: number;
  answered: number;
  revisited: number;
}
/** One of the three satisfactions: how many said anything of it, and how many of them were satisfied (3 and above). */
export interface SaidCounts { said: number; satisfied: number }

/** A count as it is told: exactly, or only that it lies between two numbers. */
export interface Told { low: number; high: number }
/**
 * A share as it is told. `n` is what it is a share of; `nMost` stands beside it when that too is only known to lie
 * between the two. `low` and `high` run from 0 to 1 and are equal when the share is exact; null when nothing is told.
 */
export interface ToldShare { n: number | null; nMost: number | null; low: number | null; high: number | null }

const exact = (count: number): Told => ({ low: count, high: count });
const restOf = ({ low, high }: Told, whole: number): Told => ({ low: whole - high, high: whole - low });
export const isExact = ({ low, high }: Told): boolean => low === high;
const NOTHING: ToldShare = { n: null, nMost: null, low: null, high: null };
const shareOf = (told: Told | null, n: number): ToldShare => (told === null ? { ...NOTHING, n } : { n, nMost: null, low: told.low / n, high: told.high / n });
const opposite = ({ low, high, ...rest }: ToldShare): ToldShare => (low === null || high === null ? { ...rest, low, high } : { ...rest, low: 1 - high, high: 1 - low });

/**
 * A part of `whole` as it may be told: exactly when both it and the rest count at least five, otherwise as the five
 * numbers it could be. Null when the whole is too small to say anything: below ten one side is always small.
 */
export function tell(part: number, whole: number): Told | null {
  if (whole < 2 * LEAST_TOLD) return null;
  if (part < LEAST_TOLD) return { low: 0, high: LEAST_TOLD - 1 };
  return whole - part < LEAST_TOLD ? { low: whole - LEAST_TOLD + 1, high: whole } : exact(part);
}

/** The hall's own figures of a month. */
export interface ToldFigures {
  /** 主动评价率 and 未评率, of everybody served; an unrated service is never good. */
  active: ToldShare;
  unrated: ToldShare;
  /** 好评率, of those rated. */
  good: ToldShare;
  /** 差评回复率 and 回访整改率, of the negative ones. */
  answered: ToldShare;
  revisited: ToldShare;
}

export function tellFigures(counts: RatingCounts): ToldFigures {
  const { served, rated, negative, answered, revisited } = counts;
  if (served < LEAST_TOLD) return { active: NOTHING, unrated: NOTHING, good: NOTHING, answered: NOTHING, revisited: NOTHING };
  const toldRated = tell(rated, served);
  const active = shareOf(toldRated, served);
  const toldNegative = toldRated && isExact(toldRated) ? tell(negative, rated) : null;
  const good = toldRated && isExact(toldRated) ? opposite(shareOf(toldNegative, rated)) : NOTHING;
  if (!toldNegative || !isExact(toldNegative)) return { active, unrated: opposite(active), good, answered: NOTHING, revisited: NOTHING };
  const toldAnswered = tell(answered, negative);
  return { active, unrated: opposite(active), good, answered: shareOf(toldAnswered, negative), revisited: shareOf(tellRevisited(revisited, negative, toldAnswered), negative) };
}

/** Those answered but not yet revisited are the rest of two figures told: they too must not be few. */
function tellRevisited(revisited: number, negative: number, answered: Told | null): Told | null {
  const told = tell(revisited, negative);
  if (told === null || !isExact(told) || answered === null || !isExact(answered) || answered.low - revisited >= LEAST_TOLD) return told;
  return { low: Math.max(0, answered.low - LEAST_TOLD + 1), high: answered.low };
}

/** One of the three satisfactions among `rated`, which must itself be told exactly. */
export function tellSaid({ said, satisfied }: SaidCounts, rated: number, ratedIsTold: boolean): ToldShare {
  if (!ratedIsTold || said < LEAST_TOLD || rated < 2 * LEAST_TOLD) return NOTHING;
  const n = rated - said < LEAST_TOLD ? { low: rated - LEAST_TOLD + 1, high: rated } : exact(said);
  const whole = { n: n.low, nMost: isExact(n) ? null : n.high };
  if (n.low < 2 * LEAST_TOLD) return { ...NOTHING, ...whole };
  const discontent = said - satisfied;
  if (discontent < LEAST_TOLD) return { ...whole, low: 1 - (LEAST_TOLD - 1) / n.low, high: 1 };
  if (satisfied < LEAST_TOLD) return { ...whole, low: 0, high: (LEAST_TOLD - 1) / n.low };
  return { ...whole, low: 1 - discontent / n.low, high: 1 - discontent / n.high };
}

/** The counts of one matter, or of several put together. */
export interface MatterCounts extends Pick<RatingCounts, 'served' | 'rated' | 'negative'> { keys: readonly string[] }
export interface ToldMatter { keys: readonly string[]; active: ToldShare; good: ToldShare }

/**
 * The matters of a month beside the hall's own figures. Matters with fewer than five services are put together with
 * others, and where a total told exactly would give a small count away, one more is left untold.
 */
export function tellMatters(matters: readonly MatterCounts[]): ToldMatter[] {
  const rows = putTogether(matters);
  const total = rows.reduce((sum, row) => ({ served: sum.served + row.served, rated: sum.rated + row.rated, negative: sum.negative + row.negative }), { served: 0, rated: 0, negative: 0 });
  const toldTotal = total.served < LEAST_TOLD ? null : tell(total.rated, total.served);
  const rated = levelOf(rows.map((row) => ({ part: row.rated, whole: row.served, most: row.served })), rangeOf(toldTotal, total.served), total.served);
  const toldNegative = toldTotal && isExact(toldTotal) ? tell(total.negative, total.rated) : null;
  const isTold = (at: number): boolean => rated[at]!.told !== null && isExact(rated[at]!.told!);
  const untoldRated = (toldTotal?.high ?? total.served) - rows.reduce((sum, row, at) => sum + (isTold(at) ? row.rated : 0), 0);
  const negative = levelOf(rows.map((row, at) => ({ part: row.negative, whole: isTold(at) ? row.rated : null, most: rated[at]!.most })), rangeOf(toldNegative, toldTotal?.high ?? total.served), toldTotal && isExact(toldTotal) ? total.rated : null, untoldRated);
  return rows.map((row, at) => {
    const told = rated[at]!.told;
    return { keys: row.keys, active: shareOf(told, row.served), good: isTold(at) ? opposite(shareOf(negative[at]!.told, row.rated)) : NOTHING };
  });
}

const rangeOf = (told: Told | null, most: number): Told => told ?? { low: 0, high: most };

/** Joins what counts fewer than five services with the next smallest, so that every row, and what is left of the total, counts enough. */
function putTogether(matters: readonly MatterCounts[]): MatterCounts[] {
  const rows = matters.filter(({ served }) => served > 0).sort((a, b) => b.served - a.served || (a.keys[0]! < b.keys[0]! ? -1 : 1));
  while (rows.length > 1 && rows[rows.length - 1]!.served < LEAST_TOLD) {
    const [small, next] = [rows.pop()!, rows.pop()!];
    rows.push({ keys: [...next.keys, ...small.keys], served: next.served + small.served, rated: next.rated + small.rated, negative: next.negative + small.negative });
    rows.sort((a, b) => b.served - a.served);
  }
  return rows.filter(({ served }) => served >= LEAST_TOLD);
}

interface Cell {
  part: number;
  /** What it is a part of; null when that is not told. */
  whole: number | null;
  /** The most it can be, as anybody knows. */
  most: number;
}
interface LevelCell { told: Told | null; most: number }

/**
 * What of one count may be told row by row, beside a total known to lie in `total`.
 * @param whole what the total is a part of; null when that is not told
 * @param untold the most that the rows whose whole is not told can be together
 */
function levelOf(cells: readonly Cell[], total: Told, whole: number | null, untold = Infinity): LevelCell[] {
  const told: (Told | null)[] = cells.map(({ part, whole }) => (whole === null ? null : tell(part, whole)));
  const withheld = new Set<number>();
  const known = (at: number): Told => {
    const { whole, most } = cells[at]!;
    if (withheld.has(at)) return { low: LEAST_TOLD, high: whole! - LEAST_TOLD };
    return told[at] ?? { low: 0, high: most };
  };
  const bySize = cells.map((_, at) => at).sort((a, b) => cells[a]!.part - cells[b]!.part || a - b);
  const doubtful = (): boolean => {
    const parts = cells.map(({ whole }, at) => ({ ...known(at), capped: whole === null }));
    // What is left of each row is as much a count of people as the part itself.
    const rests = parts.map((part, at) => (part.capped ? part : { ...restOf(part, cells[at]!.whole!), capped: false }));
    return leavesDoubt(parts, total, untold) && leavesDoubt(rests, whole === null ? { low: 0, high: Infinity } : restOf(total, whole), untold);
  };
  while (!doubtful()) {
    const next = bySize.find((at) => !withheld.has(at) && told[at] !== null && isExact(told[at]!));
    // Nothing is left that could be withheld: then no row is told at all.
    if (next === undefined) return cells.map(({ most }) => ({ told: null, most }));
    withheld.add(next);
  }
  return cells.map(({ most }, at) => ({ told: withheld.has(at) ? null : told[at]!, most: withheld.has(at) ? most : told[at]?.high ?? most }));
}

interface Known extends Told { /** Shares the cap of all those whose whole is not told. */ capped: boolean }

/** Whether, knowing the total, each count not told could still be at least five different numbers (or all it ever could). */
function leavesDoubt(rows: readonly Known[], total: Told, cap: number): boolean {
  const sum = (all: readonly Told[], of: (told: Told) => number) => all.reduce((so, each) => so + of(each), 0);
  const most = (all: readonly Known[]) => sum(all.filter(({ capped }) => !capped), ({ high }) => high) + Math.min(cap, sum(all.filter(({ capped }) => capped), ({ high }) => high));
  return rows.every((row, at) => {
    if (isExact(row)) return true;
    const others = rows.filter((_, other) => other !== at);
    const low = Math.max(row.low, total.low - most(others));
    const high = Math.min(row.high, row.capped ? cap : Infinity, total.high - sum(others, (other) => other.low));
    return high - low >= Math.min(DOUBT - 1, row.high - row.low);
  });
}

/** The key under which services of several matters at once are counted: they are no one matter's. */
export const SEVERAL_MATTERS = 'several';
export const matterKeyOf = (matterIds: readonly string[]): string => (matterIds.length === 1 ? matterIds[0]! : SEVERAL_MATTERS);

export const monthOf = (day: Day): Month => day.slice(0, 7);
/** The month that lies `months` after this one. */
export function addMonths(month: Month, months: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
export const firstDayOf = (month: Month): Day => `${month}-01`;
export const lastDayOf = (month: Month): Day => addDays(firstDayOf(addMonths(month, 1)), -1);

/**
 * The day on which a month's figures are published: when its last invitation has run out. Before that a figure would
 * change with every rating, and whoever looks every evening could read off each single one.
 */
export const publishedOn = (month: Month, invitationDays: number): Day => addDays(lastDayOf(month), invitationDays + 1);

const percent = (share: number, round: (value: number) => number): string => `${round(share * 1000) / 10}%`;
/** A share as people read it: `96.3%`, `96% 以上`, `不足 8%`, or that it is not told. Bounds are rounded away from the truth. */
export function shareWords({ n, low, high }: ToldShare): string {
  if (low === null || high === null) return n === null ? '不公布' : '人数太少，不公布';
  if (low === high) return percent(low, Math.round);
  if (high === 1) return `${percent(low, Math.floor)} 以上`;
  return low === 0 ? `不超过 ${percent(high, Math.ceil)}` : `${percent(low, Math.floor)} 至 ${percent(high, Math.ceil)}`;
}
/** How many it is a share of: `共 120 人次`. */
export const baseWords = ({ n, nMost }: ToldShare, unit: string): string => (n === null ? `不足 ${LEAST_TOLD} ${unit}` : nMost === null ? `共 ${n} ${unit}` : `共 ${n} 至 ${nMost} ${unit}`);
