import type { DeskView, VisitMatterView } from '@hall/shared/api/views';
import { hasForm, matterShown, mayCall } from './desk.view.ts';

const matter = (id: string, state: VisitMatterView['state']): VisitMatterView => ({ id, matterId: 'enrolment', matterName: '参保登记', personName: '王秀英', applicationId: null, caseNumber: null, state });
const window = (state: 'closed' | 'open' | 'paused') => ({ id: 'w', label: '3号窗口', state, skills: [], clerkName: null, mine: true });
const desk = (change: Partial<DeskView>): DeskView => ({ window: window('open'), current: null, next: null, queue: [], missed: [], parked: [], servedToday: 0, boardVersion: 1, serverTime: 0, hallOpen: true, ...change });

describe('the desk', () => {
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
