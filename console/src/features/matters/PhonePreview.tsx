import { limitText, UNSAID, type MatterLimit } from '@hall/shared/matter/matter-limit';
import type { MatterContent } from '@hall/shared/matter/matter-content';
import type { Situation } from '@hall/shared/matter/checklist.rules';
import { Radio } from 'antd';
import { useState } from 'react';
import { mattersCopy } from '../../kit/copy/matters.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Matters.module.css';
import { guideOf } from './matters.view.ts';

const copy = mattersCopy.guide;

/** The guide as the phone shows it, and each person's own checklist. What only the hall knows and has not said is left out there, so it is left out here. */
export function PhonePreview({ content }: { content: MatterContent }) {
  const [situation, setSituation] = useState<Situation>({});
  const { questions, checklist, steps, notes } = guideOf(content, situation);
  const fact = (word: string, text: string) => (text === '' || text === UNSAID ? null : <div><dt>{word}</dt><dd>{text}</dd></div>);
  const limit = (word: string, each: MatterLimit) => fact(word, limitText(each));
  return (
    <div className={styles.phone} data-testid="phone-preview">
      <h2>{content.name}</h2>
      <p>{content.summary}</p>
      <div className={styles.sheet}><dl>{limit(copy.promised, content.promised)}{limit(copy.statutory, content.statutory)}{fact(copy.window, copy.minutes(content.minutesReady, content.minutesNotReady))}</dl></div>
      {questions.length > 0 ? (
        <>
          <h3>{copy.situation}</h3>
          <div className={styles.sheet}>
            {questions.map(({ code, text, options }) => (
              <div key={code}>
                <div>{text}</div>
                <Radio.Group size="small" value={situation[code] ?? null} options={options.map((option) => ({ value: option.code, label: option.label }))} onChange={(event) => setSituation({ ...situation, [code]: String(event.target.value) })} data-testid={`preview-${code}`} />
              </div>
            ))}
          </div>
        </>
      ) : null}
      <h3>{copy.materials}</h3>
      {checklist.length === 0 ? <p>{copy.nothing}</p> : checklist.map(({ material, open }) => (
        <div key={material.code} className={styles.sheet} data-testid={`preview-material-${material.code}`}>
          <strong>{material.label}</strong>
          {open && material.when ? <span className={styles.open}>{copy.depends(material.when)}</span> : null}
          {material.dataShared ? <span className={styles.acts}><StateTag tone="ok">{copy.shared}</StateTag></span> : (
            <>
              {material.guidance ? <div>{material.guidance}</div> : null}
              {material.deferrable || material.promisable ? <span className={styles.acts}>{material.deferrable ? <StateTag tone="quiet">{copy.deferrable}</StateTag> : null}{material.promisable ? <StateTag tone="quiet">{copy.promisable}</StateTag> : null}</span> : null}
            </>
          )}
          <dl>{material.dataShared ? null : fact(copy.form, material.form)}{fact(copy.basis, material.legalBasis)}</dl>
        </div>
      ))}
      <h3>{copy.steps}</h3>
      <ol>{steps.map((step, at) => <li key={`${at}-${step}`}>{step}</li>)}</ol>
      {notes.length > 0 ? <><h3>{copy.notes}</h3><div className={styles.sheet}>{notes.map((note, at) => <div key={`${at}-${note}`}>{note}</div>)}</div></> : null}
    </div>
  );
}
