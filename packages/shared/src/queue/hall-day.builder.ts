import { MINUTE } from '../kernel/day.ts';
import type { Instant } from '../kernel/day.ts';
import { enterFromAfar, enterQueue, isEligible, rejoinQueue } from './order.rules.ts';
import type { QueueTicket } from './order.rules.ts';
import { DEFAULT_QUEUE_SETTINGS } from './queue-settings.ts';
import type { QueueSettings, TicketClass } from './queue-settings.ts';

/** A person of a generated day. Minutes count from opening; `slot` may be adversarial: long before or after the arrival. */
export interface Visitor { cls: TicketClass; arrives: number; slot: number | null; takenBefore: number | null; skill: 'a' | 'b'; service: number; misses: number; parks: boolean }
export interface HallDay { visitors: Visitor[]; windows: string[][] }
/** What the hall looked like when a window chose: everyone in the queue, before the choice left it. */
export interface Choice { at: Instant; skills: string[]; chosen: QueueTicket; queue: QueueTicket[] }
export type Chooser = (skills: readonly string[], queue: readonly QueueTicket[], now: Instant) => QueueTicket | null;

/** Plays a day minute by minute with `choose` and reports every choice. Missed visitors rejoin five minutes later, parked ones resume after eight. */
export function playHallDay(day: HallDay, choose: Chooser, settings: QueueSettings = DEFAULT_QUEUE_SETTINGS): Choice[] {
  const choices: Choice[] = [];
  const queue = new Map<string, QueueTicket>();
  const later: { at: number; ticket: QueueTicket }[] = [];
  const missesLeft = new Map<string, number>();
  const parksLeft = new Set<string>();
  const service = new Map<string, number>();
  day.visitors.forEach((person, index) => {
    const id = `t${index}`;
    const scanAt = person.arrives * MINUTE;
    const position = person.takenBefore === null
      ? enterQueue({ cls: person.cls, scanAt, slotStart: person.slot === null ? null : person.slot * MINUTE }, settings)
      : enterFromAfar({ cls: person.cls, takenAt: scanAt - person.takenBefore * MINUTE, scanAt }, settings);
    later.push({ at: person.arrives, ticket: { id, number: `P${String(index).padStart(3, '0')}`, state: 'waiting', skills: [person.skill], ...position } });
    missesLeft.set(id, person.misses);
    service.set(id, person.service);
    if (person.parks) parksLeft.add(id);
  });
  const busyUntil = day.windows.map(() => 0);
  for (let minute = 0; minute < 2_000 && (later.length > 0 || queue.size > 0); minute++) {
    const now = minute * MINUTE;
    for (const arrival of later.filter(({ at }) => at === minute)) { queue.set(arrival.ticket.id, arrival.ticket); later.splice(later.indexOf(arrival), 1); }
    day.windows.forEach((skills, window) => {
      if ((busyUntil[window] as number) > minute) return;
      const chosen = choose(skills, [...queue.values()], now);
      if (chosen === null) return;
      choices.push({ at: now, skills, chosen, queue: [...queue.values()] });
      queue.delete(chosen.id);
      const misses = missesLeft.get(chosen.id) ?? 0;
      if (misses > 0) {
        missesLeft.set(chosen.id, misses - 1);
        busyUntil[window] = minute + 1;
        later.push({ at: minute + 5, ticket: { ...chosen, ...rejoinQueue(chosen, now + 5 * MINUTE, settings) } });
      } else if (parksLeft.delete(chosen.id)) {
        busyUntil[window] = minute + 2;
        later.push({ at: minute + 8, ticket: chosen });
      } else busyUntil[window] = minute + (service.get(chosen.id) ?? 1);
    });
  }
  return choices;
}

/** Choices that gave a free window a later-due ticket while an eligible one it could serve waited, or an early one while any eligible one did. */
export const unfairChoices = (choices: readonly Choice[]): Choice[] => choices.filter(({ at, skills, chosen, queue }) =>
  queue.some((other) => other.id !== chosen.id && other.skills.every((skill) => skills.includes(skill)) && isEligible(other, at) && (chosen.eligibleAt > at || chosen.dueAt > other.dueAt)));

/** Overtakings by someone who became eligible later than the overtaken ticket's due time less `headStart` milliseconds. */
export const lateOvertakings = (choices: readonly Choice[], headStart: number): { by: QueueTicket; of: QueueTicket }[] => choices.flatMap(({ at, skills, chosen, queue }) =>
  queue.filter((other) => other.id !== chosen.id && other.skills.every((skill) => skills.includes(skill)) && isEligible(other, at) && chosen.eligibleAt > other.dueAt - headStart)
    .map((of) => ({ by: chosen, of })));
