import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { SHIPPED_FLAG_FORMULA } from '@hall/shared/assessment/red-flag.rules';
import { SHIPPED_ASSESSMENT_FORMULA } from '@hall/shared/assessment/scorecard.rules';
import { normaliseCitizenId } from '@hall/shared/kernel/citizen-id';
import { DAY_LENGTH, HOUR, MINUTE, addDays, instantAt, type Day, type Instant } from '@hall/shared/kernel/day';
import { Halls } from '../features/hall/halls.ts';
import { Staff } from '../features/identity/staff.entity.ts';
import type { StaffStarRoundView } from '../features/star/star.dto.ts';
import { Stars } from '../features/star/stars.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CryptoPort } from '../platform/crypto/crypto.port.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast } from './sample-cast.ts';
import type { SampleLine } from './sample-line.ts';
import type { SyntheticPerson } from './synthetic-people.ts';

/** The month before the sample's own days: what has to be said before it, the days it is lived through, and the day its star is voted on. */
export interface MonthBefore {
  /** `YYYY-MM` */
  month: string;
  begins: Instant;
  days: readonly Day[];
  voting: Day;
}

/** @param eve the working day before the sample's own days begin */
export function monthBefore(eve: Day, works: (day: Day) => boolean): MonthBefore {
  const step = (from: Day, by: 1 | -1): Day => { let day = from; while (!works(day)) day = addDays(day, by); return day; };
  const first = `${eve.slice(0, 7)}-01`;
  const month = addDays(first, -1).slice(0, 7);
  return { month, begins: instantAt(step(addDays(`${month}-01`, -1), -1), '15:00'), days: [step(`${month}-09`, 1), step(`${month}-21`, 1)], voting: step(first, 1) };
}

const VISITORS = 16;
/** Who is proposed, with the reason, and how many of ten votes each gets. */
const PROPOSED: readonly (readonly [userName: string, reasons: string, ofTen: number])[] = [
  ['wang', '材料看得细，话说得清，来办事的老人都愿意等她的窗口', 6], ['li', '一次讲清要补什么，没有让人多跑一趟', 3], ['chen', '忙的时候也不催人，办完总问一句还有没有别的事', 1],
];

/** One whole month of the sample hall, short as it is: formulas committed before it, red-flag windows and scorecards found at its end, and a service star. */
export class SampleMonth {
  private readonly served: SyntheticPerson[] = [];

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly head: SampleActor,
    private readonly line: SampleLine,
    private readonly staff: ReadonlyMap<string, string>,
    private readonly hallId: string,
  ) {}

  static async gather(app: NestFastifyApplication, cast: SampleCast, line: SampleLine): Promise<SampleMonth> {
    const staff = new Map((await app.get(DataSource).manager.find(Staff)).map(({ userName, id }) => [userName, id]));
    return new SampleMonth(app, await cast.staff('zhou'), line, staff, await app.get(Halls).defaultHallId());
  }

  /** Whoever came in the month. */
  get visitors(): readonly SyntheticPerson[] {
    return this.served;
  }

  /** How the month will be counted, said while nobody can know its results. */
  async commit(month: string): Promise<void> {
    await this.head.post('/staff/red-flags/formula', { ...SHIPPED_FLAG_FORMULA, weights: { five: 100, pace: 400, kept: 300, services: 200 }, least: 5, from: month });
    await this.head.post('/staff/assessment/formula', { ...SHIPPED_ASSESSMENT_FORMULA, target: 20, from: month });
  }

  async live(day: Day): Promise<void> {
    await this.line.openWindows();
    for (let visitor = 0; visitor < VISITORS; visitor += 1) this.served.push(await this.line.walkIn(day));
    // Who only one window can help waits for it: it goes on when the others have nobody.
    for (let turn = 0; turn < 2 * VISITORS; turn += 1) await this.line.serveNext(turn, 2 + ((turn * 3) % 5));
    await this.line.closeWindows();
  }

  /** A star is voted for by those who were served in the month, counted at the end, and put on show. @param pass lets time go by */
  async vote(month: string, pass: (milliseconds: number) => void): Promise<void> {
    const { id, candidates } = await this.open(month, 2 * HOUR);
    pass(2 * MINUTE);
    const seats = PROPOSED.flatMap(([, , ofTen], at) => new Array<number>(ofTen).fill(at));
    const crypto = this.app.get(CryptoPort);
    for (const [at, { citizenId }] of this.served.slice(0, VISITORS).entries()) {
      const index = crypto.blindIndex('citizen-id', normaliseCitizenId(citizenId));
      await this.app.get(Stars).voteOfSeen(this.hallId, id, index, candidates[seats[at % seats.length]!]!.id, crypto.hash(crypto.randomToken()));
    }
    pass(2 * HOUR);
    await this.followClock();
    const { version } = await this.head.get<StaffStarRoundView>(`/staff/stars/${id}`);
    await this.head.post(`/staff/stars/${id}/publish`, { version });
  }

  /** A round that takes votes from a minute on. */
  async open(month: string, milliseconds: number = 7 * DAY_LENGTH): Promise<StaffStarRoundView> {
    const opensAt = this.app.get(Clock).now() + MINUTE;
    const nominees = PROPOSED.map(([userName, reasons]) => ({ staffId: this.staff.get(userName)!, reasons }));
    const { id, version } = await this.head.post<StaffStarRoundView>('/staff/stars', { month, tieRule: 'shared', opensAt, closesAt: opensAt + milliseconds, objectionDays: 3, nominees });
    return this.head.post<StaffStarRoundView>(`/staff/stars/${id}/open`, { version });
  }

  async followClock(): Promise<void> {
    await this.app.get(Jobs).runNow('star.follow-clock');
  }
}
