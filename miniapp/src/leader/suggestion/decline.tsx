import { DECLINE_REASONS, SUGGESTION_LIMITS, type DeclineReason } from '@hall/shared/suggestion/suggestion.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { copy as words } from '../../kit/copy/office.ts';
import { CodePicker, Field } from '../../kit/ui/field.tsx';
import { WordsDialog } from '../words-dialog.tsx';

const copy = words.act;

/** Why a suggestion is not taken up: one of the written reasons, with words where it needs them. Both stay readable where it stood. */
export function DeclineAsk({ id, send, onClose }: { id: string; send: (reason: DeclineReason, text: string) => Promise<void>; onClose: () => void }) {
  const [reason, setReason] = useState<DeclineReason>('not-ours');
  const needsWords = DECLINE_REASONS.find(({ code }) => code === reason)?.needsWords ?? true;
  return (
    <WordsDialog id='decline-ask' name={`decline:${id}`} title={copy.declineAsk} label={needsWords ? copy.declineWords : copy.declineMore} example={copy.declineExample} most={SUGGESTION_LIMITS.reason} optional={!needsWords} yes={copy.declineYes} send={(text) => send(reason, text)} onClose={onClose}>
      <View className='secondary'>{copy.declineLead}</View>
      <Field label={copy.reason}><CodePicker id='decline-reason' label={copy.reason} options={DECLINE_REASONS} value={reason} onChange={(code) => setReason(code as DeclineReason)} /></Field>
    </WordsDialog>
  );
}
