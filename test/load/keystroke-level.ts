import type { OperatorEvent } from '../journeys/browser/operator.ts';

/**
 * The keystroke-level model (Card, Moran and Newell): how long a practised person needs for a task, in seconds of their
 * own. K presses a key or the button of the mouse, P points at something, H moves the hand between keyboard and mouse,
 * M makes up the mind.
 */
export const SECONDS = { K: 0.28, P: 1.1, H: 0.4, M: 1.35 } as const;
export type Act = keyof typeof SECONDS;
export interface Reading { seconds: number; acts: Record<Act, number> }

/** A Chinese character costs about three letters of its sound and one key to choose it. */
const KEYS_A_CHARACTER = 4;

/**
 * Reads what was recorded. A mind is made up once for each unit: before the first key in a field, and before every
 * command and every click on something else; the keys that end a field belong to it. A file chosen in the system's own
 * window, which no page sees, is one decision, one pointing and a double click. The hands begin at the keyboard.
 */
export function keystrokeLevel(events: readonly OperatorEvent[]): Reading {
  const acts: Record<Act, number> = { K: 0, P: 0, H: 0, M: 0 };
  let hand: 'keyboard' | 'mouse' = 'keyboard';
  let unit: string | null = null;
  const reach = (device: typeof hand) => {
    if (hand !== device) acts.H += 1;
    hand = device;
  };
  const decide = (next: string, always = false) => {
    if (always || unit !== next) acts.M += 1;
    unit = next;
  };
  for (const event of events) {
    switch (event.kind) {
      case 'key': reach('keyboard'); decide(event.unit, !event.inField); acts.K += 1; break;
      case 'text': reach('keyboard'); decide(event.unit); acts.K += event.characters * KEYS_A_CHARACTER; break;
      case 'click': reach('mouse'); decide(event.unit); acts.P += 1; acts.K += 1; break;
      case 'file': reach('mouse'); decide(`${event.unit} file`, true); acts.P += 1; acts.K += 2; break;
    }
  }
  return { acts, seconds: (Object.keys(SECONDS) as Act[]).reduce((sum, act) => sum + acts[act] * SECONDS[act], 0) };
}

/** `12 K, 3 P, 2 H, 5 M` */
export const inWords = ({ acts }: Reading): string => (Object.keys(SECONDS) as Act[]).map((act) => `${acts[act]} ${act}`).join(', ');
