import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mayAddByHand, maySignUp } from '@hall/shared/activity/activity.moves';
import { MOST_WAITING } from '@hall/shared/activity/activity.rules';
import { decideSignUp, mayRateActivity, type SignUpAction } from '@hall/shared/activity/sign-up.moves';
import { checkPhone } from '@hall/shared/kernel/phone';
import type { Verdict } from '@hall/shared/kernel/verdict';
import type { ResidentActor, StaffActor } from '../../platform/auth/actor.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CryptoPort } from '../../platform/crypto/crypto.port.ts';
import { refusal } from '../../platform/errors/domain-error.ts';
import { platformErrors } from '../../platform/errors/platform.errors.ts';
import type { Idempotency } from '../../platform/http/idempotency.ts';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { People } from '../identity/people.ts';
import { Activity, ActivityRating, ActivitySignUp } from './activity.entity.ts';
import { activityErrors } from './activity.errors.ts';
import { ActivityCodes } from './activity-codes.ts';
import { giveFreePlaces, newReference, roomIn } from './activity-places.ts';

export const openKeyOf = (activityId: string, residentId: string): string => `${activityId}:${residentId}`;

interface Comer {
  residentId: string | null;
  name: string;
  phone: string | null;
}

/** Signing up, waiting, coming and rating. */
@Injectable()
export class SignUps {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: CryptoPort,
    private readonly people: People,
    private readonly codes: ActivityCodes,
    private readonly clock: Clock,
  ) {}

  /** A place, or a place in the waiting list. @returns the sign-up's id @throws NOT_FOUND, ACTIVITY_SIGN_UP_CLOSED, ACTIVITY_SIGNED_UP_ALREADY, ACTIVITY_FULL, ACTIVITY_NAME_NEEDED */
  signUp(actor: ResidentActor, activityId: string, given: string | null, key: Idempotency | null): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const activity = await this.announced(work, activityId);
      return work.once(key, async (id) => {
        refuse(maySignUp(activity, work.now));
        if (await work.findOne(ActivitySignUp, { openKey: openKeyOf(activityId, actor.id) })) throw activityErrors.ACTIVITY_SIGNED_UP_ALREADY();
        const name = (await this.people.resident(actor.id, work.manager)).name ?? given?.trim() ?? '';
        await this.seat(work, activity, id, { residentId: actor.id, name: named(name), phone: null });
      });
    });
  }

  /** Staff write somebody down, for example at the door. @throws NOT_FOUND, ACTIVITY_OVER, ACTIVITY_FULL, ACTIVITY_NAME_NEEDED, PHONE_FORMAT */
  addByHand(actor: StaffActor, activityId: string, { name, phone }: { name: string; phone: string | null }, key: Idempotency | null): Promise<string> {
    const checked = phone?.trim() ? checkPhone(phone) : null;
    if (checked && !checked.ok) throw refusal({ ...checked, path: 'phone' }, 422);
    return this.unitOfWork.run(actor, async (work) => {
      const activity = await this.ofHall(work, actor, activityId);
      return work.once(key, async (id) => {
        refuse(mayAddByHand(activity, work.now));
        await this.seat(work, activity, id, { residentId: null, name: named(name.trim()), phone: checked && checked.value });
      });
    });
  }

  /** The freed place goes to the next who waits. @throws NOT_FOUND, STALE_VERSION, ACTIVITY_BEGUN */
  cancelOwn(actor: ResidentActor, signUpId: string, version: number): Promise<string> {
    return this.ownStep(actor, signUpId, version, 'cancel');
  }

  /** By the code of the door. Coming again changes nothing. @returns the activity's id @throws NOT_FOUND, ACTIVITY_CODE_WRONG, ACTIVITY_DOOR_SHUT, ACTIVITY_WAITING_FOR_PLACE */
  async attendByCode(actor: ResidentActor, signUpId: string, code: string): Promise<string> {
    const { activityId } = await this.own(actor, signUpId);
    await this.codes.check(activityId, code.trim(), actor.id);
    return this.ownStep(actor, signUpId, null, 'attend');
  }

  /** @throws NOT_FOUND, STALE_VERSION, ACTIVITY_DOOR_SHUT, ACTIVITY_RATED, ACTIVITY_BEGUN */
  stepAtDoor(actor: StaffActor, activityId: string, signUpId: string, version: number, action: 'attend' | 'undo' | 'cancel'): Promise<void> {
    return this.unitOfWork.run(actor, async (work) => {
      const activity = await this.ofHall(work, actor, activityId);
      const row = await work.lock(ActivitySignUp, signUpId);
      if (row.activityId !== activityId) throw platformErrors.NOT_FOUND();
      if (row.version !== version) throw platformErrors.STALE_VERSION();
      await this.move(work, activity, row, action, 'staff');
    });
  }

  /** The telephone staff wrote down; each look is written down too. @throws NOT_FOUND */
  phoneOf(actor: StaffActor, activityId: string, signUpId: string): Promise<string | null> {
    return this.unitOfWork.run(actor, async (work) => {
      const row = await work.get(ActivitySignUp, signUpId);
      const activity = await work.get(Activity, row.activityId);
      if (row.activityId !== activityId || activity.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
      work.audit('activity.show-phone', signUpId);
      return row.phoneCipher && this.crypto.decryptField(row.phoneCipher, `activity-sign-up.phone:${row.id}`);
    });
  }

  /** Once, by somebody who came. What was said is kept apart from who said it. @throws NOT_FOUND, ACTIVITY_NOT_ATTENDED, ACTIVITY_RATED, ACTIVITY_NOT_OVER, ACTIVITY_RATING_OVER */
  async rate(actor: ResidentActor, signUpId: string, level: number): Promise<void> {
    const signUp = await this.own(actor, signUpId);
    const activity = await this.dataSource.manager.findOneByOrFail(Activity, { id: signUp.activityId });
    refuse(mayRateActivity(signUp, activity, this.clock.now()));
    await this.unitOfWork.secretly(async (work) => {
      const { affected } = await work.execute("UPDATE activity_sign_up SET rated = 1, version = version + 1 WHERE id = ? AND resident_id = ? AND state = 'attended' AND rated = 0", [signUpId, actor.id]);
      if (affected === 0) throw refusal({ code: 'ACTIVITY_RATED', message: '您已经评价过了，谢谢。' });
      await work.add(ActivityRating, { id: newRandomId(), activityId: activity.id, hallId: activity.hallId, level, givenOn: work.today });
    });
  }

  /** Two accounts of one person became one: their sign-ups follow, and where both had one the older account's is given back. */
  async followMerge(work: Work, from: string, into: string): Promise<void> {
    const rows = (await work.find(ActivitySignUp, { residentId: from })).sort((a, b) => (a.activityId < b.activityId ? -1 : 1));
    for (const { id, activityId, openKey } of rows) {
      const activity = await work.lock(Activity, activityId);
      const row = await work.lock(ActivitySignUp, id);
      const both = openKey !== null && (await work.findOne(ActivitySignUp, { openKey: openKeyOf(activityId, into) })) !== null;
      if (both && row.state !== 'attended') await work.change(ActivitySignUp, row, { residentId: into, state: 'cancelled', openKey: null, placeId: null });
      else await work.change(ActivitySignUp, row, { residentId: into, openKey: openKey === null || both ? null : openKeyOf(activityId, into) });
      if (both) await giveFreePlaces(work, activity);
    }
  }

  private async seat(work: Work, activity: Activity, id: string, { residentId, name, phone }: Comer): Promise<void> {
    const { freePlaceId, waiting, nextPosition } = await roomIn(work, activity.id);
    if (freePlaceId === null && (waiting >= MOST_WAITING || activity.state === 'held')) throw activityErrors.ACTIVITY_FULL();
    await work.add(ActivitySignUp, {
      id, activityId: activity.id, residentId, openKey: residentId && openKeyOf(activity.id, residentId), placeId: freePlaceId, position: nextPosition, reference: newReference(), state: freePlaceId ? 'signed-up' : 'waiting',
      nameCipher: this.crypto.encryptField(name, `activity-sign-up.name:${id}`), phoneCipher: phone && this.crypto.encryptField(phone, `activity-sign-up.phone:${id}`),
      signedUpAt: work.now, attendedAt: null, attendedBy: null, rated: false,
    });
    work.audit('activity.sign-up', id, { waiting: freePlaceId === null });
  }

  private ownStep(actor: ResidentActor, signUpId: string, version: number | null, action: 'cancel' | 'attend'): Promise<string> {
    return this.unitOfWork.run(actor, async (work) => {
      const { activityId } = await work.get(ActivitySignUp, signUpId);
      const activity = await work.lock(Activity, activityId);
      const row = await work.lock(ActivitySignUp, signUpId);
      if (row.residentId !== actor.id) throw platformErrors.NOT_FOUND();
      if (version !== null && row.version !== version) throw platformErrors.STALE_VERSION();
      if (!(action === 'attend' && row.state === 'attended')) await this.move(work, activity, row, action, 'code');
      return activityId;
    });
  }

  private async move(work: Work, activity: Activity, row: ActivitySignUp, action: SignUpAction, by: 'code' | 'staff'): Promise<void> {
    const verdict = decideSignUp(action, row, activity, work.now);
    if (!verdict.ok) throw refusal(verdict);
    const changes: Partial<ActivitySignUp> = action === 'attend' ? { attendedAt: work.now, attendedBy: by } : action === 'undo' ? { attendedAt: null, attendedBy: null } : { openKey: null, placeId: null };
    await work.change(ActivitySignUp, row, { ...changes, state: verdict.value });
    work.audit(`activity.${action}`, row.id);
    if (action === 'cancel') await giveFreePlaces(work, activity);
  }

  private async own(actor: ResidentActor, signUpId: string): Promise<ActivitySignUp> {
    const row = await this.dataSource.manager.findOneBy(ActivitySignUp, { id: signUpId, residentId: actor.id });
    if (!row) throw platformErrors.NOT_FOUND();
    return row;
  }

  /** A draft is there for nobody but staff. */
  private async announced(work: Work, id: string): Promise<Activity> {
    const row = await work.lock(Activity, id);
    if (row.state === 'draft' || row.announcedAt === null) throw platformErrors.NOT_FOUND();
    return row;
  }

  private async ofHall(work: Work, actor: StaffActor, id: string): Promise<Activity> {
    const row = await work.lock(Activity, id);
    if (row.hallId !== actor.hallId) throw platformErrors.NOT_FOUND();
    return row;
  }
}

function refuse(verdict: Verdict): void {
  if (!verdict.ok) throw refusal(verdict);
}

function named(name: string): string {
  if (name === '') throw activityErrors.ACTIVITY_NAME_NEEDED({ fields: [{ path: 'name', code: 'ACTIVITY_NAME_NEEDED', message: '请写参加人的姓名，方便现场签到' }] });
  return name;
}
