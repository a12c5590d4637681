import type { AssessmentFormulaInput, ScorecardView } from '@hall/shared/api/views';
import { PARTS } from '@hall/shared/assessment/scorecard.rules';
import type { TableColumnsType } from 'antd';
import { Table } from 'antd';
import { assessmentCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { partText, partTitle } from './card.view.ts';
import styles from './Assessment.module.css';

const columnsOf = (formula: AssessmentFormulaInput): TableColumnsType<ScorecardView> => [
  { key: 'holder', title: copy.columns.holder, render: (_, card) => (
    <span className={styles.line}>{card.holderName}{card.holderKind === 'department' ? <StateTag tone="quiet">{copy.department}</StateTag> : null}{card.corrected ? <StateTag tone="info">{copy.corrected}</StateTag> : null}</span>
  ) },
  { key: 'score', title: copy.columns.score, width: 90, render: (_, card) => <strong>{card.score ?? ''}</strong> },
  ...PARTS.map((part) => ({ key: part, title: () => { const { label, worth } = partTitle(part, formula); return <>{label}<br /><small className="muted">{worth}</small></>; }, width: part === 'served' ? 170 : 120, render: (_: unknown, card: ScorecardView) => partText(card.parts.find((each) => each.part === part)!) })),
];

/** Departments first, then people, the best first. */
export const CardTable = ({ of, formula, testId }: { of: readonly ScorecardView[]; formula: AssessmentFormulaInput; testId: string }) => (
  <Table<ScorecardView> rowKey={(card) => `${card.holderKind}:${card.id}:${card.holderName}`} size="small" columns={columnsOf(formula)} dataSource={of} pagination={false} locale={{ emptyText: copy.empty }} data-testid={testId} />
);
