import type { Permission } from '@hall/shared/identity/permissions';
import type { Assurance } from '@hall/shared/identity/assurance.rules';

export interface ResidentActor {
  kind: 'resident';
  id: string;
  assurance: Assurance;
}

export interface StaffActor {
  kind: 'staff';
  id: string;
  hallId: string;
  permissions: ReadonlySet<Permission>;
}

/** A paired hall screen or kiosk. */
export interface DeviceActor {
  kind: 'device';
  id: string;
  hallId: string;
  deviceKind: string;
}

/** The hall's own clockwork: sweeps, relays, listeners. */
export interface SystemActor {
  kind: 'system';
  id: string;
}

/** Nobody signed in; public pages and rating slips. */
export interface AnyoneActor {
  kind: 'anyone';
  id: null;
}

export type Actor = ResidentActor | StaffActor | DeviceActor | SystemActor | AnyoneActor;
export type SignedInActor = ResidentActor | StaffActor | DeviceActor;

export const ANYONE: AnyoneActor = { kind: 'anyone', id: null };
export const system = (name: string): SystemActor => ({ kind: 'system', id: name });
