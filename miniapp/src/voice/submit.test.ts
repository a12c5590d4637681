import { readTrackingCode } from '@hall/shared/suggestion/tracking-code.rules';
import { closeSession, openSession } from '../kit/session.ts';
import { phone } from '../kit/testing/taro-double.ts';
import { EMPTY, type Draft } from './draft.ts';
import { changeDraft, clearDraft, draftNow } from './draft-shelf.ts';
import { keptCodes } from './kept-codes.ts';
import { submitNamed, submitNameless } from './submit.ts';

const HOUR = 3_600_000;
const words: Partial<Draft> = { topic: 'premises', text: '填表台只有一副老花镜', wishesPublic: true };
const write = (part: Partial<Draft>) => changeDraft(() => ({ ...EMPTY, ...words, ...part }));
const asked = (ending: string) => phone.asked.filter(({ url }) => url.endsWith(ending));
const body = (of: { data: unknown }) => (typeof of.data === 'string' ? JSON.parse(of.data) : of.data) as Record<string, unknown>;
const signIn = (accountId: string) => openSession({ token: `token-${accountId}`, accountId, expiresAt: Date.now() + HOUR, renewalToken: 'r', renewalExpiresAt: Date.now() + HOUR });

beforeEach(() => {
  phone.reset();
  signIn('me');
  clearDraft();
  phone.answer = ({ url }) => ({ statusCode: url.endsWith('/look') ? 404 : 200, data: { id: 's1' } });
});

describe('without a name', () => {
  test('neither session nor key goes along, and the code the hall gets is the one this phone keeps', async () => {
    write({ identity: 'anonymous', pictures: [{ ref: 'token-of-picture', at: Date.now() }] });
    const kept = await submitNameless();
    const [sent] = asked('/public/anonymous-suggestions');
    expect(sent!.header).not.toHaveProperty('Authorization');
    expect(sent!.header).not.toHaveProperty('Idempotency-Key');
    expect(body(sent!)).toMatchObject({ trackingCode: kept.code, wechatCode: 'login-code', pictureTokens: ['token-of-picture'], text: words.text });
    expect(readTrackingCode(kept.code).ok).toBe(true);
    expect(keptCodes()).toEqual([{ ...kept, sure: true }]);
    expect(sent!.url).not.toContain(kept.code);
  });

  test('a lost answer leaves the code on the phone, and the next try sends nothing twice when the hall has it', async () => {
    write({ identity: 'anonymous' });
    phone.answer = () => 'no network';
    await expect(submitNameless()).rejects.toMatchObject({ status: 0 });
    const [unsure] = keptCodes();
    expect(unsure).toMatchObject({ sure: false, code: draftNow().secret?.code });
    phone.reset();
    changeDraft(() => ({ ...EMPTY, ...words, identity: 'anonymous', secret: { nonce: 'n'.repeat(32), code: unsure!.code } }));
    phone.answer = () => ({ statusCode: 200, data: { id: 's1' } });
    expect((await submitNameless()).code).toBe(unsure!.code);
    expect([asked('/look').length, asked('/public/anonymous-suggestions').length]).toEqual([1, 0]);
  });

  test('when the hall has nothing, the same nonce and code go out once more', async () => {
    write({ identity: 'anonymous' });
    phone.answer = () => 'no network';
    await expect(submitNameless()).rejects.toThrow();
    phone.answer = ({ url }) => ({ statusCode: url.endsWith('/look') ? 404 : 200, data: { id: 's1' } });
    await submitNameless();
    const [first, second] = asked('/public/anonymous-suggestions').map(body);
    expect([second!.nonce, second!.trackingCode]).toEqual([first!.nonce, first!.trackingCode]);
    expect(keptCodes()).toHaveLength(1);
  });

  test('what the hall refused for certain leaves no code behind', async () => {
    write({ identity: 'anonymous', pictures: [{ ref: 'old', at: Date.now() }] });
    phone.answer = () => ({ statusCode: 422, data: { code: 'SUGGESTION_PICTURE_GONE', title: '过期', fields: [] } });
    await expect(submitNameless()).rejects.toMatchObject({ code: 'SUGGESTION_PICTURE_GONE' });
    expect([keptCodes(), draftNow().secret, draftNow().pictures]).toEqual([[], null, []]);
    expect(draftNow().text).toBe(words.text);
  });
});

describe('under an account', () => {
  test('the same words go out under the same key, changed ones under another', async () => {
    write({ identity: 'named' });
    phone.answer = () => ({ statusCode: 503, data: {} });
    await expect(submitNamed()).rejects.toMatchObject({ status: 503 });
    phone.answer = () => ({ statusCode: 200, data: { id: 's1' } });
    expect((await submitNamed()).id).toBe('s1');
    changeDraft((draft) => ({ ...draft, text: '填表台一副老花镜也没有了' }));
    await submitNamed();
    const keys = asked('/resident/suggestions').map(({ header }) => header['Idempotency-Key']);
    expect(new Set(keys.slice(0, -1)).size).toBe(1);
    expect(keys[keys.length - 1]).not.toBe(keys[0]);
  });
});

describe('whose writing it is', () => {
  test('written before signing in, it is there afterwards; the next person on this phone does not see it', () => {
    closeSession(true);
    write({ identity: 'named' });
    signIn('me');
    expect(draftNow().text).toBe(words.text);
    closeSession(false);
    signIn('somebody-else');
    expect(draftNow()).toEqual(EMPTY);
    signIn('me');
    expect(draftNow().text).toBe(words.text);
  });

  test('signing out on purpose takes it from the phone, the codes stay', async () => {
    write({ identity: 'anonymous' });
    await submitNameless();
    write({ identity: 'named' });
    closeSession(true);
    signIn('me');
    expect([draftNow(), keptCodes().length]).toEqual([EMPTY, 1]);
  });
});
