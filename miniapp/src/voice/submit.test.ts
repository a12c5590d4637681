import { readTrackingCode } from '@hall/shared/suggestion/tracking-code.rules';
import { closeSession, openSession } from '../kit/session.ts';
import { phone } from '../kit/testing/taro-double.ts';
import { keepUnsent, recallUnsent } from '../kit/unsent.ts';
import { EMPTY, type Draft } from './draft.ts';
import { changeDraft, clearDraft, draftNow } from './draft-shelf.ts';
import { forgetCode, keptCodes, sessionOf } from './kept-codes.ts';
import { editsOf, writeEditsAnew } from './kept-edits.ts';
import { submitNamed, submitNameless } from './submit.ts';

const HOUR = 3_600_000;
const words: Partial<Draft> = { topic: 'premises', text: '填表台只有一副老花镜', wishesPublic: true };
const write = (part: Partial<Draft>) => changeDraft(() => ({ ...EMPTY, ...words, ...part }));
const asked = (ending: string) => phone.asked.filter(({ url }) => url.endsWith(ending));
const body = (of: { data: unknown }) => (typeof of.data === 'string' ? JSON.parse(of.data) : of.data) as Record<string, unknown>;
const signIn = (accountId: string) => openSession({ token: `token-${accountId}`, accountId, expiresAt: Date.now() + HOUR, renewalToken: 'r', renewalExpiresAt: Date.now() + HOUR });

/** Has nothing yet, takes what comes, and answers with what it has. */
const asTheHall: typeof phone.answer = ({ url, data }) => {
  const { text, topic, wishesPublic } = (typeof data === 'string' ? JSON.parse(data) : data ?? {}) as Partial<Draft>;
  return { statusCode: url.endsWith('/look') ? 404 : 200, data: { id: 's1', text, topic, wishesPublic } };
};

beforeEach(() => {
  phone.reset();
  signIn('me');
  clearDraft();
  phone.answer = asTheHall;
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
    phone.answer = () => ({ statusCode: 200, data: { id: 's1', ...words } });
    const { id, code } = await submitNameless();
    expect(code).toBe(unsure!.code);
    expect([asked('/look').length, asked('/public/anonymous-suggestions').length, editsOf(id)]).toEqual([1, 0, null]);
  });

  test('when the hall has nothing, the same nonce and code go out once more', async () => {
    write({ identity: 'anonymous' });
    phone.answer = () => 'no network';
    await expect(submitNameless()).rejects.toThrow();
    phone.answer = asTheHall;
    await submitNameless();
    const [first, second] = asked('/public/anonymous-suggestions').map(body);
    expect([second!.nonce, second!.trackingCode]).toEqual([first!.nonce, first!.trackingCode]);
    expect(keptCodes()).toHaveLength(1);
  });

  test('what was changed after a lost answer stays with the code when the hall has the words as they were, and can be said as another one', async () => {
    write({ identity: 'anonymous' });
    phone.answer = () => 'no network';
    await expect(submitNameless()).rejects.toThrow();
    changeDraft((draft) => ({ ...draft, text: '填表台只有一副老花镜，还是坏的' }));
    phone.answer = () => ({ statusCode: 200, data: { id: 's1', ...words } });
    const { id, code } = await submitNameless();
    clearDraft();
    closeSession(true);
    signIn('somebody-else');
    expect(editsOf(id)).toEqual({ ...words, text: '填表台只有一副老花镜，还是坏的' });
    changeDraft((draft) => ({ ...draft, identity: 'named', text: '另一件事，还没写完' }));
    expect([writeEditsAnew(id), draftNow().text]).toEqual([false, '另一件事，还没写完']);
    clearDraft();
    expect(writeEditsAnew(id)).toBe(true);
    expect([draftNow().identity, draftNow().text, draftNow().secret, editsOf(id)]).toEqual(['anonymous', '填表台只有一副老花镜，还是坏的', null, null]);
    phone.answer = asTheHall;
    expect((await submitNameless()).code).not.toBe(code);
  });

  test('a code taken from the phone takes along what was typed for it', async () => {
    write({ identity: 'anonymous' });
    const { id } = await submitNameless();
    keepUnsent(sessionOf(id), 'reopen', '没有三百五十度的', Date.now());
    forgetCode(id);
    expect(recallUnsent(sessionOf(id), 'reopen')).toBeNull();
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
  test('what is said without a name lies on no account’s shelf: it outlives the session, and naming oneself moves it', () => {
    write({ identity: 'named', text: '本人的话' });
    changeDraft((draft) => ({ ...draft, identity: 'anonymous' }));
    expect([recallUnsent('me', 'suggestion'), recallUnsent<Draft>('nameless', 'suggestion')?.text]).toEqual([null, '本人的话']);
    closeSession(true);
    expect(draftNow().text).toBe('本人的话');
    signIn('somebody-else');
    expect([draftNow().text, recallUnsent('somebody-else', 'suggestion')]).toEqual(['本人的话', null]);
    changeDraft((draft) => ({ ...draft, identity: 'named' }));
    expect([recallUnsent('nameless', 'suggestion'), recallUnsent<Draft>('somebody-else', 'suggestion')?.text]).toEqual([null, '本人的话']);
  });

  test('one without a name that was sent gives way to what the account has of its own', () => {
    write({ identity: 'named', text: '账号下还没写完的' });
    closeSession(false);
    signIn('somebody-else');
    write({ identity: 'anonymous' });
    signIn('me');
    expect(draftNow().identity).toBe('anonymous');
    clearDraft();
    expect(draftNow()).toMatchObject({ identity: 'named', text: '账号下还没写完的' });
  });

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
