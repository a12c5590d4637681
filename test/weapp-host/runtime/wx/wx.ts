import { device } from './device.ts';
import { navigation } from './navigation.ts';
import { network } from './network.ts';
import { storage } from './storage.ts';
import { systemApis } from './system.ts';

const known: Record<string, unknown> = { ...systemApis, ...storage, ...navigation, ...network, ...device };
const nothing = () => undefined;

/** The `wx` a mini-program sees. What the host does not know is not there, except listeners, which never hear anything. */
export const wx = new Proxy(known, {
  get: (all, name) => (typeof name === 'string' && !(name in all) && /^(on|off)[A-Z]/.test(name) ? nothing : all[name as string]),
});
