/** What a matter says of a limit, taken apart for a table: how long, and where that stands. */
export interface LimitParts { limit: string; basis: string | null }

const UNSAID = '待本地填写';
const WITH_BASIS = /^(.*?)[（(]([^（()）]*《[^》]+》[\s\S]*)[）)]\s*$/;

/** `10 个工作日（《社会保险经办条例》第六条）` → `10 个工作日` and `《社会保险经办条例》第六条`. @returns null for what the district has not said yet */
export function limitParts(text: string): LimitParts | null {
  const plain = text.trim();
  if (plain === '' || plain === UNSAID) return null;
  const [, limit = '', basis = ''] = WITH_BASIS.exec(plain) ?? [];
  return basis === '' ? { limit: plain, basis: null } : { limit: limit.trim(), basis: basis.trim() };
}

/** `0.966` as thousandths → `96.6%`. The published rate is rounded down already, so nothing short of all reads as all. */
export const percent = (thousandths: number): string => `${Math.floor(thousandths / 10)}.${thousandths % 10}%`;

/** How a published figure reads on paper and on a card. @param rate thousandths, null when too few were judged for a share to say anything */
export function figureInWords({ met, broken, rate }: { met: number; broken: number; rate: number | null }): string {
  if (met + broken === 0) return '还没有可计算的';
  return rate === null ? `${met + broken} 件（件数不足 5，只列件数）` : `${percent(rate)}（${met + broken} 件中 ${met} 件兑现）`;
}
