import type { ApplicationState } from '@hall/shared/api/names';
import type { Tone } from '../../kit/ui/card.tsx';

const TONE: Record<ApplicationState, Tone> = { draft: 'plain', submitted: 'info', returned: 'accent', ready: 'ok', handled: 'ok', completed: 'ok', rejected: 'accent', withdrawn: 'plain', lapsed: 'plain' };

export const applicationTone = (state: ApplicationState): Tone => TONE[state];
