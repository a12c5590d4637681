import { signedIn, signedOut } from '../session/session.store.ts';
import { forgetPerson, knownPerson, rememberPerson } from './known-person.ts';

const kept = new Map<string, string>();
beforeAll(() => {
  Object.assign(globalThis, { sessionStorage: { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => kept.set(k, v), removeItem: (k: string) => kept.delete(k) } });
});

describe('whoever was typed in at this desk', () => {
  const person = { name: '王秀英', citizenId: '420606195003150023' };

  it('is known for their own ticket and nobody else’s, until the case is open', () => {
    rememberPerson('ticket-1', person);
    expect(knownPerson('ticket-1')).toEqual(person);
    expect(knownPerson('ticket-2')).toBeNull();
    forgetPerson('ticket-1');
    expect(knownPerson('ticket-1')).toBeNull();
  });

  it('is never written to storage, and forgotten when the clerk signs out', () => {
    signedIn('wang', { token: 't', expiresAt: 1, renewalToken: 'r', renewalExpiresAt: 2, accountId: 'a' });
    rememberPerson('ticket-1', person);
    expect([...kept.values()].join()).not.toContain(person.citizenId);
    signedOut();
    expect(knownPerson('ticket-1')).toBeNull();
  });
});
