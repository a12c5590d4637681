import type { RatingCaseView } from '@hall/shared/api/views';
import { Alert } from 'antd';
import { momentText } from '../../kit/clock.ts';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Ratings.module.css';

/** What the person said, and what the case is about. Never who they are. */
export function Said({ of }: { of: RatingCaseView }) {
  const facts: [string, string | null][] = [
    [copy.matters, copy.list(of.matterNames)], [copy.clerk, of.staffName], [copy.owner, of.ownerName ?? copy.nobody], [copy.opened, momentText(of.openedAt)], [copy.finding, of.verdictLabel],
    ...of.dimensions.map(({ code, label }): [string, string] => [code, label]),
  ];
  return (
    <Card testId="case-said">
      <h2>{copy.said}</h2>
      <p className={styles.level}><StateTag tone="warn">{of.levelLabel}</StateTag>{of.reasons.length > 0 ? <span>{copy.list(of.reasons)}</span> : null}</p>
      <blockquote className={styles.comment}>{of.comment ?? copy.noComment}</blockquote>
      <dl className={styles.facts}>{facts.flatMap(([name, value]) => (value ? [<div key={name}><dt>{name}</dt><dd>{value}</dd></div>] : []))}</dl>
      {of.reachable ? null : <Alert type="info" showIcon title={copy.bySlip} data-testid="case-by-slip" />}
    </Card>
  );
}
