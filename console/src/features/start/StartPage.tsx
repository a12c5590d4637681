import { UserOutlined } from '@ant-design/icons';
import { Link } from 'react-router';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { layoutCopy } from '../../kit/copy/layout.copy.ts';
import { startCopy as copy } from '../../kit/copy/start.copy.ts';
import { openDoors } from '../../kit/layout/doors.view.ts';
import { Smile } from '../../kit/layout/Smile.tsx';
import { useMe } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import styles from './Start.module.css';
import { WindowChoice } from './WindowChoice.tsx';

/** The start of the day: the smile, who leads today, and which window is mine. */
export function StartPage() {
  const me = useMe();
  return (
    <Loaded query={me}>
      {(person) => {
        const doors = openDoors(person.permissions);
        // The head of a section carries its name in the post already.
        const seat = person.post.startsWith(person.departmentName) ? person.post : `${person.departmentName} ${person.post}`;
        return (
          <div className={styles.page} data-testid="start">
            <section className={styles.smile}>
              <Smile size={88} />
              <h1 data-testid="smile-prompt">{person.smile}</h1>
              <p>{person.motto}</p>
              <small>{dayWords(dayOf(now()))} · {person.name} · {seat}</small>
            </section>
            <div className={styles.side}>
              <section className={styles.duty} data-testid="duty-leader">
                <span className={styles.face}>{person.dutyPhotoUrl ? <img src={person.dutyPhotoUrl} alt="" data-testid="duty-portrait" /> : <UserOutlined />}</span>
                <div><small>{copy.duty}</small><strong>{person.dutyLeader ?? copy.dutyNone}</strong><span>{copy.dutyHint}</span></div>
                <Link to="/duty" className={styles.roster} data-testid="duty-link">{copy.roster}</Link>
              </section>
              {doors.some((door) => door.path === '/desk') ? <WindowChoice /> : null}
              {doors.length === 0 ? <Blank title={layoutCopy.noDoorTitle} body={layoutCopy.noDoorBody} testId="no-doors" /> : (
                <section>
                  <h3>{copy.elsewhere}</h3>
                  <div className={styles.doors}>{doors.filter((door) => door.path !== '/desk').map((door) => <Link key={door.path} to={door.path}>{door.label}</Link>)}</div>
                </section>
              )}
            </div>
          </div>
        );
      }}
    </Loaded>
  );
}
