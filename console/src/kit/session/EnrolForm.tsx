import type { StaffEnrolmentView } from '@hall/shared/api/views';
import { Button, Input } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import { adminCopy } from '../copy/admin.copy.ts';
import { QrCode } from '../qr/QrCode.tsx';
import styles from './session.module.css';

const copy = adminCopy.enrol;

/** The first sign-in: a password of one's own and the authenticator, together. */
export function EnrolForm({ enrolment, busy, complaint, onDone }: { enrolment: StaffEnrolmentView; busy: boolean; complaint: ReactNode; onDone: (password: string, code: string) => void }) {
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [code, setCode] = useState('');
  const differ = again !== '' && again !== password;
  const submit = (event: FormEvent) => { event.preventDefault(); onDone(password, code); };
  return (
    <form className={styles.form} onSubmit={submit} data-testid="enrol">
      <h2>{copy.title}</h2>
      <label className={styles.field}><span>{copy.password}</span><Input size="large" autoFocus type="password" autoComplete="new-password" maxLength={200} value={password} onChange={(event) => setPassword(event.target.value)} data-testid="enrol-password" /></label>
      <label className={styles.field}><span>{differ ? copy.differ : copy.again}</span><Input size="large" type="password" autoComplete="new-password" maxLength={200} status={differ ? 'error' : ''} value={again} onChange={(event) => setAgain(event.target.value)} data-testid="enrol-again" /></label>
      <div className={styles.field}>
        <span>{copy.scan}</span>
        <div className={styles.beside}>
          <div className={styles.scan}><QrCode text={enrolment.uri} label={copy.scan} /></div>
          <div className={styles.form}>
            <small className="muted">{copy.manual}<br /><code data-testid="enrol-secret">{enrolment.secret.replace(/(.{4})/g, '$1 ')}</code></small>
            <label className={`${styles.field} ${styles.digits}`}><span>{copy.code}</span><Input size="large" inputMode="numeric" autoComplete="one-time-code" maxLength={6} value={code} onChange={(event) => setCode(event.target.value.replace(/\D/g, ''))} data-testid="enrol-code" /></label>
          </div>
        </div>
      </div>
      {complaint}
      <Button size="large" type="primary" htmlType="submit" loading={busy} disabled={password === '' || again !== password || code.length !== 6} block data-testid="enrol-ok">{copy.ok}</Button>
    </form>
  );
}
