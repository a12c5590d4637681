import type { StaffRole } from '@hall/shared/identity/permissions';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { aPhotograph } from '../../cloud-api/src/features/enrolment/testing/case.builder.ts';
import { PATIENCE, tell } from './dose.ts';
import { openCounter, openTheHall, settle, type Counter, type Household } from './household.ts';
import { otherHall, staffOf } from './cast.ts';
import { EVERYBODYS_OCCASION, doorsOfOccasions, join, makeOccasions } from './occasions.ts';
import { complaintThings } from './complaints.ts';
import { doorsOfLights, hangLights } from './lights.ts';
import { EVERYBODYS_TABLES, doorsOfHousePlans, planHouse } from './house-plans.ts';
import { doorsOfPromises, givePromises } from './promises.ts';
import { EVERYBODYS_APPRAISALS, doorsOfAppraisals, holdAppraisal } from './appraisals.ts';
import { EVERYBODYS_STARS, doorsOfStars, holdStars } from './stars.ts';
import { doorsOfScorecards, layScorecards } from './scorecards.ts';
import { OPEN_TO_ALL, voiceThings } from './voices.ts';
import { EVERYBODYS_MATTERS } from './who-may-for-matters.ts';
import { WHO_MAY } from './who-may.ts';

jest.setTimeout(PATIENCE);

interface Thing {
  /** The path's parameters, in order. */
  ids: string[];
  /** A body that is good enough to get as far as the question whose thing it is. */
  body?: object;
  file?: true;
  /** For a door a head may not open: who may. */
  roles?: StaffRole[];
}

const version = { version: 1 };

/** For each door that names a thing: one that is really there. */
function thingsOf(home: Household, counter: Counter): Record<string, Thing> {
  const byCase = (path: string, body?: object, more: Partial<Thing> = {}): [string, Thing] => [path, { ids: [home.returnedId], ...(body ? { body } : {}), ...more }];
  const byTicket = (path: string, body: object = version): [string, Thing] => [`POST /api/staff/tickets/:id/${path}`, { ids: [home.ticketId], body }];
  const staffCases = ['claim', 'release', 'return', 'ready', 'verify-identity', 'merge-account', 'handle'].map((path) => byCase(`POST /api/staff/applications/:id/${path}`, version));
  return {
    'POST /api/resident/relatives/:id/authority': { ids: [home.relativeId], file: true },
    'DELETE /api/resident/relatives/:id': { ids: [home.relativeId] },
    'POST /api/resident/pictures/:pictureId/link': { ids: [home.pictureId], body: {} },
    'GET /api/resident/applications/:id': { ids: [home.returnedId] },
    ...Object.fromEntries([
      byCase('PATCH /api/resident/applications/:id/draft', { version: 1, answers: { householdAddress: '别人写的' } }),
      byCase('POST /api/resident/applications/:id/submit', version), byCase('POST /api/resident/applications/:id/recall', version), byCase('POST /api/resident/applications/:id/withdraw', version),
      byCase('GET /api/resident/applications/:id/notice'), byCase('GET /api/resident/applications/:id/notice.pdf'),
    ]),
    'POST /api/resident/applications/:id/materials/:code/pictures': { ids: [home.draftId, 'citizen-id-card'], file: true },
    'DELETE /api/resident/applications/:id/pictures/:pictureId': { ids: [home.returnedId, home.pictureId] },
    'POST /api/resident/bookings/:id/confirm': { ids: [home.bookingId], body: version },
    'POST /api/resident/bookings/:id/reschedule': { ids: [home.bookingId], body: { version: 1, slotId: home.slotId } },
    'POST /api/resident/bookings/:id/cancel': { ids: [home.bookingId], body: version },
    'GET /api/resident/bookings/:id': { ids: [home.bookingId] },
    'GET /api/resident/bookings/:id/calendar.ics': { ids: [home.bookingId] },
    'GET /api/resident/tickets/:id': { ids: [home.ticketId] },
    'GET /api/resident/tickets/:id/record': { ids: [home.ticketId] },
    'POST /api/resident/tickets/:id/dispute': { ids: [home.ticketId], body: { words: '' } },
    'GET /api/staff/visits/:id': { ids: [home.servedTicketId] },
    'POST /api/resident/tickets/:id/rejoin': { ids: [home.ticketId], body: version },
    'POST /api/resident/tickets/:id/leave': { ids: [home.ticketId], body: version },
    'GET /api/resident/ratings/:id': { ids: [home.ratingId] },
    'GET /api/resident/ratings/:id/proof': { ids: [home.ratingId] },
    'POST /api/resident/ratings/:id': { ids: [home.ratingId], body: { level: 5, reasons: [] } },
    'POST /api/resident/inbox/:id/read': { ids: [home.inboxId], body: {} },
    'GET /api/resident/enquiries/:id': { ids: [home.enquiryId] },
    'POST /api/resident/enquiries/:id/confirm': { ids: [home.enquiryId], body: version },
    'POST /api/resident/enquiries/:id/ask-again': { ids: [home.enquiryId], body: { version: 1, text: '那代办要带什么？' } },
    'POST /api/resident/enquiries/:id/withdraw': { ids: [home.enquiryId], body: version },
    'DELETE /api/resident/enquiry-pictures/:pictureId': { ids: [home.unsentPictureId] },

    'POST /api/staff/inbox/:id/read': { ids: [counter.inboxId], body: {} },
    'POST /api/staff/wechat-bindings/:staffId/unbind': { ids: [counter.staffId], body: {}, roles: ['security-admin'] },
    'POST /api/staff/devices/:id/revoke': { ids: [counter.deviceId], body: {} },
    'PUT /api/staff/devices/:id/name': { ids: [counter.deviceId], body: { name: '正门屏' } },
    'POST /api/staff/pictures/:pictureId/link': { ids: [home.pictureId], body: {} },
    ...Object.fromEntries(staffCases),
    ...Object.fromEntries([
      byCase('PUT /api/staff/applications/:id/marks', { version: 1, marks: [] }), byCase('GET /api/staff/applications/:id'), byCase('POST /api/staff/applications/:id/unmask', { field: 'citizenId' }),
      byCase('GET /api/staff/applications/:id/notice.pdf'), byCase('PATCH /api/staff/applications/:id/draft', { version: 1, answers: {} }), byCase('PUT /api/staff/applications/:id/originals', { version: 1, seen: [] }),
      byCase('POST /api/staff/applications/:id/withdraw', { version: 1, reason: '本人要求' }),
    ]),
    'GET /api/staff/applications/:id/form.pdf': { ids: [home.handledId] },
    'GET /api/staff/applications/:id/receipt.pdf': { ids: [home.handledId] },
    'POST /api/staff/applications/:id/materials/:code/pictures': { ids: [home.draftId, 'citizen-id-card'], file: true },
    'GET /api/staff/batches/:id.xlsx': { ids: [counter.batchId] },
    'POST /api/staff/batches/:id/reply': { ids: [counter.batchId], file: true },
    'POST /api/staff/bookings/:id/reschedule': { ids: [home.bookingId], body: { version: 1, slotId: home.slotId } },
    'POST /api/staff/bookings/:id/cancel': { ids: [home.bookingId], body: { version: 1, reason: '来电取消' } },
    'POST /api/staff/duty/absences/:id/cancel': { ids: [counter.absenceId], body: version },
    'POST /api/staff/duty/shifts/:id/begin': { ids: [counter.shiftId], body: version },
    'POST /api/staff/duty/shifts/:id/hand-over': { ids: [counter.shiftId], body: { version: 2, note: '无' } },
    'POST /api/staff/deadlines/:id/extend': { ids: [counter.deadlineId], body: { version: 1, workingDays: 1, reason: '要现场核实' } },
    'POST /api/staff/deadlines/:id/pause': { ids: [counter.deadlineId], body: { version: 2, reason: 'other-department' } },
    'POST /api/staff/deadlines/:id/resume': { ids: [counter.deadlineId], body: { version: 3 } },
    ...enquiryThings(home, counter),
    'POST /api/staff/windows/:id/open': { ids: [counter.windowId], body: {} },
    'POST /api/staff/windows/:id/pause': { ids: [counter.windowId], body: {} },
    'POST /api/staff/windows/:id/close': { ids: [counter.windowId], body: {} },
    ...Object.fromEntries(['recall', 'serve', 'miss', 'park', 'resume', 'rejoin', 'done'].map((path) => byTicket(path))),
    'POST /api/staff/tickets/:id/matters/:visitMatterId/close': { ids: [home.ticketId, home.visitMatterId], body: { version: 1, reason: '已办好' } },
    'POST /api/staff/tickets/:id/slip.pdf': { ids: [home.ticketId], body: {} },
    ...complaintThings(home),
    ...voiceThings(home, counter, counter.staffId),
  };
}

/** A question of the resident's, and what the hall keeps to answer with. */
function enquiryThings(home: Household, counter: Counter): Record<string, Thing> {
  const words = { topic: 'card', question: '社保卡丢了怎么补办？', answer: '带身份证到 5 号窗口。' };
  const moves: [string, object][] = [
    ['take', version], ['answer', { version: 1, text: '请带身份证来。' }], ['correct', { version: 1, text: '请带身份证来。' }], ['tell', { version: 1, how: 'desk' }], ['ask-again', { version: 1, text: '那代办要带什么？' }], ['contact', {}],
    ['offer', { version: 1, toStaffId: counter.staffId, toDepartmentId: null, reason: '请接办' }], ['accept', version], ['decline', { version: 1, reason: '不归我们' }], ['take-back', version], ['guide-entry', words], ['review', { outcome: 'pass', version: 1 }],
  ];
  return {
    'GET /api/staff/enquiries/:id': { ids: [home.enquiryId] },
    'PUT /api/staff/enquiries/:id/draft': { ids: [home.enquiryId], body: { text: '您好', version: null } },
    ...Object.fromEntries(moves.map(([path, body]) => [`POST /api/staff/enquiries/:id/${path}`, { ids: [home.enquiryId], body }])),
    'PUT /api/staff/enquiry-templates/:id': { ids: [counter.templateId], body: { title: '问好', text: '您好！', version: 1 } },
    'POST /api/staff/enquiry-templates/:id/retire': { ids: [counter.templateId], body: version },
    'GET /api/staff/guide-versions/:id': { ids: [counter.guideVersionId] },
    'PUT /api/staff/guide-versions/:id': { ids: [counter.guideVersionId], body: { ...words, version: 1 } },
    'POST /api/staff/guide-versions/:id/approve': { ids: [counter.guideVersionId], body: { version: 1, effectiveFrom: '2026-12-01' } },
    'POST /api/staff/guide-versions/:id/return': { ids: [counter.guideVersionId], body: { version: 1, reason: '请写清楚' } },
    'POST /api/staff/guide-versions/:id/drop': { ids: [counter.guideVersionId], body: version },
    'POST /api/staff/guide-versions/:id/end': { ids: [counter.guideVersionId], body: { version: 1, effectiveTo: '2026-12-31' } },
  };
}

/** Doors whose parameter names nothing of one person's or one hall's. A scene belongs to whoever holds it; its own tests say who may do what with one. */
const NOBODYS_THING = [
  ...EVERYBODYS_OCCASION,
  ...OPEN_TO_ALL,
  ...EVERYBODYS_STARS,
  ...EVERYBODYS_TABLES,
  ...EVERYBODYS_APPRAISALS,
  ...EVERYBODYS_MATTERS,
  'GET /api/staff/duty/months/:month.xlsx', 'PUT /api/staff/deadline-rules/:code',
  'GET /api/public/staff/scan-sign-in/:scene/state', 'POST /api/public/staff/scan-sign-in/:scene/claim',
  'POST /api/staff/scan-sign-ins/:scene/look', 'POST /api/staff/scan-sign-ins/:scene/confirm', 'POST /api/staff/scan-sign-ins/:scene/refuse',
  'GET /api/staff/house/:kind', 'POST /api/staff/house/:kind/preview', 'POST /api/staff/house/:kind/changes', 'GET /api/staff/house/:kind/list.xlsx', 'POST /api/staff/house/:kind/import',
  'GET /api/staff/policy-profiles/:profileId', 'GET /api/staff/calendar-years/:year'];

describe('what belongs to somebody else', () => {
  let hall: TestApp;
  let home: Household;
  let counter: Counter;
  let things: Record<string, Thing>;
  let otherHallId: string;
  let ours: string[];
  const callers: Record<string, string> = {};

  beforeAll(async () => {
    hall = await TestApp.start('sqlite::memory:');
    await openTheHall(hall);
    counter = await openCounter(hall);
    home = await settle(hall, counter);
    const occasions = await makeOccasions(hall, counter);
    const joined = await join(hall, home.token, occasions);
    things = { ...thingsOf(home, counter), ...doorsOfOccasions(occasions, joined), ...doorsOfPromises(await givePromises(hall, counter, home)), ...doorsOfLights(await hangLights(hall, counter)), ...doorsOfScorecards(await layScorecards(hall, counter)), ...doorsOfStars(await holdStars(hall, counter)), ...doorsOfAppraisals(await holdAppraisal(hall, counter)), ...doorsOfHousePlans(await planHouse(hall, counter)) };
    ours = [joined.signUpId, joined.rightsId, occasions.receivedRelayId, occasions.fundId, occasions.draftActivityId];
    // A stranger who has everything of their own: it must not help.
    callers.stranger = (await settle(hall, counter)).token;
    await join(hall, callers.stranger, occasions);
    const other = await otherHall(hall);
    callers.elsewhere = other.head.token!;
    otherHallId = other.hallId;
  });
  afterAll(() => hall.close());

  const staffToken = async ({ roles }: Thing, hallId: string, usual: string) => (roles ? (await staffOf(hall, hallId, roles)).token : usual);
  const ask = async (door: string, thing: Thing, token: string) => {
    const [method, path] = door.split(' ') as ['GET' | 'POST' | 'DELETE', string];
    let part = 0;
    const url = path.replace(/^\/api/, '').replace(/:\w+/g, () => thing.ids[part++]!);
    if (thing.file) return hall.upload<{ code?: string }>(url, { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, { token, key: newId() });
    return hall.call<{ code?: string }>(method, url, { token, ...(thing.body ? { body: thing.body } : {}) });
  };

  test('every door that names a thing is tried', () => {
    const naming = Object.keys(WHO_MAY).filter((door) => /\/(resident|staff)\/.*:/.test(door) && !NOBODYS_THING.includes(door));
    expect(Object.keys(things).sort()).toEqual(naming.sort());
  });

  test('is not there for another resident, and not there for the staff of another hall', async () => {
    const found: string[] = [];
    for (const [door, thing] of Object.entries(things)) {
      const { status, body } = await ask(door, thing, door.includes('/api/resident/') ? callers.stranger! : await staffToken(thing, otherHallId, callers.elsewhere!));
      if (status !== 404 || body.code !== 'NOT_FOUND') found.push(`${door}: ${status} ${body.code ?? ''}`);
    }
    expect(found).toEqual([]);
    tell(`whose thing: ${Object.keys(things).length} doors that name a thing, 0 found by a stranger`);
  });

  test('is not there under a right name beside a wrong one: a picture of one case through another case, a matter of one ticket through another', async () => {
    await ask('DELETE /api/resident/applications/:id/pictures/:pictureId', { ids: [home.draftId, home.pictureId] }, home.token);
    expect(await hall.call('POST', `/resident/pictures/${home.pictureId}/link`, { token: home.token, body: {} })).toMatchObject({ status: 200 });
    expect(await ask('POST /api/staff/tickets/:id/matters/:visitMatterId/close', { ids: [home.servedTicketId, home.visitMatterId], body: { version: 99, reason: '已办好' } }, counter.token)).not.toMatchObject({ status: 200 });
    const [matter] = (await hall.call<{ matters: { state: string }[] }>('GET', `/resident/tickets/${home.ticketId}`, { token: home.token })).body.matters;
    expect(matter!.state).toBe('open');
  });

  test('cannot be brought along: a stranger books for no case and no relative of mine, and enrols no relative of mine', async () => {
    const token = callers.stranger!;
    const matters = (more: object) => ({ slotId: home.slotId, matters: [{ matterId: 'enrolment', ...more }] });
    expect(await hall.call('POST', '/resident/bookings/hold', { token, key: newId(), body: matters({ applicationId: home.returnedId }) })).toMatchObject({ status: 404 });
    expect(await hall.call('POST', '/resident/bookings/hold', { token, key: newId(), body: matters({ relativeId: home.relativeId }) })).toMatchObject({ status: 404 });
    expect(await hall.call('POST', '/resident/applications', { token, body: { matterId: 'enrolment', relativeId: home.relativeId } })).toMatchObject({ status: 404 });
    expect(await hall.call('POST', '/resident/check-in', { token, body: { code: '000000', bookingId: home.bookingId } })).not.toMatchObject({ status: 200 });
    expect(await hall.call('GET', `/resident/slots?day=2026-11-25&applicationId=${home.returnedId}`, { token })).toMatchObject({ status: 404 });
    expect(await hall.call('POST', '/staff/bookings', { token: callers.elsewhere!, key: newId(), body: { slotId: home.slotId, matters: [{ matterId: 'enrolment' }], callerName: '王五', callerPhone: '13800001111' } })).toMatchObject({ status: 404 });
    const found = await hall.call<{ items: unknown[] }>('POST', '/staff/cases/find', { token: callers.elsewhere!, body: { citizenId: home.person.citizenId } });
    expect(found.body.items).toEqual([]);
  });

  test('stands in nobody else\'s lists, and in those of its owner and its hall', async () => {
    const traces = [...Object.values(home).filter((value): value is string => typeof value === 'string' && value.length > 8), counter.windowId, counter.batchId, counter.deviceId, ...ours];
    const lists = Object.keys(WHO_MAY).filter((door) => /^GET \/api\/(resident|staff)\//.test(door) && !door.includes(':'));
    const shown = async (door: string, token: string) => {
      const path = door.slice('GET /api'.length);
      const { status, body } = await hall.call<unknown>('GET', `${path}${path.endsWith('/slots') ? '?day=2026-11-25' : ''}`, { token });
      const text = JSON.stringify(body);
      return { status, traces: traces.filter((trace) => text.includes(trace) && trace !== home.slotId) };
    };
    let own = 0;
    for (const door of lists) {
      const resident = door.includes('/resident/');
      const stranger = await shown(door, resident ? callers.stranger! : callers.elsewhere!);
      expect([door, stranger]).toEqual([door, { status: stranger.status, traces: [] }]);
      own += (await shown(door, resident ? home.token : counter.token)).traces.length > 0 ? 1 : 0;
    }
    expect(own).toBeGreaterThanOrEqual(8);
    tell(`whose lists: ${lists.length} lists, nothing of somebody else's in any`);
  });

  test('is there for its owner and for the staff of its own hall: the ids were right', async () => {
    const missing: string[] = [];
    // Reading first: the later doors change or take away what the earlier ones need.
    for (const [door, thing] of Object.entries(things).sort(([a], [b]) => rank(a) - rank(b))) {
      const { status, body } = await ask(door, thing, door.includes('/api/resident/') ? home.token : await staffToken(thing, hall.hallId, counter.token));
      if (status === 404 || status === 401 || status === 403 || status >= 500) missing.push(`${door}: ${status} ${body.code ?? ''}`);
    }
    expect(missing).toEqual([]);
  });
});

const rank = (door: string): number => (door.startsWith('GET') ? 0 : door.startsWith('DELETE') ? 2 : 1);
