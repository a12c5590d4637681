import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { instantAt } from '@hall/shared/kernel/day';
import type { Browser, Page } from 'playwright-core';
import { startApi, type ApiProcess } from '../../servers/api-process.ts';
import { freePort } from '../../servers/child.ts';
import { launchChromium, openWindow, type SCREENS } from '../../servers/chromium.ts';

/** The Monday on which every browser story begins, and the moment the server's clock starts at. */
export const TODAY = '2026-11-23';
const BEGINS = instantAt(TODAY, '10:30');
const ARTEFACTS = resolve(import.meta.dirname, '../../artefacts');
/** Long enough for a busy machine; whoever waits, waits for something to be there. */
const PATIENCE = 20_000;

/** A running sample hall with its clients, and a browser to look at it with. */
export interface DemoHall {
  readonly url: string;
  readonly api: ApiProcess;
  /** A window of its own in front of one person; nothing is remembered from another. */
  open(screen: keyof typeof SCREENS, path: string): Promise<Page>;
  /** Keeps what the page shows now as `<name>.png` among the artefacts. */
  picture(page: Page, name: string): Promise<void>;
  /** Keeps what every open page shows, for whoever asks why a story broke off. */
  lastLook(): Promise<void>;
  /** What the pages threw, wrote as an error, did not find of themselves, or got from the server as its failure. */
  readonly complaints: string[];
  /** Closes the hall and opens it again at a later moment. Pages that were open are as they were; whoever goes on reloads. */
  wakeAt(instant: number): Promise<void>;
  close(): Promise<void>;
}

/** Tells one story; when it breaks off, what every page shows is kept. */
export type Tell = (title: string, tell: () => Promise<void>) => void;

/** Starts the sample hall without past days on a working Monday morning. Ask `findChromium()` first. */
export async function openDemoHall(): Promise<DemoHall> {
  const port = await freePort();
  const [browser, api] = await Promise.all([
    launchChromium(),
    startApi({ HALL_MODE: 'demo', SAMPLE_DAYS: '0', CLOCK_STARTS_AT: String(BEGINS), PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }),
  ]);
  mkdirSync(ARTEFACTS, { recursive: true });
  return hallOf(api, browser);
}

function hallOf(api: ApiProcess, browser: Browser): DemoHall {
  const complaints: string[] = [];
  const picture = async (page: Page, name: string) => void (await page.screenshot({ path: join(ARTEFACTS, `${name}.png`), animations: 'disabled' }));
  return {
    url: api.url, api, complaints,
    async open(screen, path) {
      const page = await (await openWindow(browser, screen)).newPage();
      page.setDefaultTimeout(PATIENCE);
      // There is no printer here, and asking for one brings a headless browser down.
      await page.addInitScript('window.print = () => undefined');
      page.on('pageerror', (error) => complaints.push(`${screen}: ${error.message}`));
      page.on('response', (answer) => {
        const { pathname } = new URL(answer.url());
        if (answer.status() >= (pathname.startsWith('/api/') ? 500 : 400)) complaints.push(`${screen}: ${answer.status()} ${pathname}`);
      });
      page.on('console', (message) => { if (message.type() === 'error' && !isRefusal(message.text())) complaints.push(`${screen}: ${message.text()}`); });
      await page.goto(`${api.url}${path}`);
      return page;
    },
    picture,
    async lastLook() {
      const pages = browser.contexts().flatMap((context) => context.pages());
      await Promise.all(pages.map((page, index) => picture(page, `broke-off-${index + 1}`)));
    },
    async wakeAt(instant) {
      await api.kill();
      await api.restart({ CLOCK_STARTS_AT: String(instant) });
    },
    async close() {
      await browser.close();
      await api.stop();
    },
  };
}

/** Chromium writes every answer of 4xx into the console; being refused in plain words is part of the stories. */
const isRefusal = (text: string): boolean => /Failed to load resource.*status of 4\d\d/.test(text);
