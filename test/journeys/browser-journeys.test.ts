import { findChromium } from '../servers/machine.ts';
import { atTheWindow } from './browser/at-the-window.ts';
import { openDemoHall, type DemoHall, type Tell } from './browser/demo-hall.ts';
import { ledOn } from './browser/led-on.ts';
import { wholeVisit } from './browser/whole-visit.ts';
import { staffOver } from './hall-over-http.ts';
import { serveEverybody } from './quiet-line.ts';

(findChromium() ? describe : describe.skip)('the hall on three screens', () => {
  let hall: DemoHall | undefined;
  const hallNow = () => hall!;
  beforeAll(async () => {
    hall = await openDemoHall();
    // One clerk by herself lets the sample's people go, so that the stories begin with an empty hall.
    await serveEverybody(await staffOver(hall.url, 'chen'));
    await serveEverybody(await staffOver(hall.url, 'li'));
  });
  afterAll(() => hall?.close());
  const story: Tell = (title, tell) => test(title, () => tell().catch(async (error: unknown) => {
    await hallNow().lastLook();
    throw error;
  }), 120_000);

  wholeVisit(story, hallNow);
  atTheWindow(story, hallNow);
  ledOn(story, hallNow);

  test('no page threw, wrote an error or met a failure of the server', () => {
    expect(hallNow().complaints).toEqual([]);
  });
});
