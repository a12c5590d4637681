import { BoardVersions } from '../../cloud-api/src/features/queue/board-versions.ts';
import { NextTicket } from '../../cloud-api/src/features/queue/next-ticket.ts';
import { clerkAtWindow, walkIn } from '../../cloud-api/src/features/queue/queue.builder.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { PATIENCE } from '../trust/dose.ts';
import { doubleCalls } from './invariants.ts';

jest.setTimeout(PATIENCE);

onEveryDatabase((database) => {
  // One connection serves everybody on the embedded database, so no two calls can cross there.
  if (database.name !== 'MariaDB') return void test('has one writer, who calls one person at a time', () => expect(database.url).toMatch(/^sqlite:/));

  let hall: TestApp;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
  });
  afterAll(() => hall.close());

  /** Ten windows call at once, a few times over. */
  async function callAtOnce(clerks: { token: string }[]): Promise<void> {
    for (let round = 0; round < 6; round += 1) {
      await Promise.all(clerks.map(({ token }) => hall.call('POST', '/staff/desk/next', { token, body: {} })));
      await hall.work((work) => work.execute("UPDATE ticket SET state = 'served', window_in_use = NULL, open_key = NULL WHERE state = 'called'"));
    }
  }

  test('if a call took whoever was read, without asking whether somebody else has called, two windows would call one person, and it would be seen', async () => {
    const clerks = await Promise.all(Array.from({ length: 10 }, (_, index) => clerkAtWindow(hall, `${index}`)));
    for (let person = 0; person < 60; person += 1) await walkIn(hall, clerks[0]!.actor);
    const noTurnstile = jest.spyOn(BoardVersions.prototype, 'raise').mockResolvedValue(undefined as never);
    const noCondition = jest.spyOn(NextTicket.prototype, 'call').mockImplementation(async (work, candidate, { windowId }) => {
      await work.execute("UPDATE ticket SET state = 'called', window_id = ?, call_count = 1, version = version + 1 WHERE id = ?", [windowId, candidate.id]);
      return true;
    });
    await callAtOnce(clerks);
    noTurnstile.mockRestore();
    noCondition.mockRestore();
    expect((await doubleCalls(hall)).length).toBeGreaterThan(0);
    await hall.dataSource.query("DELETE FROM outbox_event WHERE type = 'ticket.called'");
    await hall.dataSource.query("UPDATE ticket SET state = 'waiting', window_id = NULL, call_count = 0");
    await callAtOnce(clerks);
    expect(await doubleCalls(hall)).toEqual([]);
  });
});
