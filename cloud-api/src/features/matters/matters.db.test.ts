import ExcelJS from 'exceljs';
import { WUHAN_EXAMPLE_PROFILE } from '@hall/shared/enrolment/wuhan-example.profile';
import { instantAt } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { CodeEntry, MatterVersion } from './matter.entity.ts';
import type { CodeTablesView, MatterCardList, MatterGuideView } from './matters.dto.ts';
import { MattersSeed } from './matters.seed.ts';
import type { PolicyPreviewView, PolicyProfileDetailView, PolicyProfileList, PolicyProfileView } from './policy.dto.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => { hall = await TestApp.start(database.url); });
  afterAll(() => hall.close());

  const tables = async () => (await hall.call<CodeTablesView>('GET', '/public/code-tables')).body;

  test('anybody can read what a matter needs, each material with the law that asks for it', async () => {
    const { body } = await hall.call<MatterCardList>('GET', '/public/matters');
    expect(body.items.map((card) => [card.id, card.prefill])).toEqual([['enrolment', true], ['enrolment-change', false], ['benefit-enquiry', false]]);
    for (const { id } of body.items) {
      const guide = await hall.call<MatterGuideView>('GET', `/public/matters/${id}`);
      expect(guide.body.materials.length).toBeGreaterThan(0);
      for (const material of guide.body.materials) expect(material.legalBasis).toMatch(/条例|意见|待本地填写/);
    }
    expect(await hall.call('GET', '/public/matters/fishing-licence')).toMatchObject({ status: 404, body: { code: 'MATTER_UNKNOWN' } });
  });

  test('the ethnic groups are those of the national standard, all 58 codes of them', async () => {
    const { tables: { ethnicGroup } } = await tables();
    expect(ethnicGroup).toHaveLength(58);
    expect(ethnicGroup![0]).toEqual({ code: '01', label: '汉族' });
    expect(ethnicGroup!.slice(-3)).toEqual([{ code: '56', label: '基诺族' }, { code: '97', label: '其他' }, { code: '98', label: '外国血统中国籍人士' }]);
  });

  test('starting again adds nothing and leaves what an editor has changed', async () => {
    const before = await tables();
    await hall.work((work) => work.execute("UPDATE code_entry SET active = 0 WHERE table_name = 'area' AND code <> 'migong'"));
    const changed = await tables();
    expect(changed.tables.area).toEqual([{ code: 'migong', label: '米公街道' }]);
    expect(changed.closed!.area).toContainEqual({ code: 'shipu', label: '柿铺街道' });
    expect(changed.version).not.toBe(before.version);
    const rows = [await hall.dataSource.manager.count(CodeEntry), await hall.dataSource.manager.count(MatterVersion)];
    await hall.app.get(MattersSeed).onModuleInit();
    expect([await hall.dataSource.manager.count(CodeEntry), await hall.dataSource.manager.count(MatterVersion)]).toEqual(rows);
    expect((await tables()).version).toBe(changed.version);
  });

  test('the example profile says that it is one, and the district’s own takes its place once loaded', async () => {
    const example = await hall.call<PolicyProfileView>('GET', '/public/policy-profile');
    expect(example.body).toMatchObject({ example: true, source: expect.stringContaining('武政规〔2021〕21号'), tiers: expect.arrayContaining([{ yuan: 400, subsidyYuan: 45, label: '每年 400 元，政府补贴 45 元' }]) });
    const head = await hall.staff(['head']);
    const load = (profile: object) => hall.call<PolicyProfileView>('POST', '/staff/policy-profiles', { ...head, body: { profile } });
    const own = { ...WUHAN_EXAMPLE_PROFILE, id: 'fancheng-2026', name: '樊城标准', example: false, source: '本区文件', effectiveFrom: '2026-01-01', tiers: [{ yuan: 300, subsidyYuan: 45 }] };
    expect(await load({ ...own, tiers: [{ yuan: 300 }] })).toMatchObject({ status: 422, body: { code: 'POLICY_PROFILE_INVALID', fields: [{ path: 'profile.tiers[0].subsidyYuan' }] } });
    expect(await load({ ...own, colour: 'red' })).toMatchObject({ status: 422, body: { fields: [{ path: 'profile.colour' }] } });
    expect((await load(own)).body).toMatchObject({ id: 'fancheng-2026', example: false });
    expect(await load(own)).toMatchObject({ status: 409, body: { code: 'POLICY_PROFILE_EXISTS' } });
    expect((await hall.call<PolicyProfileView>('GET', '/public/policy-profile')).body.id).toBe('fancheng-2026');
    hall.clock.set(instantAt('2027-01-01', '09:00'));
    expect(await hall.call('GET', '/public/policy-profile')).toMatchObject({ status: 404, body: { code: 'POLICY_PROFILE_MISSING' } });
    hall.clock.set(MORNING);
  });

  test('who keeps the money rules sees every version and who rules when, tries the next one, and loads it in place of the last', async () => {
    const head = await hall.staff(['head']);
    const list = async () => (await hall.call<PolicyProfileList>('GET', '/staff/policy-profiles', head)).body;
    const preview = async (profile: object) => (await hall.call<PolicyPreviewView>('POST', '/staff/policy-profiles/preview', { ...head, body: { profile } })).body;
    const [last] = (await list()).items;
    expect(last).toMatchObject({ id: 'fancheng-2026', state: 'in-force', tierCount: 1, lowestYuan: 300, highestYuan: 300, loadedByName: expect.stringMatching(/./) });
    const { content } = (await hall.call<PolicyProfileDetailView>('GET', '/staff/policy-profiles/fancheng-2026', head)).body;
    expect(await preview(content)).toMatchObject({ loadable: false, problems: [{ path: 'id', code: 'POLICY_PROFILE_EXISTS' }] });
    const next = { ...content, id: 'fancheng-2026b', name: '樊城标准（更正）', effectiveTo: null, tiers: [{ yuan: 500, subsidyYuan: 60 }, { yuan: 400, subsidyYuan: 45 }] };
    expect((await preview({ ...next, tiers: [{ yuan: 1.5, subsidyYuan: 0 }, { yuan: 400, subsidyYuan: -1 }] })).problems.map(({ path }) => path)).toEqual(['tiers[0].yuan', 'tiers[1].subsidyYuan']);
    const tried = await preview(next);
    expect(tried).toMatchObject({ loadable: true, problems: [], timeline: [{ profileId: 'fancheng-2026b', to: null }] });
    expect(tried.advice.map(({ code }) => code)).toEqual(['POLICY_STARTS_IN_PAST', 'POLICY_TAKES_PLACE', 'POLICY_TIER_DROPPED']);
    expect((await list()).items[0]!.id).toBe('fancheng-2026');
    hall.clock.advance(1_000);
    expect((await hall.call('POST', '/staff/policy-profiles', { ...head, body: { profile: next } })).status).toBe(200);
    expect((await list()).items.map(({ id, state }) => [id, state])).toEqual([['fancheng-2026b', 'in-force'], ['fancheng-2026', 'superseded'], ['example-wuhan-2021', 'superseded']]);
    expect((await hall.call<PolicyProfileView>('GET', '/public/policy-profile')).body.tiers.map(({ yuan }) => yuan)).toEqual([400, 500]);
    const sheet = await hall.app.inject({ method: 'GET', url: '/api/staff/policy-profiles/fancheng-2026b/list.xlsx', headers: { authorization: `Bearer ${head.token}` } });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(sheet.rawPayload).buffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['基本情况', '缴费档次', '特殊群体', '高龄加发']);
    expect([book.worksheets[0]!.getCell('B4').value, book.worksheets[1]!.getCell('A4').value]).toEqual(['fancheng-2026b', 400]);
    expect(await hall.call('GET', '/staff/policy-profiles/nowhere', head)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await hall.call('GET', '/staff/policy-profiles', await hall.staff(['clerk']))).status).toBe(403);
  });
});
