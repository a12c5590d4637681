import type { StaffSuggestionView } from '@hall/shared/api/views';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { back, go, to } from '../../kit/navigate.ts';
import type { Resource } from '../../kit/resource.ts';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { NO_ACTS, layOut, type Acts } from '../acts.tsx';
import { moved } from '../moved.ts';
import { WordsDialog } from '../words-dialog.tsx';
import { DeclineAsk } from './decline.tsx';
import type { Shown } from './load.ts';
import { actsOf, planNow, type Act } from './suggestion.view.ts';

const copy = words.act;
type Asking = 'approve' | 'return-plan' | 'hand-back' | 'hide' | 'redirect' | 'decline';

/** What may be done with a suggestion now. */
export function useActs(of: Resource<Shown>): Acts {
  const [asking, setAsking] = useState<Asking | null>(null);
  const suggestion = of.data?.suggestion;
  const send = (path: string, body: object) => moved(of, async () => {
    const { me } = of.data!;
    return { me, suggestion: await post<StaffSuggestionView>(`/staff/suggestions/${suggestion!.id}/${path}`, body) };
  });
  const step = useIntent(async (_, path: string, body: object) => {
    await send(path, body);
    setAsking(null);
  });
  if (!suggestion) return NO_ACTS;
  const { id, version } = suggestion;
  const plan = planNow(suggestion);
  const close = () => setAsking(null);
  const ask = (what: Asking) => { step.forget(); setAsking(what); };
  const run: Record<Act, () => void> = {
    accept: () => go(to('/leader/assign/index', { id })), assign: () => go(to('/leader/assign/index', { id })), take: () => void step.run('take', { version }), pass: () => void step.run('review', { version, outcome: 'pass' }), hide: () => ask('hide'), answer: () => go(to('/leader/answer/index', { id })), publish: () => go(to('/leader/answer/index', { id })),
    approve: () => ask('approve'), 'return-plan': () => ask('return-plan'), 'hand-back': () => ask('hand-back'), 'write-plan': () => go(to('/leader/plan/index', { id })), redirect: () => ask('redirect'), decline: () => ask('decline'),
  };
  const label: Record<Act, string> = { accept: copy.accept, take: copy.take, approve: copy.approve, 'return-plan': copy.returnPlan, answer: copy.answer, publish: copy.publish, assign: suggestion.ownerId === null ? copy.assign : copy.reassign, 'hand-back': copy.handBack, pass: copy.pass, hide: copy.hide, 'write-plan': plan === null ? copy.plan : copy.planOn, redirect: copy.redirect, decline: copy.decline };
  return layOut({
    acts: actsOf(suggestion), label, run, step, dialogOpen: asking !== null,
    dialogs: (
      <>
        {asking === 'approve' && plan && (
          <Confirm id='approve-ask' title={copy.approveAsk} yes={copy.approveYes} no={copy.back} busy={step.busy} onYes={() => void step.run('plan/publish', { version: plan.version })} onNo={close}>{copy.approveDetail}<Trouble error={step.error} /></Confirm>
        )}
        {asking === 'return-plan' && plan && (
          <WordsDialog id='return-ask' name={`return:${plan.id}`} title={copy.returnAsk} example={copy.returnExample} most={SUGGESTION_LIMITS.reason} send={(reason) => send('plan/return', { version: plan.version, reason })} onClose={close} />
        )}
        {asking === 'hide' && (
          <WordsDialog id='hide-ask' name={`hide:${id}`} title={copy.hideAsk} example={copy.hideExample} most={SUGGESTION_LIMITS.reason} send={(reason) => send('review', { version, outcome: 'hide', reason })} onClose={close} />
        )}
        {asking === 'redirect' && (
          <WordsDialog id='redirect-ask' name={`redirect:${id}`} title={copy.redirectAsk} label={copy.redirectWhere} example={copy.redirectExample} most={SUGGESTION_LIMITS.reason} yes={copy.redirectYes} send={(whereTo) => send('redirect', { version, whereTo })} onClose={close} />
        )}
        {asking === 'decline' && <DeclineAsk id={id} send={(reason, words) => send('decline', { version, reason, ...(words === '' ? {} : { words }) })} onClose={close} />}
        {asking === 'hand-back' && (
          <WordsDialog id='hand-back-ask' name={`hand-back:${id}`} title={copy.handBackAsk} example={copy.handBackExample} most={SUGGESTION_LIMITS.reason} onClose={close}
            send={async (reason) => { await moved(of, async () => { await post(`/staff/suggestions/${id}/hand-back`, { version, reason }); return null; }); back(); }} />
        )}
      </>
    ),
  });
}
