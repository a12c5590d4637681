import type { MeView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get, post, put } from '../../kit/api.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/account.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource, type Resource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice } from '../../kit/ui/card.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { errorsFrom, identityErrors, type IdentityErrors } from './identity.form.ts';

const copy = words.identity;
const load = () => get<MeView>('/resident/me');

export default function Identity() {
  const me = useResource('me', load, { keep: true });
  return (
    <Screen id='identity-page' of={me} skeleton='page'>
      {(person) => (
        <>
          {person.assurance === 'verified' || person.assurance === 'declared'
            ? (
              <Card id='identity-known'>
                <Notice tone={person.assurance === 'verified' ? 'ok' : 'info'}>{person.assurance === 'verified' ? copy.verified : copy.declaredHint}</Notice>
                <Facts of={[[copy.name, person.maskedName], [copy.citizenId, person.maskedCitizenId]]} />
              </Card>
            )
            : <Declaration me={me} />}
          <Phone me={me} person={person} />
        </>
      )}
    </Screen>
  );
}

function Declaration({ me }: { me: Resource<MeView> }) {
  const [name, setName] = useState('');
  const [citizenId, setCitizenId] = useState('');
  const [wrong, setWrong] = useState<IdentityErrors>({});
  const save = useIntent(async () => {
    const errors = identityErrors(name, citizenId, today());
    setWrong(errors);
    if (Object.keys(errors).length === 0) me.put(await put<MeView>('/resident/me/declaration', { name: name.trim(), citizenId }));
  });
  const refused = errorsFrom(save.error?.fields ?? []);
  return (
    <Card>
      <View className='secondary'>{copy.intro}</View>
      <Field label={copy.name} error={wrong.name ?? refused.name}><TextInput id='name' label={copy.name} value={name} maxLength={30} placeholder={copy.nameExample} onChange={setName} /></Field>
      <Field label={copy.citizenId} hint={copy.citizenIdHint} error={wrong.citizenId ?? refused.citizenId}>
        <TextInput id='citizenId' type='idcard' label={copy.citizenId} value={citizenId} maxLength={24} onChange={setCitizenId} />
      </Field>
      <Trouble error={save.error} />
      <Button id='save-identity' busy={save.busy} onTap={() => void save.run()}>{copy.save}</Button>
    </Card>
  );
}

function Phone({ me, person }: { me: Resource<MeView>; person: MeView }) {
  const [refused, setRefused] = useState(false);
  const fill = useIntent(async (key, code: string) => me.put(await post<MeView>('/resident/me/phone', { code }, { key })));
  return (
    <Card>
      <Facts of={[[copy.phone, person.maskedPhone ?? copy.phoneNone]]} />
      {process.env.TARO_ENV === 'weapp' && (
        <Button id='fill-phone' kind='quiet' icon='phone' busy={fill.busy} onPhoneCode={(code) => { setRefused(code === null); if (code !== null) void fill.run(code); }}>{copy.phoneFill}</Button>
      )}
      {refused && <Notice tone='info'>{copy.phoneRefused}</Notice>}
      <Trouble error={fill.error} />
    </Card>
  );
}
