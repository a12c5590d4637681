import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../kit/session/use-me.ts';
import type { ListAddress, Scope } from './list.view.ts';
import { addressOf, changed, paramsOf, scopesFor } from './list.view.ts';

/** The list the address speaks of, for this reader. `search` takes it along to one suggestion and back. */
export function useList(): { address: ListAddress; scopes: readonly Scope[]; search: string; change: (part: Partial<ListAddress>) => void } {
  const permissions = useMe().data?.permissions;
  const scopes = useMemo(() => scopesFor(permissions ?? []), [permissions]);
  const [params, setParams] = useSearchParams();
  const address = addressOf(params, scopes);
  const change = useCallback((part: Partial<ListAddress>) => {
    setParams((old) => paramsOf(changed(addressOf(old, scopes), part), scopes), { replace: true });
  }, [scopes, setParams]);
  const written = paramsOf(address, scopes).toString();
  return { address, scopes, search: written === '' ? '' : `?${written}`, change };
}
