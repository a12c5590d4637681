import type { StaffEnquiryView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS } from '@hall/shared/enquiry/enquiry.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { back, go, to } from '../../kit/navigate.ts';
import type { Resource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { NO_ACTS, layOut, type Acts } from '../acts.tsx';
import { moved } from '../moved.ts';
import { WordsDialog } from '../words-dialog.tsx';
import { actsOf, type EnquiryAct } from './enquiry.view.ts';
import type { Shown } from './load.ts';

const copy = words.enquiry;

/** What may be done with a question now. */
export function useActs(of: Resource<Shown>): Acts {
  const [asking, setAsking] = useState<'decline' | 'tell' | null>(null);
  const enquiry = of.data?.enquiry;
  const step = useIntent(async (_, path: string, body: object) => {
    await moved(of, async () => ({ me: of.data!.me, enquiry: await post<StaffEnquiryView>(`/staff/enquiries/${enquiry!.id}/${path}`, body) }));
    setAsking(null);
  });
  if (!enquiry) return NO_ACTS;
  const { id, version } = enquiry;
  const ask = (what: 'decline' | 'tell') => { step.forget(); setAsking(what); };
  const close = () => setAsking(null);
  const run: Record<EnquiryAct, () => void> = {
    accept: () => void step.run('accept', { version }), take: () => void step.run('take', { version }), 'take-back': () => void step.run('take-back', { version }), answer: () => go(to('/leader/answer/index', { of: 'enquiry', id })),
    correct: () => go(to('/leader/answer/index', { of: 'correction', id })), offer: () => go(to('/leader/transfer/index', { id })), decline: () => ask('decline'), tell: () => ask('tell'),
  };
  const label: Record<EnquiryAct, string> = { accept: copy.accept, take: copy.take, 'take-back': copy.takeBack, answer: enquiry.draft === null ? words.act.answer : copy.goOn, correct: copy.correct, offer: copy.offer, decline: copy.decline, tell: copy.tell };
  return layOut({
    acts: actsOf(enquiry), label, run, step, dialogOpen: asking !== null,
    dialogs: (
      <>
        {asking === 'tell' && (
          <Confirm id='tell-ask' title={copy.tellAsk} yes={copy.tellDesk} no={words.act.back} busy={step.busy} onYes={() => void step.run('tell', { version, how: 'desk' })} onNo={close}>
            <View className='stack'><View>{copy.tellDetail}</View><Button id='tell-call' kind='quiet' disabled={step.busy} onTap={() => void step.run('tell', { version, how: 'call' })}>{copy.tellCall}</Button><Trouble error={step.error} /></View>
          </Confirm>
        )}
        {/* What was put to the leader may be out of sight once it is declined. */}
        {asking === 'decline' && (
          <WordsDialog id='decline-ask' name={`decline:${id}`} title={copy.declineAsk} example={copy.declineExample} most={ENQUIRY_LIMITS.reason} onClose={close}
            send={async (reason) => { await moved(of, async () => { await post(`/staff/enquiries/${id}/decline`, { version, reason }); return null; }); back(); }} />
        )}
      </>
    ),
  });
}
