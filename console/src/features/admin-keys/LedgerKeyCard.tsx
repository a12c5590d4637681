import type { LedgerKeyRoomView, LedgerKeyView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import styles from '../../kit/house/house.module.css';
import { Card } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag, type Tone } from '../../kit/state/StateTag.tsx';

const copy = adminCopy.keys;
const KEY = ['ledger-key'];
const TONES: Record<LedgerKeyView['state'], Tone> = { 'in-use': 'ok', next: 'info', 'last-seal': 'warn', destroyed: 'quiet' };

/** What the ledger is signed with, and handing it over to a new key. */
export function LedgerKeyCard() {
  const { message } = App.useApp();
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<LedgerKeyRoomView>('/staff/ledger-key') });
  const [reason, setReason] = useState<string | null>(null);
  const change = useMutation({ mutationFn: (seen: string) => api.post<LedgerKeyRoomView>('/staff/ledger-key/change', { reason: (reason ?? '').trim(), seen }), onSuccess: (room) => { client.setQueryData(KEY, room); setReason(null); void message.success(copy.changed); } });
  const copyKey = (key: string) => void navigator.clipboard.writeText(key).then(() => message.success(copy.copied), () => undefined);
  return (
    <Card testId="ledger-keys">
      <h2>{copy.ledger}</h2>
      <p className="muted">{copy.ledgerLead}</p>
      <Loaded query={query}>
        {({ keys, mayChange }) => (
          <div className={styles.form}>
            {keys.length === 0 ? <p>{copy.none2}</p> : (
              <ul className={styles.plans}>
                {keys.map(({ publicKey, madeAt, seals, state }) => (
                  <li key={publicKey} data-testid={`ledger-key-${state}`}>
                    <StateTag tone={TONES[state]}>{copy.states[state]}</StateTag>
                    <div>{copy.publicKey} <code>{publicKey}</code><br /><small>{copy.made(momentText(madeAt))} · {copy.seals(seals)}</small></div>
                    <Button size="small" onClick={() => copyKey(publicKey)}>{copy.copy}</Button>
                  </li>
                ))}
              </ul>
            )}
            {keys.length > 0 ? <div><Button danger disabled={!mayChange} onClick={() => { change.reset(); setReason(''); }} data-testid="ledger-key-change">{copy.change}</Button> {mayChange ? null : <span className="muted">{copy.wait}</span>}</div> : null}
            {reason !== null ? (
              <Modal open title={copy.changeTitle} okText={copy.ok} cancelText={copy.cancel} onCancel={() => setReason(null)} onOk={() => change.mutate(keys[0]!.publicKey)} confirmLoading={change.isPending} okButtonProps={{ danger: true, disabled: reason.trim().length < 2, 'data-testid': 'ledger-key-ok' }}>
                <div className={styles.form}>
                  <p>{copy.changeLead}</p>
                  {change.error ? <Alert type="error" showIcon title={sentencesOf(change.error).join('；')} /> : null}
                  <label><span>{copy.reason}</span><Input maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="ledger-key-reason" /></label>
                </div>
              </Modal>
            ) : null}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
