import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { openingAt, type HallDay, type OpenState } from '@hall/shared/calendar/opening.rules';
import { clockOf, dayOf, startOfDay, type Clock as ClockTime, type Day, type Instant } from '@hall/shared/kernel/day';
import { settingIn, type SettingName, type SettingValue } from '@hall/shared/house/settings.catalogue';
import { Clock } from '../../platform/clock/clock.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { OfficialCalendar } from '../../platform/calendar/official-calendar.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Department, Hall, HallSetting, HallWindow } from './hall.entity.ts';
import { HousePlans } from './house-plans.ts';

/** A stretch closed for a reason people can read; without times the whole day. */
export interface HallClosure {
  day: Day;
  from: ClockTime | null;
  to: ClockTime | null;
  reason: string;
}

export interface HallFacts {
  id: string;
  name: string;
  areaCode: string;
  address: string;
  phone: string;
  motto: string;
  smile: string;
  openFrom: string;
  openTo: string;
}

export interface WindowFacts {
  id: string;
  hallId: string;
  label: string;
  skills: string[];
  state: HallWindow['state'];
  clerkId: string | null;
  version: number;
}

/** How people in each class wait just now; told by the queue, shown on the hall's own page. */
export interface ClassWait {
  cls: 'booked' | 'walkin' | 'care';
  label: string;
  count: number;
  lowMinutes: number | null;
  highMinutes: number | null;
}

/** Who leads the hall today, for the wall and the desk. */
export interface LeaderToday {
  /** Name and post. */
  line: string;
  /** Of the portrait, null without one. */
  photoUrl: string | null;
}

const BELIEVED_FOR = 5_000;
const NOTHING_SET: ReadonlyMap<string, unknown> = new Map();

interface Known {
  list: Hall[];
  /** By hall, then by name. */
  settings: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
  readAt: number;
}

/** What other rooms may know of halls: their facts, settings, hours and windows. */
@Injectable()
export class Halls {
  private halls: Known | null = null;
  private waiting: (hallId: string) => Promise<ClassWait[]> = () => Promise.resolve([]);
  private leader: (hallId: string) => Promise<LeaderToday | null> = () => Promise.resolve(null);
  private closures: (hallId: string, from: Day) => Promise<HallClosure[]> = () => Promise.resolve([]);
  private readonly closed = new Map<string, { list: Promise<HallClosure[]>; from: Day; readAt: number }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly calendar: OfficialCalendar,
    private readonly clock: Clock,
    /** What is decided about the hall's rooms and people, from which day, and who or what holds them open. */
    readonly plans: HousePlans,
  ) {
    plans.whenApplied(() => this.forget());
  }

  /** @throws NOT_FOUND */
  async hall(hallId: string): Promise<HallFacts> {
    const found = (await this.known()).list.find((hall) => hall.id === hallId);
    if (!found) throw platformErrors.NOT_FOUND();
    return found;
  }

  /** The first hall of the bureau: where someone without a choice goes. @throws NOT_FOUND before any hall is set up */
  async defaultHallId(): Promise<string> {
    const [first] = (await this.known()).list;
    if (!first) throw platformErrors.NOT_FOUND();
    return first.id;
  }

  async all(): Promise<HallFacts[]> {
    return (await this.known()).list;
  }

  /** A setting of the hall, or what the catalogue says where the hall has not decided. */
  async setting<N extends SettingName>(hallId: string, name: N): Promise<SettingValue<N>> {
    return settingIn(await this.settingsOf(hallId), name);
  }

  /** All the hall has set, by name. */
  async settingsOf(hallId: string): Promise<ReadonlyMap<string, unknown>> {
    return (await this.known()).settings.get(hallId) ?? NOTHING_SET;
  }

  /** Whether the hall serves at this instant: a working day of the official calendar, between its hours, not at lunch and not closed for a reason. */
  async openState(hallId: string, now: Instant = this.clock.now()): Promise<OpenState> {
    return openingAt(await this.dayPlan(hallId, dayOf(now)), clockOf(now)).state;
  }

  /** What decides about the hall's service on a day from today on. */
  async dayPlan(hallId: string, day: Day): Promise<HallDay> {
    const [{ openFrom, openTo }, kind, lunch, closures] = [await this.hall(hallId), await this.calendar.kindOf(day), await this.setting(hallId, 'hall.lunch'), await this.closuresFromNow(hallId)];
    return { works: kind === 'workday' || kind === 'extra-workday', openFrom, openTo, lunch, closures: closures.filter((closure) => closure.day === day) };
  }

  /** Those in use, in the order in which they stand. */
  async windows(hallId: string, manager: EntityManager = this.dataSource.manager): Promise<WindowFacts[]> {
    return manager.find(HallWindow, { where: { hallId, closedAt: IsNull() }, order: { position: 'ASC' } });
  }

  /** Keeps the hall's row for this transaction: what is written for the hall as a whole is written in turn. */
  async hold(work: Work, hallId: string): Promise<void> {
    await work.rows(`SELECT id FROM hall WHERE id = ?${work.sql.forUpdate}`, [hallId]);
  }

  /** Reads a window for changing. @throws NOT_FOUND also when it belongs to another hall or is no longer used */
  async lockWindow(work: Work, hallId: string, windowId: string): Promise<WindowFacts> {
    const window = await work.lock(HallWindow, windowId);
    if (window.hallId !== hallId || window.closedAt !== null) throw platformErrors.NOT_FOUND();
    return window;
  }

  /** The window this clerk sits at, or null. */
  async windowOf(staffId: string, manager: EntityManager = this.dataSource.manager): Promise<WindowFacts | null> {
    return manager.findOne(HallWindow, { where: { clerkId: staffId } });
  }

  async setWindow(work: Work, window: WindowFacts, changes: { state: HallWindow['state']; clerkId: string | null }): Promise<WindowFacts> {
    return work.change(HallWindow, window as HallWindow, { ...changes, openedAt: changes.state === 'open' ? work.now : null });
  }

  /** @param which `in-use` where somebody chooses one; `all` to name what was before */
  async departments(hallId: string, which: 'in-use' | 'all' = 'in-use'): Promise<{ id: string; name: string; phone: string | null }[]> {
    return this.dataSource.manager.find(Department, { where: { hallId, ...(which === 'in-use' ? { closedAt: IsNull() } : {}) }, order: { position: 'ASC' } });
  }

  /** Every department and window that was in use on this day, those closed since too: what happened there must be told by its name. */
  async roomsOn(hallId: string, day: Day): Promise<{ departments: { id: string; name: string }[]; windows: { id: string; name: string }[] }> {
    const where = [{ hallId, closedAt: IsNull() }, { hallId, closedAt: MoreThanOrEqual(startOfDay(day)) }];
    const [departments, windows] = await Promise.all([this.dataSource.manager.find(Department, { where, order: { position: 'ASC' } }), this.dataSource.manager.find(HallWindow, { where, order: { position: 'ASC' } })]);
    return { departments: departments.map(({ id, name }) => ({ id, name })), windows: windows.map(({ id, label }) => ({ id, name: label })) };
  }

  async departmentName(departmentId: string): Promise<string> {
    return (await this.dataSource.manager.findOneBy(Department, { id: departmentId }))?.name ?? '';
  }

  /** The queue tells here how people wait, so that the hall's page need not know the queue. */
  waitingFrom(source: (hallId: string) => Promise<ClassWait[]>): void {
    this.waiting = source;
  }

  waitingIn(hallId: string): Promise<ClassWait[]> {
    return this.waiting(hallId);
  }

  /** Booking tells here when the hall is closed from a day on, so that the hall need not know its plan. */
  closuresFrom(source: (hallId: string, from: Day) => Promise<HallClosure[]>): void {
    this.closures = source;
  }

  /** The duty roster tells here who leads the hall today, so that whoever shows it need not know the roster. */
  leaderFrom(source: (hallId: string) => Promise<LeaderToday | null>): void {
    this.leader = source;
  }

  /** Null when nobody is on the roster. */
  leaderToday(hallId: string): Promise<LeaderToday | null> {
    return this.leader(hallId);
  }

  /** Forgets what was believed, after a hall or a setting was changed in this process. */
  forget(): void {
    this.halls = null;
    this.closed.clear();
  }

  /** Believed for as long as the rest; every look at the board asks. */
  private closuresFromNow(hallId: string): Promise<HallClosure[]> {
    const now = this.clock.now();
    const known = this.closed.get(hallId);
    if (known?.from === dayOf(now) && Math.abs(now - known.readAt) < BELIEVED_FOR) return known.list;
    const list = this.closures(hallId, dayOf(now));
    this.closed.set(hallId, { list, from: dayOf(now), readAt: now });
    list.catch(() => this.closed.delete(hallId));
    return list;
  }

  private async known(): Promise<Known> {
    const now = this.clock.now();
    if (this.halls && Math.abs(now - this.halls.readAt) < BELIEVED_FOR) return this.halls;
    // Whoever comes first reads; a crowd behind goes on with what was known, because waiting for somebody else's
    // read inside a transaction could wait for ever on the embedded database.
    if (this.halls) this.halls = { ...this.halls, readAt: now };
    const [list, rows] = await Promise.all([this.dataSource.manager.find(Hall, { order: { id: 'ASC' } }), this.dataSource.manager.find(HallSetting)]);
    const settings = new Map<string, Map<string, unknown>>();
    for (const { hallId, name, value } of rows) settings.set(hallId, (settings.get(hallId) ?? new Map<string, unknown>()).set(name, value));
    this.halls = { list, settings, readAt: now };
    return this.halls;
  }
}
