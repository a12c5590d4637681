import { aTicket } from '../../kit/testing/views.ts';
import { faceOf, goesOn, newlyCalled, nextLook, servedTimes, waitLines } from './ticket.view.ts';

describe('what the ticket says while one waits', () => {
  test('how many are ahead, how long, and until when one may step out', () => {
    expect(waitLines(aTicket())).toEqual({ ahead: '4 位', minutes: '约 10–15 分钟', advice: '09:10 前可以离开一会儿' });
  });

  test('when it will not be long, one is asked to stay', () => {
    expect(waitLines(aTicket({ ahead: 0, estimate: { lowMinutes: 1, highMinutes: 4, stepOutUntil: null } }))).toEqual({ ahead: '下一个就是您', minutes: '约 1–4 分钟', advice: '快到了，请在大厅等候' });
  });

  test('a moment to return that has passed is no advice any more', () => {
    const { serverTime } = aTicket();
    expect(waitLines(aTicket({ estimate: { lowMinutes: 8, highMinutes: 9, stepOutUntil: serverTime - 1 } })).advice).toBeNull();
  });

  test('someone early learns from when they take part', () => {
    const { serverTime } = aTicket();
    expect(waitLines(aTicket({ ahead: 0, estimate: null, eligibleAt: serverTime + 900_000 }))).toEqual({ ahead: '0 位', minutes: '窗口开始叫号后显示', advice: '09:15 起参加叫号' });
  });

  test('someone early in an empty hall is not sent away, because a free window calls them sooner', () => {
    const { serverTime } = aTicket();
    expect(waitLines(aTicket({ ahead: 0, estimate: { lowMinutes: 0, highMinutes: 0, stepOutUntil: null }, eligibleAt: serverTime + 900_000 }))).toEqual({ ahead: '0 位', minutes: '马上就到', advice: '现在人不多，可能提前叫到您，请在大厅等候' });
  });
});

describe('the phone shakes', () => {
  test('at the first call, at each call after, and not in between', () => {
    const called = (callCount: number) => aTicket({ state: 'called', callCount });
    expect([newlyCalled(aTicket(), called(1)), newlyCalled(called(1), called(1)), newlyCalled(called(1), called(2)), newlyCalled(null, called(1))]).toEqual([true, false, true, true]);
  });

  test('not while waiting', () => {
    expect(newlyCalled(null, aTicket())).toBe(false);
  });
});

test('only a called ticket turns the page; parked and transferred ones keep waiting', () => {
  expect((['waiting', 'called', 'serving', 'missed', 'parked', 'transferred', 'served', 'left', 'unserved'] as const).map(faceOf)).toEqual(['waiting', 'called', 'serving', 'missed', 'waiting', 'waiting', 'over', 'over', 'over']);
  expect(goesOn('missed')).toBe(true);
  expect(goesOn('served')).toBe(false);
});

test('call and end are shown once both are known', () => {
  const { serverTime } = aTicket();
  expect(servedTimes({ calledAt: serverTime, servedAt: serverTime + 240_000 })).toBe('09:00 叫号，09:04 办完');
  expect(servedTimes({ calledAt: serverTime, servedAt: null })).toBeNull();
});

test('the page keeps asking while anything can happen, and for a minute after the service until the invitation to rate is there', () => {
  const { serverTime } = aTicket();
  const served = aTicket({ state: 'served', servedAt: serverTime - 1_000, ratingInvitationId: null });
  expect([aTicket(), served, { ...served, ratingInvitationId: '7' }, { ...served, servedAt: serverTime - 61_000 }, aTicket({ state: 'left' })].map(nextLook)).toEqual([8_000, 1_500, null, null, null]);
});
