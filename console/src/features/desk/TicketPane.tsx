import type { DeskTicketView } from '@hall/shared/api/views';
import { Button } from 'antd';
import { deskCopy as copy } from '../../kit/copy/desk.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { ServiceClock } from '../../kit/service/ServiceClock.tsx';
import type { Reasons } from './desk.view.ts';
import type { TicketVerb } from './use-desk.ts';
import styles from './Desk.module.css';

/** The five-minute clock, calm, and the moves of the ticket that the server offers. */
export function TicketPane({ ticket, act, why }: { ticket: DeskTicketView; act: (verb: TicketVerb) => (() => void) | undefined; why: Reasons }) {
  const serving = ticket.state === 'serving';
  return (
    <section className={styles.ticket} data-testid="ticket">
      <ServiceClock ticket={ticket} />
      {serving ? (
        <div className={styles.moves}><Move label={copy.park} of="P" act={act('park')} testId="park" /><Move label={copy.miss} of="M" act={act('miss')} why={why.miss} testId="miss" /></div>
      ) : (
        <>
          <small className="muted">{copy.calledTimes(ticket.callCount)} · {copy.recallsLeft(ticket.recallsLeft)}</small>
          <div className={styles.moves}>
            <Move label={copy.serve} of="S" act={act('serve')} testId="serve" />
            <Move label={copy.recall} of="R" act={act('recall')} why={why.recall} testId="recall" />
            <Move label={copy.park} of="P" act={act('park')} testId="park" />
            <Move label={copy.miss} of="M" act={act('miss')} testId="miss" />
          </div>
        </>
      )}
    </section>
  );
}

const Move = ({ label, of, act, why, testId }: { label: string; of: string; act: (() => void) | undefined; why?: string | undefined; testId: string }) => (
  <Button disabled={!act} title={act ? undefined : why} onClick={act} data-testid={testId}>{label}<Key of={of} /></Button>
);
