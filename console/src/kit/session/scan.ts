import type { ScanSignInView, ScanStateView, SessionView, StaffAccountView } from '@hall/shared/api/views';
import { jsonOf, send } from '../api/send.ts';
import { signedIn } from './session.store.ts';

/** A new code, good once and for two minutes. Throws Refusal or NetworkLost. */
export const beginScan = async (): Promise<ScanSignInView> => jsonOf<ScanSignInView>(await send('/public/staff/scan-sign-in', { method: 'POST', body: {} }));

/** How far the phone is. The secret travels in a header: addresses are written down in many places. */
export const scanState = async ({ scene, secret }: ScanSignInView): Promise<ScanStateView['state']> =>
  (await jsonOf<ScanStateView>(await send(`/public/staff/scan-sign-in/${scene}/state`, { method: 'GET', headers: { 'x-scan-secret': secret } }))).state;

/** Exchanges the confirmed code for this browser's session. */
export async function claimScan({ scene, secret }: ScanSignInView): Promise<void> {
  const view = await jsonOf<SessionView>(await send(`/public/staff/scan-sign-in/${scene}/claim`, { method: 'POST', body: { secret } }));
  const account = await jsonOf<StaffAccountView>(await send('/staff/me/account', { method: 'GET', token: view.token }));
  signedIn(account.userName, view);
}
