import { MINUTE } from '@hall/shared/kernel/day';
import { estimateWaits, type EstimateTicket, type EstimateWindow } from '@hall/shared/queue/estimate.rules';
import { nextFor } from '@hall/shared/queue/order.rules';
import type { Figure } from './figure.ts';
import { median, rounded } from './statistics.ts';

const NOW = 1_764_000_000_000;
const SKILLS = ['enrolment', 'enrolment-change', 'benefit-enquiry'];
const ROUNDS = 15;

/** A small generator with a fixed seed: every run measures the same hall. */
function dice(seed: number): () => number {
  let state = seed;
  return () => ((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32);
}

function hallOf(size: number): { tickets: EstimateTicket[]; windows: EstimateWindow[] } {
  const roll = dice(size);
  const tickets = Array.from({ length: size }, (_, index): EstimateTicket => {
    const eligibleAt = NOW + Math.floor((roll() - 0.7) * 60) * MINUTE;
    return { id: String(index), number: `P${String(index).padStart(5, '0')}`, state: 'waiting', skills: [SKILLS[Math.floor(roll() * 3)]!], eligibleAt, dueAt: eligibleAt + [5, 10, 30][Math.floor(roll() * 3)]! * MINUTE, minutes: 3 + roll() * 9, expected: roll() < 0.1 };
  });
  const windows = Array.from({ length: 8 }, (_, index): EstimateWindow => ({ id: String(index), skills: index % 4 === 0 ? SKILLS : [SKILLS[index % 3]!, SKILLS[(index + 1) % 3]!], freeAt: NOW + Math.floor(roll() * 5) * MINUTE }));
  return { tickets, windows };
}

/** Who is next and how long everybody waits, for a whole hall: median of some rounds after warming up. */
function measure(size: number, reach: number): Figure {
  const { tickets, windows } = hallOf(size);
  const times: number[] = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const began = performance.now();
    nextFor(SKILLS, tickets, NOW);
    estimateWaits(tickets, windows, NOW);
    if (round >= 0) times.push(performance.now() - began);
  }
  const value = median(times);
  return { name: `order-estimate, ${size} waiting`, value: rounded(value), unit: 'ms', reach: `≤ ${reach} ms`, ok: value <= reach, note: `8 windows, 3 skills, a tenth still expected; median of ${ROUNDS}, worst ${rounded(Math.max(...times))} ms` };
}

export const run = (): Promise<Figure[]> => Promise.resolve([measure(1_000, 5), measure(10_000, 50)]);
