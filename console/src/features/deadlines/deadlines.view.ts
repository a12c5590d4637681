import type { DeadlineView } from '@hall/shared/api/views';
import { deskPlaceOf } from '@hall/shared/deadline/desk-places';
import type { Tone } from '../../kit/state/StateTag.tsx';

export type Scope = 'overdue' | 'escalated' | 'mine' | 'all';
export const SCOPES: readonly Scope[] = ['overdue', 'escalated', 'mine', 'all'];
export const scopeOf = (text: string): Scope => SCOPES.find((scope) => scope === text) ?? 'overdue';

/** Whether the reader watches over everything the hall owes, and may give it more time. */
export interface Rights { watch: boolean; extend: boolean }
export const rightsOf = (permissions: readonly string[]): Rights => ({ watch: permissions.includes('deadline.read'), extend: permissions.includes('deadline.extend') });

/** What narrows the list; an empty word narrows nothing. */
export interface Narrowing { step: string; department: string; owner: string }

export const narrowed = (items: readonly DeadlineView[], { step, department, owner }: Narrowing): DeadlineView[] =>
  items.filter((item) => (!step || item.stepLabel === step) && (!department || item.departmentName === department) && (!owner || item.ownerName === owner));

/** The words a filter offers: those in the list, each once, in Chinese order. */
export const wordsOf = (items: readonly DeadlineView[], word: (item: DeadlineView) => string | null): string[] =>
  [...new Set(items.map(word).filter((text) => text !== null && text !== ''))].sort((a, b) => String(a).localeCompare(String(b), 'zh-Hans-CN')) as string[];

/** Late is red, close is amber, the rest is calm. */
export function toneOf(item: Pick<DeadlineView, 'overdue' | 'state' | 'warnAt'>, now: number): Tone {
  if (item.overdue) return 'accent';
  if (item.state === 'awaiting-calendar') return 'warn';
  if (item.state !== 'running') return 'quiet';
  return item.warnAt !== null && item.warnAt <= now ? 'warn' : 'info';
}

/** Where the thing itself is looked at; null where the desk has no page for it. */
export const placeOf = ({ subjectKind, subjectId }: Pick<DeadlineView, 'subjectKind' | 'subjectId'>): string | null => deskPlaceOf(subjectKind, subjectId);

/** What nobody can date comes after everything dated. */
export const byDue = (a: DeadlineView, b: DeadlineView): number => (a.dueAt ?? Infinity) === (b.dueAt ?? Infinity) ? 0 : (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity);
