import { DownOutlined } from '@ant-design/icons';
import type { FocusEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { layoutCopy as copy } from '../copy/layout.copy.ts';
import { sessionCopy } from '../copy/session.copy.ts';
import { useQuestionsWaiting } from '../questions/use-questions.ts';
import type { Door } from './doors.view.ts';
import { barOf } from './doors.view.ts';
import styles from './Shell.module.css';

const DoorLink = ({ door, onGo }: { door: Door; onGo?: () => void }) => (
  <NavLink to={door.path} className={({ isActive }) => `${styles.door} ${isActive ? styles.here : ''}`} {...(onGo ? { onClick: onGo } : {})} data-testid={`nav-${door.path.slice(1)}`}>{door.label}{door.counts ? <Waiting /> : null}</NavLink>
);

/** How many questions wait for the clerk's own words. */
function Waiting() {
  const count = useQuestionsWaiting();
  return count > 0 ? <span className={styles.waiting} aria-label={copy.waiting(count)} data-testid="questions-waiting">{count}</span> : null;
}

/** The doors of the bar. */
export function Doors({ doors }: { doors: readonly Door[] }) {
  const { daily, timely, sunny, keeping } = barOf(doors);
  return (
    <nav className={styles.doors} aria-label={sessionCopy.product}>
      {daily.map((door) => <DoorLink key={door.path} door={door} />)}
      {timely.length > 0 ? <Folded doors={timely} word={copy.timely} testId="nav-timely" /> : null}
      {sunny.length > 0 ? <Folded doors={sunny} word={copy.sunny} testId="nav-sunny" /> : null}
      {keeping.length > 0 ? <Folded doors={keeping} word={copy.keeping} testId="nav-keeping" /> : null}
    </nav>
  );
}

/** Several rooms behind one word. Opened by a press, closed by going somewhere, by Escape, or by looking elsewhere. */
function Folded({ doors, word, testId }: { doors: readonly Door[]; word: string; testId: string }) {
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const inside = doors.find((door) => pathname === door.path || pathname.startsWith(`${door.path}/`));
  const onBlur = (event: FocusEvent) => { if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false); };
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === 'Escape') setOpen(false); };
  return (
    <div className={styles.keeping} onBlur={onBlur} onKeyDown={onKeyDown}>
      <button type="button" className={`${styles.door} ${inside ? styles.here : ''}`} aria-expanded={open} onClick={() => setOpen(!open)} data-testid={testId}>{inside?.label ?? word}<DownOutlined /></button>
      {open ? <div className={styles.menu}>{doors.map((door) => <DoorLink key={door.path} door={door} onGo={() => setOpen(false)} />)}</div> : null}
    </div>
  );
}
