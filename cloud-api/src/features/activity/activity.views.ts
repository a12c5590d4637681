import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ACTIVITY_STATE_LABELS, mayAddByHand, mayEditActivity, maySignUp, offersOfActivity } from '@hall/shared/activity/activity.moves';
import { ratingEndsAt, toldOf } from '@hall/shared/activity/activity.rules';
import { Clock } from '../../platform/clock/clock.ts';
import { Halls } from '../hall/halls.ts';
import { People } from '../identity/people.ts';
import { counted } from './activities.ts';
import type { ActivityView, StaffActivityView } from './activity.dto.ts';
import type { Activity } from './activity.entity.ts';

/** How many of an activity's sign-ups stand where. */
interface Crowd {
  seated: number;
  waiting: number;
  attended: number;
}

const NOBODY: Crowd = { seated: 0, waiting: 0, attended: 0 };
const marks = (ids: readonly string[]): string => ids.map(() => '?').join(', ');

/** Draws activities for the people and for staff; a page of them with as many readings as one. */
@Injectable()
export class ActivityViews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly halls: Halls,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async open(rows: readonly Activity[]): Promise<ActivityView[]> {
    if (rows.length === 0) return [];
    const now = this.clock.now();
    const [crowds, ratings, halls] = await Promise.all([this.crowds(rows), this.ratings(rows), this.halls.all()]);
    return rows.map((row) => {
      const { seated, waiting } = crowds.get(row.id) ?? NOBODY;
      return {
        id: row.id, title: row.title, words: row.words, place: row.place, hallName: halls.find(({ id }) => id === row.hallId)?.name ?? '', pictureUrl: row.pictureId && `/api/public/activities/${row.id}/pictures/${row.pictureId}`,
        startsAt: row.startsAt, endsAt: row.endsAt, signUpClosesAt: row.signUpClosesAt, capacity: row.capacity, free: Math.max(0, row.capacity - seated), waiting,
        state: row.state, stateLabel: labelOf(row, now), cancelReason: row.cancelReason, signUpOpen: maySignUp(row, now).ok, satisfaction: toldOf(counted(ratings.get(row.id) ?? []), row.state === 'closed'),
      };
    });
  }

  async staff(rows: readonly Activity[]): Promise<StaffActivityView[]> {
    const now = this.clock.now();
    const [views, crowds, names] = await Promise.all([this.open(rows), this.crowds(rows), this.people.staffNames(rows.map((row) => row.createdBy))]);
    return rows.map((row, index) => {
      const { seated, attended } = crowds.get(row.id) ?? NOBODY;
      return {
        ...views[index]!, createdByName: names.get(row.createdBy) ?? '', signedUp: seated, attended, mayEdit: mayEditActivity(row, now), doorOpen: mayAddByHand(row, now).ok, actions: offersOfActivity(row, now), ratingEndsAt: ratingEndsAt(row.endsAt), version: row.version,
      };
    });
  }

  private async crowds(rows: readonly Activity[]): Promise<Map<string, Crowd>> {
    if (rows.length === 0) return new Map();
    const found: { activity_id: string; seated: number | string; waiting: number | string; attended: number | string }[] = await this.dataSource.query(
      `SELECT activity_id, SUM(CASE WHEN place_id IS NULL THEN 0 ELSE 1 END) AS seated, SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting, SUM(CASE WHEN state = 'attended' THEN 1 ELSE 0 END) AS attended
       FROM activity_sign_up WHERE activity_id IN (${marks(rows.map(({ id }) => id))}) GROUP BY activity_id`, rows.map(({ id }) => id),
    );
    return new Map(found.map((row) => [row.activity_id, { seated: Number(row.seated), waiting: Number(row.waiting), attended: Number(row.attended) }]));
  }

  private async ratings(rows: readonly Activity[]): Promise<Map<string, { level: number; n: number | string }[]>> {
    const found: { activity_id: string; level: number; n: number | string }[] = await this.dataSource.query(
      `SELECT activity_id, level, COUNT(*) AS n FROM activity_rating WHERE activity_id IN (${marks(rows.map(({ id }) => id))}) GROUP BY activity_id, level`, rows.map(({ id }) => id),
    );
    const by = new Map<string, { level: number; n: number | string }[]>();
    for (const { activity_id: id, ...count } of found) by.set(id, [...(by.get(id) ?? []), count]);
    return by;
  }
}

/** An announced one says whether one can still sign up, and a held one whether it is still going on. */
function labelOf(row: Activity, now: number): string {
  if (row.state === 'announced') return now >= row.startsAt ? '进行中' : maySignUp(row, now).ok ? ACTIVITY_STATE_LABELS.announced : '报名截止';
  if (row.state === 'held') return now < row.endsAt ? '进行中' : '已开展';
  return ACTIVITY_STATE_LABELS[row.state];
}
