import { View } from '@tarojs/components';
import { copy as words } from '../../kit/copy/office.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { CodePicker, Field, TextBox } from '../../kit/ui/field.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import type { KeptWords } from '../kept-words.ts';
import { withTemplate, type AnswerSubject } from './answer.subject.ts';

const copy = words.answer;
const WHY = 200;

interface Props { subject: AnswerSubject; text: KeptWords; why: KeptWords; missing: { text: boolean; why: boolean }; onMend: () => void }

/** The answer's words; a template only adds to them, and a colleague's draft is shown beside them, never over them. */
export function Editor({ subject: { templates, draft, most, needsNoPlan, me }, text, why, missing, onMend }: Props) {
  const write = (said: string) => { onMend(); text.write(said); };
  const theirs = draft !== null && draft.writtenBy !== me && draft.text !== text.words ? draft : null;
  return (
    <>
      {templates.length > 0 && (
        <Field label={copy.template} hint={copy.templateHint}>
          <CodePicker id='template' label={copy.template} options={templates.map(({ id, title }) => ({ code: id, label: title }))} value='' onChange={(id) => { const chosen = templates.find((one) => one.id === id); if (chosen) write(withTemplate(text.words, chosen.text)); }} />
        </Field>
      )}
      <View className='office-editor'>
        <Field label={copy.text} error={missing.text ? copy.needed : null}>
          <TextBox id='answer-text' label={copy.text} value={text.words} maxLength={most} placeholder={copy.example} onChange={write} />
        </Field>
      </View>
      <View className='small'>{copy.keptHere}</View>
      {theirs && (
        <Card id='their-draft'>
          <View className='secondary'>{words.one.draftBy(theirs.writtenBy)}</View>
          <LongText id='their-text' signs={120}>{theirs.text}</LongText>
          <Button id='use-theirs' kind='plain' onTap={() => write(theirs.text)}>{copy.useTheirs}</Button>
        </Card>
      )}
      {needsNoPlan && (
        <Field label={copy.noPlan} hint={copy.noPlanHint} error={missing.why ? copy.planNeeded : null}>
          <TextBox id='no-plan' label={copy.noPlan} value={why.words} maxLength={WHY} placeholder={copy.noPlanExample} onChange={(said) => { onMend(); why.write(said); }} />
        </Field>
      )}
    </>
  );
}
