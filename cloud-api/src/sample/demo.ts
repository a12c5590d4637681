import { plainToInstance } from 'class-transformer';
import { DataSource } from 'typeorm';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startWechatDouble } from '@hall/doubles/wechat/wechat-double';
import { addDays, dayOf, instantAt, weekdayOf, yearOf } from '@hall/shared/kernel/day';
import { Hall } from '../features/hall/hall.entity.ts';
import { system } from '../platform/auth/actor.ts';
import { kindIn } from '../platform/calendar/official-calendar.ts';
import { loadYears } from '../platform/calendar/load-years.ts';
import { officialYears } from '../platform/calendar/official-years.ts';
import type { YearOfDays } from '../platform/calendar/year-of-days.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { OpenHoursClock } from '../platform/clock/open-hours.clock.ts';
import { Settings } from '../platform/config/settings.ts';
import { Passwords } from '../platform/crypto/password.ts';
import type { PublicAddress } from '../platform/http/public-address.ts';
import { Totp } from '../platform/crypto/totp.ts';
import { AuditEntry } from '../platform/persistence/platform.entities.ts';
import { UnitOfWork } from '../platform/persistence/unit-of-work.ts';
import type { Ground } from '../platform/platform.module.ts';
import { provisionalYear } from './provisional-years.ts';
import { fillSampleHall } from './fill-sample-hall.ts';
import { monthBefore } from './sample-month.ts';
import { buildSampleHall, DEMO_PASSWORD } from './sample-hall.ts';

/** The demo: a sample hall that always stands in an open working hour, with doubles for what is outside. */
export interface Demo {
  settings: Settings;
  clock: Clock;
  /** Before the app is built: calendar years, and the sample hall the first time. */
  prepare(ground: Ground): Promise<void>;
  /** After the app is built: people, cases, bookings and tickets, the first time. */
  seed(app: NestFastifyApplication): Promise<void>;
  greet(address: PublicAddress, port: number): void;
  close(): Promise<void>;
}

export async function openDemo(settings: Settings, real: Clock): Promise<Demo> {
  const wechat = settings.WECHAT_APPID ? null : await startWechatDouble({});
  const years = demoYears(yearOf(dayOf(real.now())) - 1);
  const clock = new OpenHoursClock(real, { from: '09:05', to: '16:30', isWorkingDay: workingDaysOf(years) });
  const presence = clock.now();
  const [eve, ...past] = daysBefore(dayOf(presence), settings.SAMPLE_DAYS + 1, workingDaysOf(years)) as [string, ...string[]];
  const before = { ...monthBefore(eve, workingDaysOf(years)), eve };
  let isNew = false;
  return {
    clock,
    settings: plainToInstance(Settings, { ...settings, LOG_TO: 'file', ...(wechat ? { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret } : {}) }),
    async prepare(ground) {
      const [newest] = await ground.dataSource.manager.find(AuditEntry, { order: { at: 'DESC' }, take: 1 });
      if (newest) clock.notBefore(newest.at);
      const unitOfWork = new UnitOfWork(ground.dataSource, clock);
      isNew = !(await ground.dataSource.manager.existsBy(Hall, {}));
      // A promise judges only what begins on a later day than it was published, and a formula only a month that had not begun.
      if (isNew) clock.liveFrom(past.length > 0 ? before.begins : instantAt(eve, '15:00'));
      await unitOfWork.run(system('sample'), async (work) => {
        await loadYears(work, years);
        if (isNew) await buildSampleHall(work, { crypto: ground.crypto, passwords: new Passwords(), totp: new Totp({ clock, issuer: 'demo' }) });
      });
    },
    async seed(app) {
      if (!isNew) return;
      const dataSource = app.get(DataSource);
      const embedded = settings.isEmbedded;
      // Nobody has been promised anything yet: thousands of forced writes to disk would only take the visitor's time.
      if (embedded) await dataSource.query('PRAGMA synchronous = OFF');
      await fillSampleHall(app, clock, past, presence, before);
      if (embedded) await dataSource.query('PRAGMA synchronous = FULL');
    },
    greet(address, port) {
      const at = (path: string) => `${address.url}${path}`;
      process.stdout.write([
        '', '  城乡居民社保服务大厅（演示）', '',
        `  居民小程序（H5）  ${at('/')}        选一个演示人物登录，或用手机号和验证码`,
        `  窗口工作台       ${at('/console')}  点名字就能登录：wang（经办）、zhou（科长）、sun（局领导）、zheng（局长），密码 ${DEMO_PASSWORD}`,
        `  大厅屏           ${at('/screen')}   zhou 登录工作台 →“维护”→“大厅屏”，得到配对码`,
        `  短信收件箱       ${at('/api/public/demo/inbox')}`,
        `  接口文档         ${at('/api/docs')}`,
        // Browsers lend the camera to a page only over https or on the computer itself.
        `  在这台电脑上     http://127.0.0.1:${port}/console  摄像头只在这里可用`, '',
        '  演示时钟始终停在上班时间；按 Ctrl-C 结束。', '',
      ].join('\n'));
    },
    close: async () => wechat?.close(),
  };
}

/** The last `count` working days before `day`, oldest first. */
function daysBefore(day: string, count: number, works: (day: string) => boolean): string[] {
  const days: string[] = [];
  for (let past = addDays(day, -1); days.length < count; past = addDays(past, -1)) if (works(past)) days.unshift(past);
  return days;
}

/** The official years from this one on, and provisional ones until the demo cannot run out of days. */
function demoYears(first: number): YearOfDays[] {
  const official = officialYears(first);
  const covered = new Set(official.map(({ year }) => year));
  return [...official, ...[first, first + 1, first + 2, first + 3].filter((year) => !covered.has(year)).map(provisionalYear)];
}

function workingDaysOf(years: readonly YearOfDays[]): (day: string) => boolean {
  const days = years.flatMap((year) => year.days);
  const of = (kind: string) => new Map(days.filter((day) => day.kind === kind).map(({ day, name }) => [day, name]));
  const data = { years: new Map(years.map(({ year, provisional, source }) => [year, { provisional, source }])), holidays: of('holiday'), workdays: of('workday') };
  return (day) => (data.years.has(yearOf(day)) ? ['workday', 'extra-workday'].includes(kindIn(data, day)) : weekdayOf(day) < 6);
}
