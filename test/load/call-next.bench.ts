import { setTimeout as pause } from 'node:timers/promises';
import type { DeskView } from '@hall/shared/api/views';
import { startApi } from '../servers/api-process.ts';
import { startPrivateMariadb } from '../servers/private-mariadb.ts';
import type { Figure } from './figure.ts';
import { layHall, layTickets, open } from './queue-rows.ts';
import { ascending, percentile, rounded } from './statistics.ts';

const WINDOWS = 20;
const CALLS_EACH = 20;
/** A window serves for minutes; here each calls once a second, which is a hundred halls at once. */
const BETWEEN_CALLS_MS = 1_000;
const [FEW, MANY] = [1_000, 100_000];
const WAITING = 1_000;

interface Measured {
  times: number[];
  doubles: number;
}

/** Twenty clerks call, and let the person go again, over HTTP with everything that belongs to it: session, audit, outbox, the desk's answer. */
async function measure(server: { freshDatabase(name: string): Promise<string> }, total: number, waiting: number): Promise<Measured> {
  const url = await server.freshDatabase(`call_next_${total}_${waiting}`);
  const first = await startApi({ DATABASE_URL: url, LOG_LEVEL: 'warn' });
  await first.stop();
  const database = await open(url);
  const tokens = await layHall(database, WINDOWS);
  await layTickets(database, total, waiting);
  const api = await startApi({ DATABASE_URL: url, LOG_LEVEL: 'warn' });
  try {
    const ask = async (token: string, path: string, body: object): Promise<DeskView> => {
      const answer = await fetch(`${api.url}/api${path}`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as DeskView;
    };
    const times: number[] = [];
    const called: string[] = [];
    const clerk = async (token: string, index: number, calls: number, keep: boolean) => {
      await pause((index * BETWEEN_CALLS_MS) / WINDOWS);
      for (let call = 0; call < calls; call += 1) {
        const began = performance.now();
        const { current } = await ask(token, '/staff/desk/next', {});
        const took = performance.now() - began;
        if (keep) times.push(took);
        called.push(current!.id);
        await ask(token, `/staff/tickets/${current!.id}/miss`, { version: current!.version });
        await pause(Math.max(0, BETWEEN_CALLS_MS - (performance.now() - began)));
      }
    };
    await Promise.all(tokens.map((token, index) => clerk(token, index, 5, false)));
    await Promise.all(tokens.map((token, index) => clerk(token, index, CALLS_EACH, true)));
    return { times: ascending(times), doubles: called.length - new Set(called).size };
  } finally {
    await api.stop();
    await database.end();
  }
}

export async function run(): Promise<Figure[]> {
  const server = await startPrivateMariadb();
  try {
    const few = await measure(server, FEW, WAITING);
    const many = await measure(server, MANY, WAITING);
    const growth = percentile(many.times, 0.5) / percentile(few.times, 0.5);
    const doubles = few.doubles + many.doubles;
    const figure = (name: string, { times }: Measured): Figure => {
      const p99 = percentile(times, 0.99);
      return { name, value: rounded(p99, 1), unit: 'ms', reach: 'p99 ≤ 30 ms', ok: p99 <= 30, note: `${WINDOWS} windows, one call each ${BETWEEN_CALLS_MS} ms, over HTTP with the desk's answer; p50 ${rounded(percentile(times, 0.5), 1)} ms, ${times.length} calls` };
    };
    return [
      figure(`call-next, ${FEW} tickets`, few), figure(`call-next, ${MANY} tickets`, many),
      { name: 'call-next, growth', value: rounded(growth), unit: '×', reach: '≤ 1.3 ×', ok: growth <= 1.3, note: 'p50 at 100,000 over p50 at 1,000' },
      { name: 'call-next, double calls', value: doubles, unit: '', reach: '0', ok: doubles === 0, note: `${2 * WINDOWS * (CALLS_EACH + 5)} calls` },
    ];
  } finally {
    await server.stop();
  }
}
