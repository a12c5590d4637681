import { setElderMode } from './accessibility.ts';
import { put } from './api.ts';
import { signedIn } from './session.ts';

/** Switches this phone at once and tells the server, so that the next phone knows too; a lost message costs nothing here. */
export function chooseElderMode(elderMode: boolean): void {
  setElderMode(elderMode);
  if (signedIn()) put('/resident/me/preferences', { elderMode }).catch(() => undefined);
}
