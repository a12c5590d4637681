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
