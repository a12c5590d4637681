import { sessionCopy as copy } from '../copy/session.copy.ts';
import type { DemoStaff } from './sign-in.ts';
import styles from './session.module.css';

/** Demonstration only: one tap signs in as that person. */
export function DemoPeople({ people, onChoose }: { people: DemoStaff[]; onChoose: (person: DemoStaff) => void }) {
  if (people.length === 0) return null;
  return (
    <section className={styles.demo} data-testid="demo-staff">
      <h3>{copy.demoTitle}</h3>
      <div className={styles.people}>
        {people.map((person) => (
          <button key={person.userName} type="button" className={styles.person} onClick={() => onChoose(person)} data-testid={`demo-staff-${person.userName}`}>
            <strong>{person.name}</strong><span>{person.role}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
