import type { ScorecardView } from '@hall/shared/api/views';
import { CARD_PARTS, PARTS } from '@hall/shared/assessment/scorecard.rules';
import type { TableColumnsType } from 'antd';
import { Table } from 'antd';
import { assessmentCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { partText } from './card.view.ts';
import styles from './Assessment.module.css';

const columns: TableColumnsType<ScorecardView> = [
  { key: 'holder', title: copy.columns.holder, render: (_, card) => (
    <span className={styles.line}>{card.holderName}{card.holderKind === 'department' ? <StateTag tone="quiet">{copy.department}</StateTag> : null}{card.corrected ? <StateTag tone="info">{copy.corrected}</StateTag> : null}</span>
  ) },
  { key: 'score', title: copy.columns.score, width: 90, render: (_, card) => <strong>{card.score ?? ''}</strong> },
  ...PARTS.map((part) => ({ key: part, title: CARD_PARTS[part].label, width: 110, render: (_: unknown, card: ScorecardView) => partText(card.parts.find((each) => each.part === part)!) })),
];

/** Departments first, then people, the best first. */
export const CardTable = ({ of, testId }: { of: readonly ScorecardView[]; testId: string }) => (
  <Table<ScorecardView> rowKey={(card) => `${card.holderKind}:${card.id}:${card.holderName}`} size="small" columns={columns} dataSource={of} pagination={false} locale={{ emptyText: copy.empty }} data-testid={testId} />
);
