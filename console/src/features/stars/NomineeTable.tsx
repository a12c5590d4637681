import type { StarNomineeList, StarNomineeView } from '@hall/shared/api/views';
import { REASONS_LENGTH } from '@hall/shared/star/star.rules';
import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Input, Table } from 'antd';
import { api } from '../../kit/api/api.ts';
import { starsCopy as copy } from '../../kit/copy/stars.copy.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import styles from './Stars.module.css';

interface Props { month: string; reasons: Record<string, string>; wrong: (staffId: string) => string | undefined; onChange: (reasons: Record<string, string>) => void }

/** Everybody who could be nominated with the figures of their month beside; whoever is ticked needs a reason. */
export function NomineeTable({ month, reasons, wrong, onChange }: Props) {
  const query = useQuery({ queryKey: ['star-nominees', month], queryFn: () => api.get<StarNomineeList>(`/staff/stars/nominees?month=${month}`) });
  const columns: TableColumnsType<StarNomineeView> = [
    { key: 'name', title: copy.nominee.name, width: 140, render: (_, one) => <span className={styles.two}>{one.name}<small>{one.post}</small></span> },
    { key: 'figures', title: copy.nominee.figures, width: 250, render: (_, one) => <span className={styles.two}>{copy.served(one.served)}<small>{copy.rate(one.rate, one.judged)}</small><small>{copy.honours(one.honours)}</small></span> },
    { key: 'reasons', title: copy.nominee.reasons, render: (_, one) => (one.staffId in reasons
      ? <><Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={REASONS_LENGTH.most} placeholder={copy.reasonsHint} value={reasons[one.staffId]!} status={wrong(one.staffId) ? 'error' : ''} onChange={(event) => onChange({ ...reasons, [one.staffId]: event.target.value })} data-testid={`reasons-${one.staffId}`} /><em>{wrong(one.staffId)}</em></>
      : null) },
  ];
  return (
    <Loaded query={query} lines={5}>
      {({ items }) => (
        <Table<StarNomineeView> rowKey="staffId" size="small" columns={columns} dataSource={items} pagination={false}
          rowSelection={{ selectedRowKeys: Object.keys(reasons), onChange: (keys) => onChange(Object.fromEntries(keys.map((key) => [String(key), reasons[String(key)] ?? '']))) }} />
      )}
    </Loaded>
  );
}
