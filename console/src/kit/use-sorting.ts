import type { TableProps } from 'antd';
import { useCallback } from 'react';
import { useAddress } from './use-address.ts';

export interface Sorting<T> {
  onChange: NonNullable<TableProps<T>['onChange']>;
  order: (key: string) => 'ascend' | 'descend' | null;
  page: number;
}

/** A table's sort order and page, kept in the address as `sort=due` or `sort=-due` and `page=2`. */
export function useSorting<T>(fallback: string): Sorting<T> {
  const [sort, setSort] = useAddress('sort', fallback);
  const [page, setPage] = useAddress('page', '1');
  const onChange = useCallback<Sorting<T>['onChange']>((pagination, _filters, sorter, { action }) => {
    if (action === 'paginate') return setPage(String(pagination.current ?? 1));
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    setSort(one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : fallback);
  }, [fallback, setPage, setSort]);
  const order = (key: string) => (sort === key ? 'ascend' : sort === `-${key}` ? 'descend' : null);
  return { onChange, order, page: Number(page) || 1 };
}
