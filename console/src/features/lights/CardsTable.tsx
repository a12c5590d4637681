import { IdcardOutlined, PrinterOutlined } from '@ant-design/icons';
import type { LightWindowView, StaffCardLineView, StaffCardList } from '@hall/shared/api/views';
import type { TableColumnsType } from 'antd';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { lightsCopy as copy } from '../../kit/copy/lights.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Lights.module.css';
import { usePaper, type PaperKind } from './lights.api.ts';
import { toneOf } from './lights.view.ts';

const different = (values: readonly string[]) => [...new Set(values)].filter((value) => value !== '').map((value) => ({ text: value, value }));

/** Everybody of the hall with the state of their card; whoever is ticked is printed. */
export function CardsTable({ list: { items, windows } }: { list: StaffCardList }) {
  const [people, setPeople] = useState<readonly string[]>([]);
  const [plates, setPlates] = useState<readonly string[]>([]);
  const paper = usePaper();
  const print = (kind: PaperKind, ids: readonly string[], label: string, needed = true) => (
    <Button icon={<PrinterOutlined />} disabled={needed && ids.length === 0} loading={paper.isPending && paper.variables.kind === kind} onClick={() => paper.mutate({ kind, ids })} data-testid={`print-${kind}`}>{label}</Button>
  );
  const columns: TableColumnsType<StaffCardLineView> = [
    { key: 'person', title: copy.columns.person, render: (_, { staffId, name, post, badgeNumber }) => <span className={styles.two}><Link to={`/lights/${staffId}`} data-testid={`card-${badgeNumber}`}>{name}</Link><small>{post}　{copy.badge(badgeNumber)}</small></span> },
    { key: 'department', title: copy.columns.department, width: 170, dataIndex: 'departmentName', filters: different(items.map(({ departmentName }) => departmentName)), onFilter: (value, item) => item.departmentName === value },
    { key: 'state', title: copy.columns.state, width: 160, filters: different(items.map(({ stateLabel }) => stateLabel)), onFilter: (value, item) => item.stateLabel === value, render: (_, item) => <StateTag tone={toneOf(item)}>{item.stateLabel}</StateTag> },
    { key: 'photo', title: copy.columns.photo, width: 130, render: (_, { photoShown }) => (photoShown ? copy.photoYes : <span className="muted">{copy.photoNo}</span>) },
    { key: 'honours', title: copy.columns.honours, width: 80, align: 'right', dataIndex: 'honours', sorter: (a, b) => a.honours - b.honours },
  ];
  const windowColumns: TableColumnsType<LightWindowView> = [
    { key: 'label', title: copy.columns.window, dataIndex: 'label' },
    { key: 'clerk', title: copy.columns.clerk, width: 200, render: (_, { clerkName }) => clerkName ?? <span className="muted">—</span> },
  ];
  if (items.length === 0) return <Blank icon={<IdcardOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="lights-empty" />;
  return (
    <>
      <Card><div className={styles.room}>
        <div className={styles.acts}><span className="muted" data-testid="people-chosen">{copy.chosen(people.length)}</span>{print('service-card', people, copy.printCards)}{print('badge', people, copy.printBadges)}</div>
        <Table<StaffCardLineView> rowKey="staffId" size="middle" columns={columns} dataSource={items} pagination={{ pageSize: 12, hideOnSinglePage: true, showSizeChanger: false }} rowSelection={{ selectedRowKeys: [...people], preserveSelectedRowKeys: true, onChange: (keys) => setPeople(keys.map(String)) }} />
      </div></Card>
      <div className={styles.halves}>
        <Card testId="plates"><div className={styles.room}>
          <div><h2>{copy.plates}</h2><p className="muted">{copy.platesLead}</p></div>
          <Table<LightWindowView> rowKey="id" size="small" columns={windowColumns} dataSource={windows} pagination={false} rowSelection={{ selectedRowKeys: [...plates], onChange: (keys) => setPlates(keys.map(String)) }} />
          <div className={styles.acts}><span className="muted">{copy.chosenWindows(plates.length)}</span>{print('window-plate', plates, copy.printPlates)}</div>
        </div></Card>
        <Card testId="boards"><div className={styles.room}>
          <div><h2>{copy.boards}</h2><p className="muted">{copy.boardsLead}</p></div>
          <div className={styles.acts}>{print('duties-board', [], copy.printDuties, false)}{print('commitments-board', [], copy.printCommitments, false)}</div>
        </div></Card>
      </div>
    </>
  );
}
