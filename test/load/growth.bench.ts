import { startPrivateMariadb } from '../servers/private-mariadb.ts';
import type { Figure } from './figure.ts';
import { acts, type Act, type Asked } from './growth-acts.ts';
import { layGrownHall, type GrownHall } from './growth-halls.ts';
import { ascending, median, percentile, rounded } from './statistics.ts';
import type { VoiceSize } from './voice-rows.ts';

/** The small one is a hall as it is: two thousand suggestions, and a year in which forty people a day were served. */
const SMALL: VoiceSize = { suggestions: 2_000, rows: 10_000 };
const LARGE: VoiceSize = { suggestions: 20_000, rows: 1_000_000 };
const MOST = 1.3;
const WARM_UP = 10;
const ROUNDS = 100;
/** Whoever waits longer wonders whether something is wrong. */
const MOST_MS = 100;
const MOST_FIGURES_MS = 50;

interface Times { name: string; act: Act; times: readonly number[][] }

async function timed(asked: Asked, hall: GrownHall, round: number, name: string): Promise<number> {
  const begun = performance.now();
  const answer = await asked(hall, round);
  const text = await answer.text();
  const took = performance.now() - begun;
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${text.slice(0, 300)}`);
  return took;
}

/** One thing asked at each hall in turn. */
async function measure(halls: readonly GrownHall[], name: string, act: Act): Promise<Times> {
  const times: number[][] = halls.map(() => []);
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    // Who is asked second finds the machine awake: each is second as often as first.
    for (const at of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const took = await timed(act.asked, halls[at]!, round, name);
      if (round >= WARM_UP) times[at]!.push(took);
    }
  }
  return { name, act, times: times.map(ascending) };
}

const p99 = (times: readonly number[]): number => percentile(times, 0.99);

function growthOf({ name, act, times }: Times): Figure {
  const [few, many] = times as [number[], number[]];
  const growth = median(many) / median(few);
  const told = (of: readonly number[]) => `p50 ${rounded(median(of), 1)} p99 ${rounded(p99(of), 1)} ms`;
  return { name: `growth, ${name}`, value: rounded(growth), unit: '×', reach: `≤ ${MOST} ×`, ok: growth <= MOST, note: `${told(few)} → ${told(many)}; ${SMALL[act.of]} → ${LARGE[act.of]} ${act.of}` };
}

/** How long the slowest of a kind takes in the small hall, and what the larger one makes of it. */
function absolute(group: Act['group'], all: readonly Times[]): Figure {
  const mine = all.filter(({ act }) => act.group === group);
  const slowest = mine.reduce((worst, each) => (p99(each.times[0]!) > p99(worst.times[0]!) ? each : worst));
  const [few, many] = [p99(slowest.times[0]!), p99(slowest.times[1]!)];
  return {
    name: `two thousand and a year, ${group}`, value: rounded(few, 1), unit: 'ms', reach: `≤ ${MOST_MS}`, ok: few <= MOST_MS,
    note: `p99 of the slowest of ${mine.length}, ${slowest.name}; p50 ${rounded(median(slowest.times[0]!), 1)} ms; at ten years and ${LARGE.rows} rows p99 ${rounded(many, 1)} ms`,
  };
}

/** The published figures read from the months' sums, beside what they would take from the rows. */
const figuresOf = ({ size, summedMs, countedMs }: GrownHall, times: readonly number[]): Figure => ({
  name: `rating figures of ${size.rows}`, value: rounded(median(times), 1), unit: 'ms', reach: `≤ ${MOST_FIGURES_MS}`, ok: median(times) <= MOST_FIGURES_MS,
  note: `summing a year from the rows ${Math.round(summedMs)} ms, counting every month anew ${Math.round(countedMs)} ms with the start of the server`,
});

/** The same requests at a small and a large hall, which stand beside each other and are asked in turn: whatever else the machine does slows both. */
export async function run(): Promise<Figure[]> {
  const server = await startPrivateMariadb();
  const halls: GrownHall[] = [];
  try {
    for (const size of [SMALL, LARGE]) halls.push(await layGrownHall(server, size, WARM_UP + ROUNDS));
    const all: Times[] = [];
    for (const [name, act] of Object.entries(acts())) all.push(await measure(halls, name, act));
    const figures = all.find(({ name }) => name === 'rating figures')!;
    return [...all.map(growthOf), ...(['lists', 'search', 'aggregates', 'writes'] as const).map((group) => absolute(group, all)), ...halls.map((hall, at) => figuresOf(hall, figures.times[at]!))];
  } finally {
    for (const { api } of halls) await api.stop();
    await server.stop();
  }
}
