import { PayCircleOutlined } from '@ant-design/icons';
import type { FundBatchView, FundImportView, PublishedFundsView } from '@hall/shared/api/views';
import { yuanText } from '@hall/shared/kernel/money';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Popconfirm, Segmented, Table, Upload } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { fundsCopy as copy } from '../../kit/copy/funds.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { usePage } from '../../kit/use-page.ts';
import { EnterDialog } from './EnterDialog.tsx';
import { Failures } from './Failures.tsx';
import { FailDialog, VoidDialog } from './StepDialogs.tsx';
import { pressing, toneOf } from './funds.view.ts';
import styles from './Funds.module.css';
import { ImportDialog } from './ImportDialog.tsx';
import { useFunds, useStep } from './use-funds.ts';

type Asked = { act: 'enter' } | { act: 'fail' | 'void'; batch: FundBatchView } | { act: 'import'; brought: FundImportView } | null;

/** Money that must be paid by a day: what is due, what failed, and how often it was tried again. */
export function FundsPage() {
  const { message, modal } = App.useApp();
  const [word, setScope] = useAddress('scope', 'open', 'page');
  const pages = usePage(8);
  const scope = word === 'all' ? 'all' : 'open';
  const [asked, setAsked] = useState<Asked>(null);
  const query = useFunds();
  const figures = useQuery({ queryKey: ['fund-figures'], queryFn: () => api.open.get<PublishedFundsView>('/public/funds') }).data?.total;
  const step = useStep((path) => copy.done[path as keyof typeof copy.done]);
  const look = useMutation({
    mutationFn: (file: File) => api.upload<FundImportView>('/staff/funds/import', file, file.name),
    onSuccess: (brought) => setAsked({ act: 'import', brought }),
    onError: (error) => void modal.error({ title: copy.importRefused, content: sentenceOf(error), okText: copy.close, centered: true }),
  });
  const act = (batch: FundBatchView, path: 'start' | 'pay-out') => step.mutate({ id: batch.id, path, body: { version: batch.version } });
  const button = (batch: FundBatchView, name: string) => {
    if (name === 'pay-out') return <Popconfirm key={name} title={copy.payOutAsk} okText={copy.ok} cancelText={copy.cancel} onConfirm={() => act(batch, 'pay-out')}><Button size="small" data-testid={`fund-pay-out-${batch.id}`}>{copy.acts['pay-out']}</Button></Popconfirm>;
    if (name === 'start') return <Button key={name} size="small" onClick={() => act(batch, 'start')} data-testid={`fund-start-${batch.id}`}>{copy.acts.start}</Button>;
    if (name === 'fail' || name === 'void') return <Button key={name} size="small" onClick={() => setAsked({ act: name, batch })} data-testid={`fund-${name}-${batch.id}`}>{copy.acts[name]}</Button>;
    return null;
  };
  const columns: TableColumnsType<FundBatchView> = [
    { key: 'name', title: copy.columns.name, render: (_, batch) => <span className={styles.two}>{batch.name}<small>{batch.kindLabel} · {batch.ownerName}</small></span> },
    { key: 'due', title: copy.columns.due, width: 150, render: (_, batch) => <span className={styles.two}>{dayWords(batch.dueDay)}{batch.overdue ? <small className={styles.late}>{copy.late}</small> : null}</span> },
    { key: 'persons', title: copy.columns.persons, width: 90, align: 'right', dataIndex: 'persons' },
    { key: 'amount', title: copy.columns.amount, width: 140, align: 'right', render: (_, batch) => yuanText(batch.amountFen) },
    { key: 'state', title: copy.columns.state, width: 130, render: (_, batch) => <StateTag tone={toneOf(batch)}>{batch.stateLabel}</StateTag> },
    { key: 'failing', title: copy.columns.failing, width: 130, render: (_, batch) => (batch.failures.length === 0 ? '' : <span className={styles.two}>{copy.persons(batch.failing)}<small>{copy.retried(batch.retried)}</small></span>) },
    { key: 'acts', title: copy.columns.acts, width: 230, render: (_, batch) => <span className={styles.acts}>{batch.actions.map((name) => button(batch, name))}</span> },
  ];
  return (
    <Page title={copy.title} lead={copy.lead} testId="funds" action={(
      <span className={styles.bar}>
        <Button onClick={() => void saveFile('/staff/funds/template.xlsx', copy.templateFile).catch((error: unknown) => void message.error(sentenceOf(error)))} data-testid="fund-template">{copy.template}</Button>
        <Upload accept=".xlsx" showUploadList={false} beforeUpload={(file) => { look.mutate(file); return false; }}><Button loading={look.isPending} data-testid="fund-import">{copy.import}</Button></Upload>
        <Button type="primary" size="large" onClick={() => setAsked({ act: 'enter' })} data-testid="fund-enter">{copy.enter}</Button>
      </span>
    )}>
      {figures && figures.due > 0 ? <p className="muted" data-testid="fund-figures">{copy.figures(figures.due, figures.paidInTime, figures.failed, figures.retried, figures.unpaid)}</p> : null}
      <Segmented<'open' | 'all'> value={scope} onChange={setScope} style={{ justifySelf: 'start' }} options={(['open', 'all'] as const).map((value) => ({ value, label: copy.scopes[value] }))} data-testid="fund-scope" />
      <Loaded query={query}>
        {({ items }) => {
          const shown = scope === 'all' ? items : pressing(items);
          return shown.length === 0 ? <Blank icon={<PayCircleOutlined />} title={copy.emptyTitle[scope]} body={copy.emptyBody} testId="funds-empty" /> : (
            <Table<FundBatchView> rowKey="id" size="middle" columns={columns} dataSource={shown} pagination={pages}
              expandable={{ rowExpandable: (batch) => batch.failures.length > 0, defaultExpandedRowKeys: shown.filter((batch) => batch.failing > 0).map((batch) => batch.id), expandedRowRender: (batch) => <Failures batch={batch} /> }} />
          );
        }}
      </Loaded>
      {asked?.act === 'enter' ? <EnterDialog onClose={() => setAsked(null)} /> : null}
      {asked?.act === 'fail' ? <FailDialog batch={asked.batch} onClose={() => setAsked(null)} /> : null}
      {asked?.act === 'void' ? <VoidDialog batch={asked.batch} onClose={() => setAsked(null)} /> : null}
      {asked?.act === 'import' ? <ImportDialog brought={asked.brought} onClose={() => setAsked(null)} /> : null}
    </Page>
  );
}
