import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import { sentenceOf } from '../api/problem.ts';
import { sessionCopy as copy } from '../copy/session.copy.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { EnrolForm } from './EnrolForm.tsx';
import type { DemoStaff, NextStep } from './sign-in.ts';
import { demoStaff, offerCode, offerEnrolment, offerPassword } from './sign-in.ts';
import styles from './session.module.css';

/** User name and password, then the second factor when it is due. With `fixedUserName` only that clerk may sign in. */
export function SignInForm({ fixedUserName }: { fixedUserName?: string }) {
  const [userName, setUserName] = useState(fixedUserName ?? '');
  const [password, setPassword] = useState('');
  const [challenge, setChallenge] = useState<NextStep | null>(null);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [demo, setDemo] = useState<DemoStaff[]>([]);

  // Read again with each step: the demonstration code changes every thirty seconds.
  useEffect(() => { void demoStaff().then(setDemo); }, [challenge]);

  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    setFault(null);
    try {
      await act();
    } catch (error) {
      setFault(sentenceOf(error));
      setCode('');
    } finally {
      setBusy(false);
    }
  };
  const enter = (name: string, secret: string) => attempt(async () => setChallenge(await offerPassword(name, secret)));
  const second = (digits: string) => attempt(() => offerCode(userName, challenge?.challenge ?? '', digits));

  const onPassword = (event: FormEvent) => { event.preventDefault(); void enter(userName.trim(), password); };
  const onCode = (event: FormEvent) => { event.preventDefault(); void second(code); };
  const choose = (person: DemoStaff) => {
    setUserName(person.userName);
    setPassword(person.password);
    void enter(person.userName, person.password);
  };
  const demoCode = demo.find((person) => person.userName === userName.trim())?.totp;
  const complaint = fault ? <div className={styles.fault} role="alert" data-testid="sign-in-fault"><ExclamationCircleFilled style={{ marginTop: 4 }} />{fault}</div> : null;

  if (challenge?.enrolment) return <EnrolForm enrolment={challenge.enrolment} busy={busy} complaint={complaint} onDone={(chosen, digits) => void attempt(() => offerEnrolment(userName.trim(), challenge.challenge, chosen, digits))} />;
  if (challenge !== null) {
    return (
      <form className={styles.form} onSubmit={onCode} data-testid="second-factor">
        <div><h2>{copy.secondTitle}</h2><p className="muted">{copy.secondLead}</p></div>
        <label className={`${styles.field} ${styles.digits}`}>
          <span>{copy.secondCode}</span>
          <Input size="large" autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))} data-testid="second-factor-code" />
        </label>
        {demoCode ? <div className={styles.code} data-testid="demo-code">{copy.demoCode(demoCode)}<Button size="small" type="link" onClick={() => { setCode(demoCode); void second(demoCode); }}>{copy.fillIn}</Button></div> : null}
        {complaint}
        <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={code.length !== 6} block data-testid="second-factor-confirm">{copy.confirm}</Button>
        {fixedUserName ? null : <Button type="text" onClick={() => { setChallenge(null); setFault(null); }}>{copy.back}</Button>}
      </form>
    );
  }
  return (
    <>
      <form className={styles.form} onSubmit={onPassword} data-testid="sign-in">
        <label className={styles.field}><span>{copy.userName}</span>
          <Input size="large" autoFocus={!fixedUserName} disabled={Boolean(fixedUserName)} autoComplete="username" value={userName} onChange={(event) => setUserName(event.target.value)} data-testid="sign-in-user" />
        </label>
        <label className={styles.field}><span>{copy.password}</span>
          <Input size="large" autoFocus={Boolean(fixedUserName)} type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} data-testid="sign-in-password" />
        </label>
        {complaint}
        <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={userName.trim() === '' || password === ''} block data-testid="sign-in-submit">{copy.signIn}</Button>
      </form>
      <DemoPeople people={fixedUserName ? demo.filter((person) => person.userName === fixedUserName) : demo} onChoose={choose} />
    </>
  );
}
