import { addDays, dayOf } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { CaseStory, person } from '../enrolment/testing/case.builder.ts';
import type { HouseImportView, HousePreviewView, HouseRoomView } from '../hall/house.dto.ts';
import { Halls } from '../hall/halls.ts';
import type { CodeTableCardList } from './code-rooms.dto.ts';
import type { CodeTablesView } from './matters.dto.ts';
import { Matters } from './matters.ts';

jest.setTimeout(60_000);

type Refused = { code: string; fields: { path: string; message: string }[] };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

onEveryDatabase((database) => {
  let hall: TestApp;
  let editor: { token: string };
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    editor = await hall.staff(['editor'], '林编辑');
  });
  afterAll(() => hall.close());

  const today = () => dayOf(hall.clock.now());
  const room = async (table: string) => (await hall.call<HouseRoomView>('GET', `/staff/code-tables/${table}`, editor)).body;
  const entry = async (table: string, code: string) => (await room(table)).items.find(({ facts }) => facts['code'] === code);
  const ask = async <T = HouseRoomView>(table: string, code: string, more: object, { step = 'changes', from = today() } = {}) => {
    const standing = await entry(table, code);
    const change = { subjectId: standing?.id ?? null, stamp: standing?.stamp ?? null, after: { ...(standing?.facts ?? { code, label: code, position: 99, closed: false }), ...more } };
    return hall.call<T & Refused>('POST', `/staff/code-tables/${table}/${step}`, { ...editor, body: { effectiveFrom: from, reason: '区划调整', changes: [change] } });
  };
  const offered = async (table: string) => (await hall.call<CodeTablesView>('GET', '/public/code-tables')).body.tables[table]!.map(({ code }) => code);

  test('a new village is offered at once, and read by its name', async () => {
    expect((await hall.call<CodeTableCardList>('GET', '/staff/code-tables', editor)).body.items.map(({ table }) => table)).toEqual(['area', 'bank', 'specialGroup', 'householdType', 'relation', 'otherPension']);
    expect((await ask('area', 'yuliangzhou', { label: '鱼梁洲' })).status).toBe(200);
    expect(await offered('area')).toContain('yuliangzhou');
    expect((await ask('area', 'yuliangzhou', { code: 'other-code' })).body.fields).toMatchObject([{ path: 'code', message: expect.stringContaining('代码定了就不能改') }]);
  });

  test('a code is closed from a day on, is offered until then, and keeps its name for whoever chose it', async () => {
    const look = await ask<HousePreviewView>('area', 'shipu', { closed: true }, { step: 'preview' });
    expect(look.body.items[0]).toMatchObject({ lines: ['状态：使用中 → 停用'], effects: [expect.stringContaining('照旧有效、照旧显示')] });
    const day = addDays(today(), 1);
    expect((await ask('area', 'shipu', { closed: true }, { from: day })).status).toBe(200);
    expect(await offered('area')).toContain('shipu');
    hall.clock.advance(24 * 60 * 60_000);
    editor = await hall.staff(['editor'], '林编辑');
    await hall.app.get(Halls).plans.applyDue();
    expect(await offered('area')).not.toContain('shipu');
    expect(await hall.app.get(Matters).label('area', 'shipu')).toBe('柿铺街道');
    const { plans } = await room('area');
    await hall.call('POST', `/staff/code-tables/area/plans/${plans.find(({ lines }) => lines.includes('状态：使用中 → 停用'))!.id}/undo`, { ...editor, body: { reason: '又恢复了' } });
    expect(await offered('area')).toContain('shipu');
  });

  test('a case handed in before its village was closed is read by its name and goes on to the end; nobody chooses it in a new one', async () => {
    const begun = async (name: string, first17: string) => CaseStory.begin(hall, await hall.resident(person(name, first17)));
    const [before, after] = [await begun('钱一', '42060619900501101'), await begun('钱二', '42060619900501102')];
    await before.handIn(person('钱一', '42060619900501101'));
    expect((await ask('area', 'migong', { closed: true })).status).toBe(200);
    const { tables, closed } = (await hall.call<CodeTablesView>('GET', '/public/code-tables')).body;
    expect(tables['area']!.map(({ code }) => code)).not.toContain('migong');
    expect(closed!['area']).toContainEqual(expect.objectContaining({ code: 'migong', label: expect.stringContaining('米公') }));
    const clerk = await hall.staff(['clerk']);
    await before.review(clerk);
    expect(await before.seenBy(clerk)).toMatchObject({ state: 'ready', answers: { householdArea: 'migong' } });
    expect((await before.handle(clerk)).body).toMatchObject({ state: 'handled' });
    await expect(after.handIn(person('钱二', '42060619900501102'))).rejects.toThrow('householdArea');
    await ask('area', 'migong', { closed: false });
  });

  test('what the form or the money rules need stays, a national table is not edited, and rights are asked for', async () => {
    expect((await ask('specialGroup', 'none', { closed: true })).body).toMatchObject({ code: 'HOUSE_WISH_INVALID' });
    expect((await ask('specialGroup', 'subsistence', { closed: true })).body.fields).toMatchObject([{ path: 'closed', message: expect.stringContaining('缴费标准') }]);
    expect(await hall.call('GET', '/staff/code-tables/ethnicGroup', editor)).toMatchObject({ status: 409, body: { code: 'CODE_TABLE_FIXED' } });
    expect(await hall.call('GET', '/staff/code-tables/shoes', editor)).toMatchObject({ status: 404, body: { code: 'CODE_TABLE_UNKNOWN' } });
    expect((await hall.call('GET', '/staff/code-tables/bank', await hall.staff(['clerk']))).status).toBe(403);
  });

  test('the sheet comes back as no change; new rows, changes and mistakes are told apart by row, and nothing is saved by looking', async () => {
    const { default: ExcelJS } = await import('exceljs');
    const read = async (bytes: Buffer) => (await hall.upload<HouseImportView>('/staff/code-tables/bank/import', { name: 'a.xlsx', type: XLSX, bytes }, editor)).body;
    const out = await hall.app.inject({ url: '/api/staff/code-tables/bank/list.xlsx', headers: { authorization: `Bearer ${editor.token}` } });
    expect(await read(out.rawPayload)).toEqual({ rows: [], same: 10, problems: [] });
    const book = new ExcelJS.Workbook();
    book.addWorksheet('a').addRows([['代码', '名称', '排序', '状态'], ['102', '工商银行', 0, '使用中'], ['hubei', '湖北银行', 11, '使用中'], ['工行', '工行', 1, '使用中'], ['103', '中国银行', 1, '使用中'], ['hubei', '湖北银行', 12, '使用中'], ['104', '中国银行', 2, '关了']]);
    const view = await read(Buffer.from(await book.xlsx.writeBuffer()));
    expect(view.rows.map(({ row, lines }) => [row, lines[0]])).toEqual([[2, '名称：中国工商银行 → 工商银行'], [3, '代码：hubei']]);
    expect(view.problems.map(({ row }) => row)).toEqual([4, 5, 6, 7]);
    expect(await offered('bank')).not.toContain('hubei');
    await hall.call('POST', '/staff/code-tables/bank/changes', { ...editor, body: { effectiveFrom: today(), reason: '银行更名', changes: view.rows.map(({ change }) => change) } });
    expect(await offered('bank')).toContain('hubei');
  });
});
