import { Clerk, said } from '../journeys/browser/clerk.ts';
import { openDemoHall, TODAY } from '../journeys/browser/demo-hall.ts';
import { watchOperator } from '../journeys/browser/operator.ts';
import { enrollee, readyCase, residentOver } from '../journeys/enrollee.ts';
import { staffOver } from '../journeys/hall-over-http.ts';
import { serveEverybody } from '../journeys/quiet-line.ts';
import type { Figure } from './figure.ts';
import { inWords, keystrokeLevel } from './keystroke-level.ts';
import { rounded } from './statistics.ts';

/**
 * How long the clerk's own hands and head need from the call to done, with everything at the right place: what the hall's
 * promise of five minutes leaves for the person who came. What the clerk presses is recorded in Chromium on the real
 * console. Throws on a machine without Chromium.
 */
export async function run(): Promise<Figure[]> {
  const hall = await openDemoHall();
  try {
    for (const name of ['chen', 'li']) await serveEverybody(await staffOver(hall.url, name));
    const guide = await staffOver(hall.url, 'zhao');
    const clerk = new Clerk(await hall.open('desk', '/console/'));
    await clerk.signIn(hall.url, 'wang');
    await clerk.click('nav-desk');
    await clerk.at('desk').waitFor();
    const events = await watchOperator(clerk.page);

    const ready = await enrollee(46, 38, TODAY);
    await readyCase(await residentOver(hall.url, ready.person.phone), await staffOver(hall.url, 'zhang'), ready);
    await guide.post('/staff/tickets', { cls: 'walkin', matterIds: ['enrolment'], citizenId: ready.person.citizenId });
    await clerk.page.getByTestId(/^queue-row-/).waitFor();
    const readyTime = keystrokeLevel(await during(events, () => handleReady(clerk)));

    const walkIn = await enrollee(48, 58, TODAY);
    const answers = await said(hall.url, walkIn.answers);
    await guide.post('/staff/tickets', { cls: 'walkin', matterIds: ['enrolment'], citizenId: walkIn.person.citizenId });
    await clerk.page.getByTestId(/^queue-row-/).waitFor();
    const walkInTime = keystrokeLevel(await during(events, async () => {
      await clerk.callNext();
      await clerk.at('no-case').waitFor();
      await clerk.enrolAtWindow(walkIn, answers);
      await clerk.print('print-form');
      await clerk.print('print-receipt');
      await clerk.press('d');
      await clerk.at('done').waitFor();
      await clerk.done();
      await clerk.print('print-rating-slip');
    }));
    return [
      { name: 'five-minutes, ready case', value: rounded(readyTime.seconds, 1), unit: 's', reach: '≤ 45 s', ok: readyTime.seconds <= 45, note: `call to done with every picture looked at and the receipt printed: ${inWords(readyTime)}` },
      { name: 'five-minutes, nothing pre-filled', value: rounded(walkInTime.seconds, 1), unit: 's', reach: '≤ 240 s', ok: walkInTime.seconds <= 240, note: `the whole form by keyboard, three pictures, form, receipt and slip printed: ${inWords(walkInTime)}` },
    ];
  } finally {
    await hall.close();
  }
}

async function handleReady(clerk: Clerk): Promise<void> {
  await clerk.callNext();
  await clerk.lookThrough();
  await clerk.checkAndConfirm();
  await clerk.print('print-receipt');
  await clerk.done();
}

/** What was recorded while something was done. */
async function during<T>(events: readonly T[], act: () => Promise<void>): Promise<T[]> {
  const before = events.length;
  await act();
  return events.slice(before);
}
