import type { RatingInput } from '@hall/shared/rating/rating.rules';
import type { StaffRole } from '@hall/shared/identity/permissions';
import { Sessions } from '../../../platform/auth/sessions.ts';
import { newId } from '../../../platform/persistence/new-id.ts';
import { TestApp } from '../../../testing/test-app.ts';
import type { DeadlineView } from '../../deadlines/deadlines.dto.ts';
import { Department } from '../../hall/hall.entity.ts';
import { RatingInvitation } from '../rating.entity.ts';
import { RatingCase } from '../rating-case.entity.ts';
import type { RatingCaseList, RatingCaseView, RatingProgressView, RatingQuestionList } from '../rating-case.dto.ts';
import type { RatingInvitationView } from '../rating.dto.ts';
import { RatingService } from '../rating.service.ts';

export type StaffMember = Awaited<ReturnType<TestApp['staff']>>;
export type Resident = Awaited<ReturnType<TestApp['resident']>>;
type Refused = { code?: string; fields?: { message: string }[] };

/** A hall in which one department serves at one window: who is there, and what they can be made to do. */
export class RatedHall {
  private constructor(
    readonly hall: TestApp,
    readonly departmentId: string,
    readonly windowId: string,
    readonly clerk: StaffMember,
    readonly head: StaffMember,
    readonly leader: StaffMember,
    readonly director: StaffMember,
  ) {}

  static async open(hall: TestApp): Promise<RatedHall> {
    const { id: departmentId } = await hall.dataSource.manager.findOneByOrFail(Department, { hallId: hall.hallId });
    const member = async (roles: StaffRole[], name: string): Promise<StaffMember> => {
      const staff = await hall.staff(roles, name);
      await hall.work((work) => work.execute('UPDATE staff SET department_id = ? WHERE id = ?', [departmentId, staff.actor.id]));
      return staff;
    };
    return new RatedHall(hall, departmentId, await hall.window('3号窗口', []), await member(['clerk'], '王晓梅'), await member(['head'], '周建平'), await member(['leader'], '孙明远'), await member(['director'], '郑国强'));
  }

  /** Everybody signs in anew: a new day ends their sessions. */
  async newDay(now: number): Promise<void> {
    this.hall.clock.set(now);
    for (const who of [this.clerk, this.head, this.leader, this.director]) who.token = await this.hall.work(async (work) => (await this.hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  }

  /** A service was given just now. */
  serve(residentId: string | null, matterIds: string[] = ['enrolment'], staffId: string | null = this.clerk.actor.id, servedAt = this.hall.clock.now()): Promise<RatingInvitation> {
    return this.hall.work((work) => this.hall.app.get(RatingService).invite(work, { ticketId: newId(), hallId: this.hall.hallId, residentId, matterIds, windowId: this.windowId, staffId, servedAt }));
  }

  /** Served, and rated on the phone. @returns the invitation and the case, if there is one */
  async rated(who: Resident, rating: RatingInput = { level: 1, reasons: ['slow'], comment: '等了一个多小时，窗口的小姑娘很不耐烦' }, more: { matterIds?: string[]; staffId?: string } = {}): Promise<{ invitationId: string; caseId: string }> {
    const { id: invitationId } = await this.serve(who.actor.id, more.matterIds, more.staffId);
    const answer = await this.hall.call('POST', `/resident/ratings/${invitationId}`, { ...who, key: newId(), body: rating });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    await this.hall.deliver();
    const found = await this.hall.dataSource.manager.findOneBy(RatingCase, { invitationId });
    return { invitationId, caseId: found?.id ?? '' };
  }

  /** Served, and rated by whoever holds the slip. */
  async ratedBySlip(rating: RatingInput = { level: 2, reasons: [] }): Promise<{ code: string; caseId: string; ticketId: string }> {
    const service = { ticketId: newId(), hallId: this.hall.hallId, residentId: null, matterIds: ['enrolment'], windowId: this.windowId, staffId: this.clerk.actor.id, servedAt: this.hall.clock.now() };
    const code = (await this.hall.app.get(RatingService).slipCode(this.clerk.actor, service))!;
    await this.hall.call('POST', `/public/slips/${code}/rating`, { key: newId(), body: rating });
    await this.hall.deliver();
    const invitation = await this.hall.dataSource.manager.findOneByOrFail(RatingInvitation, { ticketId: service.ticketId });
    return { code, ticketId: service.ticketId, caseId: (await this.row({ invitationId: invitation.id })).id };
  }

  row(where: Partial<Pick<RatingCase, 'id' | 'invitationId'>>): Promise<RatingCase> {
    return this.hall.dataSource.manager.findOneByOrFail(RatingCase, where);
  }

  seen(who: StaffMember, caseId: string): Promise<{ status: number; body: RatingCaseView & Refused }> {
    return this.hall.call('GET', `/staff/rating-cases/${caseId}`, who);
  }

  list(who: StaffMember, scope: string): Promise<{ status: number; body: RatingCaseList }> {
    return this.hall.call('GET', `/staff/rating-cases?scope=${scope}`, who);
  }

  /** A step of the case, with the version it has just now. */
  async step(who: StaffMember, caseId: string, path: string, body: object = {}): Promise<{ status: number; body: RatingCaseView & Refused }> {
    const { version } = await this.row({ id: caseId });
    const answer = await this.hall.call<RatingCaseView & Refused>('POST', `/staff/rating-cases/${caseId}/${path}`, { ...who, body: { version, ...body } });
    await this.hall.deliver();
    return answer;
  }

  async steppedUp(who: StaffMember): Promise<void> {
    await this.hall.steppedUp(who.token);
  }

  async progress(who: Resident, invitationId: string): Promise<RatingProgressView> {
    return (await this.hall.call<RatingInvitationView>('GET', `/resident/ratings/${invitationId}`, who)).body.progress!;
  }

  /** What the person who rated says on the phone. */
  async says(who: Resident, invitationId: string, path: 'reply' | 'objection' | 'revisit', body: object): Promise<{ status: number; body: RatingInvitationView & Refused }> {
    const { version } = await this.row({ invitationId });
    const answer = await this.hall.call<RatingInvitationView & Refused>('POST', `/resident/ratings/${invitationId}/${path}`, { ...who, body: { version, ...body } });
    await this.hall.deliver();
    return answer;
  }

  async questions(who: StaffMember): Promise<RatingQuestionList['items']> {
    return (await this.hall.call<RatingQuestionList>('GET', '/staff/rating-questions', who)).body.items;
  }

  async messages(who: StaffMember): Promise<string[]> {
    return (await this.hall.call<{ items: { title: string }[] }>('GET', '/staff/inbox', who)).body.items.map(({ title }) => title);
  }

  async told(who: Resident): Promise<string[]> {
    return (await this.hall.call<{ items: { title: string }[] }>('GET', '/resident/inbox', who)).body.items.map(({ title }) => title);
  }

  owed(view: { deadlines: DeadlineView[] }): string[] {
    return view.deadlines.map(({ step, state }) => `${step} ${state}`);
  }
}
