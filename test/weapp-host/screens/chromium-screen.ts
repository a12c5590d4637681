import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openWindow } from '../../servers/chromium.ts';
import { GLASS, hostScript, hostStyle } from '../packing/host-script.ts';
import type { Screen, Start } from './screen.ts';

const ADDRESS = 'http://phone.test/';
const DOCUMENT = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><link rel="stylesheet" href="/__host.css"><body>${GLASS}</body></html>`;

/** A phone's screen in a real browser, 390 × 844, with real fingers. */
export class ChromiumScreen implements Screen {
  private readonly browser: Browser;
  private window: BrowserContext | null = null;
  private page: Page | null = null;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  async start(start: Start): Promise<void> {
    await this.window?.close();
    this.window = await openWindow(this.browser, 'phone');
    this.page = await this.window.newPage();
    await this.page.route(`${ADDRESS}**`, (route) => void this.serve(start, new URL(route.request().url())).then(
      ({ body, type }) => route.fulfill({ body, contentType: type }),
      () => route.fulfill({ status: 404, body: '' }),
    ));
    await this.page.exposeFunction('hostAsk', (request: string) => start.outside.answer(request));
    await this.page.addInitScript({ content: `window.hostBoot=${JSON.stringify({ storage: start.outside.storage, path: start.path, scene: start.scene, ahead: start.ahead, loadsPictures: true })};` });
    await this.page.goto(ADDRESS);
    await this.page.addScriptTag({ content: start.app.script });
    await this.page.addScriptTag({ content: await hostScript() });
  }

  drive(order: string): Promise<string> {
    return this.shown().evaluate((given) => window.hostDrive(given), order);
  }

  async tap(id: string): Promise<void> {
    const { error } = JSON.parse(await this.drive(JSON.stringify({ act: 'will-tap', id }))) as { error?: string };
    if (error) throw new Error(error);
    const tab = this.shown().locator(`#host-tabs [data-tab="${id}"]`);
    const element = (await tab.count()) > 0 ? tab : this.shown().locator(`wx-page:not([hidden]) [id="${id}"]`).first();
    await element.click();
  }

  tell(news: string): void {
    // The page may be on its way out; then nobody is left to hear.
    void this.page?.evaluate((given) => window.hostHear(given), news).catch(() => undefined);
  }

  async screenshot(file: string): Promise<void> {
    await this.shown().screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.window?.close();
    this.window = null;
    this.page = null;
  }

  private shown(): Page {
    if (!this.page) throw new Error('The mini-program was not started');
    return this.page;
  }

  /** What a phone finds without the network: the package's files, its own pictures, and pictures of the hall. */
  private async serve({ app, outside }: Start, url: URL): Promise<{ body: string | Buffer; type: string }> {
    if (url.pathname === '/') return { body: DOCUMENT, type: 'text/html; charset=utf-8' };
    if (url.pathname === '/__host.css') return { body: hostStyle(), type: 'text/css' };
    if (url.pathname === '/__picture') return { body: await outside.network.picture(url.searchParams.get('of') ?? ''), type: '' };
    const asset = app.assets.get(decodeURIComponent(url.pathname.slice(1)));
    if (!asset) throw new Error(`no ${url.pathname} in the package`);
    return { body: asset, type: url.pathname.endsWith('.svg') ? 'image/svg+xml' : url.pathname.endsWith('.png') ? 'image/png' : 'image/jpeg' };
  }
}
