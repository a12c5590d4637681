import type { TicketRecordView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Page, Screen } from '../../kit/ui/screen.tsx';
import { RecordCard } from '../ticket/record.tsx';

const copy = words.record;

/** By the code on the slip, without an account: the recorded times of that visit, and the word against them. */
export default function VisitTimes() {
  const { code = '' } = useRouter().params;
  const [typed, setTyped] = useState(code);
  return typed === '' ? <AskSlip onCode={setTyped} /> : <Times key={typed} code={typed} onCode={setTyped} />;
}

function Times({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const path = `/public/slips/${encodeURIComponent(code)}`;
  const record = useResource(`times:${code}`, () => get<TicketRecordView>(`${path}/record`));
  if (record.data === null && record.error?.status === 404) return <AskSlip start={code} sentence={record.error.message} onCode={onCode} />;
  return (
    <Screen id='times-page' of={record} skeleton='page'>
      {(it) => (
        <>
          <View className='display'>{copy.number(it.number)}</View>
          <RecordCard path={path} keeps={null} of={it} onChange={record.put} />
          <View className='secondary'>{copy.bySlip}</View>
        </>
      )}
    </Screen>
  );
}

/** @param start the code tried before, to be mended @param sentence what the hall said of it */
function AskSlip({ start = '', sentence = null, onCode }: { start?: string; sentence?: string | null; onCode: (code: string) => void }) {
  const [text, setText] = useState(start);
  const [wrong, setWrong] = useState(sentence);
  const open = () => {
    const code = text.trim();
    if (code === '') setWrong(copy.slipNeeded);
    else if (code !== start) onCode(code);
  };
  return (
    <Page id='times-page' footer={<Button id='open-slip' onTap={open}>{copy.open}</Button>}>
      <View className='display'>{copy.typeCode}</View>
      <Field label={copy.slipCode} hint={copy.slipHint} error={wrong}><TextInput id='slip-code' label={copy.slipCode} value={text} maxLength={40} onChange={(next) => { setWrong(null); setText(next); }} onDone={open} /></Field>
    </Page>
  );
}
