import type { MessageTemplateView } from '@hall/shared/api/views';
import Taro from '@tarojs/taro';
import { useCallback, useEffect, useRef } from 'react';
import { list, post } from './api.ts';

/** What the person is about to do; the server knows which messages may follow from it. `work`: a member of staff at their own work. */
export type Moment = 'submit' | 'book' | 'ticket' | 'suggest' | 'enquire' | 'activity' | 'rights' | 'star' | 'work';

const templatesFor = (moment: Moment): string => (moment === 'work' ? '/staff/message-templates' : `/resident/message-templates?for=${moment}`);
const consentsOf = (moment: Moment): string => (moment === 'work' ? '/staff/message-consents' : '/resident/message-consents');

type Answers = Record<string, unknown>;

/** Sorts WeChat's answer, template id → `accept` or a way of saying no, by the server's own names. */
export function answersOf(asked: readonly MessageTemplateView[], answers: Answers): { accepted: string[]; rejected: string[] } {
  const accepted = asked.filter(({ templateId }) => String(answers[templateId] ?? '').startsWith('accept')).map(({ code }) => code);
  // A template WeChat left out was not asked about: that is no no.
  const rejected = asked.filter(({ templateId }) => answers[templateId] === 'reject').map(({ code }) => code);
  return { accepted, rejected };
}

/** Which messages to ask about at this moment; none in a browser, or when the hall cannot be reached. */
export const toAsk = (moment: Moment): Promise<MessageTemplateView[]> =>
  (process.env.TARO_ENV === 'weapp' ? list<MessageTemplateView>(templatesFor(moment)).catch(() => []) : Promise.resolve([]));

/**
 * Shows WeChat's own question and tells the hall what was tapped. To be called first thing in a tap, before anything is
 * awaited. Never fails.
 * @returns whether any of them was allowed
 */
export async function askNow(moment: Moment, asked: readonly MessageTemplateView[]): Promise<boolean> {
  try {
    // The types want a field of another app; WeChat asks for the ids alone.
    const answers = await Taro.requestSubscribeMessage({ tmplIds: asked.map(({ templateId }) => templateId) } as Parameters<typeof Taro.requestSubscribeMessage>[0]);
    const said = answersOf(asked, answers as unknown as Answers);
    if (said.accepted.length + said.rejected.length > 0) void post(consentsOf(moment), said).catch(() => undefined);
    return said.accepted.length > 0;
  } catch {
    // Messages are switched off in this WeChat: the inbox has everything.
    return false;
  }
}

/**
 * Asks, inside WeChat, whether the hall may send a message about what follows. WeChat shows the question only when it is
 * called from a tap itself, so the templates are fetched when the page opens, and the answer must be called first thing
 * in the tap's handler, before anything is awaited. It never fails and never holds up what the tap is for: a no, a phone
 * that cannot ask and a browser all simply go on. On H5 it does nothing.
 * @param moment null where nobody may be asked under an account: then the hall is asked nothing either
 * @returns the function for the tap; at most one question a visit of the page
 */
export function useAskToNotify(moment: Moment | null): () => Promise<void> {
  const templates = useRef<MessageTemplateView[]>([]);
  useEffect(() => { if (moment !== null) void toAsk(moment).then((found) => { templates.current = found; }); }, [moment]);
  return useCallback(async () => {
    const asked = templates.current;
    if (moment === null || asked.length === 0) return;
    templates.current = [];
    await askNow(moment, asked);
  }, [moment]);
}
