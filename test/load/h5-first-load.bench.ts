import { gzipSync } from 'node:zlib';
import { HallAtWork } from '../journeys/phone/hall-at-work.ts';
import { launchChromium, openWindow } from '../servers/chromium.ts';
import type { Figure } from './figure.ts';
import { rounded } from './statistics.ts';

const KB = 1024;
const REACH = 140 * KB;

/**
 * The files a browser that comes for the first time fetches until the home page stands and rests, each gzipped as a
 * server sends it. Answers of the API are not files. Throws on a machine without Chromium.
 */
export async function run(): Promise<Figure[]> {
  const hall = await HallAtWork.open('the embedded database');
  const browser = await launchChromium();
  try {
    const page = await (await openWindow(browser, 'phone')).newPage();
    const files = new Map<string, Promise<number>>();
    page.on('response', (answer) => {
      const { origin, pathname } = new URL(answer.url());
      if (origin === hall.url && !pathname.startsWith('/api/') && answer.ok()) files.set(pathname, answer.body().then((bytes) => gzipSync(bytes).length));
    });
    await page.goto(`${hall.url}/`);
    await page.locator('#door-enrol').waitFor();
    await page.waitForLoadState('networkidle');
    const weights = await Promise.all([...files].map(async ([path, bytes]) => ({ path, bytes: await bytes })));
    const whole = weights.reduce((sum, { bytes }) => sum + bytes, 0);
    const heaviest = weights.sort((a, b) => b.bytes - a.bytes).slice(0, 4).map(({ path, bytes }) => `${path} ${kilobytes(bytes)}`);
    return [{ name: 'h5-first-load', value: kilobytes(whole), unit: 'KB gzip', reach: '≤ 140 KB', ok: whole <= REACH, note: `${weights.length} files: ${heaviest.join(', ')}` }];
  } finally {
    await browser.close();
    await hall.close();
  }
}

const kilobytes = (bytes: number): number => rounded(bytes / KB, 1);
