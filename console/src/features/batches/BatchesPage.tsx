import { DownloadOutlined, FileExcelOutlined, UploadOutlined } from '@ant-design/icons';
import type { BatchReplyView, BatchView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, Segmented, Table, Upload } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { batchesCopy as copy } from '../../kit/copy/batches.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { useSorting } from '../../kit/use-sorting.ts';
import { batchState } from './reply.view.ts';
import { ReplyDialog } from './ReplyDialog.tsx';
import styles from './Batches.module.css';

const KEY = ['batches'] as const;

/** Batches for the provincial system: exported, answered, imported. */
export function BatchesPage() {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const [reply, setReply] = useState<BatchReplyView | null>(null);
  const [state, setState] = useAddress('state', 'all');
  const sorting = useSorting<BatchView>('-createdAt');
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<Listed<BatchView>>('/staff/batches') });
  const fail = (error: unknown) => void message.error(sentenceOf(error));
  const create = useMutation({
    mutationFn: () => api.create<BatchView>('/staff/batches'),
    onSuccess: (batch) => { void message.success(copy.created(batch.number, batch.rows)); void client.invalidateQueries({ queryKey: KEY }); },
    onError: fail,
  });
  const bring = useMutation({
    mutationFn: ({ batch, file }: { batch: BatchView; file: File }) => api.upload<BatchReplyView>(`/staff/batches/${batch.id}/reply`, file, file.name),
    onSuccess: (answer) => { setReply(answer); void client.invalidateQueries({ queryKey: KEY }); },
    // Which column is missing, or whose batch it is, takes longer to read than a passing message stands.
    onError: (error) => void modal.error({ title: copy.refusedTitle, content: sentenceOf(error), okText: copy.close, centered: true }),
  });
  const number = (key: 'rows' | 'completed' | 'rejected' | 'pending') => ({ key, dataIndex: key, title: copy.columns[key], width: 92, align: 'right' as const, sorter: (a: BatchView, b: BatchView) => a[key] - b[key], sortOrder: sorting.order(key) });
  const columns: TableColumnsType<BatchView> = [
    { key: 'number', title: copy.columns.number, dataIndex: 'number' },
    { key: 'createdAt', title: copy.columns.createdAt, width: 150, render: (_, batch) => momentText(batch.createdAt), sorter: (a, b) => a.createdAt - b.createdAt, sortOrder: sorting.order('createdAt') },
    { key: 'createdBy', title: copy.columns.createdBy, dataIndex: 'createdBy', width: 110, ellipsis: true },
    number('rows'), number('completed'), number('rejected'), number('pending'),
    { key: 'state', title: copy.columns.state, width: 110, render: (_, batch) => { const { word, tone } = batchState(batch); return <StateTag tone={tone}>{word}</StateTag>; } },
    { key: 'acts', title: copy.columns.acts, width: 250, render: (_, batch) => (
      <span className={styles.acts}>
        <Button size="small" icon={<DownloadOutlined />} onClick={() => void saveFile(`/staff/batches/${batch.id}.xlsx`, copy.fileName(batch.number)).catch(fail)} data-testid={`batch-download-${batch.id}`}>{copy.download}</Button>
        <Upload accept=".xlsx" showUploadList={false} beforeUpload={(file) => { bring.mutate({ batch, file }); return false; }}>
          <Button size="small" icon={<UploadOutlined />} loading={bring.isPending && bring.variables.batch.id === batch.id} data-testid={`batch-reply-${batch.id}`}>{copy.reply}</Button>
        </Upload>
      </span>
    ) },
  ];
  return (
    <Page title={copy.title} lead={copy.lead} testId="batches" action={<Button type="primary" size="large" loading={create.isPending} onClick={() => create.mutate()} data-testid="batch-create">{copy.create}</Button>}>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <Blank icon={<FileExcelOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="batches-empty" /> : (
          <>
            <Segmented value={state} onChange={setState} style={{ justifySelf: 'start' }} options={[{ value: 'all', label: copy.all }, { value: 'exported', label: copy.states.exported }, { value: 'replied', label: copy.states.replied }]} data-testid="batch-state" />
            <Table<BatchView> rowKey="id" size="middle" columns={columns} dataSource={items.filter((batch) => state === 'all' || batch.state === state)} onChange={sorting.onChange} pagination={{ current: sorting.page, pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }} />
          </>
        ))}
      </Loaded>
      {reply ? <ReplyDialog reply={reply} onClose={() => setReply(null)} /> : null}
    </Page>
  );
}
