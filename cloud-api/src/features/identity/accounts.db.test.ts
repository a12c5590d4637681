import { Totp } from '../../platform/crypto/totp.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import type { AccountImportView, AccountOpenWorkView, AccountRoomView, FirstKeyList } from './accounts.dto.ts';
import type { StaffSignInView } from './identity.dto.ts';

jest.setTimeout(60_000);

type Refused = { code: string; fields: { path: string; message: string }[] };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PASSWORD = 'a quiet-garden 7';

onEveryDatabase((database) => {
  let hall: TestApp;
  let keeper: { token: string; actor: { id: string } };
  let security: { token: string; actor: { id: string } };
  let badge = 100;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    keeper = await hall.staff(['system-admin'], '系统管理员');
    security = await hall.staff(['security-admin'], '安全管理员');
    await Promise.all([keeper, security].map(({ token }) => hall.steppedUp(token)));
  });
  afterAll(() => hall.close());
  // A code is good once, and wrong passwords are counted: each test lives in its own minutes.
  beforeEach(() => hall.clock.advance(60_000));

  const begin = (userName: string, more: object = {}, key = newId()) => {
    badge += 1;
    return hall.call<FirstKeyList & Refused>('POST', '/staff/accounts', { token: keeper.token, key, body: { accounts: [{ userName, name: userName, badgeNumber: String(badge), post: '经办员', departmentId: null, ...more }] } });
  };
  const room = async () => (await hall.call<AccountRoomView>('GET', '/staff/accounts', { token: keeper.token })).body;
  const account = async (userName: string) => (await room()).items.find((item) => item.userName === userName)!;
  const signIn = (userName: string, password: string) => hall.call<StaffSignInView & Refused>('POST', '/public/staff/sign-in', { body: { userName, password } });
  const enrol = (body: object) => hall.call<StaffSignInView & Refused>('POST', '/public/staff/enrolment', { body });
  const grant = async (userName: string, roles: string[]) => {
    const { body } = await hall.call<AccountRoomView>('GET', '/staff/grants', { token: security.token });
    const { id, rolesStamp } = body.items.find((item) => item.userName === userName)!;
    return hall.call<AccountRoomView & Refused>('POST', '/staff/grants/changes', { token: await hall.steppedUp(security.token), body: { effectiveFrom: body.today, reason: '岗位安排', changes: [{ subjectId: id, stamp: rolesStamp, after: { roles } }] } });
  };
  /** Somebody who has signed in for the first time. */
  const employ = async (userName: string) => {
    const { password } = (await begin(userName)).body.items[0]!;
    const first = await signIn(userName, password!);
    const secret = first.body.enrolment!.secret;
    const { body } = await enrol({ challenge: first.body.challenge, password: PASSWORD, code: hall.app.get(Totp).codeAt(secret) });
    return { secret, token: body.session!.token };
  };

  test('a new account opens with the password that was handed over only as far as a password and a second factor of one’s own', async () => {
    const { password, until } = (await begin('li.na')).body.items[0]!;
    expect(until).toBe(hall.clock.now() + 72 * 60 * 60_000);
    const first = await signIn('li.na', password!);
    expect(first.body).toMatchObject({ state: 'enrol', session: null, enrolment: { uri: expect.stringContaining('otpauth://') } });
    const { challenge, enrolment } = first.body;
    const code = hall.app.get(Totp).codeAt(enrolment!.secret);
    expect((await enrol({ challenge, password: 'short', code })).body).toMatchObject({ code: 'PASSWORD_POOR' });
    expect((await enrol({ challenge, password, code })).body).toMatchObject({ code: 'PASSWORD_POOR' });
    expect((await enrol({ challenge, password: PASSWORD, code: code === '000000' ? '000001' : '000000' })).body).toMatchObject({ code: 'SECOND_FACTOR_WRONG' });
    expect((await enrol({ challenge: challenge!.replace(/.$/, (last) => (last === '0' ? '1' : '0')), password: PASSWORD, code })).body).toMatchObject({ code: 'SECOND_FACTOR_EXPIRED' });
    const inside = await enrol({ challenge, password: PASSWORD, code });
    expect(inside.body).toMatchObject({ state: 'signed-in', session: { token: expect.any(String) } });
    expect((await enrol({ challenge, password: PASSWORD, code })).body).toMatchObject({ code: 'SECOND_FACTOR_EXPIRED' });
    expect((await signIn('li.na', password!)).body).toMatchObject({ code: 'PASSWORD_WRONG' });
    expect((await hall.call<{ permissions: string[] }>('GET', '/staff/me', { token: inside.body.session!.token })).body.permissions).toEqual([]);
    expect(JSON.stringify(await hall.dataSource.query('SELECT * FROM staff'))).not.toContain(enrolment!.secret);
  });

  test('a password handed over opens nothing after three days, and is shown once though the request comes twice', async () => {
    const key = newId();
    badge += 1;
    const ask = () => hall.call<FirstKeyList>('POST', '/staff/accounts', { token: keeper.token, key, body: { accounts: [{ userName: 'slow.one', name: '慢', badgeNumber: '900', post: '经办员', departmentId: null }] } });
    const { password } = (await ask()).body.items[0]!;
    expect((await ask()).body.items).toMatchObject([{ userName: 'slow.one', password: null }]);
    expect((await begin('slow.one')).body).toMatchObject({ code: 'USER_NAME_TAKEN' });
    expect((await begin('other.one', { badgeNumber: '900' })).body).toMatchObject({ code: 'HOUSE_WISH_INVALID' });
    await hall.work((work) => work.execute("UPDATE staff SET one_time_until = ? WHERE user_name = 'slow.one'", [hall.clock.now() - 1]));
    expect((await signIn('slow.one', password!)).body).toMatchObject({ code: 'ONE_TIME_PASSWORD_OVER' });
  });

  test('rights come from the security administrator alone, never to oneself, and an administrator holds no other', async () => {
    const { token } = await employ('wang.lei');
    expect((await hall.call('POST', '/staff/grants/changes', { token: keeper.token, body: { effectiveFrom: '2026-11-23', reason: '岗位安排', changes: [] } })).status).toBe(403);
    expect((await grant('wang.lei', ['clerk', 'audit-admin'])).body).toMatchObject({ code: 'HOUSE_WISH_INVALID' });
    const own = await hall.call<AccountRoomView>('GET', '/staff/grants', { token: security.token });
    const mine = own.body.items.find(({ id }) => id === security.actor.id)!;
    expect((await grant(mine.userName, ['head'])).body).toMatchObject({ code: 'GRANT_OWN' });
    expect((await grant('wang.lei', ['clerk'])).status).toBe(200);
    expect((await hall.call('GET', '/staff/me', { token })).status).toBe(401);
    expect((await hall.call('POST', '/staff/accounts', { token: security.token, body: { accounts: [] } })).status).toBe(403);
    expect(await account('wang.lei')).toMatchObject({ roles: ['clerk'], rolesInWords: '窗口人员' });
  });

  test('a reset shuts every old way in; an administrator’s account is reset only after the roles were taken away', async () => {
    const { token } = await employ('zhao.min');
    await grant('zhao.min', ['audit-admin']);
    const reset = async () => hall.call<FirstKeyList & Refused>('POST', `/staff/accounts/${(await account('zhao.min')).id}/reset`, { token: keeper.token, body: { reason: '忘了密码', version: (await account('zhao.min')).version } });
    expect((await reset()).body).toMatchObject({ code: 'ACCOUNT_OF_ADMINISTRATOR' });
    await grant('zhao.min', []);
    const again = await reset();
    expect(again.status).toBe(200);
    expect((await hall.call('GET', '/staff/me', { token })).status).toBe(401);
    expect((await signIn('zhao.min', PASSWORD)).body).toMatchObject({ code: 'PASSWORD_WRONG' });
    const first = await signIn('zhao.min', again.body.items[0]!.password!);
    const { body: inside } = await enrol({ challenge: first.body.challenge, password: `${PASSWORD} again`, code: hall.app.get(Totp).codeAt(first.body.enrolment!.secret) });
    await hall.deliver();
    expect((await hall.call<{ items: { title: string }[] }>('GET', '/staff/inbox', { token: inside.session!.token })).body.items.map(({ title }) => title)).toEqual(['您的密码和动态口令被重置']);
    const mine = (await room()).items.find(({ id }) => id === keeper.actor.id)!;
    expect((await hall.call('POST', `/staff/accounts/${mine.id}/reset`, { token: keeper.token, body: { reason: '自己来', version: mine.version } })).body).toMatchObject({ code: 'ACCOUNT_OWN' });
  });

  test('an account is closed only when nothing is left in its hands, and then opens nothing', async () => {
    await employ('qian.hua');
    const { id } = await account('qian.hua');
    const windowId = await hall.window('3号窗口', ['enrolment']);
    await hall.work((work) => work.execute("UPDATE hall_window SET clerk_id = ?, state = 'open' WHERE id = ?", [id, windowId]));
    const close = async () => hall.call<AccountRoomView & Refused>('POST', `/staff/accounts/${id}/close`, { token: keeper.token, body: { reason: '调走', version: (await account('qian.hua')).version } });
    expect((await hall.call<AccountOpenWorkView>('GET', `/staff/accounts/${id}/open-work`, { token: keeper.token })).body.items).toEqual([{ text: '正在 3号窗口 值守', key: `window:${windowId}`, needs: null }]);
    expect((await close()).body).toMatchObject({ code: 'ACCOUNT_HAS_OPEN_WORK', fields: [{ message: expect.stringContaining('3号窗口') }] });
    const shut = await hall.call<AccountOpenWorkView>('POST', `/staff/accounts/${id}/hand-on`, { token: keeper.token, body: { key: `window:${windowId}`, toStaffId: null, reason: '调走，窗口先关上' } });
    expect(shut.body.items).toEqual([]);
    expect((await close()).status).toBe(200);
    expect((await signIn('qian.hua', PASSWORD)).body).toMatchObject({ code: 'PASSWORD_WRONG' });
    expect(await account('qian.hua')).toMatchObject({ active: false, roles: [], stamp: null });

    const step = async (what: 'reset' | 'reopen') => hall.call<FirstKeyList & Refused>('POST', `/staff/accounts/${id}/${what}`, { token: await hall.steppedUp(keeper.token), body: { reason: '回来上班', version: (await account('qian.hua')).version } });
    expect((await step('reset')).body).toMatchObject({ code: 'ACCOUNT_CLOSED' });
    const back = await step('reopen');
    expect((await step('reopen')).body).toMatchObject({ code: 'ACCOUNT_OPEN' });
    expect(await account('qian.hua')).toMatchObject({ id, active: true, roles: [], oneTimeUntil: expect.any(Number) });
    expect((await signIn('qian.hua', PASSWORD)).body).toMatchObject({ code: 'PASSWORD_WRONG' });
    expect((await signIn('qian.hua', back.body.items[0]!.password!)).body.state).toBe('enrol');
  });

  test('nobody comes back under a badge that somebody else wears by now', async () => {
    await begin('old.hand', { badgeNumber: '8001' });
    const { id } = await account('old.hand');
    const step = async (what: 'close' | 'reopen') => hall.call<Refused>('POST', `/staff/accounts/${id}/${what}`, { token: await hall.steppedUp(keeper.token), body: { reason: '调走又回来', version: (await account('old.hand')).version } });
    await step('close');
    await begin('new.hand', { badgeNumber: '8001' });
    expect((await step('reopen')).body).toMatchObject({ code: 'HOUSE_WISH_INVALID', fields: [{ path: 'badgeNumber' }] });
  });

  test('what the hall keeps of a person changes from a day on, and is undone by a new change', async () => {
    await begin('sun.yue');
    const { id, stamp } = await account('sun.yue');
    const { today } = await room();
    const body = { effectiveFrom: today, reason: '晋升', changes: [{ subjectId: id, stamp, after: { name: '孙悦', badgeNumber: '777', post: '组长', departmentId: null } }] };
    expect((await hall.call<{ items: { lines: string[] }[] }>('POST', '/staff/accounts/preview', { token: keeper.token, body })).body.items[0]!.lines).toContain('岗位：经办员 → 组长');
    const { plans } = (await hall.call<AccountRoomView>('POST', '/staff/accounts/changes', { token: keeper.token, body })).body;
    expect(await account('sun.yue')).toMatchObject({ name: '孙悦', post: '组长' });
    await hall.call('POST', `/staff/accounts/plans/${plans[0]!.id}/undo`, { token: keeper.token, body: { reason: '记错了人' } });
    expect(await account('sun.yue')).toMatchObject({ name: 'sun.yue', post: '经办员' });
  });

  test('the sheet of staff comes back as no change; new rows, changes and mistakes are told apart by row', async () => {
    await begin('wu.gang', { name: '吴刚' });
    const out = await hall.call<Buffer>('GET', '/staff/accounts/list.xlsx', { token: keeper.token });
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('a');
    sheet.addRows([['用户名', '姓名', '工号', '岗位', '科室'], ['wu.gang', '吴刚', '555', '副科长', '参保登记科'], ['new.one', '新来的', '556', '经办员', ''], ['Bad Name', '谁', '557', '经办员', ''], ['third.one', '丙', '556', '经办员', ''], ['fourth.one', '丁', '558', '经办员', '不存在科']]);
    const read = (bytes: Buffer) => hall.upload<AccountImportView>('/staff/accounts/import', { name: 'a.xlsx', type: XLSX, bytes }, { token: keeper.token });
    const { body } = await read(Buffer.from(await book.xlsx.writeBuffer()));
    expect(body).toMatchObject({ begins: [{ account: { userName: 'new.one' } }], changes: [{ label: '吴刚' }] });
    expect(body.problems.map(({ row }) => row)).toEqual([4, 5, 6]);
    expect(out.status).toBe(200);
    expect((await begin('after.sheet')).status).toBe(200);
  });
});
