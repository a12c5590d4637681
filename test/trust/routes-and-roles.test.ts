import { FEATURES } from '../../cloud-api/src/features.ts';
import { AccessGuard } from '../../cloud-api/src/platform/auth/access.guard.ts';
import { BackdoorRoom, UndecidedRoom, UnlistedRoom } from '../../cloud-api/src/testing/careless-rooms.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { gather, type Caller } from './cast.ts';
import { doorsOf, knockEverywhere, type Who } from './doors.ts';
import { PATIENCE, tell } from './dose.ts';
import { servedRoutes } from './fastify-routes.ts';
import { nameOf, operationsOf, type Document } from './openapi-walk.ts';
import { BESIDE_THE_API, NOT_DESCRIBED, WHO_MAY } from './who-may.ts';

jest.setTimeout(PATIENCE);
const MEMORY = 'sqlite::memory:';

/** Addresses the server answers at without anybody having said to whom. */
function undecided(hall: TestApp): string[] {
  const decided = doorsOf(hall);
  return servedRoutes(hall).filter((route) => !decided.has(route) && !BESIDE_THE_API.some((harmless) => harmless.test(route)));
}

describe('the doors of the hall', () => {
  let hall: TestApp;
  let callers: Caller[];
  beforeAll(async () => {
    hall = await TestApp.start(MEMORY);
    callers = await gather(hall);
  });
  afterAll(() => hall.close());

  test('every door stands in the reviewed table of who may, word for word, and the table names no door that is not there', () => {
    expect(Object.fromEntries([...doorsOf(hall)].sort())).toEqual(Object.fromEntries(Object.entries(WHO_MAY).sort()));
  });

  test('the HTTP server answers at no address that has no decision', () => {
    expect(undecided(hall)).toEqual([]);
    const served = servedRoutes(hall);
    expect([...doorsOf(hall).keys()].filter((door) => !served.includes(door))).toEqual([]);
  });

  test('the OpenAPI document describes every door of the hall and no other', async () => {
    const { body } = await hall.call<Document>('GET', '/openapi.json');
    const doors = [...doorsOf(hall).keys()].filter((door) => !NOT_DESCRIBED.includes(door));
    expect(operationsOf(body).map(nameOf).sort()).toEqual(doors.sort());
  });

  test('everybody is let in where the table says so, and refused everywhere else', async () => {
    expect(await knockEverywhere(hall, WHO_MAY, callers)).toEqual([]);
    const doors = Object.keys(WHO_MAY).length;
    tell(`who may: ${doors} routes × ${callers.length} callers = ${doors * callers.length} requests, 0 answered otherwise than the reviewed table says`);
  });

  test('a guard that is switched off is noticed at every door it guards', async () => {
    const off = jest.spyOn(AccessGuard.prototype, 'canActivate').mockImplementation(async (context) => {
      Object.assign(context.switchToHttp().getRequest<object>(), { actor: { kind: 'staff', id: 'a-passer-by', hallId: hall.hallId, permissions: new Set() }, sessionId: 'none' });
      return true;
    });
    const noticed = await knockEverywhere(hall, WHO_MAY, callers.filter((caller) => caller.role === 'anyone'));
    off.mockRestore();
    const guarded = Object.values(WHO_MAY).filter((who) => who !== 'anyone' && who !== 'operator').length;
    expect(noticed.length).toBe(guarded);
  });

  test('a role that is given one permission too many is noticed', async () => {
    const table: Record<string, Who> = { ...WHO_MAY, 'GET /api/staff/devices': 'audit.read' };
    expect(await knockEverywhere(hall, table, callers.filter((caller) => caller.role === 'staff:audit-admin'))).toEqual([expect.stringContaining('GET /api/staff/devices as staff:audit-admin: 403')]);
  });
});

/** Starts the hall with one more room in it. */
async function withRoom(room: (typeof FEATURES)[number], body: (hall: TestApp) => void | Promise<void>): Promise<void> {
  FEATURES.push(room);
  try {
    const hall = await TestApp.start(MEMORY);
    await Promise.resolve(body(hall)).finally(() => hall.close());
  } finally {
    FEATURES.pop();
  }
}

describe('a careless builder is noticed', () => {
  test('a door that says not who may use it keeps the whole hall shut', async () => {
    await expect(withRoom(UndecidedRoom, () => undefined)).rejects.toThrow('GET /api/staff/undecided');
  });

  test('a door nobody has written into the table is named', async () => {
    await withRoom(UnlistedRoom, (hall) => {
      expect([...doorsOf(hall).keys()].filter((door) => !(door in WHO_MAY))).toEqual(['GET /api/staff/unlisted']);
    });
  });

  test('a door opened past the framework is seen in the server\'s own routing tree', async () => {
    await withRoom(BackdoorRoom, (hall) => expect(undecided(hall)).toEqual(['GET /api/backdoor']));
  });
});
