import type { DeskTicketView } from '@hall/shared/api/views';
import { Button } from 'antd';
import { lengthText } from '../../kit/clock.ts';
import { deskCopy as copy } from '../../kit/copy/desk.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useNow } from '../../kit/use-now.ts';
import { serviceClock } from './desk.view.ts';
import type { TicketVerb } from './use-desk.ts';
import styles from './Desk.module.css';

/** The five-minute clock, calm, and the moves of the ticket that the server offers. */
export function TicketPane({ ticket, act }: { ticket: DeskTicketView; act: (verb: TicketVerb) => (() => void) | undefined }) {
  const clock = serviceClock(ticket, useNow());
  const serving = ticket.state === 'serving';
  return (
    <section className={styles.ticket} data-testid="ticket">
      <div className={`${styles.clock} ${clock.over ? styles.over : ''}`} data-testid="service-clock" data-over={clock.over}>
        <div><strong>{lengthText(clock.seconds)}</strong><span>/ {lengthText(ticket.clockLimitSeconds)}</span></div>
        <i aria-hidden="true"><b style={{ width: `${clock.share * 100}%` }} /></i>
        <small>{!clock.running ? copy.clockWaiting : clock.over ? copy.clockOver : copy.clock}{ticket.parkedSeconds > 0 ? ` · ${copy.clockParked(lengthText(ticket.parkedSeconds))}` : ''}</small>
      </div>
      {serving ? (
        <div className={styles.moves}><Move label={copy.park} of="P" act={act('park')} testId="park" /><Move label={copy.miss} of="M" act={act('miss')} testId="miss" /></div>
      ) : (
        <>
          <small className="muted">{copy.calledTimes(ticket.callCount)} · {copy.recallsLeft(ticket.recallsLeft)}</small>
          <div className={styles.moves}>
            <Move label={copy.serve} of="S" act={act('serve')} testId="serve" />
            <Move label={copy.recall} of="R" act={act('recall')} testId="recall" />
            <Move label={copy.park} of="P" act={act('park')} testId="park" />
            <Move label={copy.miss} of="M" act={act('miss')} testId="miss" />
          </div>
        </>
      )}
    </section>
  );
}

const Move = ({ label, of, act, testId }: { label: string; of: string; act: (() => void) | undefined; testId: string }) => (
  <Button disabled={!act} onClick={act} data-testid={testId}>{label}<Key of={of} /></Button>
);
