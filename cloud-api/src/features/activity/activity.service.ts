import { Injectable } from '@nestjs/common';
import { DataSource, In, IsNull, LessThanOrEqual } from 'typeorm';
import { decideActivity, mayEditActivity, type ActivityAction } from '@hall/shared/activity/activity.moves';
import { RATING_DAYS, activityProblems, type ActivityPlan } from '@hall/shared/activity/activity.rules';
import { OPEN_SIGN_UPS } from '@hall/shared/activity/sign-up.moves';
import { DAY_LENGTH } from '@hall/shared/kernel/day';
import { system, type StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { EventKind } from '../../platform/events/event-kind.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import type { Upload } from '../../platform/http/upload.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Pictures } from '../pictures/pictures.service.ts';
import { Activity, ActivitySignUp } from './activity.entity.ts';
import { activityErrors } from './activity.errors.ts';
import { activityCalledOff, activityMoved, activityNear, activityRatingInvited, type SignUpTold } from './activity.events.ts';
import { giveFreePlaces, layPlaces, seatsTaken } from './activity-places.ts';

/** The kind of picture an activity is announced with. */
export const ACTIVITY_PICTURE = 'activity';
const AT_ONCE = 50;
const clockwork = system('activity.clockwork');

/** Plans activities, announces them and calls them off; the clock begins and ends them. */
@Injectable()
export class ActivityService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly pictures: Pictures,
    private readonly clock: Clock,
  ) {}

  /** A draft, seen by staff only. @throws ACTIVITY_INVALID */
  draft(actor: StaffActor, plan: ActivityPlan, key: Idempotency | null): Promise<string> {
    refuseUnsound(plan, 0);
    return this.unitOfWork.run(actor, (work) => work.once(key, async (id) => {
      await work.add(Activity, { id, hallId: actor.hallId, ...tidied(plan), pictureId: null, state: 'draft', cancelReason: null, createdBy: actor.id, announcedAt: null, remindedAt: null, invitedAt: null });
      work.audit('activity.draft', id);
    }));
  }

  /** Writes the plan anew. Of an announced one those signed up are told when its time or place is another. @throws NOT_FOUND, STALE_VERSION, ACTIVITY_SETTLED, ACTIVITY_INVALID */
  change(actor: StaffActor, id: string, version: number, plan: ActivityPlan): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await this.own(work, actor, id, version);
      if (!mayEditActivity(row, work.now)) throw activityErrors.ACTIVITY_SETTLED();
      refuseUnsound(plan, row.state === 'announced' ? await seatsTaken(work, id) : 0);
      const moved = row.state === 'announced' && (row.place !== plan.place.trim() || row.startsAt !== plan.startsAt || row.endsAt !== plan.endsAt);
      await work.change(Activity, row, tidied(plan));
      work.audit('activity.change', id, { moved });
      if (row.state !== 'announced') return;
      await layPlaces(work, row);
      await giveFreePlaces(work, row);
      if (moved) await this.tellAll(work, row, activityMoved, ['signed-up', 'waiting']);
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION, ACTIVITY_BEGUN, MOVE_NOT_ALLOWED */
  announce(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, 'announce', async (work, row) => {
      await work.change(Activity, row, { announcedAt: work.now });
      await layPlaces(work, row);
    });
  }

  /** It begins, or is over and may not be rated any more, a little before the clock says so. @throws NOT_FOUND, STALE_VERSION, ACTIVITY_NOT_BEGUN, ACTIVITY_NOT_OVER, MOVE_NOT_ALLOWED */
  begin(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, 'hold');
  }

  close(actor: StaffActor, id: string, version: number): Promise<void> {
    return this.step(actor, id, version, 'close');
  }

  /** Calls it off; everybody signed up is told why. @throws NOT_FOUND, STALE_VERSION, ACTIVITY_BEGUN, ACTIVITY_REASON_NEEDED, MOVE_NOT_ALLOWED */
  cancel(actor: StaffActor, id: string, version: number, reason: string): Promise<void> {
    return this.step(actor, id, version, 'cancel', async (work, row, before) => {
      if (before === 'draft') return;
      if (reason.trim() === '') throw activityErrors.ACTIVITY_REASON_NEEDED({ fields: [{ path: 'reason', code: 'ACTIVITY_REASON_NEEDED', message: '请写明取消的原因，报名的人会看到' }] });
      await work.change(Activity, row, { cancelReason: reason.trim() });
      await this.tellAll(work, row, activityCalledOff, ['signed-up', 'waiting']);
      await work.execute("UPDATE activity_sign_up SET state = 'called-off', open_key = NULL, place_id = NULL, version = version + 1 WHERE activity_id = ? AND state IN ('signed-up', 'waiting')", [id]);
    });
  }

  /** @throws NOT_FOUND, ACTIVITY_SETTLED, DomainError `FILE_…` */
  async hang(actor: StaffActor, id: string, upload: Upload): Promise<void> {
    const stored = await this.pictures.store(upload);
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.own(work, actor, id);
      if (!mayEditActivity(row, work.now)) throw activityErrors.ACTIVITY_SETTLED();
      const before = row.pictureId;
      const { id: pictureId } = await this.pictures.keep(work, stored, { subjectKind: ACTIVITY_PICTURE, subjectId: id, ownerResidentId: null, hallId: actor.hallId });
      await work.change(Activity, row, { pictureId });
      if (before) await this.pictures.remove(work, before);
    });
  }

  /** What time alone brings about. @returns how many activities moved on */
  async followClock(): Promise<number> {
    const now = this.clock.now();
    const due = async (where: object): Promise<string[]> => (await this.dataSource.manager.find(Activity, { where, select: { id: true }, take: AT_ONCE })).map(({ id }) => id);
    const near = await due({ state: 'announced', remindedAt: IsNull(), startsAt: LessThanOrEqual(now + DAY_LENGTH) });
    const begun = await due({ state: 'announced', startsAt: LessThanOrEqual(now) });
    const over = await due({ state: 'held', invitedAt: IsNull(), endsAt: LessThanOrEqual(now) });
    const past = await due({ state: 'held', endsAt: LessThanOrEqual(now - RATING_DAYS * DAY_LENGTH) });
    for (const id of near) await this.unitOfWork.run(clockwork, (work) => this.remind(work, id));
    for (const id of begun) await this.unitOfWork.run(clockwork, (work) => this.moveOn(work, id, 'hold'));
    for (const id of over) await this.unitOfWork.run(clockwork, (work) => this.invite(work, id));
    for (const id of past) await this.unitOfWork.run(clockwork, (work) => this.moveOn(work, id, 'close'));
    return near.length + begun.length + over.length + past.length;
  }

  private async remind(work: Work, id: string): Promise<void> {
    const row = await work.lock(Activity, id);
    if (row.state !== 'announced' || row.remindedAt !== null) return;
    await work.change(Activity, row, { remindedAt: work.now });
    if (work.now < row.startsAt) await this.tellAll(work, row, activityNear, ['signed-up']);
  }

  private async invite(work: Work, id: string): Promise<void> {
    const row = await work.lock(Activity, id);
    if (row.state !== 'held' || row.invitedAt !== null) return;
    await work.change(Activity, row, { invitedAt: work.now });
    await this.tellAll(work, row, activityRatingInvited, ['attended']);
  }

  private async moveOn(work: Work, id: string, action: ActivityAction): Promise<void> {
    const row = await work.lock(Activity, id);
    const verdict = decideActivity(action, row, work.now);
    if (!verdict.ok) return;
    await work.change(Activity, row, { state: verdict.value });
    work.audit(`activity.${action}`, id);
  }

  private async step(actor: StaffActor, id: string, version: number, action: ActivityAction, then: (work: Work, row: Activity, before: Activity['state']) => Promise<void> = () => Promise.resolve()): Promise<void> {
    await this.unitOfWork.run(actor, async (work) => {
      const row = await this.own(work, actor, id, version);
      const verdict = decideActivity(action, row, work.now);
      if (!verdict.ok) throw refusal(verdict);
      const before = row.state;
      await work.change(Activity, row, { state: verdict.value });
      await then(work, row, before);
      work.audit(`activity.${action}`, id);
    });
  }

  private async tellAll(work: Work, { id, hallId }: Activity, event: EventKind<SignUpTold>, states: readonly (typeof OPEN_SIGN_UPS)[number][]): Promise<void> {
    for (const signUp of await work.find(ActivitySignUp, { activityId: id, state: In([...states]) })) work.emit(event, { signUpId: signUp.id, activityId: id, hallId, residentId: signUp.residentId });
  }

  private async own(work: Work, actor: StaffActor, id: string, version?: number): Promise<Activity> {
    const row = await work.lock(Activity, id);
    if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    if (version !== undefined && row.version !== version) throw platformErrors.STALE_VERSION();
    return row;
  }
}

const tidied = ({ title, words, place, startsAt, endsAt, signUpClosesAt, capacity }: ActivityPlan): ActivityPlan => ({ title: title.trim(), words: words.trim(), place: place.trim(), startsAt, endsAt, signUpClosesAt, capacity });

function refuseUnsound(plan: ActivityPlan, taken: number): void {
  const fields = activityProblems(plan, taken);
  if (fields.length > 0) throw activityErrors.ACTIVITY_INVALID({ fields });
}
