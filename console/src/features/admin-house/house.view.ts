import type { HouseChange, HouseMatterView, HouseSubjectView } from '@hall/shared/api/views';
import { adminCopy } from '../../kit/copy/admin.copy.ts';

export const HOUSE_ROOMS = ['department', 'window', 'hall'] as const;
export type HouseRoom = (typeof HOUSE_ROOMS)[number];
export type HouseFieldName = keyof typeof adminCopy.house.fields;
export interface HouseField { name: HouseFieldName; kind: 'text' | 'clock' | 'number' | 'matters' | 'flag' }
export type HouseFacts = Readonly<Record<string, unknown>>;

const text = (name: HouseFieldName): HouseField => ({ name, kind: 'text' });
const clock = (name: HouseFieldName): HouseField => ({ name, kind: 'clock' });
/** What is asked about each kind of thing, in the order in which it is asked. */
export const FIELDS: Readonly<Record<HouseRoom, readonly HouseField[]>> = {
  department: [text('name'), text('phone'), { name: 'position', kind: 'number' }, { name: 'closed', kind: 'flag' }],
  window: [text('label'), { name: 'skills', kind: 'matters' }, { name: 'position', kind: 'number' }, { name: 'closed', kind: 'flag' }],
  hall: [text('name'), text('address'), text('phone'), text('motto'), text('smile'), clock('openFrom'), clock('openTo'), clock('lunchFrom'), clock('lunchTo')],
};

export const roomOf = (said: string): HouseRoom => HOUSE_ROOMS.find((room) => room === said) ?? 'department';

/** A new one stands at the end of the row. */
export const blank = (room: HouseRoom, items: readonly HouseSubjectView[]): HouseFacts =>
  ({ ...(room === 'window' ? { label: '', skills: [] } : { name: '', phone: '' }), position: Math.max(-1, ...items.map(({ facts }) => Number(facts['position'] ?? -1))) + 1, closed: false });

/** A fact as it reads in the table. */
export function factText({ kind, name }: HouseField, facts: HouseFacts, matters: readonly HouseMatterView[]): string {
  const value = facts[name];
  if (kind === 'flag') return value === true ? adminCopy.house.closed : adminCopy.house.inUse;
  if (kind === 'matters') return (Array.isArray(value) ? (value as string[]) : []).map((id) => matters.find((matter) => matter.id === id)?.name ?? id).join('、');
  return value === null || value === undefined ? '' : String(value);
}

export const changeOf = (subject: HouseSubjectView | null, after: HouseFacts): HouseChange => ({ subjectId: subject?.id ?? null, stamp: subject?.stamp ?? null, after: { ...after } });
