import type { DeadlineRuleList, DeadlineRuleView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { rulesCopy as copy } from '../../kit/copy/deadlines.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { RuleDialog } from './RuleDialog.tsx';
import styles from './Deadlines.module.css';

const KEY = ['deadline-rules'] as const;

/** How long each thing may take, and what waits to hold from a later day. */
export function RulesPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [edited, setEdited] = useState<DeadlineRuleView | null>(null);
  const mayEdit = useMay('deadline.extend');
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<DeadlineRuleList>('/staff/deadline-rules') });
  const columns: TableColumnsType<DeadlineRuleView> = [
    { key: 'label', title: copy.columns.label, width: 140, dataIndex: 'label' },
    { key: 'days', title: copy.columns.days, width: 190, render: (_, rule) => (
      <span className={styles.two}>{copy.days(rule.workingDays)}{rule.coming ? <StateTag tone="info">{copy.coming(dayWords(rule.coming.inForceFrom), rule.coming.workingDays)}</StateTag> : null}</span>
    ) },
    { key: 'warn', title: copy.columns.warn, width: 150, render: (_, rule) => copy.warn(rule.warnDays) },
    { key: 'ladder', title: copy.columns.ladder, render: (_, rule) => (rule.leaderAfter === null || rule.directorAfter === null ? copy.noLadder : copy.ladder(rule.leaderAfter, rule.directorAfter)) },
    { key: 'extension', title: copy.columns.extension, width: 170, render: (_, rule) => copy.extension(rule.extensionDays) },
    { key: 'basis', title: copy.columns.basis, width: 260, dataIndex: 'basisText' },
    ...(mayEdit ? [{ key: 'acts', title: copy.columns.acts, width: 80, render: (_: unknown, rule: DeadlineRuleView) => <Button size="small" onClick={() => setEdited(rule)} data-testid={`rule-edit-${rule.code}`}>{copy.edit}</Button> }] : []),
  ];
  const saved = (list: DeadlineRuleList) => { client.setQueryData(KEY, list); setEdited(null); void message.success(copy.saved); };
  return (
    <Page title={copy.title} lead={copy.lead} testId="deadline-rules" action={<Link to="/deadlines">{copy.back}</Link>}>
      <Loaded query={query} lines={10}>{({ items }) => <Table<DeadlineRuleView> rowKey="code" size="small" columns={columns} dataSource={items} pagination={false} />}</Loaded>
      {edited ? <RuleDialog rule={edited} onClose={() => setEdited(null)} onSaved={saved} /> : null}
    </Page>
  );
}
