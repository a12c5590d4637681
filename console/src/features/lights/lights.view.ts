import type { StaffCardLineView } from '@hall/shared/api/views';
import { checkDuties, dutiesOf } from '@hall/shared/lights/card.rules';
import type { Tone } from '../../kit/state/StateTag.tsx';

export const PARTS = ['cards', 'duties', 'honours'] as const;
export type Part = (typeof PARTS)[number];
export const partOf = (word: string): Part => PARTS.find((part) => part === word) ?? 'cards';

const TONES: Record<StaffCardLineView['state'], Tone> = { blank: 'quiet', draft: 'warn', published: 'ok', changed: 'info', withdrawn: 'quiet' };
export const toneOf = ({ state }: Pick<StaffCardLineView, 'state'>): Tone => TONES[state];

/** The lines of the box as they would be kept. */
export const linesOf = (typed: string): string[] => dutiesOf(typed.split('\n'));

/** Why the lines cannot be saved as they are, or null. */
export function troubleOf(typed: string): string | null {
  const verdict = checkDuties(typed.split('\n'));
  return verdict.ok ? null : verdict.message;
}

export const sameLines = (typed: string, kept: readonly string[]): boolean => linesOf(typed).join('\n') === kept.join('\n');
