/** Said wherever only the district can know, and stored in its place. Clients that show things to residents leave it out. */
export const UNSAID = '待本地填写';

export const LIMIT_UNITS = { 'working-days': '个工作日', days: '天', minutes: '分钟' } as const;
export type LimitUnit = keyof typeof LIMIT_UNITS;

/** 法定时限 or 承诺时限: how long, said as `资料带齐的，窗口 5 分钟内办结（《…》第六条）`. Without an amount `before` says all of it; with nothing said it is for the district to say. */
export interface MatterLimit {
  before: string;
  amount: number | null;
  unit: LimitUnit;
  after: string;
  basis: string;
}

export const NO_LIMIT: MatterLimit = { before: '', amount: null, unit: 'working-days', after: '', basis: '' };

/** How a limit reads everywhere. */
export function limitText({ before, amount, unit, after, basis }: MatterLimit): string {
  const said = amount === null ? before : `${before === '' ? '' : `${before} `}${amount} ${LIMIT_UNITS[unit]}${after}`;
  if (said === '') return UNSAID;
  return basis === '' ? said : `${said}（${basis}）`;
}

const WRITTEN = /^(?:(.*?) )?(\d{1,4}) (个工作日|天|分钟)([^（）]*)(?:（(.+)）)?$/;

/** A limit that was written as a text, taken apart; what cannot be taken apart stays whole. `limitText` makes the same text of it again. */
export function readLimit(text: string): MatterLimit {
  const plain = text.trim();
  if (plain === '' || plain === UNSAID) return NO_LIMIT;
  const [, before = '', amount = '', word, after = '', basis = ''] = WRITTEN.exec(plain) ?? [];
  const unit = (Object.keys(LIMIT_UNITS) as LimitUnit[]).find((each) => LIMIT_UNITS[each] === word);
  return unit === undefined ? { ...NO_LIMIT, before: plain } : { before, amount: Number(amount), unit, after, basis };
}
