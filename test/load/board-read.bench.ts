import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi } from '../servers/api-process.ts';
import { freePort, startChild, untilReady } from '../servers/child.ts';
import { startPrivateMariadb } from '../servers/private-mariadb.ts';
import type { Figure } from './figure.ts';
import { rush, type Rush } from './keep-alive.ts';
import { layHall, layTickets, open } from './queue-rows.ts';
import { median, rounded } from './statistics.ts';

const CONNECTIONS = 64;
const SECONDS = 4;
const ROUNDS = 3;
const PATH = '/api/public/board';

/** Reads of the public board beside bare `node:http` serving the same bytes, in turns so that both see the same machine. */
export async function run(): Promise<Figure[]> {
  const server = await startPrivateMariadb();
  const folder = await mkdtemp(join(tmpdir(), 'hall-board-'));
  const url = await server.freshDatabase('board_read');
  await (await startApi({ DATABASE_URL: url, LOG_LEVEL: 'warn' })).stop();
  const database = await open(url);
  await layHall(database, 8);
  await layTickets(database, 300, 300);
  await database.end();
  const api = await startApi({ DATABASE_URL: url, LOG_LEVEL: 'warn' });
  const bytes = join(folder, 'board.json');
  await writeFile(bytes, Buffer.from(await (await fetch(`${api.url}${PATH}`)).arrayBuffer()));
  const barePort = await freePort();
  const bare = startChild(process.execPath, [join(import.meta.dirname, 'bare-board.server.ts'), bytes, String(barePort)]);
  try {
    await untilReady(bare, 'The bare server', () => fetch(`http://127.0.0.1:${barePort}/`).then((answer) => answer.ok, () => false), 10_000);
    const [ours, theirs]: [Rush[], Rush[]] = [[], []];
    await rush(api.port, PATH, CONNECTIONS, 2);
    await rush(barePort, PATH, CONNECTIONS, 1);
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await rush(api.port, PATH, CONNECTIONS, SECONDS));
      theirs.push(await rush(barePort, PATH, CONNECTIONS, SECONDS));
    }
    const [hall, plain] = [median(ours.map((one) => one.perSecond)), median(theirs.map((one) => one.perSecond))];
    const refused = ours.reduce((sum, one) => sum + one.refused, 0);
    return [
      { name: 'board-read', value: rounded(hall / plain), unit: '× bare', reach: '≥ 0.7 ×', ok: hall / plain >= 0.7 && refused === 0, note: `${Math.round(hall)} beside ${Math.round(plain)} a second, ${CONNECTIONS} connections, p99 ${rounded(median(ours.map((one) => one.p99)), 1)} ms, refused ${refused}` },
    ];
  } finally {
    await bare.end();
    await api.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
