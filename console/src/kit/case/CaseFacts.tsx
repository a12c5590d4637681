import { EditOutlined, EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import type { MarkView, StaffCaseView } from '@hall/shared/api/views';
import { App, Button } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../api/problem.ts';
import { caseCopy as copy } from '../copy/case.copy.ts';
import { useMay } from '../session/use-me.ts';
import { unmask, useCodeTables } from './case.api.ts';
import type { Fact } from './case-facts.view.ts';
import { derivedWords, factsOf } from './case-facts.view.ts';
import styles from './case.module.css';

interface Choosing { selected: string | null; onSelect: (target: string) => void }

/** The form of a case, read-only. With `choosing` each line can be chosen, as in pre-review. */
export function CaseFacts({ kase, marks, choosing }: { kase: StaffCaseView; marks?: readonly MarkView[]; choosing?: Choosing }) {
  const tables = useCodeTables().data;
  const words = derivedWords(kase);
  return (
    <div className={styles.facts} data-testid="case-facts">
      {factsOf(kase, tables, marks).map((group) => (
        <section key={group.id}>
          <h3>{group.title}</h3>
          <dl>
            {group.facts.map((fact) => (
              <FactLine key={`${kase.id}-${fact.target}`} kase={kase} fact={fact} note={fact.target === 'field:citizenId' ? words : ''} choosing={choosing} />
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function FactLine({ kase, fact, note, choosing }: { kase: StaffCaseView; fact: Fact; note: string; choosing: Choosing | undefined }) {
  const chosen = choosing?.selected === fact.target;
  const look = [styles.fact, choosing ? styles.choosable : '', chosen ? styles.chosen : '', fact.mark ? styles.marked : ''].join(' ');
  return (
    <div className={look} data-testid={`fact-${fact.target.slice(6)}`} data-target={fact.target} aria-current={chosen || undefined} onClick={choosing ? () => choosing.onSelect(fact.target) : undefined}>
      <dt>{fact.label}</dt>
      <dd className={fact.empty ? styles.empty : undefined}>
        {fact.secret ? <Secret kase={kase} fact={fact} /> : fact.value}
        {note ? <small>{note}</small> : null}
        {fact.mark ? <em><EditOutlined /> {fact.mark.sentence}</em> : null}
      </dd>
    </div>
  );
}

/** A masked value and the key to it, for those who may; hidden again with another press. */
function Secret({ kase, fact }: { kase: StaffCaseView; fact: Fact }) {
  const may = useMay('case.unmask');
  const { message } = App.useApp();
  const [plain, setPlain] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const reveal = async () => {
    if (plain !== null || !fact.secret) return setPlain(null);
    setBusy(true);
    try {
      setPlain(await unmask(kase.id, fact.secret));
    } catch (error) {
      void message.error(sentenceOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <span className={styles.secret}>
      <span data-testid={`secret-${fact.secret}`}>{plain ?? fact.value}</span>
      {may ? <Button type="text" size="small" loading={busy} title={copy.showHint} aria-label={plain === null ? copy.show : copy.hide} icon={plain === null ? <EyeOutlined /> : <EyeInvisibleOutlined />} onClick={(event) => { event.stopPropagation(); void reveal(); }} data-testid={`unmask-${fact.secret}`} /> : null}
    </span>
  );
}
