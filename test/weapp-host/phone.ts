import type { Browser } from 'playwright-core';
import { Outside } from './outside/outside.ts';
import { Person, type WechatCodes } from './outside/person.ts';
import { packWeapp, type PackedApp } from './packing/pack.ts';
import { BUILT_WEAPP } from './packing/pages-of.ts';
import type { Ledger } from './runtime/ledger.ts';
import { ChromiumScreen } from './screens/chromium-screen.ts';
import { JsdomScreen } from './screens/jsdom-screen.ts';
import type { Screen } from './screens/screen.ts';

export interface PhoneOptions {
  /** Where the API under test answers. */
  api: string;
  /** Whom WeChat takes the holder for; one name is one openid. */
  name?: string;
  wechat?: WechatCodes;
  /** The built mini-program; default miniapp/dist/weapp. */
  weapp?: string;
  /** A browser to draw in; without one it is jsdom. */
  browser?: Browser;
  /** What the phone's clock shows when it is made, epoch milliseconds; it then runs on. Default: the machine's. */
  clock?: number;
}

export interface Look { text: string; value: string | null; disabled: boolean; picture: string | null; classes: string }

/** The build under test is packed once a process: every phone carries the same. */
let built: PackedApp | undefined;

/** Quiet for this long means that nothing more will come by itself, in milliseconds. */
const QUIET = 60;
const PATIENCE = 15_000;
const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

/**
 * A phone with the real production build of the mini-program in it, and a person who holds it. Every act waits until
 * the phone is quiet again: no request under way and nothing drawn for a moment.
 */
export class Phone {
  readonly person = new Person();
  /** How far the phone's clock is ahead of the machine's, in milliseconds; a change counts from the next start. */
  ahead: number;
  private readonly screen: Screen;
  private readonly outside: Outside;
  private readonly app;
  private asleep = false;

  constructor(options: PhoneOptions) {
    this.app = options.weapp ? packWeapp(options.weapp) : (built ??= packWeapp(BUILT_WEAPP));
    this.ahead = options.clock === undefined ? 0 : options.clock - Date.now();
    this.screen = options.browser ? new ChromiumScreen(options.browser) : new JsdomScreen();
    this.outside = new Outside({ api: options.api, person: this.person, name: options.name ?? 'resident', wechat: options.wechat }, (news) => this.screen.tell(JSON.stringify(news)));
  }

  /** Starts the mini-program, as by a tap on its icon or a scanned link. What the phone remembered is still there. */
  async start(path = '', scene = 1001): Promise<void> {
    this.asleep = false;
    await this.screen.start({ app: this.app, outside: this.outside, path, scene, ahead: this.ahead });
    await this.settle();
  }

  /** Lies in a drawer overnight, and wakes when somebody next does something with it. @param ahead how far its clock is ahead then */
  async sleep(ahead: number): Promise<void> {
    this.ahead = ahead;
    this.asleep = true;
    await this.screen.close();
  }

  /** Goes straight to a page of the running mini-program, e.g. `/visit/book/index?id=7`. */
  async open(url: string): Promise<void> {
    await this.order('open', { url });
    await this.settle();
  }

  /** Taps the element of this id, or a tab by its page path. @throws when it is not there or disabled */
  async tap(id: string): Promise<void> {
    await this.awake();
    await this.screen.tap(id);
    await this.settle();
  }

  /** An impatient finger: twice at once. A button that rests after the first tap swallows the second, as on a phone. */
  async tapTwice(id: string): Promise<void> {
    await this.awake();
    await this.screen.tap(id);
    await this.screen.tap(id).catch((reason: Error) => {
      if (!reason.message.endsWith('is disabled')) throw reason;
    });
    await this.settle();
  }

  /** Types into the field of this id, or the one inside it, and leaves it. */
  async type(id: string, text: string): Promise<void> {
    await this.order('type', { id, text });
    await this.settle();
  }

  /** Chooses in the picker at this id: a place or the words of a list, a day, a month. */
  async pick(id: string, wish: number | string | (number | string)[]): Promise<void> {
    await this.order('pick', { id, wish });
    await this.settle();
  }

  async back(): Promise<void> {
    await this.order('back');
    await this.settle();
  }

  /** The person looks at another app, and comes back. */
  async leaveAndReturn(): Promise<void> {
    await this.order('foreground', { shown: false });
    await this.order('foreground', { shown: true });
    await this.settle();
  }

  /** What stands in the element of this id, or on the whole page. */
  async text(id?: string): Promise<string> {
    return id ? (await this.look(id)).text : ((await this.order<string | null>('see')) ?? '');
  }

  look(id: string): Promise<Look> {
    return this.order<Look>('look', { id });
  }

  async has(id: string): Promise<boolean> {
    return (await this.order<string | null>('see', { id })) !== null;
  }

  /** The ids a person could be told to tap. */
  ids(): Promise<string[]> {
    return this.order<string[]>('ids');
  }

  route(): Promise<{ path: string | null; query: Record<string, string>; depth: number }> {
    return this.order('route');
  }

  /**
   * Waits until something is so: an element of this id is there, or the page reads like this, or a question is
   * answered with yes.
   * @throws with what the page says when `patience` milliseconds have passed
   */
  async waitFor(what: string | RegExp | (() => Promise<boolean>), patience = PATIENCE): Promise<void> {
    const so = async () => (typeof what === 'function' ? what() : typeof what === 'string' ? this.has(what) : what.test(await this.text()));
    const deadline = performance.now() + patience;
    while (!(await so())) {
      if (performance.now() > deadline) {
        const { faults } = await this.ledger();
        throw new Error(`Waited in vain for ${String(what)} on ${(await this.route()).path}. The page says: ${await this.text()}\nIds: ${(await this.ids()).join(', ')}\n${faults.join('\n')}`);
      }
      await pause(30);
    }
  }

  /** Waits until the phone is quiet. */
  async settle(patience = PATIENCE): Promise<void> {
    const deadline = performance.now() + patience;
    while ((await this.order<number>('quiet')) < QUIET) {
      if (performance.now() > deadline) throw new Error(`The phone was still busy after ${patience} ms`);
      await pause(15);
    }
    await this.order('settle');
  }

  /** setData counted per page and per tap, calls of `wx`, and every error and warning since the last start. */
  ledger(): Promise<Ledger> {
    return this.order<Ledger>('ledger');
  }

  /** The bytes of a file of this phone, e.g. a PDF it has downloaded. */
  file(path: string): Buffer {
    return this.outside.files.read(path);
  }

  /** What the mini-program has stored on the phone. */
  memory(): Readonly<Record<string, unknown>> {
    return this.outside.storage;
  }

  screenshot(file: string): Promise<void> {
    return this.screen.screenshot(file);
  }

  async close(): Promise<void> {
    this.outside.network.close();
    await this.screen.close();
  }

  private async awake(): Promise<void> {
    if (this.asleep) await this.start();
  }

  private async order<T>(act: string, more: object = {}): Promise<T> {
    await this.awake();
    const { value, error } = JSON.parse(await this.screen.drive(JSON.stringify({ act, ...more }))) as { value: T; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }
}
