import type { ApplicationState } from '@hall/shared/api/names';
import type { Tone } from '../state/StateTag.tsx';

const TONES: Record<ApplicationState, Tone> = {
  draft: 'quiet', submitted: 'info', returned: 'warn', ready: 'ok', handled: 'ok', completed: 'ok', rejected: 'accent', withdrawn: 'quiet', lapsed: 'quiet',
};

/** The colour that goes with a state's word; unknown states stay quiet. */
export const toneOf = (state: string): Tone => TONES[state as ApplicationState] ?? 'quiet';
