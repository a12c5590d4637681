import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ACTIVITY_ACTIONS } from '@hall/shared/activity/activity.moves';
import { SIGN_UP_MOVES } from '@hall/shared/activity/sign-up.moves';
import { SHIFT_MOVES } from '@hall/shared/duty/duty.rules';
import { ENQUIRY_ACTIONS } from '@hall/shared/enquiry/enquiry.moves';
import { GUIDE_MOVES } from '@hall/shared/enquiry/guide.rules';
import { APPLICATION_ACTIONS } from '@hall/shared/enrolment/application.moves';
import { AUDIT_ACTIONS } from '@hall/shared/identity/audit-action-words';
import { AUDIT_FIELDS, factsWords } from '@hall/shared/identity/audit-field-words';
import { auditAreaOf } from '@hall/shared/identity/audit-words';
import { TICKET_ACTIONS } from '@hall/shared/queue/ticket.moves';
import { RATING_STEP_LABELS } from '@hall/shared/rating/rating-case.rules';
import { RIGHTS_ACTIONS } from '@hall/shared/relays/rights.moves';
import { BOX_OPENING_ACTIONS } from '@hall/shared/suggestion/box.moves';

const SOURCE = join(__dirname, '..', '..');
const actionsOf = (moves: object): string[] => [...new Set(Object.values(moves).flatMap((from: object) => Object.keys(from)))];
const PLANS = ['department', 'window', 'account', 'grant', 'hall', 'setting', 'technical', 'code'];

/** What stands in the place of `${…}`, by the words before it and the file: where a machine of states decides, all its moves. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  'scan-sign-in.service:staff.scan-': ['confirmed', 'refused'], 'sign-ups.service:activity.': actionsOf(SIGN_UP_MOVES), 'activity.service:activity.': ACTIVITY_ACTIONS,
  'house-plans:house.withdraw-': PLANS, 'house-plans:house.refuse-': PLANS, 'house-plans:house.plan-': PLANS, 'house-plans:house.change-': PLANS,
  'rating-case-steps:rating-case.': Object.keys(RATING_STEP_LABELS), 'rights.service:rights.': RIGHTS_ACTIONS, 'windows.service:window.': ['open', 'paused', 'closed'], 'ticket-steps:ticket.': TICKET_ACTIONS,
  'guide.service:guide.': actionsOf(GUIDE_MOVES), 'enquiry-records:enquiry.': ENQUIRY_ACTIONS, 'duty.service:duty.': actionsOf(SHIFT_MOVES).filter((action) => action !== 'miss'),
  'wording.service:suggestion.review-': ['pass', 'hide'], 'plan.service:suggestion.plan-': ['propose', 'return', 'plan', 'progress', 'carry-out', 'hold', 'fall-short', 'vouch'], 'box.service:box.': BOX_OPENING_ACTIONS,
  'triage.service:suggestion.': ['accept', 'decline', 'redirect', 'merge', 'separate', 'take', 'hand-back', 'assign'], 'author.service:suggestion.': ['withdraw', 'confirm', 'reopen'], 'disputes.service:dispute.': ['upheld', 'explained'],
  'case-steps:application.': [...APPLICATION_ACTIONS, 'open'], 'deadlines:deadline.': ['extend', 'pause', 'resume', 'await', 'compute', 'meet', 'meet-late', 'drop'],
};

/** The actions a text of the server audits, spelt out. */
function auditedIn(file: string, text: string): string[] {
  return [...text.matchAll(/\.audit\(([^,)]+)/g)].flatMap(([, said = '']) => {
    if (/^\w+$/.test(said)) return [...text.matchAll(/: '([\w-]+\.[\w-]+)' \| '([\w-]+\.[\w-]+)'/g)].flatMap(([, ...each]) => each);
    const open = /`([\w.-]+)\$\{/.exec(said)?.[1];
    if (open === undefined) return [...said.matchAll(/'([\w-]+\.[\w-]+)'/g)].map(([, action]) => action!);
    return OPEN[`${file}:${open}`]?.map((each) => `${open}${each}`) ?? [`${open}?`];
  });
}

const audited = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .flatMap((path) => auditedIn(path.split('/').at(-1)!.replace(/\.ts$/, ''), readFileSync(join(SOURCE, path), 'utf8')));

test('whoever reads the audit reads words for everything the house writes down', () => {
  expect(audited.length).toBeGreaterThan(250);
  expect([...new Set(audited)].filter((action) => !AUDIT_ACTIONS[action] || auditAreaOf(action) === '其他')).toEqual([]);
  expect(auditedIn('new.service', "work.audit('new.thing', id); work.audit(`new.${way}`, id); work.audit(ok ? 'new.a' : 'new.b', id)")).toEqual(['new.thing', 'new.?', 'new.a', 'new.b']);
});

test('nothing is told in words that the house never writes down', () => {
  expect(Object.keys(AUDIT_ACTIONS).filter((action) => !audited.includes(action))).toEqual([]);
});

test('facts are told in words, people by name, and what has no word stays as it was written', () => {
  const wang = '0198c1f4-0000-7000-8000-000000000001';
  expect(factsWords({ from: 'serving', reason: 'system-outage', ownerId: wang, told: true, madeFor: `staff:${wang}`, roles: ['clerk'], fields: ['x'], unheard: 3, to: null }, (id) => (id === wang ? '王晓梅' : null)))
    .toBe('从：办理中；原因：系统中断；负责人：王晓梅；已公布：是；给谁：工作人员 王晓梅；角色：窗口人员；填写项：x；unheard：3；到：无');
  expect(factsWords({ topic: 'waiting', waiting: false }, () => null)).toBe('主题：排队等候；候补：否');
  expect(Object.values(AUDIT_FIELDS)).not.toContain('');
});
