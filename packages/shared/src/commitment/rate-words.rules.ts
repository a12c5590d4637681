import { percentWords } from '../kernel/percent-words.ts';

/** Below this many judged a share says nothing and could point at somebody; then only the number of cases is told. */
export const LEAST_JUDGED = 5;
const FEW = `件数不足 ${LEAST_JUDGED}，只列件数`;

/** `96.6%`; where too few were judged, that only their number is told. */
export const rateWords = (rate: number | null): string => (rate === null ? FEW : percentWords(rate));

/** A published figure in one line, as it stands on a card and on paper. @param rate thousandths, null when too few were judged for a share to say anything */
export function figureInWords({ met, broken, rate }: { met: number; broken: number; rate: number | null }): string {
  const judged = met + broken;
  if (judged === 0) return '还没有可计算的';
  return rate === null ? `${judged} 件（${FEW}）` : `${percentWords(rate)}（${judged} 件中 ${met} 件达标）`;
}
