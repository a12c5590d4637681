import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import type { AuditPageView } from './audit.dto.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  let reader: { token: string; actor: { id: string } };
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    reader = await hall.staff(['audit-admin'], '审计管理员');
  });
  afterAll(() => hall.close());

  const ask = async (more: Record<string, string> = {}) => hall.call<AuditPageView & { code: string }>('GET', `/staff/audit?${new URLSearchParams({ from: '2026-11-23', to: '2026-11-23', ...more }).toString()}`, reader);
  const write = (count: number, action: string, subjectId = 's') => hall.work((work) => { for (let n = 0; n < count; n += 1) work.audit(action, subjectId, { n }); return Promise.resolve(); });

  test('every entry is found once, page by page, though all carry the same instant and others are written meanwhile', async () => {
    await write(130, 'test.page');
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { body }: { body: AuditPageView } = await ask({ action: 'test.page', ...(after ? { after } : {}) });
      seen.push(...body.items.map(({ id }) => id));
      after = body.next;
      hall.clock.advance(1);
      await write(3, 'test.page');
    } while (after !== null);
    expect(seen).toHaveLength(130);
    expect(new Set(seen).size).toBe(130);
  });

  test('a question is answered by who, what, to what and when', async () => {
    const clerk = await hall.staff(['clerk'], '李芳');
    const windowId = await hall.window('1号窗口', ['enrolment']);
    await hall.call('POST', `/staff/windows/${windowId}/open`, clerk);
    expect((await ask({ actor: '李芳' })).body.items).toMatchObject([{ action: 'window.open', area: '窗口', actorLabel: '工作人员', actorName: '李芳', subjectId: windowId }]);
    expect((await ask({ actor: '无此人' })).body.items).toEqual([]);
    expect((await ask({ subjectId: windowId, actorKind: 'staff' })).body.items).toHaveLength(1);
    expect((await ask({ subjectId: windowId, actorKind: 'resident' })).body.items).toEqual([]);
    expect((await ask({ action: 'window_%' })).body.items).toEqual([]);
    expect((await ask({ from: '2026-11-24', to: '2026-11-25', subjectId: windowId })).body.items).toEqual([]);
    expect((await ask({ from: '2026-11-24' })).body.code).toBe('AUDIT_DAYS_INVALID');
  });

  test('each reading is an entry itself, and the sheet asks for the second factor', async () => {
    await ask({ action: 'audit.' });
    const { items } = (await ask({ action: 'audit.' })).body;
    expect(items[0]).toMatchObject({ action: 'audit.read', actorName: '审计管理员', detail: expect.stringContaining('显示条数：') });
    const path = '/staff/audit/list.xlsx?from=2026-11-23&to=2026-11-23';
    expect((await hall.call<{ code: string }>('GET', path, reader)).body.code).toBe('STEP_UP_NEEDED');
    expect((await hall.call('GET', path, { token: await hall.steppedUp(reader.token) })).status).toBe(200);
    expect((await ask({ action: 'audit.export' })).body.items).toHaveLength(1);
  });

  test('a reader of Chinese asks in words and is answered in words, and signing in is done by whose account it is', async () => {
    const clerk = await hall.staff(['clerk'], '赵敏');
    await hall.work((work) => { work.audit('staff.password-wrong', clerk.actor.id); work.audit('ticket.park', 't', { from: 'serving', to: 'parked' }); work.audit('rights.assign', 'r', { ownerId: clerk.actor.id }); return Promise.resolve(); });
    await hall.work((work) => work.execute("INSERT INTO audit_entry (id, at, actor_kind, actor_id, hall_id, action, subject_id, detail, request_id) VALUES ('own-sign-in', ?, 'anyone', NULL, NULL, 'staff.sign-in', ?, NULL, NULL)", [hall.clock.now(), clerk.actor.id]));
    expect((await ask({ action: '暂挂' })).body.items).toMatchObject([{ label: '暂挂', detail: '从：办理中；到：暂挂' }]);
    expect((await ask({ action: '维权' })).body.items).toMatchObject([{ label: '指定负责人', detail: '负责人：赵敏' }]);
    expect((await ask({ action: '没有这样的事' })).body.items).toEqual([]);
    expect((await ask({ actor: '赵敏' })).body.items).toMatchObject([{ label: '登录', actorLabel: '工作人员', actorName: '赵敏' }]);
    expect((await ask({ actorKind: 'anyone' })).body.items.map(({ action }) => action)).not.toContain('staff.sign-in');
    expect((await ask({ actorKind: 'staff', action: '登录' })).body.items.map(({ action }) => action)).toContain('staff.sign-in');
  });

  test('another hall’s entries are not shown, and no other administrator may read', async () => {
    await hall.work((work) => work.execute("INSERT INTO audit_entry (id, at, actor_kind, actor_id, hall_id, action, subject_id, detail, request_id) VALUES ('elsewhere', ?, 'staff', 'x', 'another', 'test.elsewhere', NULL, NULL, NULL)", [hall.clock.now()]));
    expect((await ask({ action: 'test.elsewhere' })).body.items).toEqual([]);
    for (const role of ['system-admin', 'security-admin', 'director'] as const) expect((await hall.call('GET', '/staff/audit?from=2026-11-23&to=2026-11-23', await hall.staff([role]))).status).toBe(403);
  });
});
