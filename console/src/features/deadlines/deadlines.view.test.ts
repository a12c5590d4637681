import type { DeadlineView } from '@hall/shared/api/views';
import { byDue, narrowed, placeOf, rightsOf, scopeOf, toneOf, wordsOf } from './deadlines.view.ts';

const NOW = 1_000_000;
const item = (more: Partial<DeadlineView> = {}): DeadlineView => ({
  id: '1', subjectKind: 'application', subjectId: 'c1', step: 'review', stepLabel: '网上预审', title: '参保登记 1', ownerId: 'w', ownerName: '王晓梅', actingName: null, departmentId: 'd', departmentName: '参保登记科', state: 'running', stateLabel: '办理中',
  fromAt: 0, dueAt: NOW + 10, warnAt: NOW + 5, endedAt: null, overdue: false, daysLate: 0, level: 0, levelLabel: '经办人', superiors: [], basis: '', extensionDays: 1, extension: null, pausedFor: null, actions: [], version: 1, ...more,
});

describe('what is owed, as a leader reads it', () => {
  it('is red when late, amber when close or without a day, calm otherwise', () => {
    expect([item({ overdue: true }), item({ warnAt: NOW }), item(), item({ state: 'paused' }), item({ state: 'awaiting-calendar', warnAt: null })].map((each) => toneOf(each, NOW))).toEqual(['accent', 'warn', 'info', 'quiet', 'warn']);
  });
  it('is narrowed by step, department and owner together', () => {
    const items = [item(), item({ id: '2', ownerName: '李文静' }), item({ id: '3', departmentName: null, ownerName: null })];
    const ids = (narrowing: Parameters<typeof narrowed>[1]) => narrowed(items, narrowing).map(({ id }) => id);
    expect([ids({ step: '', department: '', owner: '' }), ids({ step: '网上预审', department: '参保登记科', owner: '李文静' }), ids({ step: '答复意见', department: '', owner: '' })]).toEqual([['1', '2', '3'], ['2'], []]);
    expect(wordsOf(items, (each) => each.ownerName)).toEqual(['李文静', '王晓梅']);
  });
  it('is sorted by its day; what nobody can date comes last', () => {
    expect([item({ id: 'x', dueAt: null }), item({ id: 'b', dueAt: 20 }), item({ id: 'a', dueAt: 10 })].sort(byDue).map(({ id }) => id)).toEqual(['a', 'b', 'x']);
  });
  it('opens on what is late when the address says nothing it knows', () => expect([scopeOf(''), scopeOf('all'), scopeOf('__proto__')]).toEqual(['overdue', 'all', 'overdue']));
  it('leads to each thing where the desk has a page for it', () => {
    const places = ['application', 'suggestion', 'suggestion-plan', 'box-opening', 'enquiry', 'rating', 'relay', 'rights', 'fund-batch', 'constructor'].map((subjectKind) => placeOf(item({ subjectKind })));
    expect(places).toEqual(['/cases/c1', '/suggestions/c1', '/suggestion-plans/c1', '/suggestions/box', '/enquiries/c1', '/rating-cases/c1', '/relays/c1', '/rights/c1', '/funds', null]);
  });
  it('shows everything only to who watches over it, and gives more time only by who may', () => expect([rightsOf(['suggestion.answer']), rightsOf(['deadline.read', 'deadline.extend'])]).toEqual([{ watch: false, extend: false }, { watch: true, extend: true }]));
});
