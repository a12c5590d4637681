import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { copy as words } from '../kit/copy/office.ts';
import { useIntent } from '../kit/intent.ts';
import { Confirm } from '../kit/ui/confirm.tsx';
import { Field, TextBox } from '../kit/ui/field.tsx';
import { Trouble } from '../kit/ui/screen.tsx';
import { useKeptWords } from './kept-words.ts';

const copy = words.act;
const LEAST = 2;

interface Props {
  id: string;
  /** Names what is written, so that it is found again. */
  name: string;
  title: string;
  label?: string;
  example: string;
  most: number;
  /** May be left empty. */
  optional?: boolean;
  yes?: string;
  /** Carries the words away. @throws ApiError, and the words stay */
  send: (text: string) => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for words before a step that needs them. What was typed stays when the dialog is closed or the step is refused. */
export function WordsDialog({ id, name, title, label = copy.reason, example, most, optional = false, yes = copy.send, send, onClose, children }: Props) {
  const kept = useKeptWords(name);
  const [missing, setMissing] = useState(false);
  const give = useIntent(async (_, text: string) => {
    await send(text);
    kept.sent();
    onClose();
  });
  const say = () => {
    const text = kept.words.trim();
    const enough = Array.from(text).length >= LEAST || (optional && text === '');
    setMissing(!enough);
    if (enough) void give.run(text);
  };
  return (
    <Confirm id={id} title={title} yes={yes} no={copy.back} busy={give.busy} onYes={say} onNo={onClose}>
      <View className='stack'>
        {children}
        <Field label={label} error={missing ? copy.reasonNeeded : null}>
          <TextBox id={`${id}-words`} label={label} value={kept.words} maxLength={most} placeholder={example} onChange={(text) => { setMissing(false); kept.write(text); }} />
        </Field>
        <Trouble error={give.error} />
      </View>
    </Confirm>
  );
}
