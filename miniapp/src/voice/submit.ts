import type { AnonymousSuggestionInput, MySuggestionView } from '@hall/shared/api/views';
import { trackingCodeFrom, TRACKING_SIGNS } from '@hall/shared/suggestion/tracking-code.rules';
import Taro from '@tarojs/taro';
import { ApiError, post } from '../kit/api.ts';
import { today } from '../kit/clock.ts';
import { copy } from '../kit/copy/voice.ts';
import { newKey } from '../kit/intent.ts';
import { randomBytes } from '../kit/random.ts';
import { leaveFor } from '../kit/resource.ts';
import { wordsOf, type Secret } from './draft.ts';
import { changeDraft, draftNow } from './draft-shelf.ts';
import { assureCode, forgetCode, keepCode, type KeptCode } from './kept-codes.ts';
import { keepEdits } from './kept-edits.ts';

/** Hands in the draft under one's account. The same words go out under the same key, even after the app was closed in between. Who calls clears the draft. */
export async function submitNamed(): Promise<MySuggestionView> {
  const draft = draftNow();
  const body = { ...wordsOf(draft), pictureIds: draft.pictures.map(({ ref }) => ref) };
  const words = JSON.stringify(body);
  const key = draft.sent?.words === words ? draft.sent.key : newKey();
  changeDraft((was) => ({ ...was, sent: { key, words } }));
  try {
    const handedIn = await post<MySuggestionView>('/resident/suggestions', body, { key });
    leaveFor(`suggestion:${handedIn.id}`, handedIn);
    return handedIn;
  } catch (error) {
    throw explained(error);
  }
}

/**
 * Hands in the draft without a name: no session, a code of WeChat's that says who it is to WeChat alone, and a tracking
 * code made here. The code lies on the phone before anything is sent. Whoever tries again after a lost answer first asks
 * whether the hall has it: then it is not sent twice. Words changed meanwhile stay on the phone with the code.
 */
export async function submitNameless(): Promise<KeptCode> {
  const draft = draftNow();
  const before = draft.secret;
  const secret = before ?? (await newSecret());
  const kept = changeDraft((was) => ({ ...was, secret })) ? keepCode(secret.code, draft.topic!, today()) : null;
  if (kept === null) throw new ApiError(-1, 'NOT_KEPT', copy.similar.notKept);
  let there = before === null ? null : await arrived(secret);
  if (there === null) {
    try {
      const wechatCode = await codeOfWechat();
      const body: AnonymousSuggestionInput = { ...wordsOf(draft), nonce: secret.nonce, trackingCode: secret.code, pictureTokens: draft.pictures.map(({ ref }) => ref), ...(wechatCode ? { wechatCode } : {}) };
      there = await post<MySuggestionView>('/public/anonymous-suggestions', body);
    } catch (error) {
      // Refused for certain: nothing lies at the hall, so nothing of it needs to stay here.
      if (error instanceof ApiError && !error.passing) { forgetCode(kept.id); changeDraft((was) => ({ ...was, secret: null })); }
      throw explained(error);
    }
  }
  keepEdits(kept.id, draft, there);
  assureCode(kept.id);
  return kept;
}

async function newSecret(): Promise<Secret> {
  try {
    const [code, nonce] = await Promise.all([randomBytes(TRACKING_SIGNS), randomBytes(24)]);
    return { code: trackingCodeFrom(code), nonce: Array.from(nonce, (byte) => byte.toString(16).padStart(2, '0')).join('') };
  } catch {
    throw new ApiError(-1, 'NO_RANDOM', copy.similar.noRandom);
  }
}

/** What the hall has under this code, or null. */
async function arrived({ code }: Secret): Promise<MySuggestionView | null> {
  try {
    return await post<MySuggestionView>('/public/anonymous-suggestions/look', { trackingCode: code });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** Without an answer from WeChat the hall's people look at the text instead. */
async function codeOfWechat(): Promise<string | null> {
  if (process.env.TARO_ENV !== 'weapp') return null;
  return Taro.login().then(({ code }) => code, () => null);
}

/** Pictures the hall has thrown away leave the draft, with a word about it. */
function explained(error: unknown): unknown {
  if (!(error instanceof ApiError) || !(error.code === 'SUGGESTION_PICTURE_GONE' || error.fields.some(({ code }) => code === 'SUGGESTION_PICTURE_GONE'))) return error;
  changeDraft((was) => ({ ...was, pictures: [], sent: null }));
  return new ApiError(error.status, error.code, copy.similar.picturesGone);
}
