import type { DeskView, VisitMatterView } from '@hall/shared/api/views';
import { matterShown, mayCall, serviceClock } from './desk.view.ts';

const ticket = { servingSince: 100_000, parkedSeconds: 0, clockLimitSeconds: 300 };
const matter = (id: string, state: VisitMatterView['state']): VisitMatterView => ({ id, matterId: 'enrolment', matterName: '参保登记', personName: '王秀英', applicationId: null, caseNumber: null, state });
const window = (state: 'closed' | 'open' | 'paused') => ({ id: 'w', label: '3号窗口', state, skills: [], clerkName: null, mine: true });
const desk = (change: Partial<DeskView>): DeskView => ({ window: window('open'), current: null, queue: [], missed: [], parked: [], servedToday: 0, boardVersion: 1, serverTime: 0, hallOpen: true, ...change });

describe('the five-minute clock', () => {
  it('starts when the person stands at the window, not when the number is called', () => {
    expect(serviceClock({ ...ticket, servingSince: null }, 500_000)).toEqual({ running: false, seconds: 0, share: 0, over: false });
  });

  it('counts the service and leaves parked time out', () => {
    expect(serviceClock(ticket, 250_000)).toMatchObject({ seconds: 150, share: 0.5, over: false });
    expect(serviceClock({ ...ticket, parkedSeconds: 60 }, 250_000).seconds).toBe(90);
  });

  it('is over only after the last second of the promise', () => {
    expect(serviceClock(ticket, 400_000)).toMatchObject({ seconds: 300, over: false });
    expect(serviceClock(ticket, 401_000)).toMatchObject({ seconds: 301, share: 1, over: true });
  });

  it('never runs backwards when clocks disagree', () => {
    expect(serviceClock(ticket, 90_000).seconds).toBe(0);
  });
});

describe('the desk', () => {
  it('opens the first matter that still needs something', () => {
    const matters = [matter('a', 'handled'), matter('b', 'open')];
    expect(matterShown(matters, null)?.id).toBe('b');
    expect(matterShown(matters, 'a')?.id).toBe('a');
    expect(matterShown(matters, 'gone')?.id).toBe('b');
    expect(matterShown([matter('a', 'closed')], null)?.id).toBe('a');
    expect(matterShown([], null)).toBeNull();
  });

  it('calls nobody from a closed or paused window', () => {
    expect(mayCall(desk({}))).toBe(true);
    expect(mayCall(desk({ window: window('paused') }))).toBe(false);
    expect(mayCall(desk({ window: window('closed') }))).toBe(false);
    expect(mayCall(desk({ window: null }))).toBe(false);
  });
});
