import { Passwords } from './password.ts';
import { Totp } from './totp.ts';

const cheap = new Passwords({ memoryKiB: 1024, passes: 1 });

describe('staff passwords', () => {
  it('the right password opens, another does not', async () => {
    const stored = await cheap.hash('春风化雨-2026');
    expect(stored).toMatch(/^\$argon2id\$/);
    await expect(cheap.check(stored, '春风化雨-2026')).resolves.toEqual({ ok: true, needsRehash: false });
    await expect(cheap.check(stored, '春风化雨-2027')).resolves.toEqual({ ok: false, needsRehash: false });
  });

  it('the same password is stored differently for two clerks', async () => {
    expect(await cheap.hash('same')).not.toBe(await cheap.hash('same'));
  });

  it('a hash made under weaker settings asks to be made again', async () => {
    const stored = await cheap.hash('old');
    const stronger = new Passwords({ memoryKiB: 2048, passes: 1 });
    await expect(stronger.check(stored, 'old')).resolves.toEqual({ ok: true, needsRehash: true });
    await expect(stronger.check(stored, 'wrong')).resolves.toEqual({ ok: false, needsRehash: false });
  });

  it('an unknown user, a locked account and an endless password are simply not right', async () => {
    await expect(cheap.check(null, 'anything')).resolves.toEqual({ ok: false, needsRehash: false });
    await expect(cheap.check('locked', 'anything')).resolves.toEqual({ ok: false, needsRehash: false });
    await expect(cheap.check(await cheap.hash('x'), 'x'.repeat(201))).resolves.toEqual({ ok: false, needsRehash: false });
    await expect(cheap.hash('')).rejects.toThrow(RangeError);
  });
});

describe('the second factor', () => {
  const start = Date.UTC(2026, 10, 23, 0, 30, 0);
  const at = (now: number) => new Totp({ clock: { now: () => now }, issuer: '樊城社保' });
  const secret = at(start).newSecret();

  it('gives the digits of RFC 6238', () => {
    const rfc = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(at(59_000).codeAt(rfc)).toBe('287082');
    expect(at(1_111_111_109_000).codeAt(rfc)).toBe('081804');
  });

  it('accepts the code now and one step of drift either way, not two', () => {
    const step = Math.floor(start / 30_000);
    for (const drift of [-1, 0, 1]) expect(at(start).check(secret, at(start).codeAt(secret, start + drift * 30_000), null)).toEqual({ ok: true, step: step + drift });
    for (const drift of [-2, 2]) expect(at(start).check(secret, at(start).codeAt(secret, start + drift * 30_000), null)).toEqual({ ok: false, reason: 'wrong' });
  });

  it('a code read over the shoulder is of no use once it was used', () => {
    const code = at(start).codeAt(secret);
    const first = at(start).check(secret, code, null);
    if (!first.ok) throw new Error('the first use must be accepted');
    expect(at(start + 5_000).check(secret, code, first.step)).toEqual({ ok: false, reason: 'replayed' });
    expect(at(start + 30_000).check(secret, at(start + 30_000).codeAt(secret), first.step)).toMatchObject({ ok: true });
  });

  it('anything but six digits is wrong', () => {
    for (const code of ['', '12345', '1234567', '12345a', '١٢٣٤٥٦']) expect(at(start).check(secret, code, null)).toEqual({ ok: false, reason: 'wrong' });
  });

  it('the address for the authenticator app names the office and the clerk', () => {
    const uri = new URL(at(start).enrolmentUri(secret, 'zhangmin'));
    expect(decodeURIComponent(uri.pathname)).toContain('zhangmin');
    expect(uri.searchParams.get('issuer')).toBe('樊城社保');
    expect(uri.searchParams.get('secret')).toBe(secret);
  });
});
