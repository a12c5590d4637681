import type { WechatBindingList, WechatBindingView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm, Table } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { accountCopy as copy } from '../../kit/copy/account.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';

const KEY = ['wechat-bindings'] as const;

/** For the security administrator: a lost phone is untied here. */
export function Colleagues() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<WechatBindingList>('/staff/wechat-bindings') });
  const unbind = useMutation({
    mutationFn: (one: WechatBindingView) => api.post<WechatBindingList>(`/staff/wechat-bindings/${one.staffId}/unbind`),
    onSuccess: (list) => { client.setQueryData(KEY, list); void message.success(copy.unbound); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <Card testId="colleagues">
      <h2>{copy.colleagues}</h2>
      <p className="muted">{copy.colleaguesLead}</p>
      <Loaded query={query}>
        {({ items }) => (items.length === 0 ? <p className="muted">{copy.colleaguesEmpty}</p> : (
          <Table<WechatBindingView> rowKey="staffId" size="middle" pagination={false} dataSource={items} columns={[
            { title: copy.columns.name, dataIndex: 'name', ellipsis: true },
            { title: copy.columns.post, dataIndex: 'post', ellipsis: true },
            { title: copy.columns.boundAt, width: 180, render: (_, one) => momentText(one.boundAt) },
            { title: copy.columns.acts, width: 120, render: (_, one) => (
              <Popconfirm title={copy.unbindFor(one.name)} okText={copy.yes} cancelText={copy.no} onConfirm={() => unbind.mutate(one)}>
                <Button size="small" danger data-testid={`unbind-${one.staffId}`}>{copy.unbind}</Button>
              </Popconfirm>
            ) },
          ]} />
        ))}
      </Loaded>
    </Card>
  );
}
