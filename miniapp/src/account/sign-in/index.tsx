import type { DemoPersonView, HallOverviewView, SessionView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { get, list, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/account.ts';
import { useIntent } from '../../kit/intent.ts';
import { back } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { followPreferences } from '../../kit/preferences.ts';
import { openSession, signInWithWechat } from '../../kit/session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { Field, TextInput } from '../../kit/ui/field.tsx';
import { Page, Trouble } from '../../kit/ui/screen.tsx';
import { demoMessage, digitsOf, phoneOf } from './sign-in.form.ts';

const copy = words.signIn;

const loadDemo = async (): Promise<DemoPersonView[]> => {
  const hall = await get<HallOverviewView>('/public/hall');
  return hall.demo ? list<DemoPersonView>('/public/demo/persons') : [];
};

export default function SignIn() {
  const demo = useResource('demo-persons', loadDemo);
  const persons = demo.data ?? [];
  const enterAs = useIntent(async (_, key: string) => enter(await post<SessionView>('/public/demo/sign-in', { key })));
  return (
    <Page id='sign-in-page'>
      <View className='display'>{copy.heading}</View>
      {process.env.TARO_ENV === 'weapp' ? <WechatSignIn /> : <PhoneSignIn demo={persons.length > 0} />}
      {persons.length > 0 && (
        <>
          <View className='heading'>{copy.demoHeading} · {copy.demoDetail}</View>
          <Card className='card--rows'>
            {persons.map((person) => <Row key={person.key} id={`demo-${person.key}`} icon='user-round' title={person.name} detail={person.story} onTap={() => void enterAs.run(person.key)} />)}
          </Card>
          <Trouble error={enterAs.error} />
        </>
      )}
    </Page>
  );
}

function enter(session: SessionView): void {
  openSession(session);
  void followPreferences();
  back();
}

function WechatSignIn() {
  const [failed, setFailed] = useState(false);
  const signIn = useIntent(async () => {
    const token = await signInWithWechat();
    setFailed(token === null);
    if (token !== null) {
      void followPreferences();
      back();
    }
  });
  return (
    <View className='stack'>
      <Button id='sign-in-wechat' busy={signIn.busy} onTap={() => void signIn.run()}>{copy.withWechat}</Button>
      {failed && <Notice tone='accent'>{copy.failed}</Notice>}
    </View>
  );
}

function PhoneSignIn({ demo }: { demo: boolean }) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [wait, setWait] = useState(0);
  const [wrong, setWrong] = useState<{ phone?: string; code?: string }>({});
  const [message, setMessage] = useState<string | null>(null);

  useEffect(() => {
    if (wait <= 0) return undefined;
    const timer = setTimeout(() => setWait(wait - 1), 1_000);
    return () => clearTimeout(timer);
  }, [wait]);

  const send = useIntent(async () => {
    const checked = phoneOf(phone);
    if ('error' in checked) return setWrong({ phone: checked.error });
    setWrong({});
    const { retryAfterSeconds } = await post<{ sent: true; retryAfterSeconds: number }>('/public/sign-in/phone-code', { phone: checked.phone });
    setSentTo(checked.phone);
    setWait(retryAfterSeconds);
    if (demo) setMessage(demoMessage(await list('/public/demo/inbox'), checked.phone));
    return undefined;
  });
  const signIn = useIntent(async () => {
    if (code.length < 4) return setWrong({ code: copy.codeNeeded });
    setWrong({});
    return enter(await post<SessionView>('/public/sign-in/phone', { phone: sentTo, code }));
  });

  return (
    <Card>
      <Field label={copy.phone} error={wrong.phone}>
        <TextInput id='phone' type='number' label={copy.phone} value={phone} maxLength={16} placeholder={copy.phoneExample} disabled={sentTo !== null} onChange={setPhone} />
      </Field>
      {sentTo === null && <Button id='send-code' busy={send.busy} onTap={() => void send.run()}>{copy.send}</Button>}
      {sentTo !== null && (
        <>
          {message && <Notice id='demo-message' tone='sun'>{copy.demoSms(message)}</Notice>}
          <Field label={copy.code} hint={copy.codeHint(sentTo)} error={wrong.code}>
            <TextInput id='code' type='number' big label={copy.code} value={code} maxLength={6} onChange={(text) => setCode(digitsOf(text))} />
          </Field>
          <Button id='enter' busy={signIn.busy} onTap={() => void signIn.run()}>{copy.enter}</Button>
          <Button id='send-again' kind='plain' disabled={wait > 0} busy={send.busy} onTap={() => void send.run()}>{wait > 0 ? copy.againIn(wait) : copy.again}</Button>
          <Button id='other-phone' kind='plain' onTap={() => { setSentTo(null); setCode(''); setMessage(null); setWait(0); }}>{copy.other}</Button>
        </>
      )}
      <Trouble error={signIn.error ?? send.error} />
    </Card>
  );
}
