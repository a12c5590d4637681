import type { DeadlineView } from '@hall/shared/api/views';
import { useState } from 'react';
import { post } from '../kit/api.ts';
import { copy as words } from '../kit/copy/office.ts';
import { Button } from '../kit/ui/button.tsx';
import { Choice } from '../kit/ui/choice.tsx';
import { Field } from '../kit/ui/field.tsx';
import { WordsDialog } from './words-dialog.tsx';

const copy = words.act;
/** Enough to choose from; the most there is always stands among them. */
const CHOICES = [1, 2, 3, 5, 10, 15, 20];
const LONGEST = 200;

/** More time for one thing owed: once, with a reason everybody can read. */
export function Extend({ of, onDone }: { of: DeadlineView; onDone: () => Promise<void> }) {
  const [open, setOpen] = useState(false);
  const [days, setDays] = useState('1');
  const most = of.extensionDays;
  const extend = async (reason: string) => {
    await post<DeadlineView>(`/staff/deadlines/${of.id}/extend`, { workingDays: Number(days), reason, version: of.version });
    await onDone();
  };
  const options = [...CHOICES.filter((day) => day < most), most].map((day) => ({ value: String(day), label: copy.days(day) }));
  return (
    <>
      <Button id={`extend-${of.step}`} kind='plain' onTap={() => setOpen(true)}>{copy.extend}</Button>
      {open && (
        <WordsDialog id='extend-ask' name={`extend:${of.id}`} title={copy.extendAsk} label={copy.extendReason} example={copy.extendExample} most={LONGEST} yes={copy.extendYes} send={extend} onClose={() => setOpen(false)}>
          <Field label={copy.extendDays} hint={copy.extendMost(most)}><Choice id='extend-days' tight label={copy.extendDays} options={options} chosen={[days]} onChoose={setDays} /></Field>
        </WordsDialog>
      )}
    </>
  );
}
