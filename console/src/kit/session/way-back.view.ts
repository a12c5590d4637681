/** What sign-in is told of the page somebody was sent away from: its whole address, so that they find the list as they had narrowed it. */
export const wayBack = ({ pathname, search }: { pathname: string; search: string }): { from: string } => ({ from: `${pathname}${search}` });

/** Where one stands after signing in: on the page one came from, else at the start of the day. @param state the router's, of whatever kind */
export function landing(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? String(state.from) : '/';
  return from === '/' || !/^\/(?!\/)/.test(from) ? '/start' : from;
}
