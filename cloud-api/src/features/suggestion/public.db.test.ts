import { Jobs } from '../../platform/jobs/jobs.ts';
import type { SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import { newRandomId } from '../../platform/persistence/new-id.ts';
import type { Work } from '../../platform/persistence/work.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { People } from '../identity/people.ts';
import { GramIndex } from './gram-index.ts';
import { fresh } from './new-suggestion.ts';
import { CHAIRS, Voice, must, type Author } from './testing/voice.builder.ts';
import type { PublicSuggestionDetail, PublicSuggestionPage, SimilarSuggestionList, SupportView } from './suggestion.dto.ts';
import { SuggestionWords } from './suggestion-words.ts';
import { Suggestion } from './suggestion.entity.ts';

jest.setTimeout(180_000);

onEveryDatabase((database) => {
  let voice: Voice;
  let liu: Author;
  let chen: Author;
  beforeAll(async () => {
    voice = await Voice.start(database.url);
  });
  beforeEach(async () => {
    await voice.newDay('2026-11-23');
    [liu, chen] = [await voice.author('刘芳'), await voice.author('陈平')];
  });
  afterAll(() => voice.close());

  const submitted = async (author: Author, more = {}) => must(await voice.submit(author, more)).id;
  const shown = async (author: Author, text: string, more = {}) => {
    const id = await submitted(author, { text, ...more });
    must(await voice.word(id, text));
    return id;
  };
  /** A public one, straight into the tables. */
  const lay = async (work: Work, text: string, receivedOn: string, topic: SuggestionTopic = 'premises') => {
    const id = newRandomId();
    const row = await work.add(Suggestion, { ...fresh(receivedOn), id, hallId: voice.hall.hallId, number: `x${id.slice(0, 14)}`, identity: 'named', way: 'online', topic, textCipher: voice.hall.app.get(SuggestionWords).seal('suggestion.text', id, text), wishesPublic: true, state: 'taken', verdict: 'clean', visibility: 'public', face: 'whole', publicText: text });
    await voice.hall.app.get(GramIndex).write(work, row, text);
    return id;
  };
  const page = async (query = '') => must(await voice.hall.call<PublicSuggestionPage>('GET', `/public/suggestions${query}`));
  const one = (id: string) => voice.hall.call<PublicSuggestionDetail>('GET', `/public/suggestions/${id}`);
  const similar = async (text: string) => must(await voice.hall.call<SimilarSuggestionList>('POST', '/public/suggestions/similar', { body: { text } })).items;
  const support = (who: Author, id: string, method: 'POST' | 'DELETE' = 'POST') => voice.hall.call<SupportView & { code?: string }>(method, `/resident/suggestions/${id}/support`, who);

  test('nothing is public before a person has worded it, and the original never is', async () => {
    const id = await submitted(liu, { text: `${CHAIRS}。我叫刘芳，电话 13800138000` });
    expect(await one(id)).toMatchObject({ status: 404 });
    const desk = await voice.staff(voice.leader, id);
    expect(desk.publicProposal).toBe(`${CHAIRS}。我叫刘芳，电话 ［已隐去］`);
    must(await voice.word(id, CHAIRS));
    const seen = must(await one(id));
    expect([seen.text, JSON.stringify(seen).includes('刘芳')]).toEqual([CHAIRS, false]);
    const hidden = await submitted(liu, { wishesPublic: false });
    expect(await voice.word(hidden, CHAIRS)).toMatchObject({ status: 409, body: { code: 'SUGGESTION_WISHES_PRIVATE' } });
  });

  test('the time line names who by name and post and days, never more; a declined one leaves a tombstone', async () => {
    const id = await shown(liu, '希望能在手机上看到前面还有几个人');
    await voice.taken(id);
    await voice.planned(id);
    const seen = must(await one(id));
    expect(seen.steps.map(({ label, on, by, words }) => [label, on, by, words])).toEqual([
      ['收到意见', '2026-11-23', null, null], ['受理', '2026-11-23', '孙明远（经办员）', null], ['分派承办人', '2026-11-23', '孙明远（经办员）', '承办人：王晓梅'], ['承办人接手', '2026-11-23', '王晓梅（经办员）', null], ['公布整改方案', '2026-11-23', '孙明远（经办员）', null],
    ]);
    expect(seen.deadlines.filter(({ open }) => open)).toMatchObject([{ step: 'reply', dueOn: '2026-11-30', ownerName: '王晓梅' }]);
    expect(JSON.stringify(seen)).not.toMatch(/\d{13}/);
    const declined = await submitted(chen, { text: '你们应该给所有人免费发米发油' });
    must(await voice.move(voice.leader, declined, 'decline', { reason: 'not-ours', words: '大厅不发放物资，可向社区了解' }));
    expect(must(await one(declined))).toMatchObject({ text: null, tombstone: { label: '不予受理：不属于社保大厅的职责', reason: '大厅不发放物资，可向社区了解' } });
    const quiet = await submitted(chen, { text: '你们应该给所有人免费发米发油', wishesPublic: false });
    must(await voice.move(voice.leader, quiet, 'decline', { reason: 'no-content' }));
    expect(await one(quiet)).toMatchObject({ status: 404 });
  });

  test('the list is searched in Chinese, narrowed by topic and stage, and turned page by page without losing one', async () => {
    const ids = new Set<string>();
    await voice.hall.work(async (work) => {
      for (let at = 0; at < 25; at += 1) ids.add(await lay(work, `饮水机第 ${at} 次没有水，100%_真实`, '2026-11-23'));
    });
    const first = await page(`?q=${encodeURIComponent('饮水机')}&topic=premises&stage=open`);
    expect(first.items).toHaveLength(20);
    const second = await page(`?q=${encodeURIComponent('饮水机')}&topic=premises&stage=open&cursor=${first.nextCursor}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(ids);
    expect([second.nextCursor, (await page(`?q=${encodeURIComponent('饮水机')}&topic=waiting`)).items]).toEqual([null, []]);
    expect((await page(`?q=${encodeURIComponent('0%_真')}`)).items.length).toBeGreaterThan(0);
    expect((await page(`?q=${encodeURIComponent('饮_机')}`)).items).toEqual([]);
    expect(await voice.hall.call('GET', '/public/suggestions?cursor=zzz')).toMatchObject({ status: 400 });
  });

  test('a single sign is searched for too, a number finds its own, and wide letters or a comma hide nothing', async () => {
    const id = await shown(liu, '自助机ＡＴＭ，旁边请放一把伞');
    const found = async (q: string) => (await page(`?q=${encodeURIComponent(q)}`)).items.map((each) => each.id);
    expect(await Promise.all(['伞', 'atm旁边', 'ATM，旁', `${must(await one(id)).number.toLowerCase()}`].map(found))).toEqual([[id], [id], [id], [id]]);
    expect(await Promise.all(['鲸', '伞把', '，！', 'ATMX'].map(found))).toEqual([[], [], [], []]);
    must(await voice.move(voice.leader, id, 'review', { outcome: 'hide', reason: '里面写到了别人' }));
    expect(await found('伞')).toEqual([]);
  });

  test('what is rare among very much is not waited for: the search says how far it looked, and going on finds it', async () => {
    const sought = await voice.hall.work((work) => lay(work, '咨询台的充电线请换成两头都能用的', '2026-09-01', 'window'));
    await voice.hall.work(async (work) => {
      for (let at = 0; at < 180; at += 1) await lay(work, `充电线第${at}次坏了`, '2026-09-02');
    });
    const asked = `?q=${encodeURIComponent('充')}&topic=window`;
    const looked = await page(asked);
    expect([looked.items, looked.nextCursor?.slice(0, 10)]).toEqual([[], '2026-09-02']);
    const further = await page(`${asked}&cursor=${looked.nextCursor}`);
    expect([further.items.map(({ id }) => id), further.nextCursor]).toEqual([[sought], null]);
  });

  test('somebody about to say the same is shown it, in other words too, and what is private is not', async () => {
    const id = await shown(liu, '大厅的老花镜太少了，老人看不清');
    await submitted(chen, { text: '大厅的老花镜太少了，老人看不清字', wishesPublic: false });
    expect((await similar('老花镜太少，老人填表看不清！')).map((each) => each.id)).toEqual([id]);
    expect(await similar('停车位不够，来了没处停')).toEqual([]);
    must(await voice.move(voice.leader, id, 'review', { outcome: 'hide', reason: '里面写到了别人' }));
    expect(await similar('老花镜太少，老人填表看不清！')).toEqual([]);
  });

  test('“me too” counts once for an account however often it is tapped, not for one’s own, and can be taken back', async () => {
    const id = await shown(liu, '希望周六上午也开门');
    const taps = await Promise.all([1, 2, 3].map(() => support(chen, id)));
    expect(taps.map((tap) => must(tap).supporters)).toEqual([1, 1, 1]);
    expect(await support(liu, id)).toMatchObject({ status: 409, body: { code: 'SUGGESTION_OWN' } });
    expect(must(await one(id)).supporters).toBe(1);
    expect(must(await voice.hall.call<SupportView>('GET', `/resident/suggestions/${id}/support`, chen))).toEqual({ supporters: 1, mine: true });
    expect(must(await support(chen, id, 'DELETE'))).toEqual({ supporters: 0, mine: false });
    expect(await support(chen, await submitted(liu))).toMatchObject({ status: 404 });
  });

  test('whoever said “me too” hears once each when it is planned, answered, taken up anew and closed; its author as its author, and one without a name not at all', async () => {
    const zhao = await voice.author('赵六');
    const text = '叫号屏太高，坐轮椅的看不见';
    const { seen } = await voice.nameless('不留名的人', { topic: 'premises', text });
    const [id, twin] = [seen.id, await submitted(chen, { text })];
    must(await voice.word(id, text));
    for (const who of [liu, zhao]) must(await voice.hall.call('POST', `/resident/suggestions/${id}/support`, { ...who, key: newRandomId() }));
    await voice.taken(id);
    must(await voice.move(voice.leader, twin, 'merge', { intoId: id }));
    const heard = async (who: Author) => {
      await voice.hall.deliver();
      return must(await voice.hall.call<{ items: { title: string; link: string }[] }>('GET', '/resident/inbox', who)).items.filter(({ link }) => link.includes(id)).map(({ title }) => title.replace('您点了“我也是”的意见', '').replace(/^[，]/, ''));
    };
    const author = async () => { await voice.hall.deliver(); return must(await voice.hall.call<{ items: { title: string; link: string }[] }>('GET', '/resident/inbox', chen)).items.filter(({ link }) => link.includes(twin)).map(({ title }) => title); };
    await voice.planned(id);
    await voice.replied(id);
    expect((await heard(liu)).reverse()).toEqual(['有方案了', '有答复了']);
    // The plan fell short: that is told as it happens. An anonymous author's word would wait for the night.
    must(await voice.planMove(voice.wang, id, 'carry-out'));
    must(await voice.planMove(voice.wang, id, 'measure', { outcome: 'fell-short', measured: '还是看不见' }));
    expect((await heard(zhao)).reverse()).toEqual(['有方案了', '有答复了', '要重新办']);
    expect([(await heard(chen)).length, (await author()).includes('整改方案公布了')]).toEqual([0, true]);
    must(await voice.hall.call('DELETE', `/resident/suggestions/${id}/support`, zhao));
    await voice.planned(id, { measure: '另装一块矮屏', dueOn: '2026-11-27' });
    expect([(await heard(zhao)).length, (await heard(liu))[0]]).toEqual([3, '有方案了']);
  });

  test('an author without a name who is not content is passed on by the night’s work, not when they said so; what was taken from view is told to nobody', async () => {
    const text = '复印机旁边的灯一直闪';
    const nameless = await voice.nameless('又一个不留名的人', { topic: 'premises', text });
    const { id } = nameless.seen;
    must(await voice.word(id, text));
    must(await voice.hall.call('POST', `/resident/suggestions/${id}/support`, { ...liu, key: newRandomId() }));
    await voice.taken(id);
    await voice.replied(id, '当天已修好');
    const heard = async () => {
      await voice.hall.deliver();
      return must(await voice.hall.call<{ items: { link: string }[] }>('GET', '/resident/inbox', liu)).items.filter(({ link }) => link === `/voice/read/index?id=${id}`).length;
    };
    expect(await heard()).toBe(1);
    must(await voice.hall.call('POST', '/public/anonymous-suggestions/reopen', { body: { trackingCode: nameless.code, version: must(await voice.look(nameless.code)).version, reason: '又闪了' } }));
    expect(await heard()).toBe(1);
    await voice.newDay('2026-11-24');
    liu = await voice.author('刘芳');
    await voice.hall.app.get(Jobs).runNow('suggestion.upkeep');
    expect(await heard()).toBe(2);
    must(await voice.move(voice.leader, id, 'review', { outcome: 'hide', reason: '有人在里面被认出来' }));
    await voice.replied(id, '换了新灯管');
    expect(await heard()).toBe(2);
  });

  test('joined ones are worked on together: supporters are added, the earlier clock counts, their authors hear, and it can be undone', async () => {
    await voice.newDay('2026-11-20');
    const early = await submitted(await voice.author('陈平'), { text: '门口台阶太陡，老人不好走' });
    await voice.newDay('2026-11-23');
    [liu, chen] = [await voice.author('刘芳'), await voice.author('陈平')];
    const main = await shown(liu, '门口台阶太陡了，轮椅上不来');
    must(await support(await voice.author('赵敏'), main));
    const nameless = (await voice.nameless('钱进', { text: '台阶太陡，摔过人' })).seen.id;
    expect((await voice.hall.call<{ items: { id: string }[] }>('GET', `/staff/suggestions/${early}/similar`, voice.leader)).body.items.map(({ id }) => id)).toContain(main);
    expect(await voice.move(voice.leader, early, 'merge', { intoId: early })).toMatchObject({ status: 422 });
    must(await voice.move(voice.leader, early, 'merge', { intoId: main }));
    must(await voice.move(voice.leader, nameless, 'merge', { intoId: main }));
    expect(await voice.move(voice.leader, main, 'merge', { intoId: early })).toMatchObject({ status: 422, body: { code: 'SUGGESTION_MERGE_INVALID' } });

    const seen = await voice.staff(voice.leader, main);
    expect([seen.supporters, seen.duplicates.length]).toEqual([3, 2]);
    expect(seen.deadlines.filter(({ endedAt }) => endedAt === null).map(({ step, dueAt, overdue }) => [step, new Date(dueAt!).toISOString(), overdue])).toEqual([['triage', '2026-11-23T09:00:00.000Z', false]]);
    await voice.taken(main);
    await voice.planned(main);
    const joined = must(await voice.mine(chen, early));
    expect(joined).toMatchObject({ state: 'duplicate', mergedInto: { id: main, open: true }, owner: '王晓梅（经办员）', plans: [{ round: 1 }], actions: [] });

    must(await voice.move(voice.leader, early, 'separate'));
    const apart = await voice.staff(voice.leader, early);
    expect([apart.state, apart.mergedInto, apart.deadlines.at(-1)!.fromAt]).toEqual(['submitted', null, Date.parse('2026-11-19T16:00:00.000Z')]);
    expect((await voice.staff(voice.leader, main)).supporters).toBe(2);
  });

  test('what everybody can read vanishes neither into a private one nor by a word, only with its reason; and hiding it for a moment changes nothing', async () => {
    const [id, quiet] = [await shown(liu, '自助机前的地砖松了，绊倒过人'), await submitted(chen, { text: '自助机前的地砖松了，请修一修', wishesPublic: false })];
    expect(await voice.move(voice.leader, id, 'merge', { intoId: quiet })).toMatchObject({ status: 422, body: { code: 'SUGGESTION_MERGE_INVALID' } });
    expect((await voice.word(id, '自助机前的地砖松了，绊倒过人', false)).body.code).toBe('SUGGESTION_SHOWN_ALREADY');
    expect((await page(`?q=${encodeURIComponent('地砖')}`)).items.map((each) => each.id)).toEqual([id]);
    must(await voice.move(voice.leader, id, 'review', { outcome: 'hide', reason: '有人在楼道里吵，联系 13800138000' }));
    const hidden = (await one(id)).body;
    expect([hidden.text, hidden.tombstone]).toEqual([null, { label: '这条意见没有公开', reason: '有人在楼道里吵，联系 ［已隐去］' }]);
    must(await voice.move(voice.leader, id, 'review', { outcome: 'pass' }));
    expect((await one(id)).body).toMatchObject({ text: '自助机前的地砖松了，绊倒过人', tombstone: null });
  });

  test('when two accounts of one person become one, their suggestions and their voices follow, each counted once', async () => {
    const [old, young] = [await voice.hall.resident(), await voice.hall.resident()];
    const [own, others] = [await submitted(old), await shown(liu, '希望复印机修好')];
    for (const who of [old, young]) must(await support(who, others));
    await voice.hall.work((work) => voice.hall.app.get(People).merge(work, old.actor.id, young.actor.id));
    await voice.hall.deliver();
    expect(must(await voice.mine(young, own)).id).toBe(own);
    expect(must(await support(young, others)).supporters).toBe(1);
  });

  test('among two thousand public ones the few most alike are shown, and no more', async () => {
    const things = ['饮水机', '复印机', '叫号屏', '座椅', '坡道', '空调', '充电口', '老花镜', '停车位', '洗手间', '指示牌', '填表台', '雨伞架', '母婴室', '轮椅', '药箱'];
    const wishes = ['太少了，希望多添一些', '坏了很久，请尽快修好', '离窗口太远，老人走不动', '没有说明，看不懂怎么用', '经常排队，能不能错开时间', '不够干净，请每天打扫'];
    await voice.hall.work(async (work) => {
      for (let at = 0; at < 2_000; at += 1) await lay(work, `第${at}次来大厅，${things[at % things.length]}${wishes[(at * 7) % wishes.length]}，${things[(at * 3 + 1) % things.length]}也请看一看，谢谢工作人员`, '2026-10-01');
    });
    const asked = '大厅的轮椅坏了很久，请尽快修好，老人走不动';
    const found = await similar(asked);
    expect(found).toHaveLength(5);
    expect(found[0]!.text).toMatch(/坏了很久，请尽快修好.*轮椅/);
  });
});
