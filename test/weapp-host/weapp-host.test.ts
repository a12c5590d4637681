import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { launchChromium } from '../servers/chromium.ts';
import { findChromium } from '../servers/machine.ts';
import { packWeapp } from './packing/pack.ts';
import { Phone } from './phone.ts';
import { startSpecimenServer, type SpecimenServer } from './specimen-server.ts';

const SPECIMEN = join(import.meta.dirname, 'specimen');
const wechat = {
  consents: [] as string[],
  issueLoginCode: (person: string) => `login of ${person}`,
  issuePhoneCode: (person: string, phone: string) => `phone of ${person} ${phone}`,
  consent(person: string, template: string) {
    this.consents.push(`${person} ${template}`);
  },
};

const picture = () => sharp({ create: { width: 120, height: 80, channels: 3, background: '#8a4b2a' } }).png().toBuffer();

function story(screen: 'jsdom' | 'Chromium') {
  let server: SpecimenServer;
  let browser: Browser | undefined;
  let phone: Phone;

  beforeAll(async () => {
    server = await startSpecimenServer();
    browser = screen === 'Chromium' ? await launchChromium() : undefined;
  });
  beforeEach(async () => {
    phone = new Phone({ api: server.url, weapp: SPECIMEN, name: '张三', wechat, ...(browser ? { browser } : {}) });
    await phone.start();
  });
  afterEach(() => phone.close());
  afterAll(async () => {
    await browser?.close();
    await server.close();
  });

  test('signs in with a code of the person who holds the phone, and remembers from start to start', async () => {
    expect(await phone.text('who')).toBe('login of 张三');
    await phone.start();
    expect(phone.memory()).toEqual({ visits: 2 });
  });

  test('a tap reaches the button, a disabled button refuses it, and both are counted', async () => {
    await phone.tap('next');
    await phone.tap('next');
    expect(await phone.text('number')).toBe('2');
    await expect(phone.tap('next')).rejects.toThrow('#next is disabled');
    const { taps, pages } = await phone.ledger();
    expect(taps).toEqual([1, 2].map((number) => ({ id: 'next', path: 'counter/index', crossing: { calls: 1, bytes: JSON.stringify({ number }).length, largest: JSON.stringify({ number }).length } })));
    expect(pages[0]).toMatchObject({ path: 'counter/index', first: { calls: 1 }, whole: { calls: 3 } });
  });

  test('a finger on something that is not there is an error that says what is', async () => {
    await expect(phone.tap('gone')).rejects.toThrow(/There is no #gone on counter\/index; there are: who, number, next/);
  });

  test('typing, choosing from a list and choosing a day arrive as events', async () => {
    await phone.type('name', '李雷与韩梅梅同学');
    await phone.pick('area', '襄城');
    await phone.pick('day', '2026-11-23');
    expect([await phone.text('greeting'), await phone.text('area'), await phone.text('day')]).toEqual(['李雷与韩梅梅，您好', '襄城', '2026-11-23']);
    await expect(phone.pick('area', '武昌')).rejects.toThrow('The picker offers 樊城, 襄城; not 武昌');
    await expect(phone.pick('day', '2027-01-01')).rejects.toThrow('2027-01-01 lies after 2026-12-31');
  });

  test('the phone number is a code when the person agrees, and a refusal when not', async () => {
    await phone.tap('phone');
    expect(await phone.text('code')).toBe('getPhoneNumber:fail user deny');
    phone.person.phone = '13900000001';
    await phone.tap('phone');
    expect(await phone.text('code')).toBe('phone of 张三 13900000001');
  });

  test('a photograph is made smaller and really sent', async () => {
    await phone.tap('to-paper');
    expect(await phone.route()).toMatchObject({ path: 'paper/index', query: { case: '7' }, depth: 2 });
    await phone.tap('shoot');
    expect(await phone.text('sent')).toBe('chooseMedia:fail cancel');
    phone.person.photographs(await picture());
    await phone.tap('shoot');
    const sent = server.heard.at(-1)!;
    expect(sent).toMatchObject({ method: 'POST', url: '/api/pictures', authorization: 'Bearer t' });
    expect(sent.body.includes('Content-Type: image/jpeg')).toBe(true);
    expect(await sharp(phone.file((await phone.look('picture')).picture!)).metadata()).toMatchObject({ width: 40, format: 'jpeg' });
    expect(JSON.parse(await phone.text('sent'))).toEqual({ bytes: sent.body.length });
  });

  test('a dialog is answered by the person', async () => {
    await phone.tap('to-paper');
    phone.person.dialogAnswers.push(false);
    await phone.tap('leave');
    expect((await phone.route()).path).toBe('paper/index');
    await phone.tap('leave');
    expect((await phone.route()).path).toBe('counter/index');
    expect(phone.person.dialogs.map((dialog) => dialog.title)).toEqual(['确定放弃吗', '确定放弃吗']);
  });

  test('requests and sockets are real, and fail in WeChat\'s words without a network', async () => {
    await phone.tap('desk/index');
    expect(await phone.text('board')).toBe('200 前面还有两位');
    expect(server.heard.at(-1)).toMatchObject({ method: 'GET', url: '/api/board?hall=1', authorization: 'Bearer t' });
    await phone.tap('listen');
    await phone.waitFor(/board: A012/);
    phone.person.offline = true;
    await phone.tap('refresh');
    expect(await phone.text('board')).toMatch(/^request:fail .*INTERNET_DISCONNECTED/);
  });

  test('a scan and a wish to be told are the person\'s to give', async () => {
    await phone.open('/desk/index');
    await phone.tap('scan');
    expect(await phone.text('scanned')).toBe('scanCode:fail cancel');
    phone.person.scan = '123456';
    await phone.tap('scan');
    expect(await phone.text('scanned')).toBe('123456');
    await phone.tap('watch');
    expect(await phone.text('scanned')).toBe('accept');
    expect(wechat.consents).toContain('张三 called');
  });

  test('an error in the mini-program is not lost', async () => {
    await phone.open('/desk/index');
    await phone.tap('broken');
    expect((await phone.ledger()).faults.join()).toContain('the drawer is stuck');
  });
}

describe('the phone, without pixels', () => story('jsdom'));
(findChromium() ? describe : describe.skip)('the phone, in a browser', () => story('Chromium'));

describe('the host bites', () => {
  /** The same mini-program with one thing broken. */
  async function damaged(file: string, change: (text: string) => string): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'hall-weapp-'));
    await cp(SPECIMEN, folder, { recursive: true });
    await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));
    return folder;
  }

  test('when a button has lost its handler', async () => {
    const weapp = await damaged('counter/index.wxml', (text) => text.replace('bindtap="next"', ''));
    const phone = new Phone({ api: 'http://127.0.0.1:1', weapp, wechat });
    await phone.start();
    await phone.tap('next');
    const number = await phone.text('number');
    await phone.close();
    await rm(weapp, { recursive: true });
    expect(number).toBe('0');
  });

  test('when a template does not compile', async () => {
    const weapp = await damaged('counter/index.wxml', (text) => `${text}<view>{{ 1 + }}</view>`);
    expect(() => packWeapp(weapp)).toThrow('The templates do not compile');
    await rm(weapp, { recursive: true });
  });
});

