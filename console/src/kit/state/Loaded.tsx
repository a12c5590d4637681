import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Fault, Skeleton } from './Blank.tsx';

/** Shows a query's data, a skeleton before the first answer, and the fault when there has been no answer at all. */
export function Loaded<T>({ query, lines, children }: { query: UseQueryResult<T>; lines?: number; children: (data: T) => ReactNode }) {
  // Old data with a lost network is better than no data: the banner already says so.
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Fault error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}
