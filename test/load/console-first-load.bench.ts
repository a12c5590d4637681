import { Clerk } from '../journeys/browser/clerk.ts';
import { openDemoHall } from '../journeys/browser/demo-hall.ts';
import { Caller, staffOver } from '../journeys/hall-over-http.ts';
import type { Figure } from './figure.ts';
import { weigh, weightFigure } from './page-weight.ts';

/** What the console's sign-in, the desk and the hall screen weigh on first sight. Throws on a machine without Chromium. */
export async function run(): Promise<Figure[]> {
  const hall = await openDemoHall();
  try {
    const clerk = new Clerk(await hall.open('desk', '/api/health'));
    const signIn = await weigh(clerk.page, async () => {
      await clerk.page.goto(`${hall.url}/console/`);
      await clerk.at('sign-in').waitFor();
    });

    await clerk.signIn(hall.url, 'wang');
    const cold = await clerk.page.context().newCDPSession(clerk.page);
    await cold.send('Network.setCacheDisabled', { cacheDisabled: true });
    await clerk.page.goto('about:blank');
    const desk = await weigh(clerk.page, async () => {
      await clerk.page.goto(`${hall.url}/console/desk`);
      await clerk.at('my-window').waitFor();
    });

    const head = await staffOver(hall.url, 'zhou');
    const { code } = await head.post<{ code: string }>('/staff/devices/pairing-codes', { kind: 'screen', name: '大厅屏' });
    const { token } = await new Caller(hall.url).post<{ token: string }>('/public/devices/pair', { code });
    const wall = await hall.open('hall', '/api/health');
    await wall.addInitScript(`localStorage.setItem('hall.screen.device', ${JSON.stringify(token)})`);
    const screen = await weigh(wall, async () => {
      await wall.goto(`${hall.url}/screen/`);
      await wall.getByTestId('wall').waitFor();
    });

    return [
      weightFigure('console-first-load, sign-in', 230, signIn),
      weightFigure('console-first-load, desk', 360, desk),
      weightFigure('console-first-load, hall screen', 150, screen),
    ];
  } finally {
    await hall.close();
  }
}
