import { ENQUIRY_LIMITS, questionProblems } from '@hall/shared/enquiry/enquiry.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { now } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { owner } from '../../kit/session.ts';
import { keepUnsent } from '../../kit/unsent.ts';
import { useUnsent } from '../../kit/use-unsent.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';

const copy = words.one;

const nameOf = (id: string): string => `enquiry-again:${id}`;

/** It has reached the hall. */
export const forgetAgain = (id: string): void => { keepUnsent(owner() ?? '', nameOf(id), null, now()); };

/** What is still unclear; kept on the phone until it has reached the hall. */
export function AskAgain({ id, busy, onSend, onCancel }: { id: string; busy: boolean; onSend: (text: string) => void; onCancel: () => void }) {
  const { words: text, write } = useUnsent(owner() ?? '', nameOf(id));
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (next: string) => { write(next); setWrong(null); };
  const send = () => {
    const [problem] = questionProblems(text);
    if (problem) setWrong(problem.message);
    else onSend(text.trim());
  };
  return (
    <Card id='ask-again'>
      <Field label={copy.again} hint={copy.againHint} error={wrong}><TextBox id='again-text' label={copy.again} value={text} maxLength={ENQUIRY_LIMITS.most} placeholder={copy.againExample} onChange={change} /></Field>
      <View className='pair'><Button id='again-send' busy={busy} onTap={send}>{copy.againSend}</Button><Button id='again-cancel' kind='quiet' disabled={busy} onTap={onCancel}>{copy.againCancel}</Button></View>
    </Card>
  );
}
