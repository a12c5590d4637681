import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { startWechatDouble, type WechatDouble } from '@hall/doubles/wechat/wechat-double';
import { instantAt } from '../../packages/shared/src/kernel/day.ts';
import { Settings } from '../../cloud-api/src/platform/config/settings.ts';
import { Jobs } from '../../cloud-api/src/platform/jobs/jobs.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import { newCode } from '../../cloud-api/src/features/suggestion/testing/voice.builder.ts';
import { TestApp, type Answer } from '../../cloud-api/src/testing/test-app.ts';
import { agreement, carryAway, follow, orders, type Loot } from './attacker.ts';
import { Chance } from './chance.ts';
import { PATIENCE, tell } from './dose.ts';

jest.setTimeout(PATIENCE);

const ACTS = 200;
/** Of 200 in random order the agreement strays by 0.07; five times that does not happen, however many orders are tried. */
const MORE_THAN_CHANCE = 0.35;

interface Act { thing: string; person: string; code: string }

const must = <T>({ status, body }: Answer<T>): T => {
  if (status !== 200) throw new Error(`the story broke off: ${status} ${JSON.stringify(body)}`);
  return body;
};
const photograph = (seed: number) => sharp({ create: { width: 64 + (seed % 50), height: 64 + (seed % 31), channels: 3, background: { r: seed % 255, g: (seed * 7) % 255, b: (seed * 13) % 255 } } }).jpeg().toBuffer();

onEveryDatabase((database) => {
  let hall: TestApp;
  let wechat: WechatDouble;
  let acts: Act[];
  /** Those who asked for it to be done anew, in the order in which they did. */
  let discontent: Act[];
  const chance = new Chance(20261123);

  /** Somebody does a few things under their name, then one without, then goes on under their name, all within a minute. */
  async function act(number: number): Promise<Act> {
    const name = `person-${number}`;
    const from = { 'x-forwarded-for': `10.0.${number >> 8}.${number & 255}` };
    const { token } = must(await hall.call<{ token: string }>('POST', '/public/sign-in/wechat', { body: { code: wechat.control.issueLoginCode(name) }, headers: from }));
    const person = must(await hall.call<{ id: string }>('GET', '/resident/me', { token })).id;
    const speak = (text: string) => hall.call('POST', '/resident/suggestions', { token, key: newId(), headers: from, body: { topic: 'other', text, wishesPublic: true, pictureIds: [] } });
    must(await speak('我以自己的名字提一条意见'));
    hall.clock.set(hall.clock.now() + 20_000);
    const jpeg = await photograph(number);
    const uploaded = await hall.app.inject({ method: 'POST', url: '/api/public/anonymous-pictures', headers: { ...from, 'content-type': 'multipart/form-data; boundary=b' }, payload: Buffer.concat([Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n'), jpeg, Buffer.from('\r\n--b--\r\n')]) });
    const code = newCode();
    // The session is sent along, as a careless client would.
    const { id: thing } = must(await hall.call<{ id: string }>('POST', '/public/anonymous-suggestions', {
      token, headers: from, body: { nonce: randomUUID(), trackingCode: code, wechatCode: wechat.control.issueLoginCode(name), topic: 'window', text: '不留名字，也想说一句', wishesPublic: true, pictureTokens: [uploaded.json<{ token: string }>().token] },
    }));
    hall.clock.set(hall.clock.now() + 20_000);
    must(await speak('我以自己的名字再提一条意见'));
    return { thing, person, code };
  }

  beforeAll(async () => {
    wechat = await startWechatDouble();
    hall = await TestApp.start(database.url, { now: instantAt('2026-11-23', '09:00'), environment: { LOG_LEVEL: 'debug', LOG_TO: 'file', TRUST_PROXY_HOPS: '1', WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appId, WECHAT_SECRET: wechat.appSecret } });
    acts = [];
    for (let number = 0; number < ACTS; number += 1) {
      acts.push(await act(number));
      hall.clock.set(hall.clock.now() + 40_000);
    }
    await hall.deliver();
    // Overnight the hall writes what it owes, answers, and the authors say by their codes that they are not content: in the same order again.
    hall.clock.set(instantAt('2026-11-24', '00:30'));
    await hall.app.get(Jobs).runNow('suggestion.upkeep');
    await hall.work((work) => work.execute("UPDATE suggestion SET state = 'replied' WHERE identity = 'anonymous'"));
    discontent = acts.filter(() => chance.in(0.5));
    for (const [number, { code }] of discontent.entries()) {
      hall.clock.set(hall.clock.now() + 60_000);
      const headers = { 'x-forwarded-for': `10.1.0.${number}` };
      const { version } = must(await hall.call<{ version: number }>('POST', '/public/anonymous-suggestions/look', { body: { trackingCode: code }, headers }));
      must(await hall.call('POST', '/public/anonymous-suggestions/reopen', { body: { trackingCode: code, version, reason: '没有说到点子上' }, headers }));
    }
    hall.clock.set(instantAt('2026-11-25', '00:30'));
    await hall.app.get(Jobs).runNow('suggestion.upkeep');
    await hall.deliver();
  });
  afterAll(async () => {
    await hall.close();
    await wechat.close();
  });

  const loot = (): Promise<Loot> => carryAway(hall, hall.app.get(Settings).DATA_DIR);
  const things = (taken: readonly Act[] = acts) => taken.map(({ thing }) => thing);
  const unmasked = (found: Map<string, Set<string>>) => acts.filter(({ thing, person }) => found.get(thing)!.has(person)).length;
  const strongest = (taken: Loot, truth: readonly string[]) => [...orders(taken, truth)].map(([by, order]) => ({ by, rho: agreement(order, truth) })).sort((a, b) => Math.abs(b.rho) - Math.abs(a.rho));

  test('whoever carries everything away does no better than chance at telling who wrote what', async () => {
    const taken = await loot();
    const people = new Set(acts.map(({ person }) => person));
    expect(unmasked(follow(taken, things(), people))).toBe(0);
    const tried = strongest(taken, things());
    expect(tried.length).toBeGreaterThan(15);
    expect(tried.filter(({ rho }) => Math.abs(rho) > MORE_THAN_CHANCE)).toEqual([]);
    const later = strongest(taken, things(discontent));
    expect(later.filter(({ rho }) => Math.abs(rho) > MORE_THAN_CHANCE * 1.5)).toEqual([]);
    tell(`secret acts on ${database.name}: ${ACTS} by ${people.size} people; 0 led to an account, best of ${tried.length} orders agrees ${tried[0]!.rho.toFixed(2)} (${tried[0]!.by})`);
  });

  test('the log knows none of the acts, neither by id nor by code', async () => {
    const { logLines } = await loot();
    const text = logLines.join('\n');
    expect(logLines.length).toBeGreaterThan(1);
    expect(acts.filter(({ thing, code }) => text.includes(thing) || text.includes(code) || text.includes(code.replaceAll('-', '')))).toEqual([]);
  });

  describe('what is added on purpose is found', () => {
    test('an audit row that names who acted leads to every author', async () => {
      await hall.work(async (work) => {
        for (const { thing, person } of acts) await work.execute("INSERT INTO audit_entry (id, at, actor_kind, actor_id, action, subject_id) VALUES (?, 0, 'resident', ?, 'suggestion.submit', ?)", [randomUUID(), person, thing]);
      });
      expect(unmasked(follow(await loot(), things(), new Set(acts.map(({ person }) => person))))).toBe(ACTS);
      await hall.work((work) => work.execute("DELETE FROM audit_entry WHERE at = 0"));
    });

    test('an id that is ordered by time puts the acts in their order', async () => {
      const planted = new Map<string, string>();
      await hall.work(async (work) => {
        for (const { thing } of acts) {
          const id = newId();
          planted.set(thing, id);
          await work.execute("INSERT INTO suggestion_note (id, suggestion_id, text_cipher, written_by, at) VALUES (?, ?, '', '-', 0)", [id, thing]);
        }
      });
      expect(strongest(await loot(), things())[0]).toMatchObject({ by: expect.stringContaining('suggestion_note'), rho: 1 });
      await hall.work((work) => work.execute('DELETE FROM suggestion_note'));
    });

    test('two thousand random orders stay below what counts as more than chance', () => {
      const worst = Math.max(...Array.from({ length: 2_000 }, () => Math.abs(agreement(things().map((thing) => ({ thing, key: chance.upTo(1e9) })).sort((a, b) => a.key - b.key).map(({ thing }) => thing), things()))));
      expect(worst).toBeLessThan(MORE_THAN_CHANCE);
    });
  });
});
