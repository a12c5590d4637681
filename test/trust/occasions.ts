import type { StaffRole } from '../../packages/shared/src/identity/permissions.ts';
import { HOUR } from '../../packages/shared/src/kernel/day.ts';
import type { ActivityInput, MyActivityView, StaffActivityView } from '../../cloud-api/src/features/activity/activity.dto.ts';
import type { FundBatchList, FundBatchView } from '../../cloud-api/src/features/relays/fund.dto.ts';
import type { RelayView } from '../../cloud-api/src/features/relays/relay.dto.ts';
import type { MyRightsView } from '../../cloud-api/src/features/relays/rights.dto.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { Answer, TestApp } from '../../cloud-api/src/testing/test-app.ts';
import type { Counter } from './household.ts';

/** What the hall holds, sends, owes and pays: one of each a door can ask for. */
export interface Occasions {
  activityId: string;
  draftActivityId: string;
  /** Written down by hand, so that there is a telephone to look at. */
  doorSignUpId: string;
  receivedRelayId: string;
  sentRelayId: string;
  fundId: string;
  failureId: string;
  /** Who made all this. */
  staffId: string;
}

/** What one resident has of them. */
export interface Joined {
  signUpId: string;
  rightsId: string;
}

export interface OccasionThing {
  ids: string[];
  body?: object;
  file?: true;
  /** For a door a head may not open: who may. */
  roles?: StaffRole[];
}

function must<T>(answer: Answer<T>): T {
  if (answer.status !== 200) throw new Error(`the story broke off: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** A head plans an activity, is told something, tells something, and pays a batch. */
export async function makeOccasions(hall: TestApp, { token, staffId }: Pick<Counter, 'token' | 'staffId'>): Promise<Occasions> {
  const startsAt = hall.clock.now() + 72 * HOUR;
  const plan: ActivityInput = { title: '政策宣讲', words: '讲一讲缴费档次。', place: '二楼会议室', startsAt, endsAt: startsAt + HOUR, signUpClosesAt: startsAt, capacity: 50 };
  const post = async <T>(path: string, body: object, by = token) => must(await hall.call<T>('POST', `/staff/${path}`, { token: by, key: newId(), body }));
  const draft = () => post<StaffActivityView>('activities', plan);
  const { id: activityId, version } = await draft();
  await post(`activities/${activityId}/announce`, { version });
  const { items } = await post<{ items: { id: string }[] }>(`activities/${activityId}/sign-ups`, { name: '鲜于淑珍', phone: '15907270011' });
  const leader = await hall.staff(['leader'], '带班领导');
  const message = { title: '明早晨会', words: '请提前到。', link: null, departmentIds: [], roles: [] };
  const sent = await post<RelayView>('relays', { ...message, staffIds: [leader.actor.id] });
  const received = await post<RelayView>('relays', { ...message, staffIds: [staffId] }, leader.token);
  const funds = await post<FundBatchList>('funds', { batches: [{ name: `养老待遇 ${staffId.slice(-6)}`, kind: 'pension', dueDay: '2026-11-30', persons: 10, amountFen: 100_000 }] });
  const batch = await post<FundBatchView>(`funds/${funds.items[0]!.id}/start`, { version: funds.items[0]!.version });
  const failed = await post<FundBatchView>(`funds/${batch.id}/failures`, { version: batch.version, reason: 'bank-error', persons: 1, amountFen: 100 });
  return { activityId, draftActivityId: (await draft()).id, doorSignUpId: items[0]!.id, sentRelayId: sent.id, receivedRelayId: received.id, fundId: batch.id, failureId: failed.failures[0]!.id, staffId };
}

/** A resident signs up, and asks for their rights. */
export async function join(hall: TestApp, token: string, { activityId }: Occasions): Promise<Joined> {
  const { signUp } = must(await hall.call<MyActivityView>('POST', `/resident/activities/${activityId}/sign-ups`, { token, key: newId(), body: { name: null } }));
  const rights = must(await hall.call<MyRightsView>('POST', '/resident/rights', { token, key: newId(), body: { topic: 'benefit', words: '少发了一个月', name: null, phone: '13907270022' } }));
  return { signUpId: signUp!.id, rightsId: rights.id };
}

/** For each door of theirs that names a thing: one that is really there. */
export function doorsOfOccasions(made: Occasions, joined: Joined): Record<string, OccasionThing> {
  const version = { version: 1 };
  const { activityId, draftActivityId: draft, doorSignUpId, fundId, failureId } = made;
  const plan = { title: '改个名', words: '讲', place: '大厅', startsAt: 1, endsAt: 2, signUpClosesAt: 0, capacity: 1, ...version };
  const door = 'staff/activities/:id/sign-ups';
  return {
    'POST /api/resident/activity-sign-ups/:id/cancel': { ids: [joined.signUpId], body: version },
    'POST /api/resident/activity-sign-ups/:id/attend': { ids: [joined.signUpId], body: { code: '000000' } },
    'POST /api/resident/activity-sign-ups/:id/rating': { ids: [joined.signUpId], body: { level: 5 } },
    'GET /api/resident/rights/:id': { ids: [joined.rightsId] },
    'POST /api/resident/rights/:id/steps': { ids: [joined.rightsId], body: { action: 'confirm', words: '', version: 1 } },
    'GET /api/staff/activities/:id': { ids: [activityId] },
    'PUT /api/staff/activities/:id': { ids: [draft], body: plan },
    'POST /api/staff/activities/:id/picture': { ids: [draft], file: true },
    'POST /api/staff/activities/:id/announce': { ids: [draft], body: version },
    'POST /api/staff/activities/:id/hold': { ids: [activityId], body: version },
    'POST /api/staff/activities/:id/close': { ids: [activityId], body: version },
    'POST /api/staff/activities/:id/cancel': { ids: [draft], body: { version: 1, reason: '人少' } },
    'GET /api/staff/activities/:id/code': { ids: [activityId] },
    [`GET /api/${door}`]: { ids: [activityId] },
    [`POST /api/${door}`]: { ids: [activityId], body: { name: '李四', phone: null } },
    ...Object.fromEntries(['attend', 'undo', 'cancel'].map((step) => [`POST /api/${door}/:signUpId/${step}`, { ids: [activityId, doorSignUpId], body: version }])),
    [`POST /api/${door}/:signUpId/phone`]: { ids: [activityId, doorSignUpId], body: {} },
    'GET /api/staff/relays/:id': { ids: [made.receivedRelayId] },
    'POST /api/staff/relays/:id/acknowledge': { ids: [made.receivedRelayId], body: {} },
    'POST /api/staff/relays/:id/remind': { ids: [made.sentRelayId], body: {} },
    'POST /api/staff/relays/:id/withdraw': { ids: [made.sentRelayId], body: version },
    'GET /api/staff/rights/:id': { ids: [joined.rightsId] },
    'POST /api/staff/rights/:id/steps': { ids: [joined.rightsId], body: { action: 'note', words: '已看', version: 1 } },
    'POST /api/staff/rights/:id/assign': { ids: [joined.rightsId], body: { ownerId: made.staffId, version: 1 } },
    'GET /api/staff/funds/:id': { ids: [fundId] },
    'POST /api/staff/funds/:id/start': { ids: [fundId], body: version },
    'POST /api/staff/funds/:id/void': { ids: [fundId], body: { version: 1, reason: '录重了' } },
    'POST /api/staff/funds/:id/failures': { ids: [fundId], body: { version: 1, reason: 'bank-error', persons: 1, amountFen: 1 } },
    'POST /api/staff/funds/:id/pay-out': { ids: [fundId], body: version },
    'POST /api/staff/funds/:id/failures/:failureId/retry': { ids: [fundId, failureId], body: { version: 9, settled: true } },
  };
}

/** An activity is everybody's to look at and to join. */
export const EVERYBODYS_OCCASION: readonly string[] = ['GET /api/resident/activities/:id', 'POST /api/resident/activities/:id/sign-ups'];
