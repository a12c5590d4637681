import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { wordsOf } from '../../platform/paper/testing/paper.builder.ts';
import { system } from '../../platform/auth/actor.ts';
import { UnitOfWork } from '../../platform/persistence/unit-of-work.ts';
import { TestApp } from '../../testing/test-app.ts';
import type { StaffCommitmentView } from '../commitment/commitment.dto.ts';
import { Department, HallWindow } from '../hall/hall.entity.ts';
import { Staff } from '../identity/staff.entity.ts';
import { redFlagsGiven } from '../assessment/assessment.events.ts';
import type { StarRoundView } from '../star/star.dto.ts';
import { StarCandidate, StarRound } from '../star/star.entity.ts';
import { starFinal } from '../star/star.events.ts';
import type { StaffCardList, StaffCardView, StaffHonourList } from './lights-staff.dto.ts';
import type { LightBoardView, LightCardView, LightDepartmentList, LightDepartmentPageView, MyCardView } from './lights.dto.ts';

jest.setTimeout(60_000);
type Member = Awaited<ReturnType<TestApp['staff']>>;

onEveryDatabase((database) => {
  let hall: TestApp;
  let [head, clerk, newcomer]: Member[] = [];
  let departmentId = '';
  let code = '';

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, clerk, newcomer] = [await hall.staff(['head'], '周建平'), await hall.staff(['clerk'], '王晓梅'), await hall.staff(['clerk'], '李文静')];
    departmentId = (await hall.work((work) => work.findOne(Department, { hallId: hall.hallId })))!.id;
    await hall.work(async (work) => {
      await work.change(Staff, await work.lock(Staff, clerk!.actor.id), { departmentId, badgeNumber: 'FC-007', photoPictureId: newId() });
      await work.add(HallWindow, { id: newId(), hallId: hall.hallId, label: '3号窗口', position: 1, skills: ['enrolment'], state: 'open', clerkId: clerk!.actor.id, openedAt: work.now });
    });
  });
  afterAll(() => hall.close());

  const as = <T>(who: Member, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown) => hall.call<T & { code?: string; fields?: { path: string }[] }>(method, path, { token: who.token, ...(body === undefined ? {} : { body }), ...(method === 'POST' ? { key: newId() } : {}) });
  const look = async <T>(path: string) => (await hall.call<T>('GET', path)).body;
  const cardOf = async (who: Member) => (await as<StaffCardView>(head!, 'GET', `/staff/lights/cards/${who.actor.id}`)).body;

  test('a card is written by a head and seen by nobody until it is published', async () => {
    const id = clerk!.actor.id;
    expect((await as(clerk!, 'PUT', `/staff/lights/cards/${id}/draft`, { duties: ['办事'], version: 0 })).status).toBe(403);
    expect(await cardOf(clerk!)).toMatchObject({ state: 'blank', actions: ['draft'], version: 0, url: null });
    expect((await as(head!, 'PUT', `/staff/lights/cards/${id}/draft`, { duties: ['', ' '], version: 0 })).body).toMatchObject({ code: 'CARD_DUTIES_INVALID', fields: [{ path: 'duties' }] });
    const drafted = (await as<StaffCardView>(head!, 'PUT', `/staff/lights/cards/${id}/draft`, { duties: [' 办理参保登记 ', '', '帮老人填表'], version: 0 })).body;
    expect(drafted).toMatchObject({ state: 'draft', drafted: true, duties: ['办理参保登记', '帮老人填表'], preview: { name: '王晓梅', duties: ['办理参保登记', '帮老人填表'], publishedAt: null }, actions: ['draft', 'publish'] });
    code = drafted.preview.code;
    expect((await look<LightBoardView>('/public/lights/board')).people).toEqual([]);
    expect(await look<LightCardView>(`/public/lights/cards/${code}`)).toMatchObject({ sight: 'unpublished', card: null, sentence: expect.stringContaining('正在整理') });

    const published = (await as<StaffCardView>(head!, 'POST', `/staff/lights/cards/${id}/publish`, { version: drafted.version })).body;
    expect(published).toMatchObject({ state: 'published', history: [{ number: 1, publishedBy: '周建平' }], actions: ['draft', 'withdraw'] });
    expect(await look<LightCardView>(`/public/lights/cards/${code}`)).toMatchObject({ sight: 'shown', card: { name: '王晓梅', badgeNumber: 'FC-007', departmentName: '参保登记科', windowLabel: '3号窗口', duties: ['办理参保登记', '帮老人填表'], commitments: [], honours: [] } });
    expect((await as(head!, 'POST', `/staff/lights/cards/${id}/publish`, { version: drafted.version })).body.code).toBe('STALE_VERSION');
    expect((await as(head!, 'POST', `/staff/lights/cards/${id}/publish`, { version: published.version })).body.code).toBe('CARD_NOTHING_DRAFTED');
  });

  test('another wording takes the place of the one before, which stays readable, and the code on the badge stays the same', async () => {
    const id = clerk!.actor.id;
    const again = (await as<StaffCardView>(head!, 'PUT', `/staff/lights/cards/${id}/draft`, { duties: ['办理参保登记和变更'], version: (await cardOf(clerk!)).version })).body;
    expect(again).toMatchObject({ state: 'changed', actions: ['draft', 'publish', 'withdraw'] });
    expect((await look<LightCardView>(`/public/lights/cards/${code}`)).card?.duties).toEqual(['办理参保登记', '帮老人填表']);
    const published = (await as<StaffCardView>(head!, 'POST', `/staff/lights/cards/${id}/publish`, { version: again.version })).body;
    expect(published.history.map(({ number, duties }) => [number, duties.length])).toEqual([[2, 1], [1, 2]]);
    expect((await look<LightCardView>(`/public/lights/cards/${code}`)).card?.duties).toEqual(['办理参保登记和变更']);
  });

  test('portrait and party are shown as long as the person wants it, and only they can want it', async () => {
    const shown = async () => { const { card } = await look<LightCardView>(`/public/lights/cards/${code}`); return [card!.photoUrl !== null, card!.partyLabel]; };
    expect(await shown()).toEqual([false, null]);
    // Neither does the page they are voted for on show what they would rather not.
    const roundId = newId();
    await hall.work(async (work) => {
      await work.add(StarRound, {
        id: roundId, hallId: hall.hallId, month: '2026-10', monthKey: `${hall.hallId}:2026-10`, code: 'round', state: 'published', tieRule: 'shared', opensAt: work.now, closesAt: work.now, objectionDays: 5, createdBy: head!.actor.id, openedBy: null, openedAt: null,
        closedAt: null, ballots: null, root: null, publishedAt: work.now, objectionsUntil: null, finalAt: null,
      });
      await work.add(StarCandidate, { id: newId(), roundId, staffId: clerk!.actor.id, position: 0, reasons: '耐心细致，群众都夸', nominatedBy: head!.actor.id, code: null, served: null, judged: null, rate: null, honours: null, votes: null, struckById: null, star: false });
    });
    const asCandidate = async () => (await look<StarRoundView>(`/public/stars/${roundId}`)).candidates[0]!.photoUrl !== null;
    expect(await asCandidate()).toBe(false);
    const mine = (await as<MyCardView>(clerk!, 'GET', '/staff/me/card')).body;
    expect(mine).toMatchObject({ hasPhoto: true, photoShown: false, party: null, shown: true, version: 0, url: expect.stringContaining(code) });
    const agreed = (await as<MyCardView>(clerk!, 'PUT', '/staff/me/card', { photoShown: true, party: 'member', version: 0 })).body;
    expect([await shown(), await asCandidate()]).toEqual([[true, '中共党员'], true]);
    expect((await as(clerk!, 'PUT', '/staff/me/card', { photoShown: false, party: null, version: 0 })).body.code).toBe('STALE_VERSION');
    await as(clerk!, 'PUT', '/staff/me/card', { photoShown: false, party: null, version: agreed.version });
    expect([await shown(), await asCandidate()]).toEqual([[false, null], false]);
    // Nothing says any more what was stated before: not the row, not the audit.
    const rows = await hall.work((work) => work.rows<{ party: string | null }>('SELECT party FROM card_consent'));
    const audits = await hall.work((work) => work.rows<{ detail: string | null }>("SELECT detail FROM audit_entry WHERE action = 'lights.own-consent'"));
    expect([rows, audits.map(({ detail }) => detail)]).toEqual([[{ party: null }], [null, null]]);
  });

  test('an honour stands with the paper it can be read in, and one given by mistake is withdrawn with the reason', async () => {
    const input = { holderKind: 'person', holderId: clerk!.actor.id, title: '优质服务先进个人', givenBy: '区人社局', document: '区人社发〔2026〕8号', givenOn: '2026-05-01' };
    expect((await as(head!, 'POST', '/staff/lights/honours', { ...input, holderId: newId() })).body.code).toBe('HONOUR_HOLDER_UNKNOWN');
    expect((await as(head!, 'POST', '/staff/lights/honours', { ...input, givenOn: '2026-12-01' })).body).toMatchObject({ code: 'HONOUR_DAY_TO_COME', fields: [{ path: 'givenOn' }] });
    const [made] = (await as<StaffHonourList>(head!, 'POST', '/staff/lights/honours', input)).body.items;
    expect((await look<LightCardView>(`/public/lights/cards/${code}`)).card?.honours).toEqual([{ title: '优质服务先进个人', givenBy: '区人社局', document: '区人社发〔2026〕8号', givenOn: '2026-05-01', source: 'typed' }]);
    const taken = (await as<StaffHonourList>(head!, 'POST', `/staff/lights/honours/${made!.id}/withdraw`, { reason: '登记到别人名下了', version: made!.version })).body.items;
    expect(taken).toMatchObject([{ withdrawnWhy: '登记到别人名下了', actions: [] }]);
    expect((await as(head!, 'POST', `/staff/lights/honours/${made!.id}/withdraw`, { reason: '再来一次', version: taken[0]!.version })).body.code).toBe('HONOUR_WITHDRAWN');
    expect((await look<LightCardView>(`/public/lights/cards/${code}`)).card?.honours).toEqual([]);
  });

  test('the month\'s star comes onto the card by itself, once, and nobody can take it off', async () => {
    const event = { roundId: newId(), hallId: hall.hallId, month: '2026-10', winners: [clerk!.actor.id] };
    for (let twice = 0; twice < 2; twice += 1) {
      await hall.app.get(UnitOfWork).run(system('test'), async (work) => work.emit(starFinal, event));
      await hall.deliver();
    }
    expect((await look<LightCardView>(`/public/lights/cards/${code}`)).card?.honours).toMatchObject([{ title: '2026年10月服务标兵', givenBy: '测试大厅', source: 'star' }]);
    const star = (await as<StaffHonourList>(head!, 'GET', '/staff/lights/honours')).body.items.find(({ source }) => source === 'star')!;
    expect(star.actions).toEqual([]);
    expect((await as(head!, 'POST', `/staff/lights/honours/${star.id}/withdraw`, { reason: '不想要', version: star.version })).status).toBe(403);
  });

  test('a red flag comes to its window by itself, and stands on the plate', async () => {
    const [window] = (await as<StaffCardList>(head!, 'GET', '/staff/lights/cards')).body.windows;
    for (let twice = 0; twice < 2; twice += 1) {
      await hall.app.get(UnitOfWork).run(system('test'), async (work) => work.emit(redFlagsGiven, { hallId: hall.hallId, month: '2026-10', windowIds: [window!.id] }));
      await hall.deliver();
    }
    expect((await as<StaffHonourList>(head!, 'GET', '/staff/lights/honours')).body.items.filter(({ source }) => source === 'flag')).toMatchObject([{ title: '2026年10月红旗窗口', holderName: '3号窗口', actions: [] }]);
    const plate = await hall.call<Buffer>('POST', '/staff/lights/paper.pdf', { token: head!.token, body: { kind: 'window-plate', ids: [window!.id] } });
    expect(wordsOf(plate.body)).toContain('2026年10月红旗窗口');
  });

  test('a department answers for its matters with the limits the matters themselves say', async () => {
    const list = (await as<StaffCardList>(head!, 'PUT', '/staff/lights/duties', { matterId: 'enrolment', departmentId })).body;
    expect(list.matters.find(({ matterId }) => matterId === 'enrolment')?.departmentId).toBe(departmentId);
    expect((await as(head!, 'PUT', '/staff/lights/duties', { matterId: 'enrolment', departmentId: newId() })).body.code).toBe('DUTY_MATTER_UNKNOWN');
    const { items } = await look<LightDepartmentList>('/public/lights/departments');
    expect(items[0]).toMatchObject({ id: departmentId, name: '参保登记科', people: 1, duties: [{ name: '居民养老保险参保', statutory: '10 个工作日', basis: '《社会保险经办条例》第六条', promised: '资料带齐的，窗口 5 分钟内办结', windows: ['3号窗口'] }] });
    expect(items[0]!.duties[0]!.materials).toBeGreaterThan(3);
    expect(items.at(-1)).toMatchObject({ id: null, name: '大厅综合窗口' });
    const page = await look<LightDepartmentPageView>(`/public/lights/departments/${departmentId}`);
    expect([page.staff.map(({ name }) => name), page.duties.map(({ matterId }) => matterId)]).toEqual([['王晓梅'], ['enrolment']]);
    await as(head!, 'PUT', '/staff/lights/duties', { matterId: 'enrolment', departmentId: null });
    expect((await look<LightDepartmentList>('/public/lights/departments')).items[0]!.duties).toEqual([]);
    await as(head!, 'PUT', '/staff/lights/duties', { matterId: 'enrolment', departmentId });
  });

  test('a promise of one\'s own stands on the card', async () => {
    const rule = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: true, classes: [], matters: [], departments: [], staff: [clerk!.actor.id] } };
    const made = (await as<StaffCommitmentView>(head!, 'POST', '/staff/commitments', { holderKind: 'person', holderId: clerk!.actor.id, wording: '到我窗口，五分钟办好', basis: '', rule })).body;
    await as(head!, 'POST', `/staff/commitments/${made.id}/publish`, { inForceFrom: '2026-11-24', version: made.version });
    expect((await look<LightCardView>(`/public/lights/cards/${code}`)).card?.commitments).toMatchObject([{ wording: '到我窗口，五分钟办好', figure: null, measure: expect.stringContaining('5 分钟内') }]);
  });

  test('what is printed is what the public sees, and a badge can be printed before there is a card', async () => {
    const print = async (kind: string, ids: string[]) => hall.call<Buffer>('POST', '/staff/lights/paper.pdf', { token: head!.token, body: { kind, ids } });
    const cards = wordsOf((await print('service-card', [clerk!.actor.id])).body);
    for (const expected of ['王晓梅', 'FC-007', '办理参保登记和变更', '到我窗口，五分钟办好', '2026年10月服务标兵']) expect(cards).toContain(expected);
    expect(cards).not.toContain('中共党员');
    expect(wordsOf((await print('badge', [newcomer!.actor.id])).body)).toContain('李文静');
    const first = (await cardOf(newcomer!));
    expect(first).toMatchObject({ state: 'blank', url: expect.stringContaining('/lights/card/index?code='), version: 0 });
    await print('badge', [newcomer!.actor.id]);
    expect((await cardOf(newcomer!)).url).toBe(first.url);
    expect((await as<StaffCardView>(head!, 'PUT', `/staff/lights/cards/${newcomer!.actor.id}/draft`, { duties: ['导办'], version: 0 })).body.url).toBe(first.url);

    const [window] = (await as<StaffCardList>(head!, 'GET', '/staff/lights/cards')).body.windows;
    const plate = wordsOf((await print('window-plate', [window!.id])).body);
    for (const expected of ['3号窗口', '王晓梅', '居民养老保险参保', '到我窗口，五分钟办好']) expect(plate).toContain(expected);
    expect(wordsOf((await print('duties-board', [])).body)).toContain('《社会保险经办条例》第六条');
    expect(wordsOf((await print('commitments-board', [])).body)).toContain('封账后公布');
    expect((await print('badge', [])).body).toMatchObject({ code: 'PAPER_NOTHING_CHOSEN' });
    expect((await print('badge', [newId()])).status).toBe(404);
  });

  test('a card is taken down, and whoever has left is answered for kindly and without a name', async () => {
    const { version } = await cardOf(clerk!);
    const down = (await as<StaffCardView>(head!, 'POST', `/staff/lights/cards/${clerk!.actor.id}/withdraw`, { version })).body;
    expect(down).toMatchObject({ state: 'withdrawn', actions: ['draft'], duties: ['办理参保登记和变更'] });
    expect((await as(head!, 'POST', `/staff/lights/cards/${clerk!.actor.id}/withdraw`, { version: down.version })).body.code).toBe('CARD_NOT_SHOWN');
    expect(await look<LightCardView>(`/public/lights/cards/${code}`)).toMatchObject({ sight: 'unpublished' });
    await hall.work(async (work) => { await work.change(Staff, await work.lock(Staff, clerk!.actor.id), { active: false }); });
    const left = await look<LightCardView>(`/public/lights/cards/${code}`);
    expect(left).toMatchObject({ sight: 'left', card: null, hallPhone: '0710-0000000' });
    expect(JSON.stringify(left)).not.toContain('王晓梅');
    expect(await look('/public/lights/cards/nobody')).toMatchObject({ code: 'CARD_UNKNOWN' });
  });
});
