import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { FEATURES } from '../../cloud-api/src/features.ts';
import { aPhotograph } from '../../cloud-api/src/features/enrolment/testing/case.builder.ts';
import { Settings } from '../../cloud-api/src/platform/config/settings.ts';
import type { DemoInboxSms } from '../../cloud-api/src/platform/sms/demo-inbox.sms.ts';
import { SmsPort } from '../../cloud-api/src/platform/sms/sms.port.ts';
import { Logger } from '../../cloud-api/src/platform/logging/logger.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import { SpillingRoom } from '../../cloud-api/src/testing/careless-rooms.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { PATIENCE, tell } from './dose.ts';
import { openCounter, openTheHall, settle, somebody } from './household.ts';
import { dump, filesBelow, findLeaks, type Place, type Secret } from './leak-scan.ts';

jest.setTimeout(PATIENCE);

const CALLER = { name: '皇甫嵩明', phone: '15871230456', citizen: somebody('皇甫嵩明').citizenId };
const WALK_IN = { ...somebody('夏侯文秀'), phone: '18907275566', bankCard: '6217995200098765432', address: '夏侯巷 77 号附 3 号' };
const ON_H5 = '17362001122';
const QUESTION = '我母亲的养老金停发了半年，想问问怎么补';
const NAMELESS = { text: '五号窗口让我把同一张表抄了三遍', code: 'K7WM-3QXV-9HTB-2ZRE' };
const COMMENT = '窗口的老师帮我的母亲填了半天，谢谢';

/** Everything people tell the hall about themselves, told through its doors: the phone, the desk, the slip, and mistakes. */
async function tellEverything(hall: TestApp, wechat: WechatDouble): Promise<Secret[]> {
  await openTheHall(hall);
  const counter = await openCounter(hall);
  const desk = { token: counter.token };
  const homes = [await settle(hall, counter), await settle(hall, counter)];

  const signedIn = await hall.call<{ token: string; renewalToken: string }>('POST', '/public/sign-in/wechat', { body: { code: wechat.control.issueLoginCode('wechat-person') } });
  await hall.call('POST', '/resident/me/phone', { token: signedIn.body.token, body: { code: wechat.control.issuePhoneCode('wechat-person', '16671239999') } });
  await hall.call('POST', '/public/sign-in/phone-code', { body: { phone: ON_H5 } });
  const [sms] = (hall.app.get(SmsPort) as DemoInboxSms).list();
  const code = /\d{6}/.exec(sms!.text)![0];
  const phoned = await hall.call<{ token: string; renewalToken: string }>('POST', '/public/sign-in/phone', { body: { phone: ON_H5, code } });

  await hall.call('POST', '/staff/tickets', { ...desk, key: newId(), body: { cls: 'walkin', matterIds: ['enrolment'], citizenId: WALK_IN.citizenId, name: WALK_IN.name } });
  const opened = await hall.call<{ id: string; version: number }>('POST', '/staff/applications', { ...desk, key: newId(), body: { matterId: 'enrolment', answers: { name: WALK_IN.name, citizenId: WALK_IN.citizenId } } });
  await hall.call('PATCH', `/staff/applications/${opened.body.id}/draft`, { ...desk, body: { version: opened.body.version, answers: { phone: WALK_IN.phone, bankCard: WALK_IN.bankCard, householdAddress: WALK_IN.address } } });
  await hall.upload(`/staff/applications/${opened.body.id}/materials/citizen-id-card/pictures`, { name: `${WALK_IN.name}${WALK_IN.citizenId}.jpg`, type: 'image/jpeg', bytes: await aPhotograph() }, desk);
  for (const paper of ['form', 'receipt', 'notice']) await hall.call('GET', `/staff/applications/${opened.body.id}/${paper}.pdf`, desk);
  await hall.call('POST', '/staff/bookings', { ...desk, key: newId(), body: { slotId: homes[0]!.slotId, matters: [{ matterId: 'enrolment-change' }], callerName: CALLER.name, callerPhone: CALLER.phone, citizenId: CALLER.citizen } });
  for (const body of [{ citizenId: WALK_IN.citizenId }, { phone: WALK_IN.phone }]) await hall.call('POST', '/staff/cases/find', { ...desk, body });
  for (const field of ['citizenId', 'phone', 'bankCard']) await hall.call('POST', `/staff/applications/${opened.body.id}/unmask`, { ...desk, body: { field } });
  const said = { nonce: newId(), trackingCode: NAMELESS.code, wechatCode: wechat.control.issueLoginCode('nameless-person'), topic: 'window', text: `${NAMELESS.text}，我的电话 ${WALK_IN.phone}`, wishesPublic: true, pictureTokens: [] };
  const told = await hall.call<{ id: string; version: number }>('POST', '/public/anonymous-suggestions', { body: said });
  expect(told.status).toBe(200);
  await hall.call('POST', '/public/suggestions/similar', { body: { text: said.text } });
  await hall.call('POST', '/public/anonymous-suggestions/look', { body: { trackingCode: NAMELESS.code } });
  await hall.call('POST', `/staff/suggestions/${told.body.id}/notes`, { ...desk, body: { text: `${CALLER.name}也说过` } });
  await hall.call('GET', `/public/suggestions?q=${encodeURIComponent(NAMELESS.text)}`);
  await hall.call('POST', '/public/guide/matches', { body: { text: `${WALK_IN.name}的电话 ${WALK_IN.phone}，社保卡丢了怎么办？` } });
  const asked = await hall.call<{ id: string }>('POST', '/staff/enquiries', { ...desk, key: newId(), body: { way: 'call', askerName: CALLER.name, askerPhone: CALLER.phone, text: `${CALLER.name}问：${QUESTION}`, answer: null } });
  await hall.call('PUT', `/staff/enquiries/${asked.body.id}/draft`, { ...desk, body: { text: `${CALLER.name}您好`, version: null } });
  await hall.call('POST', `/staff/enquiries/${asked.body.id}/contact`, desk);
  await hall.call('POST', `/resident/ratings/${homes[0]!.ratingId}`, { token: homes[0]!.token, key: newId(), body: { level: 5, reasons: [], comment: COMMENT } });

  // People and programs make mistakes: what was typed in the wrong place must not be written down either.
  await hall.call('GET', `/resident/applications/${WALK_IN.citizenId}`, { token: homes[0]!.token });
  await hall.call('GET', `/nowhere/${WALK_IN.citizenId}?phone=${WALK_IN.phone}`);
  await hall.call('POST', `/resident/relatives`, { token: homes[0]!.token, body: { relation: WALK_IN.citizenId, name: { text: WALK_IN.name }, [WALK_IN.phone]: WALK_IN.bankCard } });
  await hall.call('POST', '/public/sign-in/phone', { body: { phone: WALK_IN.phone, code: '000000' } });
  await hall.call('POST', '/public/staff/sign-in', { body: { userName: WALK_IN.phone, password: WALK_IN.citizenId } });
  wechat.control.failNext('/sns/jscode2session', 'cut', 3);
  await hall.call('POST', '/public/sign-in/wechat', { body: { code: wechat.control.issueLoginCode('wechat-person') } });
  // And the hall itself breaks in the middle of somebody's sentence.
  for (const how of ['error', 'statement']) expect((await hall.call('POST', `/public/spilling/${how}`, { body: { text: `${WALK_IN.name} ${WALK_IN.citizenId} ${WALK_IN.phone}` } })).status).toBe(500);
  await hall.deliver();

  const of = (whose: string, { name, citizenId }: { name: string; citizenId: string }): Secret[] => [{ what: `the name of ${whose}`, text: name }, { what: `the ID number of ${whose}`, text: citizenId }];
  return [
    ...homes.flatMap((home) => [
      ...of('a resident', home.person), ...of('a relative', home.relative), ...of('another relative', home.another), { what: 'the phone of a resident', text: home.phone }, { what: 'the account of a resident', text: home.bankCard },
      { what: 'the token of a resident', text: home.token, random: true as const },
    ]),
    { what: 'the address of a resident', text: '米公路 12 号' },
    ...of('a walk-in', WALK_IN), { what: 'the phone of a walk-in', text: WALK_IN.phone }, { what: 'the account of a walk-in', text: WALK_IN.bankCard }, { what: 'the address of a walk-in', text: WALK_IN.address },
    { what: 'the name of a caller', text: CALLER.name }, { what: 'the phone of a caller', text: CALLER.phone }, { what: 'the ID number of a caller', text: CALLER.citizen },
    { what: 'a phone signed in by', text: ON_H5 }, { what: 'a phone WeChat told', text: '16671239999' }, { what: 'what somebody wrote beside a rating', text: COMMENT }, { what: 'what somebody asked', text: QUESTION },
    { what: 'an openid', text: wechat.control.openidOf('wechat-person') }, { what: 'the openid of somebody without a name', text: wechat.control.openidOf('nameless-person') }, { what: 'what was said without a name', text: NAMELESS.text },
    ...[NAMELESS.code, NAMELESS.code.replaceAll('-', '')].map((text) => ({ what: 'a tracking code', text, random: true as const })), { what: 'the secret of the mini-program', text: wechat.appSecret },
    ...[signedIn, phoned].flatMap(({ body }) => [{ what: 'a token', text: body.token, random: true as const }, { what: 'a renewal token', text: body.renewalToken, random: true as const }]), { what: 'the token of a clerk', text: counter.token, random: true },
  ];
}

onEveryDatabase((database) => {
  let hall: TestApp;
  let wechat: WechatDouble;
  let secrets: Secret[];
  let folder: string;

  beforeAll(async () => {
    wechat = await startWechatDouble();
    FEATURES.push(SpillingRoom);
    hall = await TestApp.start(database.url, { environment: { LOG_LEVEL: 'debug', LOG_TO: 'file', WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret } }).finally(() => FEATURES.pop());
    folder = hall.app.get(Settings).DATA_DIR;
    secrets = await tellEverything(hall, wechat);
  });
  afterAll(async () => {
    await hall.close();
    await wechat.close();
  });

  const logs = (): Place[] => filesBelow(join(folder, 'logs'), 'the log');
  const stored = (): Place[] => filesBelow(join(folder, 'files'), 'the file store');
  const everything = async (): Promise<Place[]> => {
    const raw = database.name === 'embedded' ? [database.url.slice('sqlite:'.length), `${database.url.slice('sqlite:'.length)}-wal`].map((path) => ({ where: 'the database\'s own file', bytes: readFileSync(path) })) : [];
    return [...(await dump(hall)), ...logs(), ...stored(), ...raw];
  };

  test('neither the database, nor the events, nor a log, nor a stored file holds what people told the hall in confidence', async () => {
    const places = await everything();
    expect(places.filter(({ where }) => where.startsWith('outbox_event.')).length).toBeGreaterThan(3);
    expect(places.filter(({ where }) => where.startsWith('the log')).length).toBeGreaterThan(0);
    expect(places.filter(({ where }) => where.startsWith('the file store')).length).toBeGreaterThan(5);
    expect(findLeaks(places, secrets)).toEqual([]);
    const bytes = places.reduce((sum, place) => sum + place.bytes.length, 0);
    tell(`leaks on ${database.name}: ${secrets.length} secrets looked for in ${places.length} places (${Math.round(bytes / 1024)} KiB: tables, events, logs, files), 0 found`);
  });

  test('the log did tell that something broke, only not in whose sentence', () => {
    const text = logs().map(({ bytes }) => bytes.toString()).join('');
    expect(text.match(/a request failed/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test('no stored picture can be looked at without the key', () => {
    for (const { bytes } of stored()) expect([bytes.subarray(0, 3).toString('hex'), bytes.includes('JFIF')]).not.toEqual(['ffd8ff', true]);
  });

  describe('what is planted on purpose is found', () => {
    const one = () => secrets.find(({ what }) => what === 'the ID number of a walk-in')!;

    test('an ID number in a line of the log', async () => {
      hall.app.get(Logger).info({ asked: one().text }, 'a careless line');
      expect(findLeaks(logs(), secrets)).toEqual([`${one().what}, plain, in the log: api.log`]);
      writeFileSync(join(folder, 'logs', 'api.log'), '');
    });

    test('an ID number in a row, and one in an event, encoded', async () => {
      await hall.work(async (work) => {
        await work.execute('UPDATE booking SET close_reason = ? WHERE id = (SELECT id FROM (SELECT MIN(id) AS id FROM booking) AS some)', [`打给 ${one().text}`]);
        await work.execute('INSERT INTO outbox_event (id, at, type, payload, delivered, attempts, not_before) VALUES (?, 0, ?, ?, 1, 0, 0)', [newId(), 'careless', Buffer.from(`{"id":"${one().text}"}`).toString('base64')]);
      });
      expect(findLeaks(await dump(hall), secrets).sort()).toEqual([`${one().what}, base64, in outbox_event.payload`, `${one().what}, plain, in booking.close_reason`]);
    });

    test('a hash of an ID number that needs no key to be guessed', () => {
      const { createHash } = jest.requireActual<typeof import('node:crypto')>('node:crypto');
      const bytes = Buffer.from(createHash('sha256').update(one().text).digest('hex'));
      expect(findLeaks([{ where: 'resident.citizen_index', bytes }], secrets)).toEqual([`${one().what}, a bare sha256, in resident.citizen_index`]);
    });

    test('a name in a file that was stored as it came', () => {
      const path = join(folder, 'files', 'careless.txt');
      appendFileSync(path, Buffer.from(WALK_IN.name, 'utf16le'));
      expect(findLeaks(stored(), secrets)).toEqual(['the name of a walk-in, UTF-16, in the file store: careless.txt']);
    });
  });

  test('a request that is little more than an ID number leaves no hash by which the number could be guessed', async () => {
    const wish = { cls: 'walkin', matterIds: ['enrolment'], citizenId: somebody('百里长风').citizenId };
    const asked = (params: unknown) => JSON.stringify([params, wish]);
    const head = await hall.staff(['head']);
    expect((await hall.call('POST', '/staff/tickets', { token: head.token, key: newId(), body: wish })).status).toBe(200);
    expect(findLeaks(await dump(hall), [{}, null].map((params) => ({ what: 'the request', text: asked(params) })))).toEqual([]);
  });
});
