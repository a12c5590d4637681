import type { DemoStaffView, StaffMeView, StepUpView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { get, list, post } from '../kit/api.ts';
import { copy as words } from '../kit/copy/office.ts';
import { useIntent } from '../kit/intent.ts';
import { readyToAskStepUp } from '../kit/step-up.ts';
import { Button } from '../kit/ui/button.tsx';
import { Field, TextInput } from '../kit/ui/field.tsx';
import { Trouble } from '../kit/ui/screen.tsx';

const copy = words.stepUp;

/** The demo's digits for whoever tries it; nobody's elsewhere. */
async function demoCode(): Promise<string | null> {
  const me = await get<StaffMeView>('/staff/me');
  if (!me.demo) return null;
  return (await list<DemoStaffView>('/public/demo/staff')).find((person) => person.name === me.name)?.totp ?? null;
}

/** The six digits once more, for what cannot be taken back. What waited for them goes on by itself. */
export function StepUp() {
  const answer = useRef<((given: boolean) => void) | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => readyToAskStepUp(() => new Promise((resolve) => { answer.current = resolve; setOpen(true); })), []);
  // A page that is left while it asks has not been given anything.
  useEffect(() => () => answer.current?.(false), []);
  const end = (given: boolean) => {
    setOpen(false);
    answer.current?.(given);
    answer.current = null;
  };
  return open ? <Dialog onEnd={end} /> : null;
}

function Dialog({ onEnd }: { onEnd: (given: boolean) => void }) {
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const [demo, setDemo] = useState<string | null>(null);
  useEffect(() => { demoCode().then(setDemo, () => undefined); }, []);
  const give = useIntent(async () => {
    setShort(code.length !== 6);
    if (code.length !== 6) return;
    await post<StepUpView>('/staff/me/step-up', { code }).catch((error: unknown) => { setCode(''); throw error; });
    onEnd(true);
  });
  return (
    <View id='step-up' className='veil' catchMove>
      <View className='dialog' aria-role='dialog'>
        <View className='dialog__title'>{copy.title}</View>
        <View className='secondary'>{copy.lead}</View>
        <Field label={copy.label} error={short ? copy.short : null}>
          <TextInput id='step-up-code' type='number' big label={copy.label} value={code} maxLength={6} onChange={(text) => { setShort(false); setCode(text.replace(/\D/g, '')); }} />
        </Field>
        {demo && code === '' && <Button id='step-up-demo' kind='plain' onTap={() => setCode(demo)}>{copy.demo(demo)}</Button>}
        <Trouble error={give.error} />
        <Button id='step-up-yes' busy={give.busy} onTap={() => void give.run()}>{copy.yes}</Button>
        <Button id='step-up-no' kind='quiet' disabled={give.busy} onTap={() => onEnd(false)}>{copy.no}</Button>
      </View>
    </View>
  );
}
