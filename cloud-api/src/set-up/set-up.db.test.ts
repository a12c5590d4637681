import { Staff } from '../features/identity/staff.entity.ts';
import type { StaffSignInView } from '../features/identity/identity.dto.ts';
import { CryptoPort } from '../platform/crypto/crypto.port.ts';
import { Passwords } from '../platform/crypto/password.ts';
import { Totp } from '../platform/crypto/totp.ts';
import { onEveryDatabase } from '../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../testing/test-app.ts';
import { furnishHall } from './furnish-hall.ts';
import { refuseSample } from './refuse-sample.ts';
import { readHallPlan } from './hall-plan.ts';

const PLAN = {
  name: '示例区社保服务大厅', areaCode: '420606', address: '示例路 1 号', phone: '0710-0000000', motto: '微笑服务', smile: '今天你微笑了吗', openFrom: '09:00', openTo: '17:00',
  departments: ['参保登记科'], windows: [{ label: '1号窗口', skills: ['enrolment'] }],
  staff: [{ userName: 'first.head', name: '周建平', badgeNumber: '001', post: '科长', department: 0, roles: ['head'] }],
};

test('a plan with mistakes is refused, and each mistake is named with its place', () => {
  const wrong = { ...PLAN, areaCode: '42', windows: [{ label: '', skills: [] }], staff: [{ ...PLAN.staff[0], roles: ['king'] }], wish: 1 };
  expect(() => readHallPlan(JSON.stringify(wrong))).toThrow(/areaCode[\s\S]*windows\.0\.label[\s\S]*staff\.0\.roles/);
  expect(() => readHallPlan(JSON.stringify(wrong))).toThrow('wish');
});

test('a plan that gives an administrator a second role is refused', () => {
  const withRoles = (...roles: string[]) => JSON.stringify({ ...PLAN, staff: [{ ...PLAN.staff[0], roles }] });
  expect(() => readHallPlan(withRoles('audit-admin', 'head'))).toThrow(/staff\.0\.roles: an administrator holds no other role/);
  expect(() => readHallPlan(withRoles('system-admin', 'security-admin'))).toThrow(/staff\.0\.roles/);
  expect(readHallPlan(withRoles('clerk', 'editor')).staff[0]!.roles).toEqual(['clerk', 'editor']);
});

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
  }, 60_000);
  afterAll(() => hall.close());

  test('production refuses a database with the sample hall or a demo person in it, the demo does not', async () => {
    await expect(refuseSample({ HALL_MODE: 'production' }, hall.dataSource)).rejects.toThrow('production refuses');
    await expect(refuseSample({ HALL_MODE: 'demo' }, hall.dataSource)).resolves.toBeUndefined();
    await hall.work((work) => work.execute('UPDATE hall SET sample = 0'));
    await expect(refuseSample({ HALL_MODE: 'production' }, hall.dataSource)).resolves.toBeUndefined();
    const { actor } = await hall.resident();
    await hall.work((work) => work.execute("UPDATE resident_identity SET kind = 'demo' WHERE resident_id = ?", [actor.id]));
    await expect(refuseSample({ HALL_MODE: 'production' }, hall.dataSource)).rejects.toThrow('production refuses');
  });

  test('in a hall set up from a plan the head signs in with the first password and the second factor', async () => {
    const totp = hall.app.get(Totp);
    const passwordHash = await hall.app.get(Passwords).hash('first password');
    const { keys } = await hall.work((work) => furnishHall(work, readHallPlan(JSON.stringify(PLAN)), { crypto: hall.app.get(CryptoPort), totp, sample: false, passwordHash: () => passwordHash }));
    const first = await hall.call<StaffSignInView>('POST', '/public/staff/sign-in', { body: { userName: 'first.head', password: 'first password' } });
    expect(first.body.state).toBe('second-factor');
    const second = await hall.call<StaffSignInView>('POST', '/public/staff/second-factor', { body: { challenge: first.body.challenge, code: totp.codeAt(keys[0]!.totpSecret) } });
    expect(second.body).toMatchObject({ state: 'signed-in', session: { token: expect.any(String) } });
    expect(JSON.stringify(await hall.dataSource.manager.findOneBy(Staff, { userName: 'first.head' }))).not.toContain(keys[0]!.totpSecret);
  });
});
