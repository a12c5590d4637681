import type { CodeTablesView, RelativeView } from '@hall/shared/api/views';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { showFirstWrong } from '../../kit/attention.ts';
import { today } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/family.ts';
import { useIntent } from '../../kit/intent.ts';
import { back } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { DatePicker, Field, TextInput } from '../../kit/ui/field.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { relativeBody, relativeErrors, type RelativeDraft, type RelativeErrors } from './relative.form.ts';

export default function Relative() {
  const tables = useResource('code-tables', () => get<CodeTablesView>('/public/code-tables'), { keep: true });
  const [draft, setDraft] = useState<RelativeDraft>({ relation: undefined, name: '', citizenId: '', validUntil: undefined });
  const [wrong, setWrong] = useState<RelativeErrors>({});
  const save = useIntent(async (key, filled: RelativeDraft) => {
    const errors = relativeErrors(filled, today());
    setWrong(errors);
    if (Object.keys(errors).length > 0) { showFirstWrong(); return; }
    await post<RelativeView>('/resident/relatives', relativeBody(filled, today()), { key });
    back();
  });
  const refused: Record<string, string> = Object.fromEntries((save.error?.fields ?? []).map((field) => [field.path, field.message]));
  const write = (part: Partial<RelativeDraft>) => setDraft((was) => ({ ...was, ...part }));
  return (
    <Screen id='relative-page' of={tables} footer={() => <><Trouble error={save.error} /><Button id='save' busy={save.busy} onTap={() => void save.run(draft)}>{copy.save}</Button></>}>
      {({ tables: all }) => (
        <>
          <Field label={copy.relation} error={wrong.relation ?? refused.relation}>
            <Choice id='relation' label={copy.relation} tight options={(all.relation ?? []).map((one) => ({ value: one.code, label: one.label }))} chosen={draft.relation ? [draft.relation] : []} onChoose={(relation) => write({ relation })} />
          </Field>
          <Field label={copy.name} error={wrong.name ?? refused.name}><TextInput id='name' label={copy.name} value={draft.name} maxLength={30} placeholder={copy.nameExample} onChange={(name) => write({ name })} /></Field>
          <Field label={copy.citizenId} hint={copy.citizenIdHint} error={wrong.citizenId ?? refused.citizenId}><TextInput id='citizenId' type='idcard' label={copy.citizenId} value={draft.citizenId} maxLength={24} onChange={(citizenId) => write({ citizenId })} /></Field>
          <Field label={copy.validUntil} hint={copy.validHint} optional error={refused.validUntil}><DatePicker id='validUntil' label={copy.validUntil} fields='day' from={today()} value={draft.validUntil} onChange={(validUntil) => write({ validUntil })} /></Field>
        </>
      )}
    </Screen>
  );
}
