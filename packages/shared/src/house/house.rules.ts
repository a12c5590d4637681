import { isDay, type Day } from '../kernel/day.ts';

/** What the hall decides about one of its departments. */
export interface DepartmentWish {
  name: string;
  phone: string | null;
  /** In lists, from 0. */
  position: number;
  closed: boolean;
}

/** What it decides about a counter. */
export interface WindowWish {
  label: string;
  /** Ids of the matters handled there. */
  skills: string[];
  position: number;
  closed: boolean;
}

/** What everybody is told of the hall itself. */
export interface HallWish {
  name: string;
  address: string;
  phone: string;
  motto: string;
  smile: string;
  /** `HH:mm`. */
  openFrom: string;
  openTo: string;
  /** Empty in a hall that serves through noon. */
  lunchFrom: string;
  lunchTo: string;
}

/** One wrong field and what to do about it. */
export interface WishProblem {
  path: string;
  message: string;
}

export interface ReadWish<W> {
  wish: W;
  problems: WishProblem[];
}

export const PLAN_STATES = ['planned', 'applied', 'withdrawn', 'refused'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const PLAN_STATE_LABELS: Readonly<Record<PlanState, string>> = { planned: '待生效', applied: '已生效', withdrawn: '已撤回', refused: '没能生效' };

/** How far ahead a change may be planned: a year, because nobody remembers longer. */
export const PLANNED_AHEAD_DAYS = 366;
const PHONE = /^[0-9+()（）\- 转]{5,30}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const positionOf = (value: unknown): number => (typeof value === 'number' && Number.isInteger(value) ? value : Number.NaN);

function reader() {
  const problems: WishProblem[] = [];
  const demand = (right: boolean, path: string, message: string): void => { if (!right) problems.push({ path, message }); };
  const within = (value: unknown, path: string, most: number, words: string): string => {
    const text = textOf(value);
    demand(text.length >= 1 && text.length <= most, path, `${words}请写 1 到 ${most} 个字`);
    return text;
  };
  const place = (value: unknown): number => {
    const position = positionOf(value);
    demand(position >= 0 && position <= 999, 'position', '排序请写 0 到 999 的整数');
    return position;
  };
  return { problems, demand, within, place };
}

export function readDepartmentWish(said: Readonly<Record<string, unknown>>): ReadWish<DepartmentWish> {
  const { problems, demand, within, place } = reader();
  const phone = textOf(said['phone']);
  demand(phone === '' || PHONE.test(phone), 'phone', '电话请写成 0710-1234567 这样，没有可以留空');
  return { wish: { name: within(said['name'], 'name', 30, '科室名称'), phone: phone === '' ? null : phone, position: place(said['position']), closed: said['closed'] === true }, problems };
}

/** @param matters ids of the matters that exist */
export function readWindowWish(said: Readonly<Record<string, unknown>>, matters: readonly string[]): ReadWish<WindowWish> {
  const { problems, demand, within, place } = reader();
  const asked = Array.isArray(said['skills']) ? said['skills'].filter((each) => typeof each === 'string') : [];
  // In the order of the shelf, so that the same choice is always the same list.
  const known = matters.filter((each) => asked.includes(each));
  demand(asked.length > 0, 'skills', '请至少选一个办理的事项');
  demand(asked.every((each) => matters.includes(each)), 'skills', '有的事项已经不在办事清单里，请重新选择');
  return { wish: { label: within(said['label'], 'label', 20, '窗口名称'), skills: known, position: place(said['position']), closed: said['closed'] === true }, problems };
}

/** @param before where nothing is said of lunch, as by a change decided on before it could be said */
export function readHallWish(said: Readonly<Record<string, unknown>>, before: Pick<HallWish, 'lunchFrom' | 'lunchTo'> = { lunchFrom: '', lunchTo: '' }): ReadWish<HallWish> {
  const { problems, demand, within } = reader();
  const [lunchFrom, lunchTo] = [textOf(said['lunchFrom'] ?? before.lunchFrom), textOf(said['lunchTo'] ?? before.lunchTo)];
  const [phone, openFrom, openTo] = [textOf(said['phone']), textOf(said['openFrom']), textOf(said['openTo'])];
  demand(PHONE.test(phone), 'phone', '电话请写成 0710-1234567 这样');
  demand(TIME.test(openFrom), 'openFrom', '开门时间请写成 09:00 这样');
  demand(TIME.test(openTo), 'openTo', '关门时间请写成 17:00 这样');
  demand(!TIME.test(openFrom) || !TIME.test(openTo) || openFrom < openTo, 'openTo', '关门时间要晚于开门时间');
  const rests = lunchFrom !== '' || lunchTo !== '';
  demand(!rests || TIME.test(lunchFrom), 'lunchFrom', '午休开始请写成 12:00 这样，不午休就两个都留空');
  demand(!rests || TIME.test(lunchTo), 'lunchTo', '午休结束请写成 13:30 这样，不午休就两个都留空');
  demand(!TIME.test(lunchFrom) || !TIME.test(lunchTo) || (openFrom < lunchFrom && lunchFrom < lunchTo && lunchTo < openTo), 'lunchTo', '午休要在开门和关门之间，结束晚于开始');
  const wish = { name: within(said['name'], 'name', 80, '大厅名称'), address: within(said['address'], 'address', 120, '地址'), phone, motto: within(said['motto'], 'motto', 60, '服务口号'), smile: within(said['smile'], 'smile', 60, '微笑提示'), openFrom, openTo, lunchFrom, lunchTo };
  return { wish, problems };
}

/** Whether a change may take effect from this day. @param today in the hall @param last the farthest day that may be planned */
export const mayTakeEffect = (day: string, today: Day, last: Day): boolean => isDay(day) && day >= today && day <= last;

/** The matters no open counter would handle any more. */
export function orphanedMatters(matters: readonly string[], windows: readonly Pick<WindowWish, 'skills' | 'closed'>[]): string[] {
  return matters.filter((matter) => !windows.some(({ skills, closed }) => !closed && skills.includes(matter)));
}
