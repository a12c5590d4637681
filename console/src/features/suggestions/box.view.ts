import type { BoxOpeningView, EnterSlip } from '@hall/shared/api/views';
import { readSlipSerial } from '@hall/shared/suggestion/slip.rules';
import type { SuggestionTopic } from '@hall/shared/suggestion/suggestion.rules';
import type { Tone } from '../../kit/state/StateTag.tsx';

const TONES: Record<BoxOpeningView['state'], Tone> = { planned: 'info', begun: 'warn', opened: 'warn', entered: 'ok' };
export const openingTone = ({ state, overdue }: Pick<BoxOpeningView, 'state' | 'overdue'>): Tone => (overdue ? 'accent' : TONES[state]);

/** A slip as it is typed. `pictureId`: its picture, already on the server. */
export interface SlipWords { serial: string; ownPaper: boolean; topic: SuggestionTopic | null; text: string; wishesPublic: boolean; pictureId: string | null }
export const NO_SLIP: SlipWords = { serial: '', ownPaper: false, topic: null, text: '', wishesPublic: false, pictureId: null };
const LEAST = 5;

/** What is still missing, in the order of the work; null when it may be entered. */
export function slipNeeds(slip: SlipWords): 'picture' | 'serial' | 'topic' | 'text' | null {
  if (slip.pictureId === null) return 'picture';
  if (!slip.ownPaper && !readSlipSerial(slip.serial).ok) return 'serial';
  if (slip.topic === null) return 'topic';
  return Array.from(slip.text.trim()).length < LEAST ? 'text' : null;
}

/** The slip as the server takes it. Call only when nothing is missing. */
export function slipInput(slip: SlipWords): EnterSlip {
  if (slip.pictureId === null || slip.topic === null) throw new Error('a slip is entered with its picture and topic');
  return { serial: slip.ownPaper ? null : slip.serial.trim(), topic: slip.topic, text: slip.text.trim(), wishesPublic: slip.wishesPublic, pictureId: slip.pictureId };
}

/** What is wrong with a serial once all of its figures are there; said beside the field before anything is sent. */
export function serialProblem({ serial, ownPaper }: SlipWords): string | null {
  if (ownPaper || serial.replace(/\D/g, '').length < 7) return null;
  const verdict = readSlipSerial(serial);
  return verdict.ok ? null : verdict.message;
}
