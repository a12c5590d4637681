import type { AppraisalView, CommitmentView, LedgerCheckpointView, RedFlagMonthView, StarOnShowView } from '@hall/shared/api/views';
import { percentWords } from '@hall/shared/kernel/percent-words';
import { dayLabel } from '@hall/shared/kernel/day';
import { screenCopy as copy } from '../kit/copy/screen.copy.ts';

/** One thing to read in passing: what it is, what it says, and the figure beside it. */
export interface Pledge { key: string; kind: string; words: string; figure: string | null }

/** Everything a wall may tell. */
interface News {
  commitments: readonly Pick<CommitmentView, 'code' | 'wording' | 'holderKind' | 'holderName' | 'month'>[];
  /** Of the newest round nobody may object to any more. */
  star: Pick<StarOnShowView, 'month' | 'ballots' | 'stars'> | null;
  /** Of the last month that was counted. */
  flags: Pick<RedFlagMonthView, 'month' | 'flagged'> | null;
  /** The newest first; only the last one with a result is told. */
  appraisals: readonly Pick<AppraisalView, 'code' | 'departmentName' | 'figures' | 'answers' | 'invited' | 'rectification'>[];
}

function figureOf({ month }: Pick<CommitmentView, 'month'>): string | null {
  if (month === null) return null;
  const judged = month.met + month.broken;
  return month.rate === null ? copy.pledgeFew(monthNumber(month.period), judged) : copy.pledgeRate(monthNumber(month.period), percentWords(month.rate), judged);
}
const monthNumber = (period: string): number => Number(period.slice(5));

/** What the wall tells in turn: the hall's promises with their last sealed figures, then whoever was chosen star, the red-flag windows, and what invited visitors said of a department. */
export function pledgesOf({ commitments, star, flags, appraisals }: News): Pledge[] {
  const promises = commitments.map(({ code, wording, holderKind, holderName, month }) => ({ key: code, kind: holderKind === 'hall' ? copy.pledge : holderName, words: wording, figure: figureOf({ month }) }));
  const chosen = star === null || star.stars.length === 0 ? [] : [{ key: `star-${star.month}`, kind: copy.star, words: star.stars.map(starWords).join('、'), figure: copy.starOf(monthNumber(star.month), star.ballots) }];
  const best = flags === null || flags.flagged.length === 0 ? [] : [{ key: `flags-${flags.month}`, kind: copy.flags, words: flags.flagged.join('、'), figure: copy.flagsOf(monthNumber(flags.month)) }];
  const judged = appraisals.find(({ figures }) => figures.some(({ good }) => good !== null));
  return [...promises, ...chosen, ...best, ...(judged ? appraised(judged) : [])];
}

/** As many questions as a line of the wall holds. */
const A_LINE = 2;

/** A few questions at a time, each line whole. What was owed and did not come is told before how many answered. */
function appraised({ code, departmentName, figures, answers, invited, rectification }: News['appraisals'][number]): Pledge[] {
  const said = figures.flatMap(({ title, good }) => (good === null ? [] : [`${title} ${good}`]));
  const figure = rectification?.state === 'overdue' ? copy.appraisalLate : answers === null || invited === null ? null : copy.appraisalOf(invited, answers);
  return Array.from({ length: Math.ceil(said.length / A_LINE) }, (_, at) => ({ key: `appraisal-${code}-${at}`, kind: copy.appraisal, words: copy.appraised(departmentName, said.slice(at * A_LINE, (at + 1) * A_LINE)), figure }));
}

const starWords = ({ name, post, votes }: StarOnShowView['stars'][number]): string => (votes === null ? copy.starWho(name, post) : copy.starVotes(name, post, votes));

const TURN_MS = 12_000;
/** Which of them stands there now; every screen of the hall shows the same one. */
export const inTurn = (pledges: readonly Pledge[], now: number): Pledge | null => pledges[Math.floor(now / TURN_MS) % Math.max(1, pledges.length)] ?? null;

/** The last seal, as whoever stands there may write it down. */
export const sealWords = (seal: Pick<LedgerCheckpointView, 'day' | 'shortCode'> | null): string | null => seal && copy.seal(dayLabel(seal.day), seal.shortCode);
