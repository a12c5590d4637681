import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import type { Day } from '@hall/shared/kernel/day';
import type { RatingInput } from '@hall/shared/rating/rating.rules';
import { RATING_QUESTIONS } from '@hall/shared/rating/rating-case.rules';
import { Halls } from '../features/hall/halls.ts';
import { Staff } from '../features/identity/staff.entity.ts';
import { RatingMonths } from '../features/rating/rating-months.ts';
import { RatingService } from '../features/rating/rating.service.ts';
import { RatingCase } from '../features/rating/rating-case.entity.ts';
import type { RatingCaseView, RatingQuestionList } from '../features/rating/rating-case.dto.ts';
import type { RatingInvitationView } from '../features/rating/rating.dto.ts';
import { system } from '../platform/auth/actor.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Relay } from '../platform/events/relay.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { newId } from '../platform/persistence/new-id.ts';
import { UnitOfWork } from '../platform/persistence/unit-of-work.ts';
import type { SampleActor } from './sample-actor.ts';
import type { SampleCast, SampleResident } from './sample-cast.ts';
import { layYearOfRatings } from './sample-rating-year.ts';

/** What people were not content with, from the mildest to the angriest. */
const SAID: readonly RatingInput[] = [
  { level: 2, reasons: ['long-wait'], attitude: 4, quality: 2, comment: '窗口只开了两个，等了一个多小时。' },
  { level: 1, reasons: ['unclear', 'came-again'], quality: 1, comment: '第一次来没说要带户口本，害我跑了两趟。' },
  { level: 2, reasons: ['unkind'], attitude: 2, comment: '问了两遍就不耐烦了。' },
  { level: 1, reasons: ['not-done'], comment: '其实办得挺好，手一滑点错了。' },
  { level: 2, reasons: ['slow'], quality: 2 },
  { level: 1, reasons: ['system'], activities: 3, comment: '手机上传照片老是失败。' },
];

/** Ratings of the sample: a year of them for the figures, and negative ones whose cases stand in every state. */
export class SampleRatings {
  private rated: { invitationId: string; phone: SampleActor }[] = [];

  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cast: SampleCast,
    private readonly heads: ReadonlyMap<string, SampleActor>,
    private readonly staff: ReadonlyMap<string, Staff>,
    private readonly hallId: string,
  ) {}

  static async gather(app: NestFastifyApplication, cast: SampleCast): Promise<SampleRatings> {
    const staff = new Map((await app.get(DataSource).manager.find(Staff)).map((each) => [each.userName, each]));
    const heads = new Map<string, SampleActor>();
    for (const name of ['zhou', 'wu']) heads.set(staff.get(name)!.id, await cast.staff(name));
    return new SampleRatings(app, cast, heads, staff, await app.get(Halls).defaultHallId());
  }

  async layYear(before: Day): Promise<void> {
    const windowIds = (await this.app.get(Halls).windows(this.hallId)).map(({ id }) => id);
    const { id: ownerId, departmentId } = this.staff.get('zhou')!;
    const staffIds = ['wang', 'li', 'zhang', 'chen'].map((name) => this.staff.get(name)!.id);
    const months = await this.app.get(UnitOfWork).run(system('sample'), (work) => layYearOfRatings(work, { hallId: this.hallId, windowIds, staffIds, ownerId, departmentId: departmentId!, before }));
    for (const month of months) await this.app.get(RatingMonths).recount(this.hallId, month);
  }

  /** People who were served and not content: their cases begin, and the head asks the clerk about one of them. */
  async begin(): Promise<void> {
    for (const [nth, rating] of SAID.entries()) await this.rate(await this.cast.resident(`sample-rater-${nth}`, 140 + nth, 30 + nth * 6), rating);
    for (const nth of [1, 2, 3, 4, 5]) await this.step(nth, 'contact', { words: '您好，我是科室负责人。看到您的评价很抱歉，想向您了解一下当时的情况。' });
    await this.say(1, 'reply', { words: '第一次来的时候没人告诉我要带户口本。' });
    await this.step(2, 'question', { question: RATING_QUESTIONS[0]!.question });
    await this.step(3, 'propose', { verdict: 'mistaken', words: '评价人留言说是点错了，请复核。' });
    for (const nth of [4, 5]) await this.step(nth, 'verify', { verdict: 'valid', words: '核对了叫号记录，情况属实。' });
    await this.step(5, 'rectify', { words: '上传失败时会提示原因，并可以到窗口代拍。' });
    await this.step(5, 'answer', { words: '手机上传已改好，再遇到问题可以到窗口代拍。给您添麻烦了。' });
    await this.say(5, 'revisit', { content: true, words: '这回能传了，谢谢。' });
  }

  /** A day or more later: the clerk answers what she was asked, and an elder is answered. */
  async goOn(elder: SampleResident): Promise<void> {
    await this.app.get(Jobs).runNow('rating.ask-clerks');
    await this.settle();
    const clerk = await this.cast.staff('li');
    const [question] = (await clerk.get<RatingQuestionList>('/staff/rating-questions')).items;
    if (question) await clerk.post(`/staff/rating-questions/${question.id}/answer`, { words: '月初人多的那几天说话急了些，今后会放慢语速、多问一句听清没有。' });
    const nth = await this.rate(elder, { level: 2, reasons: ['unclear'], attitude: 4, quality: 2, comment: '讲得太快，我没听明白。' });
    await this.step(nth, 'contact', { words: '您好，我是科室负责人。没有讲清楚是我们不对，请问是哪一步没听明白？' });
    await this.step(nth, 'verify', { verdict: 'valid', words: '情况属实，讲解没有照顾到老年人。' });
    await this.step(nth, 'rectify', { words: '爱心窗口配了放大的办事卡片，讲完请群众复述一遍。' });
    await this.step(nth, 'answer', { words: '爱心窗口已配大字卡片，您再来时请直接到爱心窗口，我们慢慢讲。' });
  }

  /** @returns which of the sample's ratings it is */
  private async rate({ phone }: SampleResident, rating: RatingInput): Promise<number> {
    const nth = this.rated.length;
    const window = (await this.app.get(Halls).windows(this.hallId))[nth % 4]!;
    const me = await phone.get<{ id: string }>('/resident/me');
    const { id: invitationId } = await this.app.get(UnitOfWork).run(system('sample'), (work) => this.app.get(RatingService).invite(work, {
      ticketId: newId(), hallId: this.hallId, residentId: me.id, matterIds: ['enrolment-change'], windowId: window.id, staffId: this.staff.get(['wang', 'zhang', 'li', 'chen'][nth % 4]!)!.id, servedAt: this.app.get(Clock).now(),
    }));
    await phone.post(`/resident/ratings/${invitationId}`, rating);
    await this.settle();
    this.rated.push({ invitationId, phone });
    return nth;
  }

  private async step(nth: number, path: string, body: object): Promise<void> {
    const { id, version, ownerId } = await this.caseOf(nth);
    await this.heads.get(ownerId!)!.post<RatingCaseView>(`/staff/rating-cases/${id}/${path}`, { version, ...body });
    await this.settle();
  }

  private async say(nth: number, path: string, body: object): Promise<void> {
    const { invitationId, phone } = this.rated[nth]!;
    await phone.post<RatingInvitationView>(`/resident/ratings/${invitationId}/${path}`, { version: (await this.caseOf(nth)).version, ...body });
    await this.settle();
  }

  private caseOf(nth: number): Promise<RatingCase> {
    return this.app.get(DataSource).manager.findOneByOrFail(RatingCase, { invitationId: this.rated[nth]!.invitationId });
  }

  private async settle(): Promise<void> {
    while ((await this.app.get(Relay).drain()) > 0);
  }
}
