import fc from 'fast-check';
import { finalStates, reachableFrom } from '../kernel/moves.ts';
import { FUND_MOVES, decideFund, fundCounts, fundKindOf, fundOffers, fundProblems } from './fund.moves.ts';
import type { FundCountFacts, FundWish } from './fund.moves.ts';
import { RECEIPT_MOVES, recipientsOf, relayProblems } from './relay.moves.ts';
import { RIGHTS_MOVES, RIGHTS_STATE_LABELS, decideRights, rightsOffers, rightsProblems } from './rights.moves.ts';
import type { RightsState } from './rights.moves.ts';

test('every state can be reached, and the work ends where it should', () => {
  expect(finalStates(RECEIPT_MOVES).sort()).toEqual(['acknowledged', 'released']);
  expect(reachableFrom(RIGHTS_MOVES, 'opened').size).toBe(7);
  expect(finalStates(RIGHTS_MOVES).sort()).toEqual(['confirmed', 'withdrawn']);
  expect(finalStates(FUND_MOVES).sort()).toEqual(['paid', 'void']);
});

const person = (id: string, departmentId: string | null, ...roles: string[]) => ({ id, departmentId, roles });
const STAFF = [person('wang', 'd1', 'clerk'), person('zhou', 'd1', 'head'), person('sun', null, 'leader'), person('li', 'd2', 'clerk')];

test('a message reaches each of a department, of a role and by name once, and never its sender', () => {
  const to = (addressees: Partial<Parameters<typeof recipientsOf>[1]>, sender = 'sun') => recipientsOf(STAFF, { departmentIds: [], roles: [], staffIds: [], ...addressees }, sender).map(({ id }) => id);
  expect(to({ departmentIds: ['d1'], roles: ['head'], staffIds: ['wang'] })).toEqual(['wang', 'zhou']);
  expect(to({ roles: ['clerk'] })).toEqual(['wang', 'li']);
  expect(to({ departmentIds: ['d1'] }, 'zhou')).toEqual(['wang']);
  expect(to({})).toEqual([]);
  expect(relayProblems({ title: '', words: '晨会', link: ' ' }, 0).map(({ path }) => path)).toEqual(['title', 'link', 'staffIds']);
});

test('staff write what they did at each step; the person only why they are not content', () => {
  expect(decideRights('contact', 'opened', 'staff', ' ')).toMatchObject({ code: 'RIGHTS_WORDS_NEEDED', path: 'words' });
  expect(decideRights('contact', 'opened', 'staff', '电话联系')).toMatchObject({ value: 'contacted' });
  expect(decideRights('resolve', 'in-service', 'resident', '好了')).toMatchObject({ code: 'RIGHTS_NOT_BY_RESIDENT' });
  expect(decideRights('confirm', 'resolved', 'resident', '')).toMatchObject({ value: 'confirmed' });
  expect(decideRights('reopen', 'resolved', 'resident', '')).toMatchObject({ code: 'RIGHTS_WORDS_NEEDED' });
  expect(rightsOffers('resolved', 'resident')).toEqual(['confirm', 'reopen']);
  expect(rightsOffers('in-service', 'staff')).toEqual(['resolve', 'withdraw']);
});

test('what is offered is what the table allows, in every state and for both', () => {
  for (const state of Object.keys(RIGHTS_STATE_LABELS) as RightsState[]) {
    for (const by of ['resident', 'staff'] as const) for (const action of rightsOffers(state, by)) expect(decideRights(action, state, by, '写明')).toMatchObject({ ok: true });
  }
});

test('whoever is known already need not say name and phone again, and a wrong phone is named', () => {
  expect(rightsProblems({ words: '少发了一个月', name: null, phone: null }, { name: true, phone: true })).toEqual([]);
  expect(rightsProblems({ words: '', name: '', phone: '' }, { name: false, phone: false }).map(({ path }) => path)).toEqual(['words', 'name', 'phone']);
  expect(rightsProblems({ words: '少发了', name: null, phone: '123' }, { name: true, phone: true }).map(({ path }) => path)).toEqual(['phone']);
});

const wish: FundWish = { name: '11 月养老待遇', kind: 'pension', dueDay: '2026-11-25', persons: 1200, amountFen: 26_400_000 };

test('a batch holds counts and amounts, and nobody’s number even in its name', () => {
  expect(fundProblems(wish)).toEqual([]);
  for (const name of ['补发 420606199001011239', '补发 138-0013-8000']) expect(fundProblems({ ...wish, name })).toMatchObject([{ path: 'name' }]);
  expect(fundProblems({ ...wish, dueDay: '2026-02-30', persons: 0, amountFen: 0.5 }).map(({ path }) => path)).toEqual(['dueDay', 'persons', 'amountFen']);
  expect([fundKindOf(' 退费 '), fundKindOf('别的')]).toEqual(['refund', null]);
});

test('a batch is paid only when the bank has paid and nobody fails any more', () => {
  const facts = { state: 'paying', paidOut: false, persons: 10, failing: 0 } as const;
  expect(decideFund('settle', facts)).toMatchObject({ code: 'FUND_NOT_PAID_OUT' });
  expect(decideFund('settle', { ...facts, paidOut: true, failing: 2 })).toMatchObject({ code: 'FUND_STILL_FAILING' });
  expect(decideFund('settle', { ...facts, paidOut: true })).toMatchObject({ value: 'paid' });
  expect([fundOffers({ ...facts, state: 'due' }), fundOffers(facts), fundOffers({ ...facts, paidOut: true, failing: 2 }), fundOffers({ ...facts, state: 'paid', paidOut: true })]).toEqual([['start', 'void'], ['pay-out', 'fail'], ['retry'], []]);
});

const DUE = 1_000;
const batch = (more: Partial<FundCountFacts> = {}): FundCountFacts => ({ dueBy: DUE, persons: 100, paidOutAt: 900, failures: [], ...more });

test('whoever failed and was paid by the due day is in time, later is late, and the rest is unpaid', () => {
  const failures = [{ persons: 3, tries: 1, settledAt: 950 }, { persons: 2, tries: 2, settledAt: 2_000 }, { persons: 1, tries: 4, settledAt: null }];
  expect(fundCounts([batch({ failures })], 3_000)).toEqual({ due: 100, paidInTime: 97, paidLate: 2, unpaid: 1, failed: 6, retried: 7 });
  expect(fundCounts([batch({ paidOutAt: null })], 3_000)).toMatchObject({ paidInTime: 0, unpaid: 100 });
  expect(fundCounts([batch({ paidOutAt: null })], 500)).toMatchObject({ due: 0 });
});

test('the published counts always add up to those due', () => {
  const failure = fc.record({ persons: fc.integer({ min: 1, max: 5 }), tries: fc.integer({ min: 0, max: 4 }), settledAt: fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: null }) });
  fc.assert(fc.property(fc.array(failure, { maxLength: 4 }), fc.option(fc.integer({ min: 1, max: 2_000 }), { nil: null }), (failures, paidOutAt) => {
    const { due, paidInTime, paidLate, unpaid } = fundCounts([batch({ failures, paidOutAt })], 5_000);
    expect([paidInTime + paidLate + unpaid, Math.min(paidInTime, paidLate, unpaid) >= 0]).toEqual([due, true]);
  }));
});
