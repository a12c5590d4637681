import { createRequire } from 'node:module';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';

/** The package is written for `require`: as a module its types and its code do not agree. */
const jsqr = createRequire(import.meta.url)('jsqr') as typeof import('jsqr').default;

/** What a phone's camera reads when it is held to this part of a screen. @throws when there is no QR code to be read */
export async function scan(place: Locator): Promise<string> {
  const { data, info } = await sharp(await place.screenshot()).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = jsqr(new Uint8ClampedArray(data), info.width, info.height);
  if (!found) throw new Error('There is no QR code to be read here');
  return found.data;
}
