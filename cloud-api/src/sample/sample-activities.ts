import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { MINUTE, addDays, instantAt, type Day, type Instant } from '@hall/shared/kernel/day';
import type { DoorList, MyActivityView, StaffActivityView } from '../features/activity/activity.dto.ts';
import { ActivityCodes } from '../features/activity/activity-codes.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast, SampleResident } from './sample-cast.ts';

interface Plan { title: string; words: string; place: string; startsAt: Instant; endsAt: Instant; signUpClosesAt: Instant; capacity: number }

const LEVELS = [5, 5, 4, 5, 3, 4, 5];
const CHOOSING = { title: '缴费档次怎么选', words: '从 200 元到 7000 元，交哪一档划算？社保专家拿着算盘给您一笔笔算，家里有五六十岁老人的，欢迎一起来听。\n带上身份证，现场可以查缴费记录。', place: '二楼会议室' };

/** Activities of the sample: one that was held and rated, one going on, some to come, and a draft. */
export class SampleActivities {
  private held: { id: string; guests: { phone: SampleActor; signUpId: string }[] } | null = null;
  private comers = 0;

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cast: SampleCast,
    private readonly head: SampleActor,
    private readonly guide: SampleActor,
  ) {}

  static async gather(app: NestFastifyApplication, cast: SampleCast): Promise<SampleActivities> {
    return new SampleActivities(app, cast, await cast.staff('zhou'), await cast.staff('zhao'));
  }

  /** On the morning of a day gone by: an afternoon is announced, and more want to come than there is room for. */
  async morning(day: Day): Promise<void> {
    const id = await this.announce({ ...CHOOSING, startsAt: instantAt(day, '14:00'), endsAt: instantAt(day, '15:00'), signUpClosesAt: instantAt(day, '13:30'), capacity: 8 });
    const guests: { phone: SampleActor; signUpId: string }[] = [];
    for (let more = 0; more < 9; more += 1) {
      const { phone } = await this.somebody();
      guests.push({ phone, signUpId: (await this.join(phone, id)).signUp!.id });
    }
    this.held = { id, guests };
  }

  /** They come, all but one of those with a place. */
  async afternoon(): Promise<void> {
    const { digits } = this.app.get(ActivityCodes).current(this.held!.id);
    for (const { phone, signUpId } of this.held!.guests.slice(0, LEVELS.length)) await phone.post(`/resident/activity-sign-ups/${signUpId}/attend`, { code: digits });
  }

  /** It is over, and they say how it was. */
  async evening(): Promise<void> {
    for (let turn = 0; turn < 2; turn += 1) await this.app.get(Jobs).runNow('activity.follow-clock');
    for (const [index, level] of LEVELS.entries()) await this.held!.guests[index]!.phone.post(`/resident/activity-sign-ups/${this.held!.guests[index]!.signUpId}/rating`, { level });
    const { id } = this.held!;
    const { version } = await this.head.get<StaffActivityView>(`/staff/activities/${id}`);
    await this.head.post(`/staff/activities/${id}/close`, { version });
  }

  /** Today: one begins in a quarter of an hour, one is full, one has room, and one is still being thought about. */
  async today(today: Day, now: Instant, actors: ReadonlyMap<string, SampleResident>): Promise<void> {
    const of = (key: string) => actors.get(key)!.phone;
    const startsAt = Math.ceil((now + 50 * MINUTE) / (5 * MINUTE)) * 5 * MINUTE;
    const going = await this.announce({ title: '手机办社保，手把手教', words: '教您用手机预填、预约、查进度，不会用智能手机的更要来。志愿者一对一教，学会为止。', place: '一楼等候区', startsAt, endsAt: startsAt + 90 * MINUTE, signUpClosesAt: startsAt, capacity: 12 });
    await this.join(of('elder'), going);
    await this.join(of('daughter'), going);
    for (let more = 0; more < 4; more += 1) await this.join((await this.somebody()).phone, going);
    for (const name of ['万秀珍', '彭德厚']) await this.guide.post(`/staff/activities/${going}/sign-ups`, { name, phone: null });
    const { items } = await this.guide.get<DoorList>(`/staff/activities/${going}/sign-ups`);
    const expected = items.filter(({ name }) => name === '万秀珍')[0]!;
    await this.guide.post(`/staff/activities/${going}/sign-ups/${expected.id}/attend`, { version: expected.version });

    const day = addDays(today, 2);
    const full = await this.announce({ title: '丧葬补助和待遇继承怎么办', words: '老人去世后，哪些钱能领、要带什么、到哪里办，一次讲清楚。', place: '二楼会议室', startsAt: instantAt(day, '10:00'), endsAt: instantAt(day, '11:00'), signUpClosesAt: instantAt(today, '23:00'), capacity: 3 });
    for (let more = 0; more < 3; more += 1) await this.join((await this.somebody()).phone, full);
    await this.join(of('served'), full);

    const week = addDays(today, 7);
    const roomy = await this.announce({ title: '社保专家进社区', words: '我们到示例社区来，现场参保登记、生存认证、社保卡激活，一站办完。腿脚不便的老人可以请社区预约上门。', place: '示例社区服务中心', startsAt: instantAt(week, '09:00'), endsAt: instantAt(week, '11:30'), signUpClosesAt: instantAt(addDays(week, -1), '17:00'), capacity: 60 });
    for (const key of ['booked', 'ready']) await this.join(of(key), roomy);
    await this.head.post('/staff/activities', { title: '窗口开放日', words: '请群众走进窗口后台，看一份申请是怎么办好的。', place: '服务大厅', startsAt: instantAt(addDays(today, 20), '09:30'), endsAt: instantAt(addDays(today, 20), '11:00'), signUpClosesAt: instantAt(addDays(today, 18), '17:00'), capacity: 20 } satisfies Plan);
  }

  private async announce(plan: Plan): Promise<string> {
    const { id, version } = await this.head.post<StaffActivityView>('/staff/activities', plan);
    await this.head.post(`/staff/activities/${id}/announce`, { version });
    return id;
  }

  private join(phone: SampleActor, id: string): Promise<MyActivityView> {
    return phone.post<MyActivityView>(`/resident/activities/${id}/sign-ups`, { name: null });
  }

  private somebody(): Promise<SampleResident> {
    this.comers += 1;
    return this.cast.resident(`sample-activity-${this.comers}`, 820 + this.comers, 38 + ((this.comers * 7) % 40));
  }
}

