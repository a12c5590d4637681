import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** One word of a page's state kept in the address, so that reload, back and a copied link show the same table. Never for personal data. @param begins a word that begins anew when this one changes, such as the page */
export function useAddress(name: string, fallback: string, begins?: string): [string, (value: string) => void] {
  const [params, setParams] = useSearchParams();
  const set = useCallback((value: string) => {
    setParams((old) => {
      const next = new URLSearchParams(old);
      if (value === fallback) next.delete(name);
      else next.set(name, value);
      if (begins) next.delete(begins);
      return next;
    }, { replace: true });
  }, [begins, fallback, name, setParams]);
  return [params.get(name) ?? fallback, set];
}
