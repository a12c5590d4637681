import type { DeadlineList, DutyMonthView, InboxItemView, MySuggestionView, StaffSuggestionView, SuggestionOwnerView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { Phone } from '../../weapp-host/phone.ts';
import { residentOver } from '../enrollee.ts';
import { staffOver } from '../hall-over-http.ts';
import { SuggestionDesk } from '../suggestion-desk-by-http.ts';
import { HallAtWork, JOURNEY_DAY } from './hall-at-work.ts';

const WORDS = '自助机旁边没有椅子，办到一半腿就站不住了，请放两把';
const PLAN = { measure: '自助机旁边放两把带扶手的椅子', metric: '站着办的人', target: '没有人站着办', observeDays: 7 };
const [WEDNESDAY, THURSDAY, FRIDAY, TUESDAY] = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-12-01'] as const;
const REPORTED = '一件超期的事报到您这里';
/** The clockwork of deadlines looks once a minute. */
const CLOCKWORK = 90_000;

describe('a promised day that passes', () => {
  let hall: HallAtWork;
  let phone: Phone;
  let id: string;
  /** Who leads the hall on Friday, and who acts for them: two of the sample's leaders. */
  let fridays: { userName: string; name: string };
  let acting: { userName: string; name: string };

  beforeAll(async () => {
    hall = await HallAtWork.open('the embedded database');
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: '路过看看的人', clock: instantAt(JOURNEY_DAY, '10:30') });
    await phone.start();
  }, 120_000);
  afterAll(async () => {
    await phone?.close();
    await hall?.close();
  });

  const wake = async (day: string) => {
    await hall.wakeOn(day, '10:30');
    phone.ahead = instantAt(day, '10:30') - Date.now();
    await phone.start();
  };
  const read = async () => {
    await phone.open(`/voice/read/index?id=${id}`);
    return (await phone.has('overdue')) ? phone.text('overdue') : null;
  };
  const superiors = async (asker: Awaited<ReturnType<typeof staffOver>>) => (await asker.get<StaffSuggestionView>(`/staff/suggestions/${id}`)).deadlines.find(({ step }) => step === 'carry-out')!.superiors.map(({ level, name }) => [level, name]);
  /** How often this member of staff was told, once the house has caught up with the morning. */
  const told = async (asker: Awaited<ReturnType<typeof staffOver>>, plan: string) => (await asker.list<InboxItemView>('/staff/inbox')).filter(({ title, link }) => title === REPORTED && (link ?? '').includes(plan)).length;
  const LEADERS = [{ userName: 'sun', name: '孙明远' }, { userName: 'qian', name: '钱志华' }];

  test('on Monday a plan is published: it says what, who and until when, and nothing is late', async () => {
    const resident = await residentOver(hall.url, '13800138222');
    ({ id } = await resident.post<MySuggestionView>('/resident/suggestions', { topic: 'premises', text: WORDS, wishesPublic: true, pictureIds: [] }));
    const desk = await SuggestionDesk.open(hall.url);
    await desk.publish(id, WORDS);
    await desk.take(id);
    await desk.plan(id, { ...PLAN, dueOn: WEDNESDAY });
    await desk.answer(id, '周三下班前放好，请再来看看。');
    expect(await read()).toBeNull();
    expect(await phone.text('suggestion-page')).toContain(PLAN.measure);
  });

  test('two colleagues will be away: the clerk whose step it is from Thursday on, and on Friday the leader on duty', async () => {
    const director = await staffOver(hall.url, 'zheng');
    const owners = await director.list<SuggestionOwnerView>('/staff/suggestion-owners');
    const idOf = (name: string) => owners.find((each) => each.name === name)!.id;
    const { days } = await director.get<DutyMonthView>(`/staff/duty?month=${FRIDAY.slice(0, 7)}`);
    const leads = days.find(({ day }) => day === FRIDAY)!.shift!;
    fridays = LEADERS.find(({ name }) => name === leads.leaderName)!;
    acting = LEADERS.find(({ name }) => name !== leads.leaderName)!;
    await director.post('/staff/duty/absences', { staffId: idOf('王晓梅'), fromDay: THURSDAY, toDay: TUESDAY, substituteId: idOf('李文静'), reason: '外出培训' });
    await director.post('/staff/duty/absences', { staffId: idOf(fridays.name), fromDay: FRIDAY, toDay: FRIDAY, substituteId: idOf(acting.name), reason: '外出开会' });
  });

  test('on Thursday everybody reads that it is late, whose step it is and who acts for her; the head is told, and nobody above', async () => {
    await wake(THURSDAY);
    expect(await read()).toMatch(/完成整改已超期 1 个工作日，这一步由王晓梅（.*）负责，李文静代办/);
    await phone.open('/voice/list/index');
    // The sample hall's own stand there too, and those of one day in no order.
    await phone.waitFor(async () => {
      if (await phone.has(`suggestion-${id}`)) return true;
      if (await phone.has('more')) await phone.tap('more');
      return false;
    });
    expect(await phone.text(`suggestion-${id}`)).toContain('超期 1 个工作日');
    const head = await staffOver(hall.url, 'zhou');
    await phone.waitFor(async () => (await head.get<DeadlineList>('/staff/deadlines?scope=reported')).items.some(({ subjectKind, step, title }) => subjectKind === 'suggestion-plan' && step === 'carry-out' && title.includes('整改')), CLOCKWORK);
    expect(await superiors(head)).toEqual([[1, '周建平']]);
  }, 150_000);

  test('on Friday the leader on duty is told, and because they are away it is whoever acts for them', async () => {
    await wake(FRIDAY);
    const head = await staffOver(hall.url, 'zhou');
    await phone.waitFor(async () => (await superiors(head)).length > 1, CLOCKWORK);
    expect(await superiors(head)).toEqual([[1, '周建平'], [2, acting.name]]);
    expect(await read()).toContain('超期 2 个工作日');
  }, 150_000);

  test('the next week the director is told; each of the three heard once, in order, and the owner stayed', async () => {
    await wake(TUESDAY);
    const [head, leader, other, director] = [await staffOver(hall.url, 'zhou'), await staffOver(hall.url, acting.userName), await staffOver(hall.url, fridays.userName), await staffOver(hall.url, 'zheng')];
    await phone.waitFor(async () => (await superiors(head)).length > 2, CLOCKWORK);
    expect(await superiors(head)).toEqual([[1, '周建平'], [2, acting.name], [3, '郑国强']]);
    const { plans, ownerName } = await head.get<StaffSuggestionView>(`/staff/suggestions/${id}`);
    const plan = plans.at(-1)!.id;
    await phone.waitFor(async () => (await told(director, plan)) > 0, CLOCKWORK);
    expect([await told(head, plan), await told(leader, plan), await told(director, plan), await told(other, plan), ownerName]).toEqual([1, 1, 1, 0, '王晓梅']);
    expect(await read()).toMatch(/超期 4 个工作日，这一步由王晓梅/);
  }, 150_000);

  test('carried out at last it is no longer late, and the story keeps what was promised', async () => {
    const substitute = await staffOver(hall.url, 'li');
    const { plans } = await substitute.get<StaffSuggestionView>(`/staff/suggestions/${id}`);
    await substitute.post(`/staff/suggestions/${id}/plan/carry-out`, { version: plans.at(-1)!.version });
    await phone.leaveAndReturn();
    expect(await read()).toBeNull();
    expect(await phone.text('suggestion-page')).toContain('已经做完');
    expect((await phone.ledger()).faults).toEqual([]);
  });
});
