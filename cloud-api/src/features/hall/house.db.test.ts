import { addDays, dayOf } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { Halls } from './halls.ts';
import { HousePlans } from './house-plans.ts';
import type { HouseChange, HouseImportView, HousePreviewView, HouseRoomView } from './house.dto.ts';

jest.setTimeout(60_000);

type Refused = { code: string; fields: { path: string; message: string }[] };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

onEveryDatabase((database) => {
  let hall: TestApp;
  let head: { token: string; actor: { id: string } };
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    head = await hall.staff(['head'], '周科长');
  });
  afterAll(() => hall.close());

  /** Some days on, with a head of that morning: sessions end overnight. */
  const sleep = async (days: number) => {
    hall.clock.advance(days * 24 * 60 * 60_000);
    head = await hall.staff(['head'], '吴科长');
  };
  const today = () => dayOf(hall.clock.now());
  const room = async (kind: string) => (await hall.call<HouseRoomView>('GET', `/staff/house/${kind}`, head)).body;
  const request = (changes: HouseChange[], effectiveFrom = today()) => ({ effectiveFrom, reason: '按局里的安排', changes });
  const change = <T = HouseRoomView & Refused>(kind: string, changes: HouseChange[], effectiveFrom?: string, path = 'changes') => hall.call<T>('POST', `/staff/house/${kind}/${path}`, { ...head, body: request(changes, effectiveFrom) });
  const fresh = (after: Record<string, unknown>): HouseChange => ({ subjectId: null, stamp: null, after });
  const named = async (kind: string, label: string) => (await room(kind)).items.find((item) => item.label === label)!;
  const changed = async (kind: string, label: string, after: Record<string, unknown>): Promise<HouseChange> => {
    const { id, stamp, facts } = await named(kind, label);
    return { subjectId: id, stamp, after: { ...facts, ...after } };
  };
  const department = (name: string) => fresh({ name, phone: null, position: 5, closed: false });

  test('a department is begun, renamed after a look at what changes, and the change is undone by a new one', async () => {
    expect((await change('department', [department('待遇核定科')])).status).toBe(200);
    const wish = await changed('department', '待遇核定科', { name: '待遇发放科', phone: '0710-1234567' });
    const preview = await change<HousePreviewView>('department', [wish], undefined, 'preview');
    expect(preview.body.items[0]!.lines).toEqual(['名称：待遇核定科 → 待遇发放科', '电话：（空） → 0710-1234567']);
    expect((await named('department', '待遇核定科')).facts).toMatchObject({ phone: null });

    expect((await change('department', [wish])).status).toBe(200);
    expect((await hall.app.get(Halls).departments(hall.hallId)).map(({ name }) => name)).toContain('待遇发放科');
    const { plans } = await room('department');
    expect(plans[0]).toMatchObject({ label: '待遇发放科', state: 'applied', byName: '周科长', actions: ['undo'] });
    const undone = await hall.call<HouseRoomView>('POST', `/staff/house/department/plans/${plans[0]!.id}/undo`, { ...head, body: { reason: '改早了' } });
    expect(undone.body.items.map(({ label }) => label)).toContain('待遇核定科');
    expect((await hall.call('POST', `/staff/house/department/plans/${plans[0]!.id}/undo`, { ...head, body: { reason: '再来' } })).body).toMatchObject({ code: 'HOUSE_UNDO_LATE' });
    expect(Number((await hall.dataSource.query("SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'house.change-department'"))[0].n)).toBe(3);
  });

  test('nobody overwrites what they have not seen', async () => {
    await change('department', [department('基金科')]);
    const seen = await changed('department', '基金科', { phone: '0710-1111111' });
    expect((await change('department', [await changed('department', '基金科', { phone: '0710-2222222' })])).status).toBe(200);
    expect((await change('department', [seen])).body).toMatchObject({ code: 'STALE_VERSION' });
    expect((await change('department', [await changed('department', '基金科', {})])).body).toMatchObject({ code: 'HOUSE_NOTHING_CHANGES' });
  });

  test('a department closes only when nobody and nothing is in it, and is offered to nobody afterwards', async () => {
    await change('department', [department('档案科')]);
    const { id } = await named('department', '档案科');
    const clerk = await hall.staff(['clerk'], '李芳');
    await hall.work((work) => work.execute('UPDATE staff SET department_id = ? WHERE id = ?', [id, clerk.actor.id]));
    const refused = await change<Refused>('department', [await changed('department', '档案科', { closed: true })]);
    expect(refused).toMatchObject({ status: 409, body: { code: 'HOUSE_OCCUPIED' } });
    expect(refused.body.fields.map(({ message }) => message)).toEqual(['李芳在这个科室']);
    await hall.work((work) => work.execute('UPDATE staff SET department_id = NULL WHERE id = ?', [clerk.actor.id]));
    expect((await change('department', [await changed('department', '档案科', { closed: true })])).status).toBe(200);
    expect((await hall.app.get(Halls).departments(hall.hallId)).map(({ name }) => name)).not.toContain('档案科');
    expect((await hall.app.get(Halls).departments(hall.hallId, 'all')).map(({ name }) => name)).toContain('档案科');
    // What happened there on its last day is still told by its name.
    const namedOn = async (day: string) => (await hall.app.get(Halls).roomsOn(hall.hallId, day)).departments.map(({ name }) => name);
    expect([(await namedOn(today())).includes('档案科'), (await namedOn(addDays(today(), 1))).includes('档案科')]).toEqual([true, false]);
  });

  test('a counter is given other matters from a day on, shown until then, and takes effect by itself', async () => {
    await change('window', [fresh({ label: '7号窗口', skills: ['enrolment'], position: 7, closed: false })]);
    const day = addDays(today(), 3);
    const wish = await changed('window', '7号窗口', { skills: ['enrolment', 'benefit-enquiry'] });
    expect((await change('window', [wish], day)).status).toBe(200);
    expect((await named('window', '7号窗口'))).toMatchObject({ facts: { skills: ['enrolment'] }, planned: { effectiveFrom: day, state: 'planned', actions: ['withdraw'] } });
    expect((await change('window', [await changed('window', '7号窗口', { position: 1 })])).body).toMatchObject({ code: 'HOUSE_PLAN_STANDS' });

    await hall.app.get(HousePlans).applyDue();
    expect((await named('window', '7号窗口')).facts['skills']).toEqual(['enrolment']);
    await sleep(3);
    await hall.app.get(HousePlans).applyDue();
    await hall.app.get(HousePlans).applyDue();
    expect((await named('window', '7号窗口'))).toMatchObject({ planned: null });
    expect((await named('window', '7号窗口')).facts['skills']).toHaveLength(2);
  });

  test('what is planned may be withdrawn, and what is impossible on its day says why and changes nothing', async () => {
    await change('window', [fresh({ label: '8号窗口', skills: ['enrolment'], position: 8, closed: false })]);
    const day = addDays(today(), 1);
    await change('window', [await changed('window', '8号窗口', { closed: true })], day);
    const planned = (await named('window', '8号窗口')).planned!;
    expect((await hall.call('POST', `/staff/house/window/plans/${planned.id}/withdraw`, { ...head, body: { version: planned.version } })).status).toBe(200);
    expect((await hall.call('POST', `/staff/house/window/plans/${planned.id}/withdraw`, { ...head, body: { version: planned.version + 1 } })).body).toMatchObject({ code: 'HOUSE_PLAN_OVER' });

    await change('window', [await changed('window', '8号窗口', { closed: true })], day);
    const { id } = await named('window', '8号窗口');
    expect((await hall.call('POST', `/staff/windows/${id}/open`, head)).status).toBe(200);
    await sleep(1);
    await hall.app.get(HousePlans).applyDue();
    expect((await room('window')).plans.find(({ subjectId, state }) => subjectId === id && state === 'refused')?.refusal).toContain('窗口正开着');
    expect((await named('window', '8号窗口')).facts['closed']).toBe(false);
    await hall.work((work) => work.execute("UPDATE hall_window SET state = 'closed', clerk_id = NULL WHERE id = ?", [id]));
    expect((await change('window', [await changed('window', '8号窗口', { closed: true })])).status).toBe(200);
    expect((await hall.call('POST', `/staff/windows/${id}/open`, head)).status).toBe(404);
  });

  test('the look before a change names the matter nobody would handle any more', async () => {
    const { items } = await room('window');
    const closing = items.filter(({ facts }) => facts['closed'] === false);
    const preview = await change<HousePreviewView>('window', [await changed('window', closing[0]!.label, { skills: ['enrolment'] })], undefined, 'preview');
    expect(preview.body.items[0]!.effects.some((line) => line.includes('没有窗口能办'))).toBe(true);
  });

  test('the hall’s own words and hours change at once, and wrong ones are named', async () => {
    const wish = await changed('hall', (await room('hall')).items[0]!.label, { openFrom: '08:30' });
    expect((await change('hall', [wish])).status).toBe(200);
    expect((await hall.app.get(Halls).hall(hall.hallId)).openFrom).toBe('08:30');
    const wrong = await change<Refused>('hall', [await changed('hall', (await room('hall')).items[0]!.label, { openTo: '07:00' })]);
    expect(wrong.body).toMatchObject({ code: 'HOUSE_WISH_INVALID', fields: [{ path: 'openTo' }] });
    expect((await change('hall', [wish], '2020-01-01')).body).toMatchObject({ code: 'HOUSE_DAY_INVALID' });
    expect((await hall.call('GET', '/staff/house/palace', head)).status).toBe(404);
  });

  test('the sheet that goes out comes back as no change, and each wrong row is named by its number', async () => {
    const out = await hall.call<Buffer>('GET', '/staff/house/department/list.xlsx', head);
    const back = await hall.upload<HouseImportView>('/staff/house/department/import', { name: 'a.xlsx', type: XLSX, bytes: out.body }, head);
    expect(back.body).toMatchObject({ rows: [], problems: [] });
    expect(back.body.same).toBeGreaterThan(1);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('a');
    sheet.addRows([['窗口名称', '办理事项', '排序', '状态'], ['9号窗口', '不存在的事项', '9', '使用中'], ['10号窗口', 'enrolment', '10', '使用中'], ['10号窗口', 'enrolment', '10', '使用中'], ['11号窗口', 'enrolment', '十一', '使用中']]);
    const read = await hall.upload<HouseImportView>('/staff/house/window/import', { name: 'a.xlsx', type: XLSX, bytes: Buffer.from(await book.xlsx.writeBuffer()) }, head);
    expect(read.body.problems.map(({ row }) => row)).toEqual([2, 4, 5]);
    expect(read.body.rows).toMatchObject([{ label: '10号窗口', change: { subjectId: null, after: { skills: ['enrolment'] } } }]);
    expect((await change('window', read.body.rows.map((row) => row.change))).status).toBe(200);
    expect((await named('window', '10号窗口')).facts['closed']).toBe(false);
  });
});
