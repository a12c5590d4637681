import { Injectable } from '@nestjs/common';
import { DataSource, In, MoreThanOrEqual, Not } from 'typeorm';
import { maySignUp, type ActivityState } from '@hall/shared/activity/activity.moves';
import { SIGN_UP_STATE_LABELS, OPEN_SIGN_UPS, decideSignUp, offersOfSignUp } from '@hall/shared/activity/sign-up.moves';
import { DAY_LENGTH, addDays, dayOf } from '@hall/shared/kernel/day';
import { maskName } from '@hall/shared/kernel/masking';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { Activities } from './activities.ts';
import type { ActivitySatisfactionView, ActivitySignUpView, ActivityView, DoorSignUpView, MyActivityView, StaffActivityView } from './activity.dto.ts';
import { Activity, ActivitySignUp } from './activity.entity.ts';
import { ActivityViews } from './activity.views.ts';
import { openKeyOf } from './sign-ups.service.ts';

const SHOWN = 60;
/** How long what is over still stands in everybody's list. */
const SHOWN_AFTER = 60 * DAY_LENGTH;
const SATISFACTION_OVER_DAYS = 365;
const OPEN_TO_ALL: ActivityState[] = ['announced', 'held', 'closed', 'cancelled'];

@Injectable()
export class ActivityQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly views: ActivityViews,
    private readonly activities: Activities,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly pictures: Pictures,
    private readonly clock: Clock,
  ) {}

  /** What is coming, the soonest first, then what was, the latest first. A called-off one stands until its day is over. */
  async announced(): Promise<ActivityView[]> {
    const now = this.clock.now();
    const where = { hallId: await this.halls.defaultHallId(), state: In(OPEN_TO_ALL), endsAt: MoreThanOrEqual(now - SHOWN_AFTER) };
    const rows = (await this.dataSource.manager.find(Activity, { where, order: { startsAt: 'DESC' }, take: SHOWN })).filter((row) => row.state !== 'cancelled' || (row.announcedAt !== null && row.endsAt >= now));
    const coming = rows.filter((row) => row.endsAt >= now).reverse();
    return this.views.open([...coming, ...rows.filter((row) => row.endsAt < now)]);
  }

  /** @throws NOT_FOUND also for a draft */
  async one(id: string): Promise<ActivityView> {
    return (await this.views.open([await this.announcedRow(id)]))[0]!;
  }

  /** The picture an announced activity hangs out with. @throws NOT_FOUND */
  async picture(id: string, pictureId: string): Promise<Buffer> {
    const row = await this.dataSource.manager.findOneBy(Activity, { id, pictureId });
    if (!row) throw platformErrors.NOT_FOUND();
    return this.pictures.bytesOf(pictureId);
  }

  /** Of the last year, in the hall one comes to. */
  async satisfaction(): Promise<ActivitySatisfactionView> {
    const today = dayOf(this.clock.now());
    return this.activities.satisfaction(await this.halls.defaultHallId(), addDays(today, -SATISFACTION_OVER_DAYS), today);
  }

  /** Everything a resident has signed up for, what is coming first. */
  async mine(actor: ResidentActor): Promise<MyActivityView[]> {
    const signUps = await this.dataSource.manager.find(ActivitySignUp, { where: { residentId: actor.id, state: In([...OPEN_SIGN_UPS, 'called-off']) }, order: { signedUpAt: 'DESC' }, take: SHOWN });
    const rows = await this.dataSource.manager.find(Activity, { where: { id: In(signUps.map((each) => each.activityId)) } });
    const [now, { name }] = [this.clock.now(), await this.people.identityOf(actor.id)];
    const order = (row: Activity): number => (row.endsAt >= now ? row.startsAt - now : now - row.startsAt + 1e13);
    const sorted = rows.sort((a, b) => order(a) - order(b));
    const views = await this.views.open(sorted);
    return Promise.all(sorted.map(async (row, index) => ({ activity: views[index]!, signUp: await this.signUpView(row, latestOf(signUps, row.id)), nameNeeded: name === null, refusal: null })));
  }

  /** One activity with the resident's own sign-up. @throws NOT_FOUND */
  async forResident(actor: ResidentActor, id: string): Promise<MyActivityView> {
    const row = await this.announcedRow(id);
    const open = await this.dataSource.manager.findOneBy(ActivitySignUp, { openKey: openKeyOf(id, actor.id) });
    const calledOff = open ?? (await this.dataSource.manager.findOneBy(ActivitySignUp, { activityId: id, residentId: actor.id, state: 'called-off' }));
    const verdict = maySignUp(row, this.clock.now());
    return { activity: (await this.views.open([row]))[0]!, signUp: calledOff && (await this.signUpView(row, calledOff)), nameNeeded: (await this.people.identityOf(actor.id)).name === null, refusal: verdict.ok ? null : verdict.message };
  }

  /** @throws NOT_FOUND */
  async bySignUp(actor: ResidentActor, signUpId: string): Promise<MyActivityView> {
    const signUp = await this.dataSource.manager.findOneBy(ActivitySignUp, { id: signUpId, residentId: actor.id });
    if (!signUp) throw platformErrors.NOT_FOUND();
    return this.forResident(actor, signUp.activityId);
  }

  /** All the hall's, drafts first, then by day, the latest first. */
  async staffList(actor: StaffActor): Promise<StaffActivityView[]> {
    const rows = await this.dataSource.manager.find(Activity, { where: { hallId: actor.hallId }, order: { startsAt: 'DESC' }, take: 200 });
    return this.views.staff([...rows.filter((row) => row.state === 'draft'), ...rows.filter((row) => row.state !== 'draft')]);
  }

  /** @throws NOT_FOUND */
  async staffOne(actor: StaffActor, id: string): Promise<StaffActivityView> {
    return (await this.views.staff([await this.hallRow(actor, id)]))[0]!;
  }

  /** Who comes, by name, for whoever stands at the door. Each reading is written down. @throws NOT_FOUND */
  async door(actor: StaffActor, id: string): Promise<DoorSignUpView[]> {
    const row = await this.hallRow(actor, id);
    const signUps = await this.dataSource.manager.find(ActivitySignUp, { where: { activityId: id, state: Not('cancelled') }, order: { position: 'ASC' } });
    await this.unitOfWork.run(actor, (work) => {
      work.audit('activity.read-door-list', id, { people: signUps.length });
      return Promise.resolve();
    });
    const now = this.clock.now();
    return signUps.map((each) => ({
      id: each.id, reference: each.reference, name: this.nameOf(each), byHand: each.residentId === null, hasPhone: each.phoneCipher !== null, state: each.state, stateLabel: SIGN_UP_STATE_LABELS[each.state], signedUpAt: each.signedUpAt, attendedAt: each.attendedAt,
      actions: (['attend', 'undo', 'cancel'] as const).filter((action) => decideSignUp(action, each, row, now).ok), version: each.version,
    }));
  }

  /** @throws NOT_FOUND for another hall's */
  async hallRow(actor: StaffActor, id: string): Promise<Activity> {
    const row = await this.dataSource.manager.findOneBy(Activity, { id, hallId: actor.hallId });
    if (!row) throw platformErrors.NOT_FOUND();
    return row;
  }

  private async announcedRow(id: string): Promise<Activity> {
    const row = await this.dataSource.manager.findOneBy(Activity, { id });
    if (!row || row.announcedAt === null) throw platformErrors.NOT_FOUND();
    return row;
  }

  private async signUpView(activity: Activity, row: ActivitySignUp): Promise<ActivitySignUpView> {
    return {
      id: row.id, reference: row.reference, maskedName: maskName(this.nameOf(row)), state: row.state, stateLabel: SIGN_UP_STATE_LABELS[row.state], rated: row.rated, actions: offersOfSignUp(row, activity, this.clock.now()), version: row.version,
      ahead: row.state === 'waiting' ? await this.waitingBefore(row) : null,
    };
  }

  private async waitingBefore({ activityId, position }: ActivitySignUp): Promise<number> {
    const [{ n }] = await this.dataSource.query<[{ n: number | string }]>("SELECT COUNT(*) AS n FROM activity_sign_up WHERE activity_id = ? AND state = 'waiting' AND position < ?", [activityId, position]);
    return Number(n);
  }

  private nameOf(row: ActivitySignUp): string {
    return this.crypto.decryptField(row.nameCipher, `activity-sign-up.name:${row.id}`);
  }
}

/** Of several sign-ups for one activity the one that stands, else the latest. */
const latestOf = (signUps: readonly ActivitySignUp[], activityId: string): ActivitySignUp => {
  const mine = signUps.filter((each) => each.activityId === activityId);
  return mine.find((each) => each.openKey !== null) ?? mine[0]!;
};
