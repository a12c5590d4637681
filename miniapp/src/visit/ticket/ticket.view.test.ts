import { aTicket } from '../../kit/testing/views.ts';
import { faceOf, goesOn, newlyCalled, nextLook, nextStep, sentenceOf, servedTimes, tagOf, waitLines } from './ticket.view.ts';

describe('what the ticket says while one waits', () => {
  test('how many are ahead, how long, and until when one may step out', () => {
    expect(waitLines(aTicket())).toEqual({ label: '前面还有', ahead: '4 位', minutes: '约 10–15 分钟', advice: '09:10 前可以离开一会儿', kind: 'away' });
  });

  test('when it will not be long, one is asked to stay', () => {
    expect(waitLines(aTicket({ ahead: 0, estimate: { lowMinutes: 1, highMinutes: 4, stepOutUntil: null } }))).toEqual({ label: '您的位置', ahead: '下一个就是您', minutes: '约 1–4 分钟', advice: '快到了，请在大厅等候', kind: 'stay' });
  });

  test('a moment to return that has passed is no advice any more', () => {
    const { serverTime } = aTicket();
    expect(waitLines(aTicket({ estimate: { lowMinutes: 8, highMinutes: 9, stepOutUntil: serverTime - 1 } })).advice).toBeNull();
  });

  test('someone early learns from when they take part', () => {
    const { serverTime } = aTicket();
    expect(waitLines(aTicket({ ahead: 0, estimate: null, eligibleAt: serverTime + 900_000 }))).toMatchObject({ label: '前面还有', ahead: '0 位', minutes: '还说不准', advice: '09:15 起参加叫号', kind: 'later' });
  });

  test('someone early in an empty hall is not sent away, because a free window calls them sooner', () => {
    const { serverTime } = aTicket();
    expect(waitLines(aTicket({ ahead: 0, estimate: { lowMinutes: 0, highMinutes: 0, stepOutUntil: null }, eligibleAt: serverTime + 900_000 }))).toMatchObject({ ahead: '0 位', minutes: '马上就到', advice: '现在人不多，可能提前叫到您，请在大厅等候' });
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

test('only a called ticket turns the page; a transferred one keeps waiting, and a parked one does not stand in line', () => {
  expect((['waiting', 'called', 'serving', 'missed', 'parked', 'transferred', 'served', 'left', 'unserved'] as const).map(faceOf)).toEqual(['waiting', 'called', 'serving', 'missed', 'parked', 'waiting', 'over', 'over', 'over']);
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

describe('the way on from a ticket', () => {
  const TODAY = '2026-11-23';
  const missed = aTicket({ state: 'missed', actions: ['leave'] });

  test('a missed number goes back into line, and once it may not, a new one is taken after giving it back', () => {
    expect(nextStep({ ...missed, actions: ['rejoin', 'leave'] }, TODAY)).toBe('rejoin');
    expect(nextStep(missed, TODAY)).toBe('retake');
  });

  test('the sentence does not speak of a button that is not there', () => {
    expect(sentenceOf({ ...missed, actions: ['rejoin', 'leave'] })).toBe('没关系，点下面按钮重新排队。');
    expect(sentenceOf(missed)).toBe('叫号时没有见到您，这个号不能再重新排队了。');
  });

  test('whoever left can take a new number that day, and books for another day after it', () => {
    const left = aTicket({ state: 'left', actions: [] });
    expect([nextStep(left, TODAY), nextStep(left, '2026-11-24'), nextStep(missed, '2026-11-24')]).toEqual(['check-in', 'book', 'book']);
  });

  test('whoever was not served books again, whoever was served rates or goes home, and nobody who waits is led away', () => {
    const states = [aTicket({ state: 'unserved', actions: [] }), aTicket({ state: 'served', actions: [], ratingInvitationId: '7' }), aTicket({ state: 'served', actions: [] }), aTicket(), aTicket({ state: 'parked' }), aTicket({ state: 'called' })];
    expect(states.map((ticket) => nextStep(ticket, TODAY))).toEqual(['book', 'rate', 'home', null, null, null]);
  });
});

test('the window is named where one is served, not beside a number that was missed there', () => {
  expect(tagOf(aTicket({ state: 'serving', stateLabel: '办理中', windowLabel: '1号窗口' }))).toBe('办理中 · 1号窗口');
  expect(tagOf(aTicket({ state: 'missed', stateLabel: '已过号', windowLabel: '1号窗口' }))).toBe('已过号');
});
