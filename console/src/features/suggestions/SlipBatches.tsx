import { PrinterOutlined } from '@ant-design/icons';
import type { SlipBatchView } from '@hall/shared/api/views';
import { SLIP_LIMITS } from '@hall/shared/suggestion/slip.rules';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { App, Button, InputNumber, Table } from 'antd';
import { useState } from 'react';
import { Refusal, sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { boxCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { printPdf } from '../../kit/print/print.ts';
import { BOX_KEY } from './box.api.ts';
import styles from './Rooms.module.css';

const A_SHEETFUL = 30;

/** Slips to lie beside the box. Their codes are made while they are printed and stand on the paper alone. */
export function SlipBatches({ batches, mayPrint }: { batches: readonly SlipBatchView[]; mayPrint: boolean }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [slips, setSlips] = useState(A_SHEETFUL);
  const print = useMutation({
    mutationFn: () => printPdf('/staff/suggestion-box/slips.pdf', 'POST', { slips }),
    onSuccess: () => { void message.success(copy.printed); void client.invalidateQueries({ queryKey: BOX_KEY }); },
    onError: (error) => void message.error(error instanceof Refusal ? sentenceOf(error) : copy.printFailed),
  });
  const columns: TableColumnsType<SlipBatchView> = [
    { key: 'batch', title: copy.batchColumns.batch, width: 140, render: (_, { batch }) => copy.batchOf(batch) },
    { key: 'slips', title: copy.batchColumns.slips, width: 90, align: 'right', dataIndex: 'slips' },
    { key: 'used', title: copy.batchColumns.used, width: 90, align: 'right', dataIndex: 'used' },
    { key: 'by', title: copy.batchColumns.by, dataIndex: 'printedBy' },
    { key: 'at', title: copy.batchColumns.at, width: 180, render: (_, { printedAt }) => momentText(printedAt) },
  ];
  return (
    <Card testId="slips">
      <header className={styles.cardHead}>
        <div><h2>{copy.slips}</h2><p className="muted">{copy.slipsLead}</p></div>
        {mayPrint ? (
          <span className={styles.acts}>
            <span className="muted">{copy.howMany}</span>
            <InputNumber min={1} max={SLIP_LIMITS.slips} precision={0} value={slips} onChange={(value) => setSlips(value ?? A_SHEETFUL)} data-testid="slips-count" />
            <Button icon={<PrinterOutlined />} loading={print.isPending} onClick={() => print.mutate()} data-testid="slips-print">{print.isPending ? copy.printing : copy.print}</Button>
          </span>
        ) : null}
      </header>
      {batches.length === 0 ? <p className="muted">{copy.noBatches}</p> : <Table<SlipBatchView> rowKey="id" size="small" columns={columns} dataSource={batches} pagination={{ pageSize: 5, hideOnSinglePage: true, showSizeChanger: false }} />}
    </Card>
  );
}
