import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../cloud-api/src/platform/persistence/testing/on-every-database.ts';
import type { ApiProcess } from '../servers/api-process.ts';
import { dose, PATIENCE, tell } from '../trust/dose.ts';
import { Asking } from './asking.ts';
import { doubleCalls, gaps } from './invariants.ts';
import { PreparedHall } from './prepared-hall.ts';

jest.setTimeout(PATIENCE);

const WINDOWS = dose(12, 20);
const RESIDENTS = dose(48, 400);
const AT_THE_DESK = dose(48, 400);
const AT_ONCE = 64;

interface TicketTaken {
  id?: string;
  ticketId?: string;
  number: string;
}

interface Desk {
  current: { id: string; version: number; matters: { id: string }[] } | null;
}

/** Does the jobs, at most so many at once, in the order given. */
async function atOnce<T>(jobs: readonly (() => Promise<T>)[], width: number): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  await Promise.all(Array.from({ length: width }, async () => {
    while (next < jobs.length) {
      const mine = next++;
      results[mine] = await jobs[mine]!();
    }
  }));
  return results;
}

onEveryDatabase((database) => {
  let prepared: PreparedHall;
  let processes: ApiProcess[];
  const asking = new Asking();
  const at = (index: number) => processes[index % processes.length]!.url;

  beforeAll(async () => {
    prepared = await PreparedHall.furnish(database.url, { residents: RESIDENTS, clerksAtWindows: WINDOWS });
    processes = [await prepared.run(), ...(database.name === 'MariaDB' ? [await prepared.run()] : [])];
  });
  afterAll(async () => {
    asking.close();
    await prepared?.clearAway();
  });

  test('a crowd takes tickets by scanning and at the desk, some scan twice and some are refused: each person has one number, and no number is left out', async () => {
    const { body: screen } = await asking.ask<{ checkIn: { url: string } }>(at(0), 'GET', '/device/screen', prepared.screen.token);
    const code = screen.checkIn.url.split('code=')[1]!;
    const scan = (token: string, index: number, body: object = { code, matterIds: ['enrolment'] }) => asking.ask<TicketTaken>(at(index), 'POST', '/resident/check-in', token, { key: newId(), body });
    const scans = prepared.residents.map(({ token }, index) => async () => {
      if (index % 5 === 0) expect((await scan(token, index, { code, matterIds: ['no-such-matter'] })).status).toBeGreaterThanOrEqual(400);
      const answers = await Promise.all(index % 4 === 0 ? [scan(token, index), scan(token, index + 1)] : [scan(token, index)]);
      return answers.map(({ status, body }) => `${status} ${body.id} ${body.number}`);
    });
    const desks = Array.from({ length: AT_THE_DESK }, (_, index) => async () => {
      const { status, body } = await asking.ask<TicketTaken>(at(index), 'POST', '/staff/tickets', prepared.clerks[index % WINDOWS]!.token, { key: newId(), body: { cls: index % 3 === 0 ? 'care' : 'walkin', matterIds: ['benefit-enquiry'], ...(index % 3 === 0 ? { careReason: 'disabled' } : {}) } });
      return [`${status} ${body.ticketId} ${body.number}`];
    });
    const mixed = [...scans, ...desks].sort((a, b) => scans.indexOf(a) % 7 - desks.indexOf(b) % 7);
    const answers = await atOnce(mixed, AT_ONCE);
    for (const twice of answers) expect(new Set(twice).size).toBe(1);
    const given = answers.flat().map((answer) => answer.split(' '));
    expect(given.filter(([status]) => status !== '200')).toEqual([]);
    expect(new Set(given.map(([, id]) => id)).size).toBe(RESIDENTS + AT_THE_DESK);
    expect(new Set(given.map(([,, number]) => number)).size).toBe(RESIDENTS + AT_THE_DESK);
  });

  test('all windows call at once until nobody waits: nobody is called to two windows, and nobody is forgotten', async () => {
    const calls: string[] = [];
    const odd: string[] = [];
    await Promise.all(prepared.clerks.map(async ({ token }, index) => {
      for (let turn = 0; ; turn += 1) {
        const move = async (path: string, body: object = {}) => {
          const answer = await asking.ask<Desk>(at(index + turn), 'POST', path, token, { body });
          if (answer.status !== 200) odd.push(`${path} ${answer.status} ${answer.body.code}`);
          return answer.body.current;
        };
        const called = await asking.ask<Desk>(at(index + turn), 'POST', '/staff/desk/next', token, { body: {} });
        if (called.body.code === 'QUEUE_EMPTY') return;
        if (called.status !== 200 || !called.body.current) return void odd.push(`next ${called.status} ${called.body.code}`);
        const { id, version, matters } = called.body.current;
        calls.push(id);
        const serving = await move(`/staff/tickets/${id}/serve`, { version });
        const closed = serving && (await move(`/staff/tickets/${id}/matters/${matters[0]!.id}/close`, { version: serving.version, reason: '已当面办好' }));
        if (closed) await move(`/staff/tickets/${id}/done`, { version: closed.version });
      }
    }));
    expect({ odd, complaints: prepared.complaints() }).toEqual({ odd: [], complaints: [] });
    expect(new Set(calls).size).toBe(calls.length);
    expect(calls.length).toBe(RESIDENTS + AT_THE_DESK);
    tell(`tickets on ${database.name}, ${processes.length} process(es), ${WINDOWS} windows: ${calls.length} tickets taken and called, called twice 0, gaps 0`);
  });

  test('the hall\'s own books say the same; and a gap or a double call that is put into them is seen', async () => {
    await prepared.stopAll();
    await prepared.lookInside(async (hall) => {
      expect(await gaps(hall)).toEqual([]);
      expect(await doubleCalls(hall)).toEqual([]);
      const [ticket] = (await hall.dataSource.query("SELECT id FROM ticket WHERE cls = 'walkin' AND seq = 3")) as { id: string }[];
      const [call] = (await hall.dataSource.query("SELECT payload FROM outbox_event WHERE type = 'ticket.called' LIMIT 1")) as { payload: string }[];
      await hall.dataSource.query('INSERT INTO outbox_event (id, at, type, payload, delivered, attempts, not_before) VALUES (?, 0, ?, ?, 1, 0, 0)', [newId(), 'ticket.called', call!.payload.replace(/"windowId":"[^"]*"/, '"windowId":"another"')]);
      await hall.dataSource.query('DELETE FROM ticket WHERE id = ?', [ticket!.id]);
      expect(await gaps(hall)).toEqual([expect.stringContaining('walkin: 4 stands at place 3')]);
      expect(await doubleCalls(hall)).toHaveLength(1);
    });
  });
});
