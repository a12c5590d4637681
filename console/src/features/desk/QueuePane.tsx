import { CheckCircleFilled, HeartFilled } from '@ant-design/icons';
import type { DeskView, QueueRowView } from '@hall/shared/api/views';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { deskCopy as copy } from '../../kit/copy/desk.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { QueueList, Reasons } from './desk.view.ts';
import { rowsOf } from './desk.view.ts';
import type { DeskAct } from './use-desk.ts';
import styles from './Desk.module.css';

/** My window, the button that calls, and who waits. */
export function QueuePane({ desk, act, busy, onNext, why }: { desk: DeskView; act: (act: DeskAct) => void; busy: boolean; onNext: (() => void) | undefined; why: Reasons }) {
  const [list, setList] = useState<QueueList>('waiting');
  const { window, current, next } = desk;
  if (!window) return null;
  const paused = window.state === 'paused';
  const rows = rowsOf(desk, list);
  const turn = (row: QueueRowView, verb: 'rejoin' | 'resume') => act({ kind: 'ticket', id: row.id, version: row.version, verb });
  return (
    <aside className={styles.queue}>
      <section className={styles.window} data-testid="my-window">
        <h1 title={window.label}>{window.label}</h1>
        <StateTag tone={paused ? 'warn' : 'ok'}>{copy.windowState[window.state]}</StateTag>
        <span>
          <Button size="small" type="text" disabled={busy || current !== null} onClick={() => act({ kind: 'window', id: window.id, verb: paused ? 'open' : 'pause' })} title={why.window} data-testid="pause-window">{paused ? copy.resumeWindow : copy.pause}</Button>
          <Button size="small" type="text" disabled={busy || current !== null} onClick={() => act({ kind: 'window', id: window.id, verb: 'close' })} title={why.window} data-testid="close-window">{copy.close}</Button>
        </span>
      </section>
      <Button size="large" block className={styles.next ?? ''} type={current ? 'default' : 'primary'} disabled={!onNext} onClick={onNext} title={why.next} data-testid="call-next">{copy.next}<Key of="N" /></Button>
      <p className={styles.peek} title={why.next}>{next ? copy.nextIs(next.number, next.maskedName ?? '') : desk.queue.length > 0 ? copy.nobodyHere : copy.nobody}</p>
      {next && why.next ? <small className={styles.why} data-testid="why-next">{why.next}</small> : null}
      <Segmented<QueueList> block size="small" value={list} onChange={setList} data-testid="queue-lists" options={(['waiting', 'missed', 'parked'] as const).map((each) => ({ value: each, label: `${copy[each]} ${rowsOf(desk, each).length}` }))} />
      <ul className={styles.rows} data-testid={`queue-${list}`}>
        {rows.length === 0 ? <li className={styles.none}>{copy.emptyList[list]}</li> : rows.map((row) => (
          <li key={row.id} className={`${styles.row} ${row.forMyWindow ? '' : styles.elsewhere}`} data-testid={`queue-row-${row.number}`}>
            <strong>{row.number}</strong>
            <span className={styles.who} title={row.matterNames.join('、')}>{row.maskedName ?? row.matterNames[0]}</span>
            <span className={styles.kind}>{row.cls === 'care' ? <HeartFilled /> : null}{copy.classes[row.cls]}{row.ready ? <em><CheckCircleFilled />{copy.ready}</em> : null}{row.forMyWindow ? null : <i>{copy.elsewhere}</i>}</span>
            {row.actions.includes('rejoin') && list === 'missed' ? <Button size="small" disabled={busy} onClick={() => turn(row, 'rejoin')} data-testid={`rejoin-${row.number}`}>{copy.rejoin}</Button>
              : row.actions.includes('resume') && list === 'parked' ? <Button size="small" disabled={busy} onClick={() => turn(row, 'resume')} data-testid={`resume-${row.number}`}>{copy.resume}</Button>
                : <small>{copy.waited(row.waitedMinutes)}</small>}
          </li>
        ))}
      </ul>
      <footer className={styles.served}>{desk.hallOpen ? copy.served(desk.servedToday) : copy.hallClosed}</footer>
    </aside>
  );
}
