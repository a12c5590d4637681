import { session } from '../session/session.store.ts';

/** A person as typed at this desk. */
export interface KnownPerson { name: string; citizenId: string }

/**
 * Who was just typed in here, so that nobody types an ID number twice: in this tab's memory alone, never in an address
 * or in storage, and gone with the sign-out. Keyed by the ticket they got; `search` is the one last looked for.
 */
const known = new Map<string, KnownPerson>();

session.subscribe(() => { if (session.get().phase === 'signed-out') known.clear(); });

export function rememberPerson(key: string, person: KnownPerson): void {
  if (person.name !== '' || person.citizenId !== '') known.set(key, person);
}

export const knownPerson = (key: string): KnownPerson | null => known.get(key) ?? null;

/** The case is open now: whoever comes next is somebody else. */
export const forgetPerson = (key: string): void => void known.delete(key);

export const SEARCHED = 'search';
