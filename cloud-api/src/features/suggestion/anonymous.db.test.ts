import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { instantAt, startOfDay } from '@hall/shared/kernel/day';
import { Settings } from '../../platform/config/settings.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { Voice, must, newCode } from './testing/voice.builder.ts';
import type { MySuggestionView } from './suggestion.dto.ts';
import { AnonymousPicture, Suggestion } from './suggestion.entity.ts';

jest.setTimeout(120_000);

/** Each one other bytes, with a position inside. */
const photograph = () => sharp({ create: { width: 320, height: 240, channels: 3, background: '#c9d3e0', noise: { type: 'gaussian', mean: 128, sigma: 30 } } }).withExif({ IFD3: { GPSLatitude: '32/1 2/1 0/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
const pathsBelow = (folder: string): string[] => readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name));

onEveryDatabase((database) => {
  let voice: Voice;
  beforeAll(async () => {
    voice = await Voice.start(database.url);
  });
  beforeEach(() => voice.newDay('2026-11-23', '10:32'));
  afterAll(() => voice.close());

  const upload = async () => must(await voice.hall.upload<{ token: string }>('/public/anonymous-pictures', { name: 'a.jpg', type: 'image/jpeg', bytes: await photograph() })).token;
  const act = (path: string, body: object) => voice.hall.call<MySuggestionView & { code?: string }>('POST', `/public/anonymous-suggestions/${path}`, { body });
  const countOf = async (table: string) => Number((await voice.hall.dataSource.query(`SELECT COUNT(*) AS n FROM ${table}`))[0].n);
  const upkeep = () => voice.hall.app.get(Jobs).runNow('suggestion.upkeep');
  const deadlinesOf = async (id: string) => (await voice.hall.dataSource.manager.findBy(Deadline, { subjectId: id })).map(({ step, state }) => `${step} ${state}`);

  test('what somebody without a name sends leaves a row that knows the day, and nothing anywhere that knows more', async () => {
    const watched = ['audit_entry', 'outbox_event', 'idempotency_record', 'deadline', 'suggestion_author', 'picture', 'inbox_item'];
    const before = await Promise.all(watched.map(countOf));
    const { seen } = await voice.nameless('赵敏', { pictureTokens: [await upload()] });
    expect(await Promise.all(watched.map(countOf))).toEqual(before);
    const row = await voice.hall.dataSource.manager.findOneByOrFail(Suggestion, { id: seen.id });
    expect(row).toMatchObject({ identity: 'anonymous', receivedOn: '2026-11-23', changedOn: '2026-11-23', upkeep: true });
    expect(row.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    const instants = Object.values({ ...row, ...(await voice.hall.dataSource.manager.findOneByOrFail(AnonymousPicture, { suggestionId: seen.id })) }).filter((value) => typeof value === 'number' && value > 1_000_000);
    expect(instants).toEqual([]);
  });

  test('a text WeChat finds clean may go public at once, a doubtful one, one from a browser, and any with pictures wait for a person’s eyes', async () => {
    const verdictOf = async ({ id }: { id: string }) => (await voice.staff(voice.leader, id)).verdict;
    expect(await verdictOf((await voice.nameless('赵敏')).seen)).toBe('clean');
    expect(await verdictOf((await voice.nameless('赵敏', { text: '这里有测试广告的内容，请看看' })).seen)).toBe('doubtful');
    expect(await verdictOf((await voice.nameless('赵敏', { text: '这里有测试辱骂的内容，请看看' })).seen)).toBe('doubtful');
    expect(await verdictOf((await voice.nameless('赵敏', { pictureTokens: [await upload()] })).seen)).toBe('doubtful');
    expect(await verdictOf(must(await voice.anonymously()))).toBe('doubtful');
    expect(await verdictOf(must(await voice.anonymously({ wechatCode: 'not-a-code' })))).toBe('doubtful');
  });

  test('when WeChat does not answer nobody is turned away', async () => {
    voice.wechat.control.failNext('/wxa/msg_sec_check', { status: 500 }, 5);
    const { seen } = await voice.nameless('赵敏');
    expect([seen.stateLabel, (await voice.staff(voice.leader, seen.id)).verdict]).toEqual(['已收到', 'doubtful']);
  });

  test('what is doubtful goes public only after a person has looked, and hidden it leaves a tombstone with the reason', async () => {
    const { seen, code } = await voice.nameless('赵敏', { text: '这里有测试广告的内容，请看看' });
    expect(await voice.word(seen.id, '请看看')).toMatchObject({ status: 422 });
    expect(await voice.word(seen.id, '有人反映大厅里有人发广告')).toMatchObject({ status: 409, body: { code: 'SUGGESTION_NOT_REVIEWED' } });
    expect((await voice.list(voice.leader, '?scope=review')).items.map(({ id }) => id)).toContain(seen.id);
    expect(await voice.move(voice.leader, seen.id, 'review', { outcome: 'hide' })).toMatchObject({ status: 422, body: { fields: [{ path: 'reason' }] } });
    must(await voice.move(voice.leader, seen.id, 'review', { outcome: 'hide', reason: '含有商业广告' }));
    expect(must(await voice.hall.call<{ text: null }>('GET', `/public/suggestions/${seen.id}`))).toMatchObject({ text: null, tombstone: { reason: '含有商业广告' }, steps: [], answers: [] });
    expect(must(await voice.look(code))).toMatchObject({ hiddenReason: '含有商业广告', text: '这里有测试广告的内容，请看看' });
    must(await voice.move(voice.leader, seen.id, 'review', { outcome: 'pass' }));
    must(await voice.word(seen.id, '有人反映大厅里有人发广告'));
    expect(must(await voice.hall.call('GET', `/public/suggestions/${seen.id}`))).toMatchObject({ text: '有人反映大厅里有人发广告', tombstone: null });
  });

  test('a retry is recognised by its nonce, also when both come at once; a code already taken is refused', async () => {
    const [nonce, trackingCode] = [randomUUID(), newCode()];
    const answers = await Promise.all([1, 2, 3].map(() => voice.anonymously({ nonce, trackingCode })));
    expect(new Set(answers.map((answer) => must(answer).id)).size).toBe(1);
    expect(await voice.anonymously({ trackingCode })).toMatchObject({ status: 409, body: { code: 'TRACKING_CODE_TAKEN' } });
    expect(await voice.anonymously({ trackingCode: 'U'.repeat(16) })).toMatchObject({ status: 422, body: { fields: [{ path: 'trackingCode' }] } });
  });

  test('the code finds it however it is typed, a wrong one finds nothing, and the code itself is kept nowhere', async () => {
    const { code, seen } = await voice.nameless('赵敏');
    expect(must(await voice.look(code.toLowerCase().replaceAll('-', ' '))).id).toBe(seen.id);
    expect(await voice.look(newCode())).toMatchObject({ status: 404, body: { code: 'TRACKING_CODE_UNKNOWN' } });
    expect(JSON.stringify(await voice.hall.dataSource.manager.findOneByOrFail(Suggestion, { id: seen.id }))).not.toContain(code.replaceAll('-', ''));
  });

  test('the clock for sorting begins when staff first act, or overnight, and counts from the day it came', async () => {
    const [quiet, touched] = [(await voice.nameless('赵敏')).seen, (await voice.nameless('钱进')).seen];
    await upkeep();
    expect([await deadlinesOf(quiet.id), await deadlinesOf(touched.id)]).toEqual([[], []]);
    must(await voice.move(voice.leader, touched.id, 'accept'));
    expect(await deadlinesOf(touched.id)).toEqual(['triage running']);
    await voice.newDay('2026-11-24', '00:20');
    await upkeep();
    await upkeep();
    expect(await deadlinesOf(quiet.id)).toEqual(['triage running']);
    const [deadline] = await voice.hall.dataSource.manager.findBy(Deadline, { subjectId: quiet.id });
    expect([deadline!.fromAt, deadline!.dueAt]).toEqual([startOfDay('2026-11-23'), instantAt('2026-11-24', '17:00')]);
    expect(await voice.hall.dataSource.manager.findOneByOrFail(Suggestion, { id: quiet.id })).toMatchObject({ upkeep: false, nonceHash: null });
  });

  test('its author reads the answer, asks for it to be done anew and is content in the end, all by the code and without a trace of when', async () => {
    const { code, seen } = await voice.nameless('赵敏');
    await voice.taken(seen.id);
    await voice.replied(seen.id, '当天已处理');
    const answered = must(await voice.look(code));
    expect(answered).toMatchObject({ state: 'replied', actions: ['confirm', 'reopen'] });
    const [audits, events] = [await countOf('audit_entry'), await countOf('outbox_event')];
    const again = must(await act('reopen', { trackingCode: code, version: answered.version, reason: '并没有改，今天还是一样' }));
    expect([again.state, again.steps.at(-1)!.words]).toEqual(['reopened', '并没有改，今天还是一样']);
    expect([await countOf('audit_entry'), await countOf('outbox_event')]).toEqual([audits, events]);
    expect(await deadlinesOf(seen.id)).toEqual(['triage met', 'accept met', 'plan dropped', 'reply met', 'confirm running']);

    const desk = await voice.staff(voice.wang, seen.id);
    expect([desk.state, desk.round]).toEqual(['reopened', 2]);
    await voice.planned(seen.id, { observeDays: 0 });
    expect((await deadlinesOf(seen.id)).slice(4)).toEqual(['confirm dropped', 'plan met', 'reply running']);
    await voice.replied(seen.id);
    expect(await act('confirm', { trackingCode: code, version: 1 })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    must(await act('confirm', { trackingCode: code, version: must(await voice.look(code)).version }));
    await voice.newDay('2026-11-24', '00:20');
    await upkeep();
    expect((await deadlinesOf(seen.id)).at(-1)).toBe('confirm dropped');
    must(await voice.planMove(voice.wang, seen.id, 'carry-out'));
    expect(must(await voice.planMove(voice.wang, seen.id, 'measure', { outcome: 'held', measured: '无投诉' })).state).toBe('closed');
  });

  test('it is withdrawn by the code as long as nobody works on it, and is gone from view', async () => {
    const { code, seen } = await voice.nameless('赵敏');
    must(await voice.word(seen.id, '三号窗口说话请温和一些'));
    expect(await voice.hall.call('GET', `/public/suggestions/${seen.id}`)).toMatchObject({ status: 200 });
    must(await act('withdraw', { trackingCode: code, version: must(await voice.look(code)).version }));
    expect(await voice.hall.call('GET', `/public/suggestions/${seen.id}`)).toMatchObject({ status: 404 });
    const taken = await voice.nameless('赵敏');
    await voice.taken(taken.seen.id);
    expect(await act('withdraw', { trackingCode: taken.code, version: must(await voice.look(taken.code)).version })).toMatchObject({ status: 409 });
  });

  test('a picture without a name is cleaned, claims the day and no time, opens for staff alone, and goes when it is not used', async () => {
    const [used, unused] = [await upload(), await upload()];
    const files = join(voice.hall.app.get(Settings).DATA_DIR, 'files');
    const times = new Set(pathsBelow(files).map((path) => statSync(path).mtimeMs));
    expect([...times]).toEqual([startOfDay('2026-11-23')]);
    const { seen, code } = await voice.nameless('赵敏', { pictureTokens: [used] });
    expect([seen.pictureCount, seen.pictures]).toEqual([1, []]);
    expect(await voice.anonymously({ trackingCode: newCode(), pictureTokens: [used] })).toMatchObject({ status: 422, body: { code: 'SUGGESTION_PICTURE_GONE' } });
    const { pictures } = await voice.staff(voice.leader, seen.id);
    const link = must(await voice.hall.call<{ url: string }>('POST', `/staff/suggestions/${seen.id}/pictures/${pictures[0]!.id}/link`, voice.leader));
    const shown = await voice.hall.call<Buffer>('GET', link.url.replace('/api', ''));
    expect([shown.status, (await sharp(shown.body).metadata()).exif]).toEqual([200, undefined]);
    expect(await voice.hall.call('POST', `/staff/pictures/${pictures[0]!.id}/link`, voice.leader)).toMatchObject({ status: 404 });

    const left = () => voice.hall.dataSource.manager.countBy(AnonymousPicture, { cameOn: '2026-11-23' });
    const before = await left();
    const drop = () => voice.hall.app.get(Jobs).runNow('suggestion.drop-drafts');
    await voice.newDay('2026-11-24', '00:10');
    await drop();
    expect(await left()).toBe(before);
    await voice.newDay('2026-11-25', '00:10');
    await drop();
    expect(await left()).toBe(before - 1);
    expect(await voice.anonymously({ trackingCode: newCode(), pictureTokens: [unused] })).toMatchObject({ status: 422 });
    const sweep = () => voice.hall.app.get(Jobs).runNow('pictures.sweep');
    const named = await voice.hall.dataSource.manager.findBy(AnonymousPicture, { suggestionId: seen.id });
    await sweep();
    await sweep();
    expect(pathsBelow(files).filter((path) => path.includes(named[0]!.fileId))).toHaveLength(1);
    expect(must(await voice.look(code)).pictureCount).toBe(1);
  });

  test('whatever is not a picture is refused as everywhere, and one address cannot flood the box', async () => {
    expect(await voice.hall.upload('/public/anonymous-pictures', { name: 'a.jpg', type: 'image/jpeg', bytes: Buffer.from('not a picture') })).toMatchObject({ status: 415, body: { code: 'FILE_NOT_A_PICTURE' } });
    const answers: number[] = [];
    for (let at = 0; at < 70; at += 1) answers.push((await voice.anonymously()).status);
    expect(answers.at(-1)).toBe(429);
  });

  test('a session that is sent along all the same is not even looked at', async () => {
    await voice.newDay('2026-11-23', '12:00');
    const author = await voice.author('孙丽');
    const answer = await voice.hall.call<MySuggestionView>('POST', '/public/anonymous-suggestions/look', { ...author, body: { trackingCode: newCode() } });
    expect(answer.status).toBe(404);
    expect(must(await voice.hall.call<{ items: object[] }>('GET', '/resident/suggestions', author)).items).toEqual([]);
  });
});
