import type { StaffCaseView } from '@hall/shared/api/views';
import { signedIn } from '../session/session.store.ts';
import { aCase, aMaterial } from './case.builder.ts';
import { checkOriginalsAndPerson, mergeAndVerify } from './counter.acts.ts';

beforeAll(() => {
  Object.assign(globalThis, { sessionStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined } });
  signedIn('wang', { token: 't', expiresAt: 1, renewalToken: 'r', renewalExpiresAt: 2, accountId: 'a' });
});
afterEach(() => jest.restoreAllMocks());

/** A server that answers each step of the counter with these, in turn. */
function answering(...answers: [number, unknown][]) {
  const asked: string[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (url, init) => {
    asked.push(`${String(url).split('/').at(-1)} v${(JSON.parse(String(init?.body)) as { version: number }).version}`);
    const [status, body] = answers.shift() ?? [500, {}];
    return new Response(JSON.stringify(body), { status });
  });
  return asked;
}
/** The case as the page shows it: whatever was heard of last. */
function page(kase: StaffCaseView) {
  const shown = { kase, keep: (next: StaffCaseView) => (shown.kase = next) };
  return shown;
}

describe('checking originals and person in one press', () => {
  const kase = aCase({ version: 3 });
  const seen = aCase({ version: 4, materials: [aMaterial('card', { originalSeen: true }), aMaterial('register', { originalSeen: true })] });

  it('keeps the originals ticked when the person turns out to have a second account', async () => {
    answering([200, seen], [409, { code: 'IDENTITY_MERGE_NEEDED' }]);
    const shown = page(kase);
    await expect(checkOriginalsAndPerson(shown.kase, shown.keep)).rejects.toMatchObject({ code: 'IDENTITY_MERGE_NEEDED' });
    expect(shown.kase).toEqual(seen);
  });

  it('goes on from there to merge without meeting its own earlier step as a conflict', async () => {
    const verified = aCase({ ...seen, version: 6, identityVerified: true });
    const asked = answering([200, seen], [409, { code: 'IDENTITY_MERGE_NEEDED' }], [200, verified]);
    const shown = page(kase);
    await checkOriginalsAndPerson(shown.kase, shown.keep).catch(() => undefined);
    await expect(mergeAndVerify(shown.kase, shown.keep)).resolves.toMatchObject({ identityVerified: true });
    expect(asked).toEqual(['originals v3', 'verify-identity v4', 'merge-account v4']);
  });
});
