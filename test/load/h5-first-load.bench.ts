import { HallAtWork } from '../journeys/phone/hall-at-work.ts';
import { launchChromium, openWindow } from '../servers/chromium.ts';
import type { Figure } from './figure.ts';
import { weigh, weightFigure } from './page-weight.ts';

/** What the residents' home page weighs on first sight. Throws on a machine without Chromium. */
export async function run(): Promise<Figure[]> {
  const hall = await HallAtWork.open('the embedded database');
  const browser = await launchChromium();
  try {
    const page = await (await openWindow(browser, 'phone')).newPage();
    const files = await weigh(page, async () => {
      await page.goto(`${hall.url}/`);
      await page.locator('#door-enrol').waitFor();
    });
    return [weightFigure('h5-first-load', 140, files)];
  } finally {
    await browser.close();
    await hall.close();
  }
}
