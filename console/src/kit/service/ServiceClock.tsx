import type { DeskTicketView } from '@hall/shared/api/views';
import { lengthText } from '../clock.ts';
import { deskCopy as copy } from '../copy/desk.copy.ts';
import { useNow } from '../use-now.ts';
import { serviceClock } from './service-clock.view.ts';
import styles from './service-clock.module.css';

/** The five-minute clock of the person at the window: visible wherever their matter is worked on, never blinking. */
export function ServiceClock({ ticket }: { ticket: Pick<DeskTicketView, 'state' | 'servingSince' | 'runningSeconds' | 'parkedSeconds' | 'clockLimitSeconds'> }) {
  const clock = serviceClock(ticket, useNow());
  return (
    <div className={`${styles.clock} ${clock.over ? styles.over : ''}`} data-testid="service-clock" data-over={clock.over}>
      <div><strong>{lengthText(clock.seconds)}</strong><span>/ {lengthText(ticket.clockLimitSeconds)}</span></div>
      <i aria-hidden="true"><b style={{ width: `${clock.share * 100}%` }} /></i>
      <small>{!clock.running ? (clock.seconds > 0 ? copy.clockStands : copy.clockWaiting) : clock.over ? copy.clockOver : copy.clock}{ticket.parkedSeconds > 0 ? ` · ${copy.clockParked(lengthText(ticket.parkedSeconds))}` : ''}</small>
    </div>
  );
}
