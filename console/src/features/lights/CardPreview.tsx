import type { LightPersonCardView } from '@hall/shared/api/views';
import { lightsCopy } from '../../kit/copy/lights.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Lights.module.css';

const copy = lightsCopy.card;

/** The card as it would open on a phone: it follows each letter that is typed. */
export function CardPreview({ card, draft, url }: { card: LightPersonCardView; draft: boolean; url: string | null }) {
  const { name, post, badgeNumber, departmentName, photoUrl, partyLabel, duties, commitments, honours } = card;
  return (
    <Card testId="card-preview"><div className={styles.room}>
      <div className={styles.line}><h2>{copy.preview}</h2>{draft ? <StateTag tone="warn">{copy.draft}</StateTag> : null}</div>
      <p className="muted">{copy.previewLead}</p>
      <div className={styles.phone}>
        <div className={styles.who}>
          {photoUrl ? <img className={styles.photo} src={photoUrl} alt="" /> : <div className={styles.photo}>{copy.noPhoto}</div>}
          <div><strong className={styles.name}>{name}</strong><p>{post}</p><p className="muted">{departmentName}</p><p className="muted">{lightsCopy.badge(badgeNumber)}</p>{partyLabel ? <StateTag tone="sun">{partyLabel}</StateTag> : null}</div>
        </div>
        {duties.length > 0 ? <><h3>{copy.ownDuties}</h3><ul data-testid="preview-duties">{duties.map((duty) => <li key={duty}>{duty}</li>)}</ul></> : null}
        {commitments.length > 0 ? <><h3>{copy.ownCommitments}</h3><ul>{commitments.map(({ code, wording, figure }) => <li key={code}>{wording}<small>{figure ?? copy.noFigure}</small></li>)}</ul></> : null}
        {honours.length > 0 ? <><h3>{copy.ownHonours}</h3><ul>{honours.map(({ title, givenBy, givenOn }) => <li key={`${title} ${givenOn}`}>{title}<small>{givenBy}，{givenOn}</small></li>)}</ul></> : null}
      </div>
      {url ? <a href={url} target="_blank" rel="noreferrer" className={styles.url} data-testid="card-url">{url}</a> : null}
    </div></Card>
  );
}
