import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { Sessions } from '../../platform/auth/sessions.ts';
import { instantAt } from '@hall/shared/kernel/day';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import type { GuideCardList, GuideEntryView, GuideVersionList, GuideVersionView } from './guide.dto.ts';
import type { StaffEnquiryView } from './enquiry-staff.dto.ts';
import { GuideVersion } from './guide.entity.ts';
import { GuideShelf } from './guide-shelf.ts';
import { ANSWER, EnquiryHall, type Refused, type StaffMember } from './testing/enquiry-hall.ts';

jest.setTimeout(90_000);
const TODAY = '2026-11-23';
const WORDS = { topic: 'card', question: '社保卡丢了怎么补办？', answer: '带身份证到 5 号窗口，当场补办。' };

onEveryDatabase((database) => {
  let hall: TestApp;
  let counter: EnquiryHall;
  let [clerk, head, editor]: StaffMember[] = [];
  let resident: Awaited<ReturnType<TestApp['resident']>>;

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    counter = new EnquiryHall(hall);
    [clerk, head, editor] = [await hall.staff(['clerk']), await hall.staff(['head'], '周建平'), await hall.staff(['editor'], '何志刚')];
    resident = await hall.resident({ name: '欧阳若兰', citizenId: '420606195003150023' });
  });
  beforeEach(() => hall.clock.set(MORNING));
  afterEach(async () => {
    for (const table of ['guide_version', 'enquiry_review', 'enquiry_step', 'enquiry', 'deadline']) await hall.work((work) => work.execute(`DELETE FROM ${table}`));
    hall.app.get(GuideShelf).forget();
  });
  afterAll(() => hall.close());

  const search = async (q = '') => (await hall.call<GuideCardList>('GET', `/public/guide?q=${encodeURIComponent(q)}`)).body.items;
  const write = (who: StaffMember, more: object = {}) => hall.call<GuideVersionView & Refused>('POST', '/staff/guide-versions', { token: who.token, key: newId(), body: { ...WORDS, entryId: null, ...more } });
  const move = (who: StaffMember, { id, version }: GuideVersionView, path: string, body: object = {}) => hall.call<GuideVersionView & Refused>('POST', `/staff/guide-versions/${id}/${path}`, { token: who.token, body: { version, ...body } });
  const published = async (more: object = {}, effectiveFrom = TODAY) => (await move(head!, (await write(editor!, more)).body, 'approve', { effectiveFrom })).body;
  /** Answered by the clerk at the desk, for somebody. */
  const answered = async (text: string, name: string | null = null) => {
    const { body } = await hall.call<{ id: string }>('POST', '/staff/enquiries', { token: clerk!.token, key: newId(), body: { way: 'desk', askerName: name, askerPhone: null, text, answer: ANSWER } });
    return body.id;
  };
  const propose = (id: string, body: object) => hall.call<StaffEnquiryView & Refused>('POST', `/staff/enquiries/${id}/guide-entry`, { token: clerk!.token, body });
  const on = async (day: string) => {
    hall.clock.set(instantAt(day, '09:00'));
    for (const who of [head!, editor!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };

  test('an answer becomes an entry: redacted, proposed by whoever answered, let in by an editor, found by everybody', async () => {
    const id = await answered('我身份证是 420606195003150023，社保卡丢了怎么补办？');
    const { guide } = (await counter.seen(clerk!, id)).body;
    expect(guide).toMatchObject({ mayPropose: true, question: '我身份证是 ［已隐去］，社保卡丢了怎么补办？', answer: ANSWER });
    expect((await propose(id, { ...WORDS, answer: guide.answer })).body.guide).toMatchObject({ state: 'proposed', mayPropose: false });
    expect(await search('社保卡')).toEqual([]);
    const [waiting] = (await hall.call<GuideVersionList>('GET', '/staff/guide-versions', { token: editor!.token })).body.items;
    expect(waiting).toMatchObject({ state: 'proposed', writtenBy: '王晓梅', enquiryId: id, actions: ['approve', 'return', 'revise', 'drop'] });
    expect((await move(editor!, waiting!, 'approve', { effectiveFrom: TODAY })).body).toMatchObject({ state: 'published', stand: 'in-force' });
    const [found] = await search('补办');
    const entry = (await hall.call<GuideEntryView>('GET', `/public/guide/${found!.id}`)).body;
    expect(entry).toMatchObject({ question: WORDS.question, answer: ANSWER, versionNumber: 1, earlier: [] });
    expect(JSON.stringify(entry)).not.toContain(id);
  });

  test('nothing that names the asker goes before an editor, their own name included', async () => {
    const id = await answered('社保卡丢了怎么补办？', '李桂芳');
    for (const answer of ['李桂芳您好，带身份证来就行。', '请打 13812345678 找小王。']) {
      expect(await propose(id, { ...WORDS, answer })).toMatchObject({ status: 422, body: { code: 'GUIDE_INVALID', fields: [{ path: 'answer' }] } });
    }
    expect((await propose(id, { ...WORDS, answer: '请打 0710-0000000 问一问。' })).status).toBe(200);
  });

  test('what was not answered cannot be proposed, and what waits is not proposed twice', async () => {
    const { body } = await hall.call<{ id: string }>('POST', '/staff/enquiries', { token: clerk!.token, key: newId(), body: { way: 'desk', askerName: null, askerPhone: null, text: '社保卡丢了怎么办？', answer: null } });
    expect(await propose(body.id, WORDS)).toMatchObject({ status: 409, body: { code: 'GUIDE_NOT_ANSWERED' } });
    const id = await answered('社保卡丢了怎么办？');
    await propose(id, WORDS);
    expect(await propose(id, WORDS)).toMatchObject({ status: 409, body: { code: 'GUIDE_VERSION_WAITING' } });
    const [waiting] = (await hall.call<GuideVersionList>('GET', '/staff/guide-versions', { token: editor!.token })).body.items;
    await move(editor!, waiting!, 'return', { reason: '请写清楚几号窗口' });
    expect((await counter.seen(clerk!, id)).body.guide).toMatchObject({ state: 'returned', returnReason: '请写清楚几号窗口', mayPropose: true });
    expect((await propose(id, { ...WORDS, answer: '带身份证到 5 号窗口。' })).body.guide).toMatchObject({ state: 'proposed', returnReason: null });
  });

  test('two people look: nobody lets in their own words, and a clerk is no editor', async () => {
    const own = (await write(editor!)).body;
    expect(own.actions).toEqual(['return', 'revise', 'drop']);
    expect(await move(editor!, own, 'approve', { effectiveFrom: TODAY })).toMatchObject({ status: 403, body: { code: 'GUIDE_OWN_WORDS' } });
    expect((await move(clerk!, own, 'approve', { effectiveFrom: TODAY })).status).toBe(403);
    // Whoever rewrites it has written it.
    const revised = (await hall.call<GuideVersionView>('PUT', `/staff/guide-versions/${own.id}`, { token: head!.token, body: { ...WORDS, answer: '带身份证到 6 号窗口。', version: own.version } })).body;
    expect((await move(head!, revised, 'approve', { effectiveFrom: TODAY })).status).toBe(403);
    expect((await move(editor!, revised, 'approve', { effectiveFrom: TODAY })).status).toBe(200);
  });

  test('a leaflet and whom else to call are published like any entry, found by their words, and stand among the contacts until they are ended', async () => {
    const leaflet = await published({ kind: 'leaflet', topic: 'enrolment', question: '居民养老保险明白纸', answer: '年满十六周岁可以参加。', source: '国发〔2014〕8号' });
    expect(leaflet).toMatchObject({ kind: 'leaflet', kindLabel: '政策明白纸', source: '国发〔2014〕8号' });
    const contact = await published({ kind: 'contact', topic: 'other', question: '税务缴费热线', answer: '问缴费扣款。', phone: '12366' });
    expect((await search('8号')).map(({ kind, question }) => [kind, question])).toEqual([['leaflet', '居民养老保险明白纸']]);
    expect((await hall.call<GuideEntryView>('GET', `/public/guide/${leaflet.entryId}`)).body).toMatchObject({ kind: 'leaflet', source: '国发〔2014〕8号', phone: null });
    const others = async () => (await hall.call<{ others: object[] }>('GET', '/public/contacts')).body.others;
    expect(await others()).toEqual([{ id: contact.entryId, name: '税务缴费热线', phone: '12366', note: '问缴费扣款。' }]);
    // A next version is of the same kind, whatever is asked for.
    expect(await write(editor!, { entryId: contact.entryId, kind: 'question', phone: '' })).toMatchObject({ status: 422, body: { fields: [{ path: 'phone' }] } });
    expect((await move(head!, contact, 'end', { effectiveTo: TODAY })).body.effectiveTo).toBe(TODAY);
    await on('2026-11-24');
    expect(await others()).toEqual([]);
  });

  test('a next version begins on its day; until then the old one stands, and both can be read afterwards', async () => {
    const first = await published();
    const second = await published({ entryId: first.entryId, answer: '手机上就能补办，也可以到 5 号窗口。' }, '2026-11-26');
    expect(second.versionNumber).toBe(2);
    expect((await search('补办')).map(({ excerpt }) => excerpt)).toEqual([WORDS.answer]);
    await on('2026-11-25');
    expect((await hall.call<GuideEntryView>('GET', `/public/guide/${first.entryId}`)).body).toMatchObject({ versionNumber: 1, effectiveTo: '2026-11-25' });
    await on('2026-11-26');
    expect((await hall.call<GuideEntryView>('GET', `/public/guide/${first.entryId}`)).body).toMatchObject({ versionNumber: 2, answer: '手机上就能补办，也可以到 5 号窗口。', earlier: [{ versionNumber: 1, effectiveFrom: TODAY, effectiveTo: '2026-11-25' }] });
  });

  test('a version begins neither in the past nor before the one it follows, and two next versions do not wait side by side', async () => {
    const first = await published({}, '2026-11-24');
    const next = (await write(editor!, { entryId: first.entryId })).body;
    expect(await write(editor!, { entryId: first.entryId })).toMatchObject({ status: 409, body: { code: 'GUIDE_VERSION_WAITING' } });
    for (const effectiveFrom of ['2026-11-22', '2026-11-24']) expect(await move(head!, next, 'approve', { effectiveFrom })).toMatchObject({ status: 422, body: { fields: [{ path: 'effectiveFrom' }] } });
    expect((await move(head!, next, 'drop')).body.state).toBe('dropped');
    expect((await write(editor!, { entryId: first.entryId })).body.versionNumber).toBe(3);
    expect(await write(editor!, { entryId: newId() })).toMatchObject({ status: 404 });
  });

  test('an entry that is ended is gone from the next day on', async () => {
    const entry = await published();
    expect((await move(head!, entry, 'end', { effectiveTo: TODAY })).body).toMatchObject({ effectiveTo: TODAY, stand: 'in-force' });
    expect(await search('补办')).toHaveLength(1);
    await on('2026-11-24');
    expect(await search('补办')).toEqual([]);
    expect((await hall.call('GET', `/public/guide/${entry.entryId}`)).status).toBe(404);
  });

  test('somebody who writes a question is shown what answers it already', async () => {
    const entry = await published();
    await published({ topic: 'benefit', question: '退休以后养老金几号到账？', answer: '每月 15 日前。' });
    const matches = async (text: string) => (await hall.call<GuideCardList>('POST', '/public/guide/matches', { body: { text } })).body.items.map(({ id }) => id);
    expect(await matches('我的社保卡昨天丢了，请问怎么补？')).toEqual([entry.entryId]);
    expect(await matches('大厅几点开门')).toEqual([]);
    expect((await search()).map(({ topic }) => topic).sort()).toEqual(['benefit', 'card']);
    expect((await hall.call<GuideCardList>('GET', '/public/guide?topic=card')).body.items).toHaveLength(1);
  });

  test('three thousand entries are searched within a blink', async () => {
    await hall.work(async (work) => {
      for (let lot = 0; lot < 30; lot += 1) {
        await work.manager.insert(GuideVersion, Array.from({ length: 100 }, (_, index) => ({
          id: newId(), hallId: hall.hallId, entryId: newId(), versionNumber: 1, state: 'published' as const, topic: 'other' as const, question: `第 ${lot * 100 + index} 个问题：参保登记在哪个窗口办？`, answer: '请到一楼大厅取号，按叫号到窗口办理。'.repeat(6),
          effectiveFrom: TODAY, effectiveTo: null, enquiryId: null, writtenBy: clerk!.actor.id, writtenAt: work.now, decidedBy: null, decidedAt: null, returnReason: null, version: 1,
        })));
      }
    });
    hall.app.get(GuideShelf).forget();
    await search('第 2999 个问题');
    const took: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const begun = process.hrtime.bigint();
      expect((await search('第 2999 个问题'))[0]!.question).toContain('2999');
      await hall.call('POST', '/public/guide/matches', { body: { text: '请问参保登记要到哪个窗口？' } });
      took.push(Number(process.hrtime.bigint() - begun) / 1e6);
    }
    expect(Math.min(...took)).toBeLessThan(250);
  });

  test('the resident is not told apart by what they ask of the guide: nothing of it is written', async () => {
    const before = await hall.dataSource.query('SELECT COUNT(*) AS rows_there FROM audit_entry');
    await hall.call('POST', '/public/guide/matches', { token: resident.token, body: { text: '我叫欧阳若兰，社保卡丢了' } });
    expect(await hall.dataSource.query('SELECT COUNT(*) AS rows_there FROM audit_entry')).toEqual(before);
  });
});
