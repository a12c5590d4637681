import { aTicket } from '../kit/testing/views.ts';
import { ticketInWords } from './ticket-words.ts';

test('nobody is called the next while put aside, or before their time has come', () => {
  const { serverTime } = aTicket();
  expect(ticketInWords(aTicket({ state: 'parked', ahead: 0 })).place).toBe('先为您保留着');
  expect(ticketInWords(aTicket({ ahead: 0, eligibleAt: serverTime + 900_000 })).place).toBe('09:15 起参加叫号');
  expect(ticketInWords(aTicket({ ahead: 0 })).place).toBe('下一个就是您');
});

test('a wait of less than a few minutes is not told as one from zero', () => {
  const wait = (lowMinutes: number, highMinutes: number) => ticketInWords(aTicket({ estimate: { lowMinutes, highMinutes, stepOutUntil: null } })).detail;
  expect([wait(0, 3), wait(4, 4), wait(6, 19), wait(0, 0)]).toEqual(['还要等 3 分钟内', '还要等约 4 分钟', '还要等约 6–19 分钟', '请留意叫号。']);
});

test('standing in line again is offered only while it may still be done', () => {
  expect(ticketInWords(aTicket({ state: 'missed', actions: ['rejoin', 'leave'] })).detail).toBe('点开可以重新排队');
  expect(ticketInWords(aTicket({ state: 'missed', actions: ['leave'] })).detail).toBe('不能再重新排队了，点开重新取号');
});

test('a call and a service name the window and need no number before them', () => {
  expect(ticketInWords(aTicket({ state: 'called', windowLabel: '3号窗口' }))).toMatchObject({ place: '轮到您了，请到3号窗口', whole: true });
  expect(ticketInWords(aTicket({ state: 'serving', windowLabel: '3号窗口' }))).toMatchObject({ place: '正在3号窗口办理', whole: true });
});
