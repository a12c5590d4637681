import type { BoardCallView } from '@hall/shared/api/views';
import { spokenNumber } from '@hall/shared/queue/ticket-number';

/** A call to be heard once: the same number called again is another utterance. */
export interface Utterance { key: string; text: string }
/** What waits to be said, and what has been heard already. Data only, so that order and repetition can be tested. */
export interface VoiceQueue { waiting: Utterance[]; heard: string[] }

export const silence: VoiceQueue = { waiting: [], heard: [] };

/** A screen that has just been switched on still says a call this fresh; older ones are history. */
const FRESH_MS = 20_000;
/** When calls come faster than they can be said, the oldest unsaid is dropped: it stands on the screen anyway. */
const MOST_WAITING = 4;
const MOST_REMEMBERED = 60;

/** `3号窗口` is read “三号窗口”; a number of two digits digit by digit, as the ticket's. */
const spokenWindow = (label: string): string => label.replace(/\d+/g, (digits) => spokenNumber(digits));

export const sentenceFor = (call: BoardCallView): string => `请，${spokenNumber(call.number)}，号，到，${spokenWindow(call.windowLabel)}`;

const keyOf = (call: BoardCallView): string => `${call.number}/${call.callCount}/${call.calledAt}`;

/** Adds the calls of a new board that have not been heard, oldest first. `now` is epoch ms on the server's clock. */
export function hear(queue: VoiceQueue, calls: readonly BoardCallView[], now: number): VoiceQueue {
  const known = new Set(queue.heard);
  const fresh = calls
    .filter((call) => call.state === 'called' && !known.has(keyOf(call)) && now - call.calledAt <= FRESH_MS)
    .sort((a, b) => a.calledAt - b.calledAt);
  if (fresh.length === 0) return queue;
  return {
    waiting: [...queue.waiting, ...fresh.map((call) => ({ key: keyOf(call), text: sentenceFor(call) }))].slice(-MOST_WAITING),
    heard: [...queue.heard, ...fresh.map(keyOf)].slice(-MOST_REMEMBERED),
  };
}

/** A word of trial goes before everything else: somebody stands there and listens for it. */
export const tried = (queue: VoiceQueue, text: string): VoiceQueue => ({ ...queue, waiting: [{ key: 'trial', text }, ...queue.waiting.filter(({ key }) => key !== 'trial')] });

/** The next thing to say and the queue without it. */
export function next(queue: VoiceQueue): { say: Utterance | null; rest: VoiceQueue } {
  const [say, ...waiting] = queue.waiting;
  return say ? { say, rest: { ...queue, waiting } } : { say: null, rest: queue };
}

/** The voice to call with: Chinese, on this machine before one that needs the network. */
export function chineseVoice<T extends { lang: string; localService: boolean }>(voices: readonly T[]): T | null {
  const chinese = voices.filter((voice) => /^(zh|cmn)\b/i.test(voice.lang.replace('_', '-')));
  return chinese.find((voice) => voice.localService) ?? chinese[0] ?? null;
}
