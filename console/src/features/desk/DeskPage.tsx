import { ShopOutlined } from '@ant-design/icons';
import type { DeskTicketView, DeskView } from '@hall/shared/api/views';
import { App, Button } from 'antd';
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
import { hasForm, isSettled, matterShown, mayCall, reasonsOf } from './desk.view.ts';
import { QueuePane } from './QueuePane.tsx';
import { TicketPane } from './TicketPane.tsx';
import type { TicketVerb } from './use-desk.ts';
import { useDesk } from './use-desk.ts';
import styles from './Desk.module.css';

/** The clerk's one screen: who is next on the left, the case in the middle, what to do on the right. */
export function DeskPage() {
  const { query, act } = useDesk();
  return <Loaded query={query} lines={10}>{(desk) => <Desk desk={desk} act={act} busy={act.isPending} />}</Loaded>;
}

function Desk({ desk, act, busy }: { desk: DeskView; act: ReturnType<typeof useDesk>['act']; busy: boolean }) {
  const go = useNavigate();
  const { message } = App.useApp();
  const [chosen, setChosen] = useState<string | null>(null);
  const [closing, setClosing] = useState(false);
  const [served, setServed] = useState<DeskTicketView | null>(null);
  const { current, window } = desk;
  const matter = matterShown(current?.matters ?? [], chosen);
  const kase = useCase(matter?.applicationId ?? null);
  const may = (verb: TicketVerb) => current !== null && current.actions.includes(verb) && !busy;
  const ticket = (verb: TicketVerb) => (may(verb) && current ? () => act.mutate({ kind: 'ticket', id: current.id, version: current.version, verb }) : undefined);
  const callNext = mayCall(desk) && !busy && desk.next !== null ? () => act.mutate({ kind: 'next' }) : undefined;
  // Only now can a code to rate by be printed, for the person who is still gathering their papers.
  const done = may('done') && current ? () => act.mutate({ kind: 'ticket', id: current.id, version: current.version, verb: 'done' }, { onSuccess: () => setServed(current) }) : undefined;
  // Whoever's originals are being looked at stands at the window: the first step also starts the service.
  const begin = async () => {
    if (current?.state === 'called' && may('serve')) await act.mutateAsync({ kind: 'ticket', id: current.id, version: current.version, verb: 'serve' });
  };
  const atWindow = async () => {
    if (!kase.data) throw new Error('a step needs its case');
    await begin();
    return kase.data;
  };
  const fillPath = !matter || isSettled(matter) ? null : matter.applicationId === null ? (hasForm(matter) ? `/walk-in?ticket=${current?.id}` : null) : kase.data?.actions.includes('handle') ? `/walk-in/${kase.data.id}` : null;
  const gaps = kase.data?.problems.length ?? 0;
  const fill = fillPath ? () => void begin().then(() => go(fillPath), () => undefined) : undefined;
  const close = matter && !isSettled(matter) && kase.data?.state !== 'handled' ? () => setClosing(true) : undefined;
  const why = reasonsOf(desk);
  // A key that can do nothing now says why; while an answer is on its way it waits in silence.
  const or = (act: (() => void) | undefined, reason: string | undefined) => act ?? (reason && !busy ? () => void message.info({ key: 'why', content: reason }) : undefined);
  useKeys({ n: or(callNext, why.next), e: close, r: or(ticket('recall'), why.recall), s: or(ticket('serve'), why.serve), f: fill, d: or(done, current ? why.done : undefined), p: ticket('park'), m: or(ticket('miss'), why.miss) }, !closing);

  if (!window || window.state === 'closed') {
    return <Blank icon={<ShopOutlined />} title={copy.noWindow} body={copy.noWindowBody} testId="desk-closed" action={<Button type="primary" size="large" onClick={() => void go('/start')} data-testid="choose-window">{copy.chooseWindow}</Button>} />;
  }
  const settled = current !== null && current.matters.every((each) => isSettled(each) || !hasForm(each) || (each.id === matter?.id && kase.data?.state === 'handled'));
  return (
    <div className={styles.desk} data-testid="desk">
      <QueuePane desk={desk} act={act.mutate} busy={busy} onNext={callNext} why={why} />
      <CasePane desk={desk} matter={matter} kase={kase} onMatter={setChosen} keys={!closing} />
      <aside className={styles.todo}>
        {current ? (
          <>
            <TicketPane ticket={current} act={ticket} why={why} />
            <div className={styles.work}>
              {matter && kase.data && matter.state !== 'closed' ? <CounterSteps key={kase.data.id} kase={kase.data} keys={!closing} before={atWindow} /> : null}
              {fill && gaps > 0 ? <Button size="large" block onClick={fill} data-testid="fill-at-window">{copy.refill(gaps)}<Key of="F" /></Button> : null}
              {fill && !kase.data ? <Button size="large" type="primary" block onClick={fill} data-testid="fill-at-window">{copy.fill}<Key of="F" /></Button> : null}
              <div className={styles.doors}>
                {fill && kase.data && gaps === 0 ? <Button type="text" size="small" onClick={fill} data-testid="fill-at-window">{copy.amend}<Key of="F" /></Button> : null}
                {close ? <Button type="text" size="small" onClick={close} data-testid="close-matter">{copy.closeMatter}<Key of="E" /></Button> : null}
              </div>
            </div>
            <div className={styles.finish}>
              <div className={styles.prints}>
                {kase.data ? <PrintButton path={`/staff/applications/${kase.data.id}/form.pdf`} label={caseCopy.print.form} testId="print-form" /> : null}
                {kase.data ? <PrintButton path={`/staff/applications/${kase.data.id}/receipt.pdf`} label={caseCopy.print.receipt} testId="print-receipt" disabled={kase.data.state !== 'handled' && kase.data.state !== 'completed'} why={caseCopy.print.receiptWaits} /> : null}
                <PrintButton path={`/staff/tickets/${current.id}/slip.pdf`} made label={caseCopy.print.slip} testId="print-slip" />
              </div>
              <Button size="large" block type={settled ? 'primary' : 'default'} disabled={!done} title={why.done} onClick={done} data-testid="done">{copy.done}<Key of="D" /></Button>
            </div>
            {closing && matter ? <CloseMatterDialog matter={matter} onCancel={() => setClosing(false)} onClose={(reason) => { setClosing(false); act.mutate({ kind: 'close-matter', id: current.id, version: current.version, matterId: matter.id, reason }); }} /> : null}
          </>
        ) : (
          <div className={styles.rest}>
            <p>{copy.served(desk.servedToday)}</p>
            {served ? <><p data-testid="just-served">{copy.justServed(served.number)}</p><PrintButton path={`/staff/tickets/${served.id}/slip.pdf`} made label={copy.ratingSlip} testId="print-rating-slip" /><small className="muted">{copy.ratingSlipHint}</small></> : null}
          </div>
        )}
      </aside>
    </div>
  );
}
