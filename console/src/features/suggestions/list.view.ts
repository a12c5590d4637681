import type { ScopeCountView, StaffSuggestionPage } from '@hall/shared/api/views';
import { SUGGESTION_STATE_LABELS } from '@hall/shared/suggestion/suggestion.moves';
import type { SuggestionState } from '@hall/shared/suggestion/suggestion.moves';
import { SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';

export type Scope = ScopeCountView['scope'];
export const SORTS = ['newest', 'oldest', 'due', 'supporters'] as const;
export type Sort = (typeof SORTS)[number];
export const IDENTITIES = ['named', 'anonymous', 'paper'] as const;
export const PAGE_SIZE = 50;

/** Who sorts, publishes or reviews sees the whole post; everybody else what is in their hands. */
const FOR_ALL: readonly Scope[] = ['open', 'triage', 'mine', 'approve', 'overdue', 'waiting', 'review', 'all'];
const FOR_OWNERS: readonly Scope[] = ['mine', 'overdue', 'all'];
const SEES_ALL = ['suggestion.triage', 'suggestion.publish', 'suggestion.review'];
export const scopesFor = (permissions: readonly string[]): readonly Scope[] => (SEES_ALL.some((permission) => permissions.includes(permission)) ? FOR_ALL : FOR_OWNERS);

/** What is due first comes first where there is work to do; what only waits for others, or is over, by its day. */
const usualSort = (scope: Scope): Sort => (scope === 'waiting' || scope === 'all' ? 'newest' : 'due');

/** Which suggestions are looked at, as the address says it; an empty word narrows nothing. */
export interface ListAddress { scope: Scope; state: string; topic: string; identity: string; owner: string; q: string; sort: Sort; page: number }

const oneOf = <T extends string>(word: string | null, known: readonly T[]): T | '' => known.find((each) => each === word) ?? '';

/** Reads the address. A word it does not know is as good as none. @param scopes those open to the reader, the usual one first */
export function addressOf(params: URLSearchParams, scopes: readonly Scope[]): ListAddress {
  const page = Number(params.get('page'));
  const scope = oneOf(params.get('scope'), scopes) || scopes[0]!;
  return {
    scope, state: oneOf(params.get('state'), Object.keys(SUGGESTION_STATE_LABELS) as SuggestionState[]), topic: oneOf(params.get('topic'), SUGGESTION_TOPICS.map(({ code }) => code)),
    identity: oneOf(params.get('identity'), IDENTITIES), owner: /^[\w-]{1,64}$/.test(params.get('owner') ?? '') ? params.get('owner')! : '', q: (params.get('q') ?? '').slice(0, 40), sort: oneOf(params.get('sort'), SORTS) || usualSort(scope), page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Writes the address; what goes without saying is left out. */
export function paramsOf({ page, ...words }: ListAddress, scopes: readonly Scope[]): URLSearchParams {
  const usual: Record<string, string> = { scope: scopes[0]!, sort: usualSort(words.scope) };
  const params = new URLSearchParams(Object.entries(words).filter(([name, word]) => word !== '' && word !== usual[name]));
  if (page > 1) params.set('page', String(page));
  return params;
}

/** Another list, or another question of it, begins on its first page. */
export const changed = (address: ListAddress, part: Partial<ListAddress>): ListAddress => ({ ...address, page: 1, ...(part.scope && address.sort === usualSort(address.scope) ? { sort: usualSort(part.scope) } : {}), ...part });

/** The question as the server wants it. */
export function queryOf({ scope, state, topic, identity, owner, q, sort, page }: ListAddress, paged = true): string {
  const words = { scope, state, topic, identity, ownerId: owner, q: q.trim(), sort, page: paged && page > 1 ? String(page) : '' };
  return new URLSearchParams(Object.entries(words).filter(([, word]) => word !== '')).toString();
}

export const isNarrowed = ({ state, topic, identity, owner, q }: ListAddress): boolean => [state, topic, identity, owner, q.trim()].some((word) => word !== '');

export const countOf = (counts: readonly ScopeCountView[], scope: Scope): number | null => counts.find((each) => each.scope === scope)?.count ?? null;

/** The one after `id` in the list; the first when `id` has left it since; null at the end. */
export function nextIn(items: StaffSuggestionPage['items'], id: string): string | null {
  const at = items.findIndex((item) => item.id === id);
  return items[at + 1]?.id ?? null;
}
