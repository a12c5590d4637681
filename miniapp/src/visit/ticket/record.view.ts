import type { TicketRecordView } from '@hall/shared/api/views';
import { clockOf } from '@hall/shared/kernel/day';
import { copy as words } from '../../kit/copy/visit.ts';

const copy = words.record;

const length = (seconds: number): string => copy.minutes(Math.floor(seconds / 60), seconds % 60);

/** What was written down, line by line, to compare with one's own watch. */
export const recordLines = ({ steps, parked }: Pick<TicketRecordView, 'steps' | 'parked'>): [label: string, value: string][] => [
  ...steps.map(({ label, at }): [string, string] => [label, clockOf(at)]), ...parked.map(({ from, to }): [string, string] => [copy.parkedLabel, copy.parkedLine(clockOf(from), to === null ? copy.still : clockOf(to))]),
];

/** How long it took as the hall counts; null for whoever was not served. */
export const tookWords = ({ serviceSeconds, parkedSeconds }: Pick<TicketRecordView, 'serviceSeconds' | 'parkedSeconds'>): string | null =>
  (serviceSeconds === null ? null : `${copy.took(length(serviceSeconds))}${parkedSeconds > 0 ? `，${copy.parked(length(parkedSeconds))}` : ''}`);
