import { dayOf } from '@hall/shared/kernel/day';
import { addMonths, monthOf } from '@hall/shared/rating/published-figures.rules';
import { aesSuite } from '../../cloud-api/src/platform/crypto/aes-suite.ts';
import { generateKeyRing, parseKeyRing } from '../../cloud-api/src/platform/crypto/key-ring.ts';
import { RingCrypto } from '../../cloud-api/src/platform/crypto/ring-crypto.ts';
import { startApi, type ApiProcess } from '../servers/api-process.ts';
import { startPrivateMariadb, type PrivateMariadb } from '../servers/private-mariadb.ts';
import type { Figure } from './figure.ts';
import { layHall, open } from './queue-rows.ts';
import { now } from './rush-hall.ts';
import { median, rounded } from './statistics.ts';
import { RESIDENT_TOKEN, WORDS, idOf, layDeadlines, layInbox, layPeople, layRatings, laySuggestions, textOf, type VoiceSize } from './voice-rows.ts';

const SMALL: VoiceSize = { suggestions: 2_000, rows: 10_000 };
const LARGE: VoiceSize = { suggestions: 20_000, rows: 1_000_000 };
const MOST = 1.3;
const WARM_UP = 6;
const ROUNDS = 41;
const COUNTING_PATIENCE_MS = 240_000;

interface Hall { api: ApiProcess; staff: string }
type Asked = (hall: Hall, round: number) => Promise<Response>;

const get = (path: string, who?: (hall: Hall) => string): Asked => (hall) => fetch(`${hall.api.url}/api${path}`, who ? { headers: { authorization: `Bearer ${who(hall)}` } } : {});
const post = (path: (round: number) => string, body: (round: number) => object, token?: string): Asked => (hall, round) =>
  fetch(`${hall.api.url}/api${path(round)}`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify(body(round)) });
const staff = (hall: Hall) => hall.staff;
const resident = () => RESIDENT_TOKEN;
const search = (word: string) => get(`/public/suggestions?q=${encodeURIComponent(word)}`);

/** What is asked and done most, each as its page asks it. */
const ACTS = (): Record<string, Asked> => {
  const month = addMonths(monthOf(dayOf(now())), -3);
  return {
    'public suggestions': get('/public/suggestions'),
    'search, a common word': search(WORDS.common),
    'search, a rare word': search(WORDS.rare),
    'similar suggestions': post(() => '/public/suggestions/similar', (round) => ({ text: textOf(round * 37 + 5) })),
    'one suggestion': get(`/public/suggestions/${idOf('1', 1_001)}`),
    'staff list, filtered': get('/staff/suggestions?scope=open&topic=waiting&sort=due', staff),
    'submit a suggestion': post(() => '/resident/suggestions', (round) => ({ topic: 'waiting', text: textOf(round), wishesPublic: true, pictureIds: [] }), RESIDENT_TOKEN),
    'rating figures': get(`/public/ratings/figures?month=${month}`),
    'staff rating figures': get(`/staff/ratings/figures?month=${month}`, staff),
    'give a rating': post((round) => `/resident/ratings/${idOf('4', round)}`, () => ({ level: 5, reasons: [], attitude: 5 }), RESIDENT_TOKEN),
    inbox: get('/resident/inbox', resident),
    'overdue deadlines': get('/staff/deadlines?scope=overdue', staff),
  };
};

async function lay(server: PrivateMariadb, size: VoiceSize): Promise<Hall> {
  const url = await server.freshDatabase(`growth_${size.rows}`);
  const ring = generateKeyRing(aesSuite);
  const settings = { DATABASE_URL: url, KEY_RING: ring, LOG_LEVEL: 'warn' };
  await (await startApi(settings)).stop();
  const database = await open(url);
  try {
    const [clerk] = await layHall(database, 1);
    await layPeople(database);
    await laySuggestions(database, new RingCrypto({ ring: parseKeyRing(ring, [aesSuite]) }), size.suggestions);
    await layRatings(database, size.rows, WARM_UP + ROUNDS);
    await layInbox(database, size.rows);
    await layDeadlines(database, size.rows);
    await database.query('ANALYZE TABLE suggestion, suggestion_pair, suggestion_step, rating_invitation, rating, inbox_item, deadline');
    const api = await startApi(settings, COUNTING_PATIENCE_MS);
    // The server counts the months it finds without sums; nothing is measured meanwhile.
    const patience = performance.now() + COUNTING_PATIENCE_MS;
    for (let told = 0; told < 12 && performance.now() < patience; await new Promise((resolve) => setTimeout(resolve, 200))) {
      const [rows] = await database.query('SELECT COUNT(DISTINCT month) AS n FROM rating_month WHERE served > 0');
      told = Number((rows as { n: number }[])[0]!.n);
    }
    return { api, staff: clerk! };
  } finally {
    await database.end();
  }
}

async function timed(asked: Asked, hall: Hall, round: number, name: string): Promise<number> {
  const begun = performance.now();
  const answer = await asked(hall, round);
  const text = await answer.text();
  const took = performance.now() - begun;
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${text.slice(0, 300)}`);
  return took;
}

/**
 * The same requests at a small and a large hall, which stand beside each other and are asked in turn: whatever else the
 * machine does slows both.
 */
export async function run(): Promise<Figure[]> {
  const server = await startPrivateMariadb();
  const halls: Hall[] = [];
  try {
    for (const size of [SMALL, LARGE]) halls.push(await lay(server, size));
    const figures: Figure[] = [];
    for (const [name, asked] of Object.entries(ACTS())) {
      const times: number[][] = halls.map(() => []);
      for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
        // Who is asked second finds the machine awake: each is second as often as first.
        for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
          const took = await timed(asked, halls[at]!, round, name);
          if (round >= WARM_UP) times[at]!.push(took);
        }
      }
      const [few, many] = times.map(median) as [number, number];
      const growth = many / few;
      figures.push({
        name: `growth, ${name}`, value: rounded(growth), unit: '×', reach: `≤ ${MOST} ×`, ok: growth <= MOST,
        note: `median ${rounded(few, 1)} ms → ${rounded(many, 1)} ms; ${/suggestion|search|staff list/.test(name) ? `${SMALL.suggestions} → ${LARGE.suggestions} suggestions` : `${SMALL.rows} → ${LARGE.rows} rows`}`,
      });
    }
    return figures;
  } finally {
    for (const { api } of halls) await api.stop();
    await server.stop();
  }
}
