import type { RedFlagMonthView, RedFlagWindowView } from '@hall/shared/api/views';
import type { TableColumnsType } from 'antd';
import { Table } from 'antd';
import { redFlagsCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Assessment.module.css';

const columns: TableColumnsType<RedFlagWindowView> = [
  { key: 'label', title: copy.columns.label, width: 150, render: (_, row) => <span className={styles.line}>{row.label}{row.flagged ? <StateTag tone="sun">{copy.flag}</StateTag> : null}</span> },
  { key: 'score', title: copy.columns.score, width: 140, render: (_, row) => row.score ?? copy.out },
  { key: 'services', title: copy.columns.services, width: 80, dataIndex: 'services' },
  { key: 'five', title: copy.columns.five, width: 130, render: (_, row) => copy.five(row.five, row.ready) },
  { key: 'pace', title: copy.columns.pace, width: 130, dataIndex: 'pace' },
  { key: 'lost', title: copy.columns.lost, width: 110, dataIndex: 'lost' },
];

/** A month, window by window, the best first. */
export const WindowTable = ({ of, testId }: { of: RedFlagMonthView; testId: string }) => (
  <Table<RedFlagWindowView> rowKey="label" size="small" columns={columns} dataSource={of.windows} pagination={false} locale={{ emptyText: copy.nobody }} data-testid={testId} />
);
