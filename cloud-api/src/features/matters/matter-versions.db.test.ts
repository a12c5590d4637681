import ExcelJS from 'exceljs';
import { ENROLMENT_MATERIALS } from '@hall/shared/enrolment/materials.rules';
import { instantAt } from '@hall/shared/kernel/day';
import { Sessions } from '../../platform/auth/sessions.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { MatterDraftView, MatterPreviewView, MatterRoomList, MatterRoomView, MatterSheetView } from './matter-rooms.dto.ts';
import { MatterDraft } from './matter.entity.ts';
import type { MatterCardList, MatterGuideView } from './matters.dto.ts';
import { MattersSeed } from './matters.seed.ts';
import { Matters } from './matters.ts';

jest.setTimeout(60_000);
const TOMORROW = '2026-11-24';
type Refused = { code?: string; fields?: { path: string; message: string }[] };

onEveryDatabase((database) => {
  let hall: TestApp;
  let editor: { token: string; actor: { id: string } };
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    editor = await hall.staff(['editor'], '林静');
  });
  beforeEach(() => on('2026-11-23'));
  afterEach(async () => {
    await hall.work(async (work) => {
      await work.execute('DELETE FROM matter_draft');
      await work.execute('DELETE FROM application');
      await work.execute("DELETE FROM matter_version WHERE version_number > 1 OR published_by IS NOT NULL");
    });
  });
  afterAll(() => hall.close());

  const on = async (day: string) => {
    hall.clock.set(day === '2026-11-23' ? MORNING : instantAt(day, '09:00'));
    editor.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', editor.actor.id)).token);
  };
  const ask = async <T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => hall.call<T & Refused>(method, `/staff/matters${path}`, { token: editor.token, ...(body ? { body } : {}) });
  const guide = async (id: string) => (await hall.call<MatterGuideView>('GET', `/public/matters/${id}`)).body;
  const open = async (id: string, restores: number | null = null) => (await ask<MatterRoomView>('POST', `/${id}/draft`, { restores })).body.draft!;
  const save = async (id: string, draft: MatterDraftView, change: object) => (await ask<MatterRoomView>('PUT', `/${id}/draft`, { version: draft.version, position: draft.position, content: { ...draft.content, ...change } })).body.draft!;
  const publish = (id: string, { version }: MatterDraftView, effectiveFrom = TOMORROW) => ask<MatterRoomView>('POST', `/${id}/draft/publish`, { version, effectiveFrom, reason: '按局里的安排' });
  const changed = async (id: string, change: object, effectiveFrom = TOMORROW) => publish(id, await save(id, await open(id), change), effectiveFrom);

  test('a version is drafted from the one that stands, looked at, published from tomorrow, and holds from its day; a case keeps the version it began with', async () => {
    const { token } = await hall.resident({ name: '李桂芳', citizenId: '420606195003150023' });
    const begun = (await hall.call<{ id: string }>('POST', '/resident/applications', { token, key: newId(), body: { matterId: 'enrolment' } })).body;
    const materials = [...ENROLMENT_MATERIALS.slice(0, 2), { ...ENROLMENT_MATERIALS[3]!, dataShared: true }];
    const draft = await save('enrolment', await open('enrolment'), { materials, minutesReady: 6 });
    expect(draft.problems).toEqual([]);
    expect(await ask('POST', '/enrolment/draft', { restores: null })).toMatchObject({ status: 409, body: { code: 'MATTER_DRAFT_STANDS' } });
    // Of several who begin at once one has the draft.
    expect((await Promise.all([1, 2, 3].map(() => ask('POST', '/benefit-enquiry/draft', { restores: null })))).map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const look = (await ask<MatterPreviewView>('POST', '/enrolment/draft/preview', { version: draft.version, effectiveFrom: TOMORROW })).body;
    expect(look.difference).toEqual(['材料齐时的分钟数：5 → 6', '不再有材料“特殊参保群体证明”', '材料“代办委托书”：数据共享免交：否 → 是']);
    expect(look.effects).toEqual(expect.arrayContaining([expect.stringContaining('正在办的 1 件按各自开始时的版本办完'), expect.stringContaining('还没有窗口')]));
    expect(await publish('enrolment', draft, '2026-11-23')).toMatchObject({ status: 422, body: { code: 'MATTER_DAY_INVALID', fields: [{ path: 'effectiveFrom' }] } });
    const room = (await publish('enrolment', draft)).body;
    expect(room.draft).toBeNull();
    expect(room.versions.map(({ versionNumber, stand, publishedByName, actions }) => [versionNumber, stand, publishedByName, actions])).toEqual([[2, 'upcoming', '林静', ['withdraw']], [1, 'in-force', null, []]]);
    expect((await guide('enrolment')).version).toBe(1);
    await on(TOMORROW);
    expect(await guide('enrolment')).toMatchObject({ version: 2, minutesReady: 6, questions: [{ text: '替家人办理吗？' }], materials: [{ code: 'citizen-id-card' }, { code: 'household-register' }, { code: 'entrustment', dataShared: true }] });
    const [row] = await hall.dataSource.query<{ matter_version: number }[]>('SELECT matter_version FROM application WHERE id = ?', [begun.id]);
    expect(Number(row!.matter_version)).toBe(1);
    expect((await hall.app.get(Matters).version('enrolment', 1)).materials).toHaveLength(4);
  });

  test('a version not begun is taken back; one that began is undone by a version that restores the former', async () => {
    await changed('enrolment-change', { summary: '改成别的了。' });
    await changed('enrolment-change', { summary: '十二月的说法。' }, '2026-12-01');
    expect(await changed('enrolment-change', { summary: '再来一次。' }, '2026-12-01')).toMatchObject({ status: 422, body: { fields: [{ message: expect.stringContaining('已经有第 3 版') }] } });
    expect((await ask<MatterRoomView>('POST', '/enrolment-change/versions/3/withdraw', { reason: '写错了' })).body.versions[0]).toMatchObject({ versionNumber: 3, stand: 'withdrawn', withdrawal: '写错了', actions: ['restore'] });
    await on('2026-12-02');
    expect((await guide('enrolment-change')).summary).toBe('改成别的了。');
    expect(await ask('POST', '/enrolment-change/versions/2/withdraw', { reason: '写错了' })).toMatchObject({ status: 409, body: { code: 'MATTER_VERSION_BEGUN' } });
    await hall.work((work) => work.execute('DELETE FROM matter_draft'));
    expect(await publish('enrolment-change', await open('enrolment-change', 1), '2026-12-03')).toMatchObject({ status: 200, body: { versions: [{ versionNumber: 4, restores: 1, difference: [expect.stringContaining('简介：')] }, {}, {}, {}] } });
    await on('2026-12-03');
    expect(await guide('enrolment-change')).toMatchObject({ version: 4, summary: expect.stringContaining('到窗口更改') });
  });

  test('half a draft is kept and not published; nobody overwrites what they have not seen; nothing new is no version', async () => {
    const first = await open('benefit-enquiry');
    expect(await publish('benefit-enquiry', first)).toMatchObject({ status: 409, body: { code: 'MATTER_SAME' } });
    const half = await save('benefit-enquiry', first, { steps: [], materials: [{ label: '户口簿' }] });
    expect(half.problems.map(({ path }) => path)).toEqual(['steps', 'materials.0.code', 'materials.0.form']);
    expect(await publish('benefit-enquiry', half)).toMatchObject({ status: 422, body: { code: 'MATTER_INVALID', fields: [{ path: 'steps' }, {}, {}] } });
    expect(await ask('PUT', '/benefit-enquiry/draft', { version: first.version, position: 2, content: {} })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect((await ask<MatterRoomList>('POST', '/benefit-enquiry/draft/drop', { version: half.version })).body.items.find(({ id }) => id === 'benefit-enquiry')).toMatchObject({ draftNote: null, versionNumber: 1 });
  });

  test('a matter written from scratch is on the phone, at the windows and among the duties from its day, and gone when it is ended', async () => {
    const { body: { id } } = await hall.call<MatterRoomView>('POST', '/staff/matters', { token: editor.token, key: newId(), body: { name: '待遇资格认证' } });
    const questions = [{ code: 'how', text: '怎么认证？', options: [{ code: 'here', label: '本人到厅' }, { code: 'home', label: '上门' }] }];
    const base = { ...ENROLMENT_MATERIALS[0]!, legalBasis: '' };
    const draft = await save(id, (await ask<MatterRoomView>('GET', `/${id}`)).body.draft!, {
      summary: '每年认证一次，确认继续领取。', steps: ['带身份证来窗口'], statutory: { amount: 20, unit: 'working-days' }, questions,
      materials: [base, { ...base, code: 'letter', label: '上门申请', condition: { kind: 'question', question: 'how', op: 'is', option: 'home' }, when: '要上门时' }],
    });
    expect(draft.problems).toEqual([]);
    expect((await publish(id, draft)).status).toBe(200);
    expect((await hall.call('GET', `/public/matters/${id}`)).status).toBe(404);
    // A counter may be given it before, so that somebody is there on the day.
    const { token } = await hall.staff(['head']);
    const counter = { effectiveFrom: '2026-11-23', reason: '新事项', changes: [{ subjectId: null, stamp: null, after: { label: '8号窗口', skills: [id], position: 8, closed: false } }] };
    expect((await hall.call('POST', '/staff/house/window/changes', { token, key: newId(), body: counter })).status).toBe(200);
    await on(TOMORROW);
    expect((await hall.call<MatterCardList>('GET', '/public/matters')).body.items.at(-1)).toMatchObject({ id, statutoryLimit: '20 个工作日', promisedLimit: '待本地填写' });
    expect(await guide(id)).toMatchObject({ questions, materials: [{ asked: null, legalBasis: '待本地填写' }, { asked: { question: 'how', options: ['home'] } }] });
    const clerk = await hall.staff(['clerk']);
    expect((await hall.call('POST', '/staff/tickets', { token: clerk.token, key: newId(), body: { cls: 'walkin', matterIds: [id], name: '李桂芳', citizenId: '420606195003150023' } })).status).toBe(200);
    const duties = JSON.stringify((await hall.call('GET', '/public/lights/departments')).body);
    expect(duties).toContain('待遇资格认证');
    const [card] = (await ask<MatterRoomList>('GET', '')).body.items.filter((each) => each.id === id);
    expect(card).toMatchObject({ windows: ['8号窗口'], gaps: ['法定时限的依据未填', '承诺时限未填', expect.stringContaining('设定依据未填')] });
    await publish(id, await save(id, await open(id), { offered: false }), '2026-11-25');
    await on('2026-11-25');
    expect((await hall.call('GET', `/public/matters/${id}`)).body).toMatchObject({ code: 'MATTER_UNKNOWN' });
    expect((await hall.app.get(Matters).names()).get(id)).toBe('待遇资格认证');
  });

  test('the checklist goes out as a sheet and comes back: the same changes nothing, wrong rows are named, what is new is told', async () => {
    await open('enrolment');
    const file = async () => (await hall.app.inject({ method: 'GET', url: '/api/staff/matters/enrolment/materials/list.xlsx', headers: { authorization: `Bearer ${editor.token}` } })).rawPayload;
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await file()).buffer);
    const send = async () => (await hall.upload<MatterSheetView & Refused>('/staff/matters/enrolment/materials/import', { name: 'a.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(await book.xlsx.writeBuffer()) }, { token: editor.token })).body;
    expect(await send()).toMatchObject({ problems: [], gone: [], rows: [{ state: 'same', material: ENROLMENT_MATERIALS[0] }, { state: 'same' }, { state: 'same', material: { condition: ENROLMENT_MATERIALS[2]!.condition } }, { state: 'same' }] });
    const sheet = book.worksheets[0]!;
    sheet.getCell('J4').value = 4;
    sheet.getCell('F5').value = '也许';
    sheet.getCell('L6').value = '下雨时';
    sheet.getRow(8).values = ['', '银行卡', '原件', '', '', '是', '', '', 1, 2, '', '', ''];
    const read = await send();
    expect(read.problems.map(({ row, message }) => [row, message])).toEqual([[5, expect.stringContaining('“容缺受理”请写“是”或“否”')], [6, expect.stringContaining('没有读懂')]]);
    expect(read.rows).toMatchObject([{ label: '参保人身份证', state: 'changed', lines: ['材料“参保人身份证”：最多张数：2 → 4'] }, { state: 'same' }, { label: '银行卡', state: 'new', material: { code: 'material-1', deferrable: true, legalBasis: '待本地填写' } }]);
    expect((await ask<MatterRoomView>('GET', '/enrolment')).body.draft!.version).toBe(1);
  });

  test('a hall that has the old wording finds the two sides of the card as a draft, once, beside what it has written itself', async () => {
    const old = (await hall.app.get(Matters).version('enrolment', 1)).materials.map(({ minPictures: _, pages: __, dataShared: ___, ...rest }) => rest);
    const stored = (await hall.dataSource.query<{ content: string }[]>("SELECT content FROM matter_version WHERE matter_id = 'enrolment' AND version_number = 1"))[0]!.content;
    await hall.work((work) => work.execute("UPDATE matter_version SET content = ? WHERE matter_id = 'enrolment' AND version_number = 1", [JSON.stringify({ ...(JSON.parse(stored) as object), summary: '我们自己的话。', materials: old })]));
    const seed = hall.app.get(MattersSeed);
    await seed.onModuleInit();
    const room = (await ask<MatterRoomView>('GET', '/enrolment')).body;
    expect(room.draft).toMatchObject({ note: expect.stringContaining('身份证要拍两面'), changedByName: null, problems: [], content: { summary: '我们自己的话。', materials: [{ minPictures: 2, pages: ['人像面', '国徽面'] }, { minPictures: 2 }, { minPictures: 1 }, { minPictures: 1 }] } });
    expect((await guide('enrolment')).version).toBe(1);
    await ask('POST', '/enrolment/draft/drop', { version: room.draft!.version });
    await seed.onModuleInit();
    expect(await hall.dataSource.manager.countBy(MatterDraft, { matterId: 'enrolment' })).toBe(1);
    await hall.work((work) => work.execute("UPDATE matter_version SET content = ? WHERE matter_id = 'enrolment' AND version_number = 1", [stored]));
  });
});
