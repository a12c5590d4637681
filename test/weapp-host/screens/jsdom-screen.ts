import { JSDOM, VirtualConsole } from 'jsdom';
import { GLASS, hostScript } from '../packing/host-script.ts';
import type { Screen, Start } from './screen.ts';

/** A screen without pixels: fast, for stories where nobody looks at colours. */
export class JsdomScreen implements Screen {
  private dom: JSDOM | null = null;

  async start({ app, outside, path, scene, ahead }: Start): Promise<void> {
    this.dom?.window.close();
    const silent = new VirtualConsole();
    this.dom = new JSDOM(`<!doctype html><body>${GLASS}</body>`, { runScripts: 'outside-only', pretendToBeVisual: true, url: 'http://phone.test/', virtualConsole: silent });
    const { window } = this.dom;
    Object.assign(window, {
      hostBoot: { storage: structuredClone(outside.storage), path, scene, ahead, loadsPictures: false },
      hostAsk: (request: string) => outside.answer(request),
      TextEncoder, TextDecoder,
    });
    window.eval(app.script);
    window.eval(await hostScript());
  }

  async drive(order: string): Promise<string> {
    if (!this.dom) throw new Error('The mini-program was not started');
    return this.dom.window.hostDrive(order);
  }

  async tap(id: string): Promise<void> {
    const { error } = JSON.parse(await this.drive(JSON.stringify({ act: 'tap', id }))) as { error?: string };
    if (error) throw new Error(error);
  }

  tell(news: string): void {
    this.dom?.window.hostHear?.(news);
  }

  screenshot(): Promise<void> {
    return Promise.reject(new Error('There is nothing to see in jsdom: use Chromium'));
  }

  async close(): Promise<void> {
    this.dom?.window.close();
    this.dom = null;
  }
}
