import { isAddress, progressOf, reachOf, standingOf } from './relays.view.ts';

describe('a message as its readers and its sender see it', () => {
  it('is red when its receipt is late, amber while it is owed, calm afterwards', () => {
    const of = (mine: boolean, overdue: boolean, withdrawn = false) => standingOf({ mine, overdue, withdrawn }).tone;
    expect([of(true, true), of(true, false), of(false, false), of(true, true, true)]).toEqual(['accent', 'warn', 'ok', 'quiet']);
  });
  it('is done when everybody has read it, and late as soon as one is', () => {
    const receipt = { staffId: 'a', name: '', departmentName: '', actingName: null, state: 'owed' as const, stateLabel: '', dueAt: 1, overdue: true, acknowledgedAt: null, acknowledgedByName: null, remindedOn: null };
    expect([progressOf({ acknowledged: 2, recipients: 2, withdrawn: false, receipts: [] }), progressOf({ acknowledged: 1, recipients: 2, withdrawn: false, receipts: [receipt] }), progressOf({ acknowledged: 1, recipients: 2, withdrawn: false, receipts: [] })].map(({ tone }) => tone)).toEqual(['ok', 'accent', 'info']);
  });
  it('counts each of its people once before it is sent', () => {
    const person = (id: string, departmentId: string | null, ...roles: ('clerk' | 'head')[]) => ({ id, name: id, post: '', departmentId, roles });
    const book = { departments: [], roles: [], people: [person('wang', 'd1', 'clerk'), person('zhou', 'd1', 'head')] };
    expect([reachOf(book, { departmentIds: ['d1'], roles: ['head'], staffIds: ['wang'] }), reachOf(book, { departmentIds: [], roles: [], staffIds: [] })]).toEqual([2, 0]);
  });
  it('opens addresses, and nothing that only looks like one', () => expect([isAddress('https://oa.example.cn/31'), isAddress('OA 31 号文'), isAddress('javascript:alert(1)')]).toEqual([true, false, false]));
});
