import { Deadline } from '../../cloud-api/src/features/deadlines/deadline.entity.ts';
import { Department } from '../../cloud-api/src/features/hall/hall.entity.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { staffOf } from './cast.ts';
import type { Counter } from './household.ts';
import type { StaffRole } from '@hall/shared/identity/permissions';
import type { TestApp } from '../../cloud-api/src/testing/test-app.ts';

interface Room { today: string; items: { id: string; stamp: string | null; rolesStamp?: string | null; facts: Record<string, unknown> }[]; plans: { id: string; subjectId: string }[] }

export interface PlannedHouse { hallPlanId: string; settingPlanId: string; codePlanId: string; accountPlanId: string; grantPlanId: string; staffId: string; successorId: string; fundKey: string; fundDeadlineId: string }

/** One planned change in each of the administrators' rooms of our hall. */
export async function planHouse(hall: TestApp, counter: Counter): Promise<PlannedHouse> {
  const [keeper, security] = [(await staffOf(hall, hall.hallId, ['system-admin'])).token, (await staffOf(hall, hall.hallId, ['security-admin'])).token];
  // Somebody of their own: whoever is reset or closed is signed out.
  const { id: staffId } = await staffOf(hall, hall.hallId, ['clerk']);
  const plan = async (path: string, token: string, change: (room: Room) => object): Promise<string> => {
    const room = (await hall.call<Room>('GET', path, { token })).body;
    return (await hall.call<Room>('POST', `${path}/changes`, { token, body: { effectiveFrom: '2027-06-01', reason: '来年的安排', changes: [change(room)] } })).body.plans[0]!.id;
  };
  // Money that is due lies in their hands.
  const { body: { items: [fund] } } = await hall.call<{ items: { id: string }[] }>('POST', '/staff/funds', { token: counter.token, key: newId(), body: { batches: [{ name: '转交的一批', kind: 'other', dueDay: '2026-12-15', persons: 1, amountFen: 100 }] } });
  await hall.work(async (work) => {
    await work.execute('UPDATE fund_batch SET owner_id = ? WHERE id = ?', [staffId, fund!.id]);
    await work.execute('UPDATE deadline SET owner_id = ? WHERE subject_id = ?', [staffId, fund!.id]);
  });
  const { id: fundDeadlineId } = await hall.dataSource.manager.findOneByOrFail(Deadline, { subjectId: fund!.id });
  // A head hands on what lies in the hands of their own department.
  const { id: departmentId } = await hall.dataSource.manager.findOneByOrFail(Department, { hallId: hall.hallId });
  await hall.work((work) => work.execute('UPDATE staff SET department_id = ? WHERE id IN (?, ?)', [departmentId, staffId, counter.staffId]));
  const subject = ({ items }: Room) => items.find(({ id }) => id === staffId)!;
  return {
    staffId, successorId: counter.staffId, fundKey: `fund-batch:${fund!.id}`, fundDeadlineId,
    hallPlanId: await plan('/staff/house/hall', counter.token, ({ items: [only] }) => ({ subjectId: only!.id, stamp: only!.stamp, after: { ...only!.facts, phone: '0710-7654321' } })),
    codePlanId: await plan('/staff/code-tables/area', counter.token, ({ items: [first] }) => ({ subjectId: first!.id, stamp: first!.stamp, after: { ...first!.facts, label: '汉江街道办' } })),
    settingPlanId: await plan('/staff/settings', keeper, ({ items }) => ({ subjectId: 'booking.holdMinutes', stamp: items.find(({ id }) => id === 'booking.holdMinutes')!.stamp, after: { value: 6 } })),
    accountPlanId: await plan('/staff/accounts', keeper, (room) => ({ subjectId: staffId, stamp: subject(room).stamp, after: { name: '王晓梅', badgeNumber: 'p-001', post: '副科长', departmentId: null } })),
    grantPlanId: await plan('/staff/grants', security, (room) => ({ subjectId: staffId, stamp: subject(room).rolesStamp, after: { roles: ['editor'] } })),
  };
}

/** Doors of tables that every hall of the bureau shares. */
export const EVERYBODYS_TABLES = ['', '/preview', '/changes', '/import'].map((step) => `${step === '' ? 'GET' : 'POST'} /api/staff/code-tables/:table${step}`).concat('GET /api/staff/code-tables/:table/list.xlsx');

interface Thing { ids: string[]; body?: object; roles?: StaffRole[] }

/** The doors that name one of them. */
export function doorsOfHousePlans({ hallPlanId, codePlanId, settingPlanId, accountPlanId, grantPlanId, staffId, successorId, fundKey, fundDeadlineId }: PlannedHouse): Record<string, Thing> {
  const [withdrawal, undoing, step] = [{ version: 1 }, { reason: '不要了' }, { reason: '不要了', version: 1 }];
  const [keeper, security]: StaffRole[][] = [['system-admin'], ['security-admin']];
  return {
    'POST /api/staff/house/:kind/plans/:id/withdraw': { ids: ['hall', hallPlanId], body: withdrawal },
    'POST /api/staff/house/:kind/plans/:id/undo': { ids: ['hall', hallPlanId], body: undoing },
    'POST /api/staff/code-tables/:table/plans/:id/withdraw': { ids: ['area', codePlanId], body: withdrawal },
    'POST /api/staff/code-tables/:table/plans/:id/undo': { ids: ['area', codePlanId], body: undoing },
    'POST /api/staff/settings/plans/:id/withdraw': { ids: [settingPlanId], body: withdrawal, roles: keeper! },
    'POST /api/staff/settings/plans/:id/undo': { ids: [settingPlanId], body: undoing, roles: keeper! },
    'POST /api/staff/accounts/plans/:id/withdraw': { ids: [accountPlanId], body: withdrawal, roles: keeper! },
    'POST /api/staff/accounts/plans/:id/undo': { ids: [accountPlanId], body: undoing, roles: keeper! },
    'GET /api/staff/accounts/:id/open-work': { ids: [staffId], roles: keeper! },
    'POST /api/staff/accounts/:id/reset': { ids: [staffId], body: step, roles: keeper! },
    'GET /api/staff/deadlines/:id/takers': { ids: [fundDeadlineId] },
    'POST /api/staff/deadlines/:id/hand-on': { ids: [fundDeadlineId], body: { version: 99, toStaffId: successorId, reason: '不要了' } },
    'POST /api/staff/accounts/:id/hand-on': { ids: [staffId], body: { key: fundKey, toStaffId: successorId, reason: '不要了' }, roles: keeper! },
    'POST /api/staff/accounts/:id/reopen': { ids: [staffId], body: step, roles: keeper! },
    'POST /api/staff/accounts/:id/close': { ids: [staffId], body: step, roles: keeper! },
    'POST /api/staff/grants/plans/:id/withdraw': { ids: [grantPlanId], body: withdrawal, roles: security! },
    'POST /api/staff/grants/plans/:id/undo': { ids: [grantPlanId], body: undoing, roles: security! },
  };
}
