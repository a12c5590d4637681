import { isClock } from '../kernel/day.ts';
import type { Clock } from '../kernel/day.ts';

const WEEKDAYS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

export interface ClockSpan { from: Clock; to: Clock }
/** Whose it is: what the hall's heads decide, what the system administrator keeps, and what stands in the hall's own room beside its hours. */
export type SettingKeeper = 'head' | 'technical' | 'hall';
export const SETTING_GROUPS = { booking: '预约', queue: '叫号', rating: '评价', work: '归哪个科室', suggestion: '意见箱', message: '消息', safety: '安全', hall: '大厅' } as const;
export type SettingGroup = keyof typeof SETTING_GROUPS;

/** One setting of a hall: what it means, what it may be, and what holds while nothing was decided. */
export interface Setting<V> {
  group: SettingGroup;
  label: string;
  meaning: string;
  /** For whom another value changes something. */
  effect: string;
  kind: 'whole' | 'weekday' | 'span' | 'department';
  by: SettingKeeper;
  usual: V;
  unit?: string;
  least?: number;
  most?: number;
  /** Another setting that this one may not exceed. */
  notAbove?: string;
  notBelow?: string;
}

type Words = readonly [label: string, meaning: string, effect: string];
type Bounds = readonly [usual: number, least: number, most: number, unit: string];
const whole = (group: SettingGroup, by: SettingKeeper, [usual, least, most, unit]: Bounds, [label, meaning, effect]: Words, more: { notAbove?: string; notBelow?: string } = {}): Setting<number> => ({ group, by, kind: 'whole', usual, least, most, unit, label, meaning, effect, ...more });
const department = (label: string, meaning: string, effect: string): Setting<string | null> => ({ group: 'work', by: 'head', kind: 'department', usual: null, label, meaning, effect });

/** Every setting of a hall. The usual values of booking, queue and rating are those their rules are tried with. */
export const SETTINGS = {
  'booking.leadMinutes': whole('booking', 'head', [30, 0, 1_440, '分钟'], ['最晚提前多久约', '离时段开始不到这么久就不能再约', '以后约号的居民；已约的不变']),
  'booking.windowDays': whole('booking', 'head', [14, 1, 60, '天'], ['最早提前几天约', '今天算第 0 天，超过这么多天的时段先不开放', '以后约号的居民；已约的不变']),
  'booking.graceMinutes': whole('booking', 'head', [15, 0, 60, '分钟'], ['迟到宽限', '时段开始后这么久内签到，仍按预约号排', '今天起到大厅的人，已约的也一样']),
  'booking.arriveEarlyMinutes': whole('booking', 'head', [120, 10, 240, '分钟'], ['最早多久签到', '比时段早得更多就还不能签到', '今天起到大厅的人，已约的也一样']),
  'booking.maxReschedules': whole('booking', 'head', [2, 0, 10, '次'], ['每次预约最多改期', '改够这么多次，就只能取消重约', '手里有预约的居民']),
  'booking.maxOpenVisits': whole('booking', 'head', [3, 1, 10, '个'], ['每人同时最多约几个', '按办事的人算，代办也算在本人头上', '以后约号的居民；已约的不变']),
  'booking.missesBeforePause': whole('booking', 'head', [3, 1, 20, '次'], ['爽约几次暂停预约', '在规定天数里爽约这么多次，暂停网上预约；到大厅取号不受影响', '有过爽约的居民']),
  'booking.missWindowDays': whole('booking', 'head', [90, 7, 365, '天'], ['爽约按多少天算', '更早的爽约不再计算', '有过爽约的居民']),
  'booking.pauseDays': whole('booking', 'head', [7, 1, 90, '天'], ['暂停预约多久', '从最后一次爽约算起', '有过爽约的居民']),
  'booking.holdMinutes': whole('booking', 'technical', [5, 1, 15, '分钟'], ['占位多久', '填预约信息时名额先留着，过了就放回去', '正在约号的居民']),
  'booking.returnDelayMinMinutes': whole('booking', 'technical', [2, 0, 60, '分钟'], ['退号最快多久放出', '退掉的名额随机等一会儿再放，防止倒号', '在等退号的居民'], { notAbove: 'booking.returnDelayMaxMinutes' }),
  'booking.returnDelayMaxMinutes': whole('booking', 'technical', [10, 0, 120, '分钟'], ['退号最慢多久放出', '随机等待不超过这么久', '在等退号的居民'], { notBelow: 'booking.returnDelayMinMinutes' }),
  'booking.noDelayWithinHours': whole('booking', 'technical', [24, 0, 168, '小时'], ['临近多久退号马上放', '离时段不到这么久，退号立即放出', '在等退号的居民']),
  'queue.patience.care': whole('queue', 'head', [5, 1, 240, '分钟'], ['爱心号等候目标', '能叫以后过了这么久就算到点；三类里最短的是谁都买不走的提前量', '在大厅排队的每个人：叫号顺序随之变化'], { notAbove: 'queue.patience.booked' }),
  'queue.patience.booked': whole('queue', 'head', [10, 1, 240, '分钟'], ['预约号等候目标', '能叫以后过了这么久就算到点', '在大厅排队的每个人：叫号顺序随之变化'], { notBelow: 'queue.patience.care', notAbove: 'queue.patience.walkin' }),
  'queue.patience.walkin': whole('queue', 'head', [30, 1, 240, '分钟'], ['普通号等候目标', '能叫以后过了这么久就算到点', '在大厅排队的每个人：叫号顺序随之变化'], { notBelow: 'queue.patience.booked' }),
  'queue.maxRecalls': whole('queue', 'head', [3, 1, 10, '次'], ['最多重呼', '叫这么多次不到，才能过号', '窗口人员和被叫到的人']),
  'queue.maxRejoins': whole('queue', 'head', [2, 0, 5, '次'], ['过号最多重新排入', '超过就要重新取号', '过号的居民']),
  'queue.clockLimitSeconds': whole('queue', 'head', [300, 60, 1_800, '秒'], ['五分钟钟', '窗口上显示的办理钟走多久变色；阳光承诺的时限另在“阳光承诺”里改', '窗口人员；已公布的承诺不变']),
  'queue.autoServeSeconds': whole('queue', 'technical', [60, 15, 300, '秒'], ['多久自动转办理中', '最后一次叫号后过了这么久，没有按过号就算开始办理', '窗口人员；办理用时从这一刻算']),
  'queue.flagAfterMinutes': whole('queue', 'technical', [45, 10, 240, '分钟'], ['没点办结多久提醒', '办理中这么久还没有办结，提醒窗口人员', '窗口人员'], { notAbove: 'queue.releaseAfterMinutes' }),
  'queue.releaseAfterMinutes': whole('queue', 'technical', [120, 30, 480, '分钟'], ['没点办结多久放开', '再久就由系统结束这一件，窗口可以叫下一位', '窗口人员'], { notBelow: 'queue.flagAfterMinutes' }),
  'rating.invitation-days': whole('rating', 'head', [15, 3, 60, '天'], ['办完多久内可以评价', '从办完第二天算起；一个月的评价数据要等最后一个人的期限过了才公布', '以后办完的居民；已发出的邀请不变']),
  'rating.departmentId': department('差评没有科室时归谁', '被评的窗口人员不属于任何科室，差评由这个科室办理', '以后的差评'),
  'enrolment.departmentId': department('网上预审归谁', '交上来的参保登记由这个科室在时限内预审', '以后交上来的办件'),
  'rights.departmentId': department('维权归谁', '居民提出的维权先交给这个科室', '以后提出的维权'),
  'suggestion.box-weekday': { group: 'suggestion', by: 'head', kind: 'weekday', usual: 5, least: 1, most: 7, label: '每周哪天开意见箱', meaning: '提前两周排好开箱的日子，两个人一起开', effect: '还没有排出来的开箱；已公布的日子不变' } satisfies Setting<number> as Setting<number>,
  'notification.quiet-hours': { group: 'message', by: 'head', kind: 'span', usual: { from: '21:00', to: '07:30' }, label: '免打扰时间', meaning: '不急的微信和短信等到这段时间过了再发；两头写成一样就不设', effect: '收消息的居民和工作人员' } satisfies Setting<ClockSpan> as Setting<ClockSpan>,
  'console.idle-lock-minutes': whole('safety', 'technical', [10, 1, 30, '分钟'], ['工作台多久没人动就锁屏', '锁了以后输密码继续，没填完的都在', '所有用工作台的人，重新打开页面后按新的']),
  'hall.lunch': { group: 'hall', by: 'hall', kind: 'span', usual: null, label: '午休', meaning: '午休时不叫号，可以取号等候', effect: '来大厅的居民' } satisfies Setting<ClockSpan | null> as Setting<ClockSpan | null>,
} as const;

export type SettingName = keyof typeof SETTINGS;
export type SettingValue<N extends SettingName> = (typeof SETTINGS)[N] extends Setting<infer V> ? V : never;
export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
export const settingOf = (name: string): Setting<unknown> | null => (Object.hasOwn(SETTINGS, name) ? SETTINGS[name as SettingName] : null);

/** What holds in a hall. @param own what it has decided, by name */
export const settingIn = <N extends SettingName>(own: ReadonlyMap<string, unknown>, name: N): SettingValue<N> => (own.has(name) ? own.get(name) : SETTINGS[name].usual) as SettingValue<N>;

/**
 * What is wrong with a value; null when nothing is.
 * @param standing what the others are, by name @param departments ids of those in use
 */
export function settingProblem(name: SettingName, value: unknown, standing: ReadonlyMap<string, unknown>, departments: readonly string[]): string | null {
  const setting: Setting<unknown> = SETTINGS[name];
  if (setting.kind === 'department') return value === null || (typeof value === 'string' && departments.includes(value)) ? null : '没有这个科室，请重新选择';
  if (setting.kind === 'span') return value !== null && typeof value === 'object' && isClock((value as ClockSpan).from) && isClock((value as ClockSpan).to) ? null : '时间请写成 21:00 这样';
  const { least = 0, most = 0, unit = '' } = setting;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most) return setting.kind === 'weekday' ? '请选星期一到星期日的一天' : `请写 ${least} 到 ${most} ${unit}的整数`;
  return againstOthers(setting, value, standing);
}

function againstOthers({ notAbove, notBelow }: Setting<unknown>, value: number, standing: ReadonlyMap<string, unknown>): string | null {
  const limit = (name: string | undefined) => (name === undefined ? null : { label: settingOf(name)!.label, value: settingIn(standing, name as SettingName) as number });
  const [top, floor] = [limit(notAbove), limit(notBelow)];
  if (top && value > top.value) return `不能大于“${top.label}”（现在是 ${top.value}），请先改它`;
  return floor && value < floor.value ? `不能小于“${floor.label}”（现在是 ${floor.value}），请先改它` : null;
}

/** A value as it reads. @param departmentName what a department is called */
export function settingText(name: string, value: unknown, departmentName: (id: string) => string): string {
  const setting = settingOf(name);
  if (value === null || value === undefined || setting === null) return '没有设';
  if (setting.kind === 'department') return departmentName(String(value));
  if (setting.kind === 'weekday') return WEEKDAYS[Number(value) - 1] ?? '';
  if (setting.kind === 'span') { const { from, to } = value as ClockSpan; return from === to ? '不设' : `${from} 到 ${to}`; }
  return `${String(value)} ${setting.unit ?? ''}`.trim();
}
