import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Figure } from './figure.ts';
import { rounded } from './statistics.ts';

const KB = 1024;

/**
 * What a browser fetches that comes for the first time, each file gzipped as a server sends it. Answers of the API are
 * not files.
 * @param arrive goes to the page and waits until it stands
 */
export async function weigh(page: Page, arrive: () => Promise<unknown>): Promise<{ path: string; bytes: number }[]> {
  const files = new Map<string, Promise<number>>();
  page.on('response', (answer) => {
    const { protocol, pathname } = new URL(answer.url());
    if (protocol === 'http:' && !pathname.startsWith('/api/') && answer.ok()) files.set(pathname, answer.body().then((bytes) => gzipSync(bytes).length));
  });
  await arrive();
  await page.waitForLoadState('networkidle');
  return Promise.all([...files].map(async ([path, bytes]) => ({ path, bytes: await bytes })));
}

/** @param reach in KB of 1024 bytes */
export function weightFigure(name: string, reach: number, files: readonly { path: string; bytes: number }[]): Figure {
  const whole = files.reduce((sum, { bytes }) => sum + bytes, 0) / KB;
  const heaviest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, 4).map(({ path, bytes }) => `${path.split('/').at(-1)} ${rounded(bytes / KB, 1)}`);
  return { name, value: rounded(whole, 1), unit: 'KB gzip', reach: `≤ ${reach} KB`, ok: whole <= reach, note: `${files.length} files: ${heaviest.join(', ')}` };
}
