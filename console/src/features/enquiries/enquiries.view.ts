import type { EnquiryScopeCount, EnquiryStepView, StaffEnquiryCard, StaffEnquiryView } from '@hall/shared/api/views';
import type { Tone } from '../../kit/state/StateTag.tsx';

export type Scope = EnquiryScopeCount['scope'];
export const SCOPES: readonly Scope[] = ['mine', 'offered', 'unowned', 'overdue', 'open', 'answered', 'all'];
export const PAGE_SIZE = 15;

/** Which questions are looked at, as the address says it. */
export interface ListAddress { scope: Scope; q: string; section: string; page: number }

/** Reads the address. A word it does not know is as good as none. */
export function addressOf(params: URLSearchParams): ListAddress {
  const page = Number(params.get('page'));
  return {
    scope: SCOPES.find((scope) => scope === params.get('scope')) ?? 'mine', q: (params.get('q') ?? '').slice(0, 40), section: /^[\w-]{1,64}$/.test(params.get('section') ?? '') ? params.get('section')! : '', page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** Writes the address; what goes without saying is left out. */
export function paramsOf({ scope, q, section, page }: ListAddress): URLSearchParams {
  return new URLSearchParams([...(scope === 'mine' ? [] : [['scope', scope]]), ...(q === '' ? [] : [['q', q]]), ...(section === '' ? [] : [['section', section]]), ...(page > 1 ? [['page', String(page)]] : [])]);
}

/** The question as the server wants it. */
export function queryOf({ scope, q, section, page }: ListAddress): string {
  return new URLSearchParams([['scope', scope], ...(q.trim() === '' ? [] : [['q', q.trim()]]), ...(section === '' ? [] : [['departmentId', section]]), ...(page > 1 ? [['page', String(page)]] : [])]).toString();
}

export const countOf = (counts: readonly EnquiryScopeCount[], scope: Scope): number => counts.find((each) => each.scope === scope)?.count ?? 0;

const TONES: Record<StaffEnquiryCard['state'], Tone> = { open: 'info', answered: 'ok', told: 'ok', 'asked-again': 'sun', confirmed: 'quiet', withdrawn: 'quiet' };
/** A late answer looks late in whatever state it is. */
export const toneOf = ({ state, due }: Pick<StaffEnquiryCard, 'state' | 'due'>): Tone => (due?.overdue ? 'accent' : TONES[state]);

/** The step that everything turns on just now: the last thing that was asked. */
export const lastAsked = (steps: readonly EnquiryStepView[]): EnquiryStepView | null => steps.filter(({ kind }) => kind === 'ask' || kind === 'ask-again').at(-1) ?? null;

/** Steps whose words are what somebody asked or answered, and not a remark beside a move. */
export const speaks = ({ kind }: Pick<EnquiryStepView, 'kind'>): boolean => ['ask', 'ask-again', 'answer', 'correct'].includes(kind);

/** A template goes where the answer ends, on a line of its own. */
export const withTemplate = (text: string, template: string): string => (text.trim() === '' ? template : `${text.replace(/\s+$/, '')}\n${template}`);

/** What may be extended by whoever may. */
export const extendable = ({ deadlines }: Pick<StaffEnquiryView, 'deadlines'>) => deadlines.find((deadline) => deadline.actions.includes('extend')) ?? null;
