import type { LightMatterView, StaffCardList } from '@hall/shared/api/views';
import { Select, Table } from 'antd';
import { lightsCopy as copy } from '../../kit/copy/lights.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { useAssign } from './lights.api.ts';

const NOBODY = '';

/** Whose duty each matter is. What it takes and how long stands with the matter alone. */
export function DutiesTable({ list: { matters, departments } }: { list: StaffCardList }) {
  const assign = useAssign();
  const options = [...departments.map(({ id, name }) => ({ value: id, label: name })), { value: NOBODY, label: copy.nobody }];
  return (
    <Card testId="duties">
      <p className="muted">{copy.dutiesLead}</p>
      <Table<LightMatterView> rowKey="matterId" size="middle" pagination={false} dataSource={matters} columns={[
        { key: 'matter', title: copy.columns.matter, dataIndex: 'name' },
        { key: 'owner', title: copy.columns.owner, width: 280, render: (_, { matterId, departmentId }) => (
          <Select value={departmentId ?? NOBODY} options={options} style={{ width: '100%' }} loading={assign.isPending && assign.variables.matterId === matterId} onChange={(value: string) => assign.mutate({ matterId, departmentId: value === NOBODY ? null : value })} data-testid={`duty-${matterId}`} />
        ) },
      ]} />
    </Card>
  );
}
