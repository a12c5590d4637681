import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import { FEATURES } from '../../cloud-api/src/features.ts';
import { CheckInCodes } from '../../cloud-api/src/features/queue/check-in-codes.ts';
import { BrittleRoom } from '../../cloud-api/src/testing/careless-rooms.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { gather, tokenFor, type Caller } from './cast.ts';
import { dose, PATIENCE, tell } from './dose.ts';
import { openCounter, openTheHall, rememberArrangement, settle, type Counter, type Household } from './household.ts';
import { faultsOf, Messenger, retold } from './judge.ts';
import { Mischief, type Stock } from './mischief.ts';
import type { Document } from './openapi-walk.ts';
import { startWechatDouble } from '@hall/doubles/wechat/wechat-double';
import { isPermission } from '@hall/shared/identity/permissions';
import { WHO_MAY } from './who-may.ts';

jest.setTimeout(PATIENCE);

const SEED = Number(process.env.HALL_SEED ?? 20_261_123);
/** So often somebody new moves in, whose things are still as they should be. */
const SEASON = 200;

/** Whom a door lets in, mostly; and now and then others. */
function rolesFor(operation: string): string[] {
  const who = WHO_MAY[operation];
  if (who === 'screen') return ['screen', 'screen', 'anyone'];
  if (who === 'anyone' || who === 'demo' || who === undefined) return ['anyone', 'anyone', 'owner'];
  return who === 'staff' || isPermission(who) ? ['head', 'head', 'head', 'head', 'staff:clerk', 'staff:editor', 'owner'] : ['owner', 'owner', 'owner', 'owner', 'resident:declared', 'resident:wechat', 'head'];
}

/** The things of one household under every name a path or a body calls them. */
function stockOf(hall: TestApp, home: Household, counter: Counter): Stock {
  const screen = hall.app.get(CheckInCodes).current(hall.hallId);
  const cases = [home.returnedId, home.draftId, home.handledId];
  return {
    applications: cases, applicationId: cases, relatives: [home.relativeId], relativeId: [home.relativeId], pictures: [home.pictureId, home.authorityPictureId], pictureId: [home.pictureId, home.authorityPictureId],
    bookings: [home.bookingId], bookingId: [home.bookingId], slotId: [home.slotId], tickets: [home.ticketId, home.ticketId, home.servedTicketId], ticketId: [home.ticketId], visitMatterId: [home.visitMatterId], ratings: [home.ratingId],
    inbox: [home.inboxId], windows: [counter.windowId], batches: [counter.batchId], devices: [counter.deviceId], slips: [home.slipCode], files: [home.fileToken], matters: ['enrolment', 'benefit-enquiry'], materials: ['citizen-id-card', 'household-register', 'entrustment'],
    matterId: ['enrolment', 'enrolment-change', 'benefit-enquiry'], matterIds: ['enrolment', 'benefit-enquiry'], table: ['bank', 'area'], version: [1, 2, 3, 4, 5, 6, 7], name: [home.person.name, home.another.name], citizenId: [home.person.citizenId, home.another.citizenId],
    phone: [home.phone], callerPhone: [home.phone], contactPhone: [home.phone], bankCard: [home.bankCard], bookingReference: [home.bookingReference], caseNumber: [home.caseNumber], code: [screen.digits, screen.url.split('code=')[1]!],
    day: ['2026-11-24', '2026-11-25', '2026-11-28'], effectiveFrom: ['2026-01-01'], from: ['09:00', '2019-01'], to: ['12:00', null], tierYuan: [500, 800], assessmentYear: [2026], specialGroup: ['none', 'subsistence'], bankCode: ['102'], ethnicGroup: ['01'],
    householdArea: ['migong'], householdType: ['resident'], target: ['field:name', `picture:${home.pictureId}`, 'material:citizen-id-card'], reasonCode: ['picture-blurred', 'field-too-vague'], seen: ['citizen-id-card'], field: ['citizenId', 'phone', 'bankCard'],
    suggestions: [home.suggestionId], intoId: [home.suggestionId], pictureIds: [home.draftPictureId], 'suggestion-templates': [counter.suggestionTemplateId], 'box-openings': [counter.openingId], ownerId: [counter.staffId], dueOn: ['2026-12-01'], plannedFor: ['2026-12-04'],
    userName: ['wang'], password: ['wrong'], kind: ['sensitive-data', 'privacy-notice', 'screen', 'regular'], reasons: ['fast', 'slow'], weekdays: [1, 5],
  };
}

/** Makes this many bad requests, and answers what was wrong with the answers. */
async function makeMischief(hall: TestApp, count: number, { only, patience }: { only?: RegExp; patience?: number } = {}): Promise<{ faults: string[]; statuses: Map<number, number>; operations: number }> {
  await openTheHall(hall);
  await hall.app.listen(0, '127.0.0.1');
  const messenger = new Messenger(`http://127.0.0.1:${(hall.app.getHttpServer().address() as { port: number }).port}`, patience);
  const document = (await hall.call<Document>('GET', '/openapi.json')).body;
  if (only) document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => only.test(path)));
  const mischief = new Mischief(document, SEED, rolesFor);
  const cast = new Map((await gather(hall)).map((caller) => [caller.role, caller]));
  const putBack = await rememberArrangement(hall);
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  let stock: Stock = {};
  for (let done = 0; done < count; done += 1) {
    if (done % SEASON === 0) {
      await putBack();
      stock = await season(hall, cast);
    }
    const attempt = mischief.next(stock);
    const caller = cast.get(attempt.role)!;
    const answered = await messenger.send(attempt, caller.token);
    statuses.set(answered.status, (statuses.get(answered.status) ?? 0) + 1);
    const found = faultsOf(answered);
    if (found.length > 0) faults.push(retold(attempt, answered, found));
    // Whoever was signed out, by themselves or by a clerk, signs in again.
    if (answered.status === 401 && caller.kind) caller.token = await tokenFor(hall, caller.kind, caller.id!);
    if (faults.length >= 40) break;
  }
  messenger.close();
  return { faults, statuses, operations: mischief.operations.length };
}

/** Somebody new moves in, and a new head sits down: whatever mischief has spoilt before is behind us. */
async function season(hall: TestApp, cast: Map<string, Caller>): Promise<Stock> {
  const counter = await openCounter(hall);
  const home = await settle(hall, counter);
  cast.set('owner', { role: 'owner', kind: 'resident', id: home.residentId, token: home.token });
  cast.set('head', { role: 'head', kind: 'staff', id: counter.staffId, token: counter.token });
  return stockOf(hall, home, counter);
}

onEveryDatabase((database) => {
  test('whatever is sent to whatever door, the hall answers in time, never breaks, and a refusal names what is wrong', async () => {
    const wechat = await startWechatDouble();
    const hall = await TestApp.start(database.url, { environment: { WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret } });
    const { faults, statuses, operations } = await makeMischief(hall, dose(500, 10_000));
    const health = await hall.call('GET', '/health');
    await hall.close();
    await wechat.close();
    expect(faults).toEqual([]);
    expect(health.status).toBe(200);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    const total = [...statuses.values()].reduce((sum, one) => sum + one, 0);
    // Requests that all stopped at the first check would have tried nothing behind it.
    for (const status of [200, 400, 404, 409]) expect(statuses.get(status) ?? 0).toBeGreaterThan(total / 100);
    tell(`bad input on ${database.name}: ${total} requests over ${operations} operations, 0 broken; ${[...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${times} × ${status}`).join(', ')}`);
  });
});

test('a route that breaks, and one that never answers, are both noticed', async () => {
  FEATURES.push(BrittleRoom);
  const hall = await TestApp.start('sqlite::memory:').finally(() => FEATURES.pop());
  const { faults } = await makeMischief(hall, 120, { only: /brittle/, patience: 200 });
  await hall.app.getHttpServer().closeAllConnections();
  await hall.close();
  expect(faults.some((fault) => fault.includes('/throws') && fault.includes('status 500'))).toBe(true);
  expect(faults.some((fault) => fault.includes('/hangs') && fault.includes('no answer'))).toBe(true);
});
