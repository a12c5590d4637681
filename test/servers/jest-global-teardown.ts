import './jest-global-setup.ts';

export default async function clearAway(): Promise<void> {
  await globalThis.hallMariadb?.stop();
  globalThis.hallMariadb = undefined;
}
