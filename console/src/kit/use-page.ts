import { useAddress } from './use-address.ts';

/** A table's page, kept in the address: whoever opens a row and comes back stands where they were. */
export function usePage(pageSize: number) {
  const [page, setPage] = useAddress('page', '1');
  return { current: Math.max(1, Math.trunc(Number(page)) || 1), pageSize, hideOnSinglePage: true, showSizeChanger: false, onChange: (next: number) => setPage(String(next)) };
}
