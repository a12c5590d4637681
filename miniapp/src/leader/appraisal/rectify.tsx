import type { StaffAppraisalView } from '@hall/shared/api/views';
import { RECTIFICATION_LENGTH } from '@hall/shared/appraisal/appraisal.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import type { Resource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Field, TextBox } from '../../kit/ui/field.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { useKeptWords } from '../kept-words.ts';
import { moved } from '../moved.ts';
import { longEnough } from './appraisal.view.ts';

const copy = words.appraisal;

/** What the department changes, in its own words; on this phone until it is published. */
export function Rectify({ of: { id, version }, page }: { of: StaffAppraisalView; page: Resource<StaffAppraisalView> }) {
  const text = useKeptWords(`rectify:${id}`);
  const [wrong, setWrong] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const send = useIntent(async () => {
    try {
      await moved(page, () => post<StaffAppraisalView>(`/staff/appraisals/${id}/rectify`, { text: text.words.trim(), version }));
      text.sent();
    } finally {
      setAsking(false);
    }
  });
  const ask = () => { if (longEnough(text.words)) setAsking(true); else setWrong(copy.short(RECTIFICATION_LENGTH.least)); };
  return (
    <View className='stack'>
      <Field label={copy.words} hint={copy.hint} error={wrong}><TextBox id='rectify-text' label={copy.words} value={text.words} maxLength={RECTIFICATION_LENGTH.most} placeholder={copy.example} onChange={(said) => { setWrong(null); text.write(said); }} /></Field>
      <View className='small'>{words.answer.keptHere}</View>
      <Trouble error={send.error} />
      <Button id='rectify' busy={send.busy} onTap={ask}>{copy.publish}</Button>
      {asking && <Confirm id='rectify-ask' title={copy.ask} yes={copy.yes} no={copy.no} busy={send.busy} onYes={() => void send.run()} onNo={() => setAsking(false)}>{copy.askDetail}</Confirm>}
    </View>
  );
}
