import type { DeskTicketView, DeskView, VisitMatterView } from '@hall/shared/api/views';
import { hasForm, matterShown, mayCall, reasonsOf } from './desk.view.ts';

const matter = (id: string, state: VisitMatterView['state']): VisitMatterView => ({ id, matterId: 'enrolment', matterName: '参保登记', personName: '王秀英', applicationId: null, caseNumber: null, state });
const window = (state: 'closed' | 'open' | 'paused') => ({ id: 'w', label: '3号窗口', state, skills: [], clerkName: null, mine: true });
const desk = (change: Partial<DeskView>): DeskView => ({ window: window('open'), current: null, next: null, queue: [], missed: [], parked: [], servedToday: 0, boardVersion: 1, serverTime: 0, hallOpen: true, ...change });

const person = (state: DeskTicketView['state'], actions: string[]): DeskTicketView => ({
  id: 't', number: 'P011', cls: 'walkin', maskedName: null, matterNames: [], ready: false, forMyWindow: true, eligibleAt: 0, dueAt: 0, state, waitedMinutes: 0, actions, version: 1, callCount: 1, recallsLeft: 3, calledAt: 0,
  servingSince: null, clockLimitSeconds: 300, runningSeconds: 0, parkedSeconds: 0, bookingReference: null, personMaskedCitizenId: null, matters: [],
});

describe('the desk', () => {
  it('says why a key does nothing, and is silent about one that works', () => {
    expect(reasonsOf(desk({ current: person('serving', ['done', 'park']) }))).toEqual({
      next: '先办完或暂挂 P011，再叫下一位', window: expect.stringContaining('暂停、关窗'), recall: expect.stringContaining('不用再叫'), serve: expect.stringContaining('不用再叫'), miss: expect.stringContaining('暂挂'),
    });
    expect(reasonsOf(desk({ current: person('called', ['recall', 'serve', 'miss', 'park']) }))).toEqual({ next: expect.anything(), window: expect.anything(), done: expect.stringContaining('已到窗口') });
    expect(reasonsOf(desk({ current: person('called', ['serve', 'miss', 'park']) })).recall).toContain('重呼次数已用完');
    expect(reasonsOf(desk({ window: window('paused') })).next).toContain('继续');
    expect(reasonsOf(desk({})).next).toBe('现在没有人等候');
    expect(reasonsOf(desk({ next: person('waiting', []), queue: [person('waiting', [])] }))).toEqual({});
  });

  it('opens the first matter that still needs something', () => {
    const matters = [matter('a', 'handled'), matter('b', 'open')];
    expect(matterShown(matters, null)?.id).toBe('b');
    expect(matterShown(matters, 'a')?.id).toBe('a');
    expect(matterShown(matters, 'gone')?.id).toBe('b');
    expect(matterShown([matter('a', 'closed')], null)?.id).toBe('a');
    expect(matterShown([], null)).toBeNull();
  });

  it('offers no enrolment form to somebody who came for another matter', () => {
    expect(hasForm(matter('a', 'open'))).toBe(true);
    expect(hasForm({ ...matter('a', 'open'), matterId: 'enrolment-change' })).toBe(false);
  });

  it('calls nobody from a closed or paused window', () => {
    expect(mayCall(desk({}))).toBe(true);
    expect(mayCall(desk({ window: window('paused') }))).toBe(false);
    expect(mayCall(desk({ window: window('closed') }))).toBe(false);
    expect(mayCall(desk({ window: null }))).toBe(false);
  });
});
