import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import { api } from '../api/api.ts';
import { sentenceOf } from '../api/problem.ts';
import { sessionCopy } from '../copy/session.copy.ts';
import { stepUpCopy as copy } from '../copy/account.copy.ts';
import { session } from './session.store.ts';
import { demoStaff } from './sign-in.ts';
import { stepUpEnded } from './step-up.store.ts';
import styles from './session.module.css';

/** The six digits once more, for what cannot be taken back or carries much away. What waits for them then goes on by itself. */
export function StepUpDialog() {
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [demoCode, setDemoCode] = useState<string | null>(null);
  useEffect(() => { void demoStaff().then((people) => setDemoCode(people.find((person) => person.userName === session.get().userName)?.totp ?? null)); }, [fault]);

  const give = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await api.post('/staff/me/step-up', { code });
      stepUpEnded(true);
    } catch (error) {
      setFault(sentenceOf(error));
      setCode('');
      setBusy(false);
    }
  };
  return (
    <Modal open title={copy.title} footer={null} width={420} centered onCancel={() => stepUpEnded(false)}>
      <form className={styles.form} onSubmit={give} data-testid="step-up">
        <p className="muted">{copy.lead}</p>
        <label className={`${styles.field} ${styles.digits}`}>
          <span>{sessionCopy.secondCode}</span>
          <Input size="large" autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))} data-testid="step-up-code" />
        </label>
        {demoCode ? <div className={styles.code}>{sessionCopy.demoCode(demoCode)}<Button size="small" type="link" onClick={() => setCode(demoCode)} data-testid="step-up-demo">{sessionCopy.fillIn}</Button></div> : null}
        {fault ? <div className={styles.fault} role="alert" data-testid="step-up-fault"><ExclamationCircleFilled style={{ marginTop: 4 }} />{fault}</div> : null}
        <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={code.length !== 6} block data-testid="step-up-confirm">{copy.go}</Button>
        <Button type="text" onClick={() => stepUpEnded(false)} data-testid="step-up-cancel">{copy.rather}</Button>
      </form>
    </Modal>
  );
}
