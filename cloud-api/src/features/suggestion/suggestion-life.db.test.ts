import { Jobs } from '../../platform/jobs/jobs.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { aPhotograph } from '../enrolment/testing/case.builder.ts';
import { CHAIRS, PLAN, Voice, must, type Author } from './testing/voice.builder.ts';
import type { PublicSuggestionPage } from './suggestion.dto.ts';
import type { StaffSuggestionView } from './suggestion-staff.dto.ts';

jest.setTimeout(120_000);

onEveryDatabase((database) => {
  let voice: Voice;
  let liu: Author;

  beforeAll(async () => {
    voice = await Voice.start(database.url);
  });
  beforeEach(async () => {
    await voice.newDay('2026-11-23');
    liu = await voice.author('刘芳');
  });
  afterAll(() => voice.close());

  const submitted = async (more = {}) => must(await voice.submit(liu, more)).id;
  const open = ({ deadlines }: StaffSuggestionView) => deadlines.filter(({ endedAt }) => endedAt === null).map(({ step }) => step);
  const told = async (id: string) => (await voice.hall.dataSource.manager.find(OutboxEvent, { order: { id: 'ASC' } })).filter(({ type, payload }) => type.startsWith('suggestion.') && payload.includes(id)).map(({ type }) => type.slice(11));

  test('a suggestion is accepted, put into hands, taken, planned, answered, confirmed, and closed once its plan has held; at each step one clock stops and the next begins', async () => {
    const id = await submitted();
    expect(open(await voice.staff(voice.leader, id))).toEqual(['triage']);
    const accepted = must(await voice.move(voice.leader, id, 'accept', { ownerId: voice.wang.actor.id }));
    expect([accepted.state, accepted.ownerName, open(accepted)]).toEqual(['assigned', '王晓梅', ['accept']]);
    const taken = must(await voice.move(voice.wang, id, 'take'));
    expect([taken.state, open(taken)]).toEqual(['taken', ['plan', 'reply']]);
    expect(await voice.savePlan(voice.wang, id)).toMatchObject({ status: 200 });
    must(await voice.planMove(voice.wang, id, 'propose'));
    const planned = must(await voice.planMove(voice.leader, id, 'publish'));
    expect([planned.state, open(planned)]).toEqual(['planned', ['reply', 'carry-out']]);
    must(await voice.hall.call('POST', `/staff/suggestions/${id}/progress`, { ...voice.wang, body: { words: '已下单，电话 13812345678 可问进度' } }));
    await voice.replied(id);
    expect(open(await voice.staff(voice.leader, id))).toEqual(['confirm', 'carry-out']);

    const seen = must(await voice.mine(liu, id));
    expect(seen).toMatchObject({ state: 'replied', owner: '王晓梅（经办员）', actions: ['confirm', 'reopen'], plans: [{ measure: PLAN.measure, dueOn: PLAN.dueOn, owner: '王晓梅（经办员）' }], answers: [{ text: '您说得对，谢谢您告诉我们。', by: '孙明远（经办员）', on: '2026-11-23' }] });
    expect(seen.steps.map(({ kind }) => kind)).toEqual(['received', 'accept', 'assign', 'take', 'plan', 'progress', 'reply']);
    expect(seen.steps[5]!.words).toBe('已下单，电话 ［已隐去］ 可问进度');
    const confirmed = must(await voice.hall.call<StaffSuggestionView>('POST', `/resident/suggestions/${id}/confirm`, { ...liu, body: { version: seen.version } }));
    expect([confirmed.state, confirmed.nextStep]).toEqual(['confirmed', '您已认可，整改效果还要观察一段时间才算办结。']);

    await voice.newDay('2026-11-26');
    expect(open(must(await voice.planMove(voice.wang, id, 'carry-out')))).toEqual(['measure']);
    expect(await voice.planMove(voice.wang, id, 'measure', { outcome: 'held', measured: '最多 2 人' })).toMatchObject({ status: 409, body: { code: 'PLAN_STILL_OBSERVING' } });
    await voice.newDay('2026-12-03');
    const closed = must(await voice.planMove(voice.wang, id, 'measure', { outcome: 'held', measured: '高峰时最多 2 人站着' }));
    expect([closed.state, open(closed), closed.plans[0]!.stateLabel]).toEqual(['closed', [], '达到目标（承办人自报）']);
    expect(await told(id)).toEqual(['received', 'triaged', 'assigned', 'plan-proposed', 'plan-published', 'replied', 'closed']);
  });

  test('a target held is its owner\'s own word, for everybody to read, until somebody without a hand in it has looked', async () => {
    const zhao = await voice.author('赵玉兰');
    const [own, seen] = [must(await voice.submit(zhao)).id, must(await voice.submit(zhao)).id];
    for (const id of [own, seen]) {
      await voice.taken(id);
      await voice.planned(id, { observeDays: 0 });
      must(await voice.planMove(voice.wang, id, 'carry-out'));
    }
    const held = { outcome: 'held', measured: '高峰时最多 2 人站着' };
    must(await voice.planMove(voice.wang, own, 'measure', held));
    const label = async (id: string) => must(await voice.mine(zhao, id)).plans[0]!.stateLabel;
    expect(await label(own)).toBe('达到目标（承办人自报）');
    expect([(await voice.staff(voice.wang, own)).planActions, (await voice.staff(voice.head, own)).planActions]).toEqual([[], ['vouch']]);
    expect(await voice.planMove(voice.wang, own, 'vouch')).toMatchObject({ status: 403 });
    expect(must(await voice.planMove(voice.head, own, 'vouch')).planActions).toEqual([]);
    expect(await label(own)).toBe('达到目标');
    expect(must(await voice.mine(zhao, own)).steps.at(-1)).toMatchObject({ kind: 'vouch', by: '周建平（经办员）' });
    expect(await voice.planMove(voice.leader, own, 'vouch')).toMatchObject({ status: 409 });
    must(await voice.planMove(voice.head, seen, 'measure', held));
    expect(await label(seen)).toBe('达到目标');
  });

  test('the author who is not content is worked for anew, with a new plan, three times at most', async () => {
    const id = await submitted();
    await voice.taken(id);
    for (const round of [1, 2, 3]) {
      await voice.replied(id, '一时做不到，先说明原因');
      const { version } = must(await voice.mine(liu, id));
      const again = must(await voice.hall.call<StaffSuggestionView>('POST', `/resident/suggestions/${id}/reopen`, { ...liu, body: { version, reason: `第 ${round} 次：没有说到点子上` } }));
      expect(again.state).toBe('reopened');
      const desk = await voice.staff(voice.wang, id);
      expect([desk.round, open(desk), desk.plans]).toEqual([round + 1, ['plan', 'reply'], []]);
      expect(desk.steps.at(-1)).toMatchObject({ kind: 'reopen', words: `第 ${round} 次：没有说到点子上` });
    }
    await voice.replied(id, '一时做不到');
    const { version, actions } = must(await voice.mine(liu, id));
    expect(actions).toEqual(['confirm']);
    expect(await voice.hall.call('POST', `/resident/suggestions/${id}/reopen`, { ...liu, body: { version, reason: '再来' } })).toMatchObject({ status: 409, body: { code: 'SUGGESTION_REOPENED_TOO_OFTEN' } });
  });

  test('a plan that falls short brings the suggestion back by itself, even when its author was content', async () => {
    const id = await submitted();
    await voice.taken(id);
    await voice.planned(id);
    await voice.replied(id);
    must(await voice.hall.call('POST', `/resident/suggestions/${id}/confirm`, { ...liu, body: { version: must(await voice.mine(liu, id)).version } }));
    must(await voice.planMove(voice.wang, id, 'carry-out'));
    const again = must(await voice.planMove(voice.wang, id, 'measure', { outcome: 'fell-short', measured: '还有 9 人站着' }));
    expect([again.state, again.round, open(again)]).toEqual(['reopened', 2, ['plan', 'reply']]);
    expect(must(await voice.mine(liu, id)).steps.at(-1)).toMatchObject({ kind: 'fall-short', words: '还有 9 人站着' });
    await voice.planned(id, { measure: '再加十把，并请保安让座', dueOn: '2026-11-30' });
    expect((await voice.staff(voice.wang, id)).plans.map(({ round, state }) => [round, state])).toEqual([[1, 'fell-short'], [2, 'published']]);
  });

  test('whoever says nothing for ten working days has let it be; with a plan still watched it waits for that', async () => {
    const [plain, watched] = [await submitted(), await submitted({ text: '希望门口的坡道修一修，轮椅上不去' })];
    for (const id of [plain, watched]) await voice.taken(id);
    await voice.planned(watched, { dueOn: '2026-12-31' });
    await voice.replied(plain, '已经当天办好');
    await voice.replied(watched);
    const settle = () => voice.hall.app.get(Jobs).runNow('suggestion.settle');
    await voice.newDay('2026-12-07', '16:59');
    await settle();
    expect((await voice.staff(voice.leader, plain)).state).toBe('replied');
    await voice.newDay('2026-12-08', '09:00');
    await settle();
    expect([(await voice.staff(voice.leader, plain)).state, (await voice.staff(voice.leader, watched)).state]).toEqual(['closed', 'replied']);
    expect((await voice.staff(voice.leader, plain)).steps.at(-1)).toMatchObject({ kind: 'settle', by: null });
    must(await voice.planMove(voice.wang, watched, 'carry-out'));
    await voice.newDay('2026-12-15');
    must(await voice.planMove(voice.wang, watched, 'measure', { outcome: 'held', measured: '轮椅能上' }));
    await settle();
    expect((await voice.staff(voice.leader, watched)).state).toBe('closed');
  });

  test('what is not theirs goes back with a reason that neither author nor public reads, and the clock for sorting begins anew', async () => {
    const id = await submitted();
    must(await voice.move(voice.leader, id, 'accept', { ownerId: voice.wang.actor.id }));
    expect(await voice.hall.call('POST', `/staff/suggestions/${id}/hand-back`, { ...voice.wang, body: { version: (await voice.staff(voice.wang, id)).version, reason: '椅子归办公室管' } })).toMatchObject({ status: 204 });
    const back = await voice.staff(voice.leader, id);
    expect([back.state, back.ownerId, open(back), back.steps.at(-1)!.words]).toEqual(['accepted', null, ['triage'], '椅子归办公室管']);
    expect(JSON.stringify(must(await voice.mine(liu, id)))).not.toContain('椅子归办公室管');
    expect(await voice.hall.call('GET', `/staff/suggestions/${id}`, voice.wang)).toMatchObject({ status: 404 });
  });

  test('going round between desks begins no clock anew, and what was worked on is not buried in another', async () => {
    const [id, other] = [await submitted(), await submitted()];
    await voice.taken(id);
    const replyDue = ({ deadlines }: StaffSuggestionView) => deadlines.filter(({ step }) => step === 'reply').map(({ dueAt, state }) => [dueAt, state]);
    const promised = replyDue(await voice.staff(voice.leader, id));
    await voice.newDay('2026-11-26');
    must(await voice.move(voice.leader, id, 'assign', { ownerId: voice.li.actor.id }));
    expect(await voice.hall.call('POST', `/staff/suggestions/${id}/hand-back`, { ...voice.li, body: { version: (await voice.staff(voice.li, id)).version, reason: '不归我管' } })).toMatchObject({ status: 204 });
    const back = await voice.staff(voice.leader, id);
    expect([back.state, open(back).sort(), replyDue(back)]).toEqual(['accepted', ['plan', 'reply', 'triage'], promised]);
    expect(await voice.move(voice.leader, id, 'merge', { intoId: other })).toMatchObject({ status: 422, body: { code: 'SUGGESTION_MERGE_INVALID' } });
    must(await voice.move(voice.leader, id, 'assign', { ownerId: voice.wang.actor.id }));
    expect(replyDue(must(await voice.move(voice.wang, id, 'take')))).toEqual(promised);
  });

  test('one account is heard twenty times a day, from however many telephones at once', async () => {
    const loud = await voice.author('很有话说的人');
    const answers = await Promise.all(Array.from({ length: 23 }, () => voice.submit(loud)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect((await voice.submit(loud)).status).toBe(429);
    await voice.newDay('2026-11-24');
    loud.token = (await voice.author('很有话说的人')).token;
    expect((await voice.submit(loud)).status).toBe(200);
  });

  test('a clerk sees what lies in her hands and nothing else of the post, because it may be about a colleague', async () => {
    const [hers, other] = [await submitted(), await submitted({ text: '二号窗口的李文静态度不好，请核实' })];
    must(await voice.move(voice.leader, hers, 'accept', { ownerId: voice.li.actor.id }));
    for (const path of ['', '/pictures/x/link', '/contact', '/notes']) expect(await voice.hall.call(path === '' ? 'GET' : 'POST', `/staff/suggestions/${other}${path}`, { ...voice.li, ...(path === '' ? {} : { body: { text: '看看' } }) })).toMatchObject({ status: 404 });
    for (const scope of ['all', 'open', 'triage', 'overdue', 'mine']) expect((await voice.list(voice.li, `?scope=${scope}`)).items.map(({ id }) => id)).not.toContain(other);
    expect((await voice.list(voice.li, '?scope=mine')).items.map(({ id }) => id)).toEqual([hers]);
    expect((await voice.list(voice.leader, '?scope=triage')).items.map(({ id }) => id)).toContain(other);
  });

  test('while somebody is away their substitute works in their name', async () => {
    const id = await submitted();
    must(await voice.move(voice.leader, id, 'accept', { ownerId: voice.wang.actor.id }));
    expect(await voice.hall.call('GET', `/staff/suggestions/${id}`, voice.li)).toMatchObject({ status: 404 });
    must(await voice.hall.call('POST', '/staff/duty/absences', { ...voice.head, key: newId(), body: { staffId: voice.wang.actor.id, fromDay: '2026-11-23', toDay: '2026-11-23', substituteId: voice.li.actor.id, reason: '培训' } }));
    expect((await voice.list(voice.li, '?scope=mine')).items.map((each) => each.id)).toContain(id);
    const taken = must(await voice.move(voice.li, id, 'take'));
    expect([taken.ownerName, taken.actingName, taken.steps.at(-1)!.by]).toEqual(['王晓梅', '李文静', '李文静（经办员）']);
  });

  test('a plan without a target is sent back by the rule, one the leader does not like with a reason; once proposed it is not changed', async () => {
    const id = await submitted();
    await voice.taken(id);
    must(await voice.savePlan(voice.wang, id, { target: '', dueOn: '' }));
    expect(await voice.planMove(voice.wang, id, 'propose')).toMatchObject({ status: 422, body: { code: 'SUGGESTION_PLAN_INVALID', fields: [{ path: 'dueOn' }, { path: 'target' }] } });
    must(await voice.savePlan(voice.wang, id, { version: (await voice.staff(voice.wang, id)).plans[0]!.version }));
    must(await voice.planMove(voice.wang, id, 'propose'));
    expect(await voice.savePlan(voice.wang, id, { version: (await voice.staff(voice.wang, id)).plans[0]!.version })).toMatchObject({ status: 409, body: { code: 'SUGGESTION_PLAN_FIXED' } });
    expect(await voice.planMove(voice.wang, id, 'publish')).toMatchObject({ status: 403 });
    const back = must(await voice.planMove(voice.leader, id, 'return', { reason: '期限太长' }));
    expect([back.plans[0]!.state, back.plans[0]!.returnReason, back.mayEditPlan]).toEqual(['draft', '期限太长', true]);
    expect(must(await voice.mine(liu, id)).plans).toEqual([]);
  });

  test('a draft belongs to whoever wrote last with open eyes; a published answer is corrected beneath, never changed', async () => {
    const id = await submitted();
    await voice.taken(id);
    must(await voice.draft(voice.wang, id, '第一稿', '当天已办好'));
    const { draft } = await voice.staff(voice.wang, id);
    must(await voice.hall.call('PUT', `/staff/suggestions/${id}/answer-draft`, { ...voice.leader, body: { text: '第二稿', noPlanReason: '当天已办好', version: draft!.version } }));
    expect(await voice.hall.call('PUT', `/staff/suggestions/${id}/answer-draft`, { ...voice.wang, body: { text: '覆盖', noPlanReason: null, version: draft!.version } })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    must(await voice.move(voice.leader, id, 'answer/publish'));
    must(await voice.hall.call('POST', `/staff/suggestions/${id}/corrections`, { ...voice.leader, body: { text: '更正：是下周一' } }));
    expect(must(await voice.mine(liu, id)).answers.map(({ kind, text }) => [kind, text])).toEqual([['answer', '第二稿'], ['correction', '更正：是下周一']]);
  });

  test('what staff note to each other reaches neither the author nor the public', async () => {
    const id = await submitted();
    await voice.taken(id);
    must(await voice.word(id, '大厅椅子太少'));
    must(await voice.hall.call('POST', `/staff/suggestions/${id}/notes`, { ...voice.wang, body: { text: '这位大姐上次也来过' } }));
    expect((await voice.staff(voice.leader, id)).notes).toMatchObject([{ text: '这位大姐上次也来过', by: '王晓梅（经办员）' }]);
    for (const seen of [must(await voice.mine(liu, id)), must(await voice.hall.call('GET', `/public/suggestions/${id}`))]) expect(JSON.stringify(seen)).not.toContain('大姐');
  });

  test('the same tap twice makes one suggestion, and its pictures are its author’s and the desk’s', async () => {
    const key = newId();
    const [one] = [must(await voice.hall.upload<{ id: string }>('/resident/suggestion-pictures', { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, liu))];
    const first = must(await voice.submit(liu, { pictureIds: [one.id] }, key));
    expect(must(await voice.submit(liu, { pictureIds: [one.id] }, key)).id).toBe(first.id);
    expect(first).toMatchObject({ text: CHAIRS, pictures: [{ id: one.id }], pictureCount: 1, state: 'submitted', stateLabel: '已收到' });
    expect(await voice.hall.call('POST', `/staff/suggestions/${first.id}/pictures/${one.id}/link`, voice.leader)).toMatchObject({ status: 200 });
    // Not through the door of cases: whoever reads cases need not read suggestions.
    expect(await voice.hall.call('POST', `/staff/pictures/${one.id}/link`, voice.leader)).toMatchObject({ status: 404 });
    const stranger = await voice.author('陈平');
    expect(await voice.submit(stranger, { pictureIds: [one.id] })).toMatchObject({ status: 422, body: { code: 'SUGGESTION_PICTURE_GONE' } });
    expect(await voice.mine(stranger, first.id)).toMatchObject({ status: 404 });
  });

  test('a reply needs a plan or a word why none; a decline needs its reason in words where the law names another way', async () => {
    const [answered, declined] = [await submitted(), await submitted()];
    await voice.taken(answered);
    must(await voice.draft(voice.wang, answered, '好的'));
    expect(await voice.move(voice.leader, answered, 'answer/publish')).toMatchObject({ status: 409, body: { code: 'SUGGESTION_PLAN_NEEDED' } });
    expect(await voice.move(voice.leader, declined, 'decline', { reason: 'legal-way' })).toMatchObject({ status: 422, body: { fields: [{ path: 'words' }] } });
    must(await voice.move(voice.leader, declined, 'decline', { reason: 'legal-way', words: '请在 60 天内向人社局申请行政复议' }));
    expect(must(await voice.mine(liu, declined))).toMatchObject({ state: 'declined', closingWords: '依法应当走申诉、复议或仲裁。请在 60 天内向人社局申请行政复议', actions: [] });
  });

  test('an answer with a gap of its template left open is not published, nor corrected by one', async () => {
    const id = await submitted();
    await voice.taken(id);
    must(await voice.draft(voice.wang, id, '您好，承办人是＿＿，预计周五前办好。', '政策如此'));
    expect(await voice.move(voice.leader, id, 'answer/publish')).toMatchObject({ status: 422, body: { fields: [{ path: 'text', message: '模板里的空格还没有填好。' }] } });
  });

  test('what is overdue says so by itself, to the author and on the desk', async () => {
    const id = await submitted();
    await voice.newDay('2026-11-25', '10:00');
    liu = await voice.author('刘芳');
    expect(must(await voice.mine(liu, id))).toMatchObject({ overdue: true, overdueWords: '意见分办已超期 1 个工作日，这一步由大厅负责' });
    const late = await voice.list(voice.leader, '?scope=overdue');
    expect(late.items.find((each) => each.id === id)).toMatchObject({ due: { stepLabel: '意见分办', overdue: true, daysLate: 1 } });
    expect(late.counts.find(({ scope }) => scope === 'overdue')!.count).toBe(late.total);
  });

  test('a promise whose day passes is late for everybody, in list and story, with whose step it is, and with whoever acts for them; no job has run', async () => {
    const shen = await voice.author('沈七');
    const { id } = must(await voice.submit(shen, { text: '饮水机旁边没有纸杯' }));
    must(await voice.word(id, '饮水机旁边没有纸杯'));
    await voice.taken(id);
    await voice.planned(id, { dueOn: '2026-11-25' });
    await voice.replied(id);
    const listed = async () => must(await voice.hall.call<PublicSuggestionPage>('GET', `/public/suggestions?q=${encodeURIComponent('没有纸杯')}`)).items[0];
    await voice.newDay('2026-11-25', '16:59');
    expect(await listed()).toMatchObject({ id, overdue: false, overdueWords: null });
    await voice.newDay('2026-11-27', '09:00');
    const late = { overdue: true, overdueWords: '完成整改已超期 2 个工作日，这一步由王晓梅（经办员）负责' };
    expect(await listed()).toMatchObject(late);
    expect(must(await voice.hall.call('GET', `/public/suggestions/${id}`))).toMatchObject({ ...late, plans: [{ overdue: true }] });
    expect(must(await voice.mine(await voice.author('沈七'), id))).toMatchObject(late);
    must(await voice.hall.call('POST', '/staff/duty/absences', { ...voice.head, key: newId(), body: { staffId: voice.wang.actor.id, fromDay: '2026-11-27', toDay: '2026-11-27', substituteId: voice.li.actor.id, reason: '培训' } }));
    expect((await listed())!.overdueWords).toBe('完成整改已超期 2 个工作日，这一步由王晓梅（经办员）负责，李文静代办');
    must(await voice.planMove(voice.wang, id, 'carry-out'));
    expect(await listed()).toMatchObject({ overdue: false });
  });

  test('the list is found by words of the original, sorted by what is due first, and goes out as a sheet', async () => {
    const id = await submitted({ text: '饮水机的水不热，老人吃药不方便', topic: 'premises' });
    expect((await voice.list(voice.leader, `?scope=all&q=${encodeURIComponent('饮水机的水')}`)).items.map((each) => each.id)).toEqual([id]);
    const due = (await voice.list(voice.leader, '?sort=due')).items.map((each) => each.due?.dueAt ?? Infinity);
    expect(due).toEqual([...due].sort((a, b) => a - b));
    const sheet = await voice.hall.call<Buffer>('GET', '/staff/suggestions/list.xlsx?scope=all', voice.leader);
    expect([sheet.status, sheet.body.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});
