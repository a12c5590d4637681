import { SwapOutlined } from '@ant-design/icons';
import type { DutyActsForList } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { deadlinesCopy as copy } from '../../kit/copy/deadlines.copy.ts';

/** For whom the reader acts today, also while nothing of theirs is owed. */
export function ActsFor() {
  const items = useQuery({ queryKey: ['duty', 'acts-for'], queryFn: () => api.get<DutyActsForList>('/staff/duty/acts-for') }).data?.items ?? [];
  if (items.length === 0) return null;
  return <Alert type="info" showIcon icon={<SwapOutlined />} title={copy.actsFor(items.map(({ name, post, until }) => copy.awayUntil(name, post, dayWords(until))))} data-testid="deadlines-acts-for" />;
}
