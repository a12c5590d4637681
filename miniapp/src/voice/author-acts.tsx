import type { MySuggestionView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { useState, type ReactNode } from 'react';
import { ApiError } from '../kit/api.ts';
import { copy as words } from '../kit/copy/voice.ts';
import { useIntent } from '../kit/intent.ts';
import { useUnsent } from '../kit/use-unsent.ts';
import type { Resource } from '../kit/resource.ts';
import { Button } from '../kit/ui/button.tsx';
import { Confirm } from '../kit/ui/confirm.tsx';
import { Field, TextBox } from '../kit/ui/field.tsx';
import { Trouble } from '../kit/ui/screen.tsx';

const copy = words.one;

export type AuthorMove = 'confirm' | 'reopen' | 'withdraw';
/** Sends one move of the author's, by account or by tracking code. */
export type SendMove = (move: AuthorMove, body: { version: number; reason?: string }, key: string) => Promise<MySuggestionView>;

interface Acts { footer: ReactNode; withdraw: ReactNode; dialogs: ReactNode }

/**
 * The author's word about the answer, and the way to take it all back: buttons for the foot of the page, dialogs for its body.
 * @param kept where this phone keeps the reason while it is typed: under the account, or the session of the code; nowhere for a code typed in
 */
export function useAuthorActs(of: Resource<MySuggestionView>, send: SendMove, kept: { whose: string | null; name: string }): Acts {
  const [asking, setAsking] = useState<AuthorMove | null>(null);
  const { words: reason, write: setReason, sent: forgetReason } = useUnsent(kept.whose, kept.name);
  const [missing, setMissing] = useState(false);
  const act = useIntent(async (key, move: AuthorMove, version: number, why: string) => {
    try {
      of.put(await send(move, { version, ...(move === 'reopen' ? { reason: why } : {}) }, key));
    } catch (error) {
      // Something happened while the page stood open: it is shown, and the person decides anew.
      if (!(error instanceof ApiError) || error.code !== 'STALE_VERSION') throw error;
      await of.reload();
      throw new ApiError(error.status, error.code, copy.stale);
    }
    setAsking(null);
    if (move === 'reopen') forgetReason();
  });
  const suggestion = of.data;
  if (!suggestion) return { footer: null, withdraw: null, dialogs: null };
  const may = (move: AuthorMove) => suggestion.actions.includes(move);
  const ask = (move: AuthorMove) => { act.forget(); setMissing(false); setAsking(move); };
  const go = (move: AuthorMove) => {
    const why = reason.trim();
    if (move === 'reopen' && Array.from(why).length < 2) setMissing(true);
    else void act.run(move, suggestion.version, why);
  };
  const close = () => setAsking(null);
  const watched = suggestion.plans.some((plan) => plan.state === 'published' || plan.state === 'observing');
  return {
    footer: may('confirm') || may('reopen') ? (
      <>
        {may('confirm') && <Button id='confirm' icon='thumbs-up' onTap={() => ask('confirm')}>{copy.confirm}</Button>}
        {may('reopen') && <Button id='reopen' kind='quiet' onTap={() => ask('reopen')}>{copy.reopen}</Button>}
      </>
    ) : null,
    withdraw: may('withdraw') && <Button id='withdraw' kind='plain' onTap={() => ask('withdraw')}>{copy.withdraw}</Button>,
    dialogs: (
      <>
        {asking === 'confirm' && <Confirm id='confirm-ask' title={copy.confirmAsk} yes={copy.confirm} busy={act.busy} onYes={() => go('confirm')} onNo={close}>{watched ? `${copy.confirmDetail}${copy.confirmWithPlan}` : copy.confirmDetail}<Trouble error={act.error} /></Confirm>}
        {asking === 'withdraw' && <Confirm id='withdraw-ask' title={copy.withdrawAsk} yes={copy.withdrawYes} danger busy={act.busy} onYes={() => go('withdraw')} onNo={close}>{copy.withdrawDetail}<Trouble error={act.error} /></Confirm>}
        {asking === 'reopen' && (
          <Confirm id='reopen-ask' title={copy.reopenAsk} yes={copy.reopenYes} busy={act.busy} onYes={() => go('reopen')} onNo={close}>
            <Field label={copy.reopenLabel} error={missing ? copy.reopenNeeded : null}>
              <TextBox id='reason' label={copy.reopenLabel} value={reason} maxLength={SUGGESTION_LIMITS.reason} placeholder={copy.reopenExample} onChange={(text) => { setMissing(false); setReason(text); }} />
            </Field>
            <Trouble error={act.error} />
          </Confirm>
        )}
      </>
    ),
  };
}
