import { aBooking, aCase, aTicket } from '../../kit/testing/views.ts';
import { inOnePiece } from '../../kit/in-one-piece.ts';
import { openTag, tasksOf, waitInWords, type Mine } from './home.view.ts';

const TODAY = '2026-11-23';
const nothing: Mine = { tickets: [], bookings: [], applications: [], ratings: [], answered: [], enquiries: [], activities: [], unread: 0 };
const titles = (mine: Partial<Mine>) => tasksOf({ ...nothing, ...mine }, TODAY).map((task) => task.title);

describe('what waits for a person on the home page', () => {
  test('nothing waits for someone who has nothing under way', () => {
    expect(titles({ applications: [aCase({ state: 'submitted' }), aCase({ state: 'completed' })], bookings: [aBooking({ state: 'cancelled' })], tickets: [aTicket({ state: 'served' })] })).toEqual([]);
  });

  test('being called comes before everything, then what must be corrected, then the visit, then the draft', () => {
    const mine = {
      applications: [aCase({ id: 'd', state: 'draft', maskedName: '张*' }), aCase({ id: 'r', state: 'returned', maskedName: '李*兰' })],
      bookings: [aBooking()], tickets: [aTicket({ state: 'called', windowLabel: '3号窗口' })], unread: 2,
    };
    expect(titles(mine)).toEqual(['轮到您了，请到3号窗口', `${inOnePiece('李*兰')}的材料有地方要改`, '明天 09:00 到厅', `接着填写：${inOnePiece('张*')}`, '2 条新消息']);
  });

  test('a returned case leads straight to what must be fixed', () => {
    expect(tasksOf({ ...nothing, applications: [aCase({ id: '7', state: 'returned' })] }, TODAY)[0]?.url).toBe('/enrolment/fix/index?id=7');
  });

  test('a ready case asks for a visit until one is booked for it', () => {
    const ready = aCase({ id: '7', state: 'ready' });
    expect(titles({ applications: [ready] })).toEqual([`${inOnePiece('王*英')}的材料已齐`]);
    const visit = { id: 'v', matterId: 'enrolment', matterName: '', personName: '', applicationId: '7', caseNumber: null, state: 'open' } as const;
    expect(titles({ applications: [ready], bookings: [aBooking({ matters: [visit] })] })).toEqual(['明天 09:00 到厅']);
  });

  test('a visit of today is told by its hours', () => {
    expect(titles({ bookings: [aBooking({ day: TODAY })] })).toEqual(['今天 09:00–09:30 到厅']);
  });

  test('an answer to a suggestion waits for a word about it', () => {
    expect(tasksOf({ ...nothing, answered: [{ id: '9', excerpt: '希望填表台上多放几副度数合适的老花镜，老人看不清' }] }, TODAY)).toMatchObject([{ title: '您的意见有了答复', detail: '希望填表台上多放几副度数合适的老花镜…', url: '/voice/one/index?id=9' }]);
  });

  test('an answer to a question waits for a week, then it is found among the questions', () => {
    const enquiry = (answeredOn: string) => ({ enquiries: [{ id: '4', excerpt: '社保卡丢了，怎么补办？要带什么？', answeredAt: Date.parse(`${answeredOn}T10:00:00+08:00`) }] });
    expect(tasksOf({ ...nothing, ...enquiry('2026-11-23') }, TODAY)).toMatchObject([{ title: '您问的事有了答复', detail: '社保卡丢了，怎么补办？要带什么？', url: '/enquiry/one/index?id=4' }]);
    expect([titles(enquiry('2026-11-16')).length, titles(enquiry('2026-11-15')).length]).toEqual([1, 0]);
  });

  test('an activity of today or tomorrow is a task, a later one not yet', () => {
    const activity = (day: string) => ({ activities: [{ id: '3', title: '手机办社保培训', place: '三楼会议室', startsAt: Date.parse(`${day}T14:30:00+08:00`) }] });
    expect(tasksOf({ ...nothing, ...activity('2026-11-24') }, TODAY)).toMatchObject([{ title: '明天 14:30 有活动', detail: '手机办社保培训 · 三楼会议室', url: '/activity/one/index?id=3' }]);
    expect([titles(activity('2026-11-23')), titles(activity('2026-11-25'))]).toEqual([['今天 14:30 有活动'], []]);
  });

  test('the next in line is told so', () => {
    expect(titles({ tickets: [aTicket({ ahead: 0 })] })).toEqual(['A012 号，下一个就是您']);
  });

  test('whoever stands in line finds the number above the hall itself; a visit that failed today leads on as well, but later', () => {
    const seen = tasksOf({ ...nothing, tickets: [aTicket({ id: 'u', state: 'unserved' }), aTicket({ id: 'w' })] }, TODAY);
    expect(seen.map(({ id, now }) => [id, now])).toEqual([['task-ticket-w', true], ['task-ticket-u', false]]);
  });
});

test('the hall is open, closing, resting or closed, each with a word of its own', () => {
  expect((['open', 'closing', 'break', 'closed'] as const).map((openState) => openTag({ openState }).word)).toEqual(['正在服务', '即将下班', '暂停服务', '现在休息']);
});

test('a wait without an estimate is told in people, an empty line in words', () => {
  const wait = { cls: 'care', label: '爱心', count: 3, lowMinutes: null, highMinutes: null } as const;
  expect(waitInWords(wait)).toBe('3 人');
  expect(waitInWords({ ...wait, count: 0 })).toBe('不用等');
  expect(waitInWords({ ...wait, lowMinutes: 10, highMinutes: 15 })).toBe('约 10–15 分钟');
});
