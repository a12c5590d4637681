import { SECOND, instantAt, type Day, type Instant } from '@hall/shared/kernel/day';
import type { Browser, Page } from 'playwright-core';
import { launchChromium, openWindow, type SCREENS } from '../../servers/chromium.ts';
import { Phone } from '../../weapp-host/phone.ts';
import { Clerk } from '../browser/clerk.ts';
import { Caller, staffOver } from '../hall-over-http.ts';
import { HallAtWork, JOURNEY_DAY } from '../phone/hall-at-work.ts';

/** The days on which something happens, each with the hour the hall wakes at. */
export const MONDAY: Day = JOURNEY_DAY;
export const TUESDAY: Day = '2026-11-24';
export const WEDNESDAY: Day = '2026-11-25';
export const THURSDAY: Day = '2026-11-26';
const MORNING = '10:30';
export const NOON = '11:50';
/** A little before, so that the six digits of whoever signs in first are soon followed by others. */
const wakingAt = (day: Day, clock: string): Instant => instantAt(day, clock) - 10 * SECOND;
/** Long enough for a busy machine; whoever waits, waits for something to be there. */
const PATIENCE = 20_000;

/** One hall through several days, with phones that run the real mini-program and consoles in a real browser. */
export class WeekInTheHall {
  readonly hall: HallAtWork;
  /** What pages threw, or got from the server as its failure. */
  readonly complaints: string[] = [];
  private readonly browser: Browser;
  private readonly phones: Phone[] = [];
  private waking = wakingAt(MONDAY, MORNING);

  private constructor(hall: HallAtWork, browser: Browser) {
    this.hall = hall;
    this.browser = browser;
  }

  /** On Monday morning. Ask `findChromium()` first. */
  static async begin(): Promise<WeekInTheHall> {
    const [hall, browser] = await Promise.all([HallAtWork.open('the embedded database', MORNING), launchChromium()]);
    return new WeekInTheHall(hall, browser);
  }

  get url(): string {
    return this.hall.url;
  }

  /**
   * Everybody goes home and comes back on another morning, or after lunch: consoles are closed, phones keep what they remember.
   * @param meanwhile what somebody does to the hall's data while it sleeps
   */
  async sleepUntil(day: Day, clock = MORNING, meanwhile?: (dataDir: string) => void): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
    this.waking = wakingAt(day, clock);
    await this.hall.wakeAt(this.waking, meanwhile);
    const ahead = this.waking - Date.now();
    await Promise.all(this.phones.map((phone) => phone.sleep(ahead)));
  }

  /** Somebody with WeChat and the mini-program. */
  async phoneOf(name: string): Promise<Phone> {
    const phone = new Phone({ api: this.url, wechat: this.hall.wechat.control, name, clock: this.waking });
    this.phones.push(phone);
    await phone.start();
    return phone;
  }

  /** A member of staff in front of a console of their own, signed in. */
  async consoleOf(userName: string): Promise<Clerk> {
    const clerk = new Clerk(await this.window('desk', '/console/'));
    await clerk.signIn(this.url, userName);
    return clerk;
  }

  async window(screen: keyof typeof SCREENS, path: string): Promise<Page> {
    const page = await (await openWindow(this.browser, screen)).newPage();
    page.setDefaultTimeout(PATIENCE);
    // There is no printer here, and asking for one brings a headless browser down.
    await page.addInitScript('window.print = () => undefined');
    page.on('pageerror', (error) => this.complaints.push(`${screen}: ${error.message}`));
    page.on('response', (answer) => { if (answer.status() >= 500) this.complaints.push(`${screen}: ${answer.status()} ${answer.url()}`); });
    await page.goto(`${this.url}${path}`);
    return page;
  }

  staff(userName: string): Promise<Caller> {
    return staffOver(this.url, userName);
  }

  anybody(): Caller {
    return new Caller(this.url);
  }

  /** Asks again and again until it is so. @throws when `patience` milliseconds have passed */
  async until(so: () => Promise<boolean>, patience = PATIENCE): Promise<void> {
    const deadline = performance.now() + patience;
    while (!(await so())) {
      if (performance.now() > deadline) throw new Error(`Waited in vain for ${so.toString()}`);
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.phones.map((phone) => phone.close()));
    await this.browser.close();
    await this.hall.close();
  }
}
