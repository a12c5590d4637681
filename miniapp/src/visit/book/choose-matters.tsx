import type { MatterCardView, RelativeView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { copy as words } from '../../kit/copy/visit.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { CodePicker, Field } from '../../kit/ui/field.tsx';
import { addErrand, plainErrand, type Choosing } from './book.view.ts';

const copy = words.book;
interface Props extends Choosing { matters: readonly MatterCardView[]; relatives: readonly RelativeView[]; onChange: (next: Choosing) => void }

/** What to do at the hall, and for whom: several matters and several persons in one visit. */
export function ChooseMatters({ errands, chosen, matters, relatives, onChange }: Props) {
  const [adding, setAdding] = useState(false);
  const [matterId, setMatterId] = useState(matters[0]?.id);
  const [person, setPerson] = useState('self');
  const toggle = (key: string) => onChange({ errands, chosen: chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key] });
  const add = () => {
    const matter = matters.find((one) => one.id === matterId);
    if (!matter) return;
    const errand = plainErrand(matter, relatives.find((relative) => relative.id === person));
    onChange({ errands: addErrand(errands, errand), chosen: [...new Set([...chosen, errand.key])] });
    setAdding(false);
  };
  return (
    <>
      <View className='display'>{copy.matters}</View>
      <View className='secondary'>{copy.mattersHint}</View>
      <Choice id='errand' label={copy.matters} many options={errands.map((errand) => ({ value: errand.key, label: errand.label, detail: errand.detail }))} chosen={chosen} onChoose={toggle} />
      {adding ? (
        <Card id='add-errand'>
          <Field label={copy.matter}><CodePicker id='errand-matter' label={copy.matter} options={matters.map((matter) => ({ code: matter.id, label: matter.name }))} value={matterId} onChange={setMatterId} /></Field>
          <Field label={copy.person}>
            <Choice id='errand-person' label={copy.person} options={[{ value: 'self', label: copy.self }, ...relatives.map((relative) => ({ value: relative.id, label: `${relative.relationLabel} ${relative.maskedName}` }))]} chosen={[person]} onChoose={setPerson} />
          </Field>
          <Button id='errand-add' kind='quiet' onTap={add}>{copy.add}</Button>
        </Card>
      ) : <Button id='more-errands' kind='quiet' icon='plus' onTap={() => setAdding(true)}>{copy.more}</Button>}
    </>
  );
}
