import { randomBytes } from 'node:crypto';
import { givesPlacesOn } from '@hall/shared/activity/activity.moves';
import { referenceFrom } from '@hall/shared/booking/booking-reference';
import { newId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { Activity, ActivityPlace, ActivitySignUp } from './activity.entity.ts';
import { activityPlaceGiven } from './activity.events.ts';

/** Everything here expects the activity's row to be locked: people come one after the other. */

/** Whether a place is left, and whose turn it is. */
export interface Room {
  freePlaceId: string | null;
  waiting: number;
  nextPosition: number;
}

export async function roomIn(work: Work, activityId: string): Promise<Room> {
  const [free] = await freePlaces(work, activityId, 1);
  const [told] = await work.rows<{ waiting: number | string | null; last: number | string | null }>("SELECT SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END) AS waiting, MAX(position) AS last FROM activity_sign_up WHERE activity_id = ?", [activityId]);
  return { freePlaceId: free?.id ?? null, waiting: Number(told?.waiting ?? 0), nextPosition: Number(told?.last ?? 0) + 1 };
}

/** How many hold a place. */
export async function seatsTaken(work: Work, activityId: string): Promise<number> {
  const [{ n }] = (await work.rows<{ n: number | string }>('SELECT COUNT(*) AS n FROM activity_sign_up WHERE activity_id = ? AND place_id IS NOT NULL', [activityId])) as [{ n: number | string }];
  return Number(n);
}

/** Gives an activity as many places as its plan says; only places nobody has are taken away. */
export async function layPlaces(work: Work, activity: Pick<Activity, 'id' | 'capacity'>): Promise<void> {
  const places = await work.find(ActivityPlace, { activityId: activity.id });
  const last = places.reduce((most, { number }) => Math.max(most, number), 0);
  for (let more = 1; more <= activity.capacity - places.length; more += 1) await work.add(ActivityPlace, { id: newId(), activityId: activity.id, number: last + more });
  const tooMany = places.length - activity.capacity;
  if (tooMany <= 0) return;
  const free = (await freePlaces(work, activity.id, places.length)).slice(-tooMany);
  for (const { id } of free) await work.execute('DELETE FROM activity_place WHERE id = ?', [id]);
}

/** Free places go to those who wait, in the order they came, and each is told. @returns how many moved up */
export async function giveFreePlaces(work: Work, activity: Activity): Promise<number> {
  if (!givesPlacesOn(activity, work.now)) return 0;
  const waiting = (await work.find(ActivitySignUp, { activityId: activity.id, state: 'waiting' })).sort((a, b) => a.position - b.position);
  const free = await freePlaces(work, activity.id, waiting.length);
  for (const [index, { id: placeId }] of free.entries()) {
    const row = await work.lock(ActivitySignUp, waiting[index]!.id);
    await work.change(ActivitySignUp, row, { state: 'signed-up', placeId });
    work.audit('activity.give-place', row.id);
    work.emit(activityPlaceGiven, { signUpId: row.id, activityId: activity.id, hallId: activity.hallId, residentId: row.residentId });
  }
  return free.length;
}

export const newReference = (): string => referenceFrom(randomBytes(8));

function freePlaces(work: Work, activityId: string, most: number): Promise<{ id: string }[]> {
  return most === 0 ? Promise.resolve([]) : work.rows<{ id: string }>(
    `SELECT p.id FROM activity_place p LEFT JOIN activity_sign_up s ON s.place_id = p.id WHERE p.activity_id = ? AND s.id IS NULL ORDER BY p.number LIMIT ${Math.trunc(most)}`, [activityId],
  );
}
