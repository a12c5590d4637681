import type { GuideVersionView } from '@hall/shared/api/views';
import type { Tone } from '../../kit/state/StateTag.tsx';

export const SCOPES = ['waiting', 'in-force', 'all'] as const;
export type Scope = (typeof SCOPES)[number];
export const scopeOf = (word: string): Scope => SCOPES.find((scope) => scope === word) ?? 'waiting';

const TONES: Record<GuideVersionView['state'], Tone> = { proposed: 'sun', returned: 'warn', published: 'ok', dropped: 'quiet' };
export const toneOf = ({ state, stand }: Pick<GuideVersionView, 'state' | 'stand'>): Tone => (stand === 'upcoming' ? 'info' : stand === 'ended' ? 'quiet' : TONES[state]);
/** A published one is told by how it stands today. */
export const wordOf = ({ stateLabel, standLabel }: Pick<GuideVersionView, 'stateLabel' | 'standLabel'>): string => standLabel ?? stateLabel;
