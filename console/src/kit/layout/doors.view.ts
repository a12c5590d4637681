import { layoutCopy as copy } from '../copy/layout.copy.ts';

/** A room of the console and the permission that opens it. `also`: others that open it too. `keep`: not of the daily work, but where the hall is kept in order. `timely`: one of the three things that must come in time. `sunny`: what the hall promises and how it does. `counts`: what waits behind it is shown on it. */
export interface Door { path: string; label: string; permission: string; also?: readonly string[]; keep?: true; timely?: true; sunny?: true; counts?: 'questions' }

export const DOORS: readonly Door[] = [
  { path: '/desk', label: copy.desk, permission: 'queue.call' },
  { path: '/review', label: copy.review, permission: 'review.claim' },
  { path: '/find', label: copy.find, permission: 'case.find' },
  { path: '/booking', label: copy.booking, permission: 'booking.assist' },
  { path: '/enquiries', label: copy.enquiries, permission: 'enquiry.answer' },
  { path: '/rating-questions', label: copy.ratingQuestions, permission: 'queue.call', counts: 'questions' },
  { path: '/plan', label: copy.plan, permission: 'booking.plan', keep: true },
  { path: '/batches', label: copy.batches, permission: 'batch.export' },
  { path: '/suggestions', label: copy.suggestions, permission: 'suggestion.read' },
  { path: '/deadlines', label: copy.deadlines, permission: 'deadline.read', also: ['review.claim', 'suggestion.answer', 'enquiry.answer', 'rights.handle'] },
  { path: '/rating-cases', label: copy.ratingCases, permission: 'rating.handle' },
  { path: '/relays', label: copy.relays, permission: 'relay.send', also: ['case.read'], timely: true },
  { path: '/rights', label: copy.rights, permission: 'rights.handle', also: ['case.read'], timely: true },
  { path: '/funds', label: copy.funds, permission: 'fund.handle', timely: true },
  { path: '/appraisals', label: copy.appraisals, permission: 'appraisal.open', keep: true },
  { path: '/commitments', label: copy.commitments, permission: 'insight.read', sunny: true },
  { path: '/insight', label: copy.insight, permission: 'insight.read', sunny: true },
  // Everybody who works here may look at a round and object to its result; only some propose and open one.
  { path: '/stars', label: copy.stars, permission: 'star.edit', also: ['insight.read', 'case.read'], sunny: true },
  { path: '/desk-disputes', label: copy.deskDisputes, permission: 'queue.desk', sunny: true },
  { path: '/activities', label: copy.activities, permission: 'activity.door', keep: true },
  { path: '/assessment', label: copy.assessment, permission: 'insight.read', keep: true },
  { path: '/red-flags', label: copy.redFlags, permission: 'insight.read', keep: true },
  { path: '/duty', label: copy.duty, permission: 'duty.edit', keep: true },
  { path: '/lights', label: copy.lights, permission: 'lights.edit', keep: true },
  { path: '/matters', label: copy.matters, permission: 'guide.edit', keep: true },
  { path: '/guide', label: copy.guide, permission: 'guide.edit', keep: true },
  { path: '/calendar', label: copy.calendar, permission: 'calendar.edit', keep: true },
  { path: '/policy', label: copy.policy, permission: 'policy.edit', keep: true },
  { path: '/house', label: copy.house, permission: 'hall.edit', keep: true },
  { path: '/settings', label: copy.settings, permission: 'hall.edit', keep: true },
  { path: '/codes', label: copy.codes, permission: 'guide.edit', keep: true },
  { path: '/system-settings', label: copy.systemSettings, permission: 'settings.edit', keep: true },
  { path: '/keys', label: copy.keyRoom, permission: 'key.rotate', keep: true },
  { path: '/accounts', label: copy.accounts, permission: 'account.edit', keep: true },
  { path: '/grants', label: copy.grants, permission: 'grant.edit', keep: true },
  { path: '/audit', label: copy.audit, permission: 'audit.read', keep: true },
  { path: '/devices', label: copy.devices, permission: 'device.pair', keep: true },
];

/** The doors a clerk may open, in the order of the working day. */
export const openDoors = (permissions: readonly string[]): Door[] => DOORS.filter(({ permission, also = [] }) => [permission, ...also].some((each) => permissions.includes(each)));

/** Doors that stand behind one word; a single one stands beside the others instead. */
const folded = (doors: readonly Door[], inside: (door: Door) => boolean): Door[] => {
  const found = doors.filter(inside);
  return found.length < 2 ? [] : found;
};

/** The doors as the bar shows them: the daily ones side by side; 三个及时, what is promised, and the keeping of the hall each behind one word. */
export function barOf(doors: readonly Door[]): { daily: Door[]; timely: Door[]; sunny: Door[]; keeping: Door[] } {
  const timely = folded(doors, (door) => door.timely === true);
  const sunny = folded(doors, (door) => door.sunny === true);
  const keeping = folded(doors, (door) => door.keep === true);
  return { daily: doors.filter((door) => ![...timely, ...sunny, ...keeping].includes(door)), timely, sunny, keeping };
}
