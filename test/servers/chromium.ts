import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { findChromium } from './machine.ts';

/** The screens the hall is looked at on, in CSS pixels. */
export const SCREENS = {
  phone: { width: 390, height: 844 },
  desk: { width: 1366, height: 768 },
  hall: { width: 1920, height: 1080 },
} as const;

/** Quiet, without a sandbox (tests may run as root in a container), and with Chinese as the reader's language. */
const FLAGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check', '--mute-audio', '--font-render-hinting=none', '--lang=zh-CN'];

/**
 * Starts a headless Chromium; the caller closes it.
 * @throws when this machine has none; ask `findChromium()` first
 */
export async function launchChromium(flags: string[] = []): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium on this machine');
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, ...flags] });
}

/** A browser window of its own, without memories: one person in front of one screen. */
export function openWindow(browser: Browser, screen: keyof typeof SCREENS): Promise<BrowserContext> {
  const phone = screen === 'phone';
  return browser.newContext({ viewport: SCREENS[screen], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', hasTouch: phone, isMobile: phone, deviceScaleFactor: phone ? 2 : 1 });
}
