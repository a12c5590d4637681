import type { MeView } from '@hall/shared/api/views';
import { setElderMode } from './accessibility.ts';
import { get, put } from './api.ts';
import { signedIn } from './session.ts';

/** Switches this phone at once and tells the server, so that the next phone knows too; a lost message costs nothing here. */
export function chooseElderMode(elderMode: boolean): void {
  setElderMode(elderMode);
  if (signedIn()) put('/resident/me/preferences', { elderMode }).catch(() => undefined);
}

/** After signing in: whoever chose the elder mode on another phone finds it here too. It is never switched off for them. */
export async function followPreferences(): Promise<void> {
  const me = await get<MeView>('/resident/me').catch(() => null);
  if (me?.elderMode) setElderMode(true);
}
