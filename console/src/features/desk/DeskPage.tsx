import { ShopOutlined } from '@ant-design/icons';
import type { DeskView } from '@hall/shared/api/views';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { caseCopy } from '../../kit/copy/case.copy.ts';
import { deskCopy as copy } from '../../kit/copy/desk.copy.ts';
import { useCase } from '../../kit/case/case.api.ts';
import { CounterSteps } from '../../kit/case/CounterSteps.tsx';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { PrintButton } from '../../kit/print/PrintButton.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { CasePane } from './CasePane.tsx';
import { CloseMatterDialog } from './CloseMatterDialog.tsx';
import { isSettled, matterShown, mayCall } from './desk.view.ts';
import { QueuePane } from './QueuePane.tsx';
import { TicketPane } from './TicketPane.tsx';
import type { DeskAct, TicketVerb } from './use-desk.ts';
import { useDesk } from './use-desk.ts';
import styles from './Desk.module.css';

/** The clerk's one screen: who is next on the left, the case in the middle, what to do on the right. */
export function DeskPage() {
  const { query, act } = useDesk();
  return <Loaded query={query} lines={10}>{(desk) => <Desk desk={desk} act={act.mutate} busy={act.isPending} />}</Loaded>;
}

function Desk({ desk, act, busy }: { desk: DeskView; act: (act: DeskAct) => void; busy: boolean }) {
  const go = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const [closing, setClosing] = useState(false);
  const { current, window } = desk;
  const matter = matterShown(current?.matters ?? [], chosen);
  const kase = useCase(matter?.applicationId ?? null);
  const may = (verb: TicketVerb) => current !== null && current.actions.includes(verb) && !busy;
  const ticket = (verb: TicketVerb) => (may(verb) && current ? () => act({ kind: 'ticket', id: current.id, version: current.version, verb }) : undefined);
  const callNext = mayCall(desk) && !busy && desk.queue.length > 0 ? () => act({ kind: 'next' }) : undefined;
  const done = ticket('done');
  useKeys({ n: callNext, r: ticket('recall'), s: ticket('serve'), d: done, p: ticket('park'), m: ticket('miss') }, !closing);

  if (!window || window.state === 'closed') {
    return <Blank icon={<ShopOutlined />} title={copy.noWindow} body={copy.noWindowBody} testId="desk-closed" action={<Button type="primary" size="large" onClick={() => void go('/start')} data-testid="choose-window">{copy.chooseWindow}</Button>} />;
  }
  const settled = current !== null && current.matters.every((each) => isSettled(each) || (each.id === matter?.id && kase.data?.state === 'handled'));
  return (
    <div className={styles.desk} data-testid="desk">
      <QueuePane desk={desk} act={act} busy={busy} onNext={callNext} />
      <CasePane desk={desk} matter={matter} kase={kase} onMatter={setChosen} keys={!closing} />
      <aside className={styles.todo}>
        {current ? (
          <>
            <TicketPane ticket={current} act={ticket} />
            <div className={styles.work}>
              {matter && kase.data && matter.state !== 'closed' ? <CounterSteps key={kase.data.id} kase={kase.data} keys={!closing} /> : null}
              {matter && matter.applicationId === null && !isSettled(matter) ? <Button size="large" type="primary" block onClick={() => void go(`/walk-in?ticket=${current.id}`)} data-testid="fill-at-window">{copy.fill}</Button> : null}
              {matter && !isSettled(matter) && kase.data?.state !== 'handled' ? <Button type="text" size="small" onClick={() => setClosing(true)} data-testid="close-matter">{copy.closeMatter}</Button> : null}
            </div>
            <div className={styles.finish}>
              <div className={styles.prints}>
                {kase.data ? <PrintButton path={`/staff/applications/${kase.data.id}/form.pdf`} label={caseCopy.print.form} testId="print-form" /> : null}
                {kase.data ? <PrintButton path={`/staff/applications/${kase.data.id}/receipt.pdf`} label={caseCopy.print.receipt} testId="print-receipt" disabled={kase.data.state !== 'handled' && kase.data.state !== 'completed'} /> : null}
                <PrintButton path={`/staff/tickets/${current.id}/slip.pdf`} label={caseCopy.print.slip} testId="print-slip" />
              </div>
              <Button size="large" block type={settled ? 'primary' : 'default'} disabled={!done} onClick={done} data-testid="done">{copy.done}<Key of="D" /></Button>
            </div>
            {closing && matter ? <CloseMatterDialog matter={matter} onCancel={() => setClosing(false)} onClose={(reason) => { setClosing(false); act({ kind: 'close-matter', id: current.id, version: current.version, matterId: matter.id, reason }); }} /> : null}
          </>
        ) : <p className={styles.rest}>{copy.served(desk.servedToday)}</p>}
      </aside>
    </div>
  );
}
