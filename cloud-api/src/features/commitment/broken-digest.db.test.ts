import { MINUTE, addDays, dayOf, instantAt } from '@hall/shared/kernel/day';
import { Sessions } from '../../platform/auth/sessions.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { MORNING, TestApp } from '../../testing/test-app.ts';
import { LedgerSequencer } from '../ledger/ledger-sequencer.ts';
import type { ExclusionList, FulfilmentPage, StaffCommitmentView } from './commitment.dto.ts';
import { CommitmentJobs } from './commitment.jobs.ts';
import { MeasuredFacts } from './measured-facts.ts';

jest.setTimeout(60_000);
type Staff = Awaited<ReturnType<TestApp['staff']>>;
const DAY = dayOf(MORNING);
const NEXT = addDays(DAY, 1);
const SERVED_IN_FIVE = { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { readyOnly: false, classes: [], matters: [], departments: [], staff: [] } };

onEveryDatabase((database) => {
  let hall: TestApp;
  let [head, leader, clerk]: Staff[] = [];
  let promiseId = '';

  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    [head, leader, clerk] = [await hall.staff(['head'], '周建平'), await hall.staff(['leader'], '孙明远'), await hall.staff(['clerk'])];
    await hall.app.get(LedgerSequencer).sequence();
    await hall.app.get(CommitmentJobs).followCalendar();
    const draft = await call<StaffCommitmentView>('POST', '/staff/commitments', head!, { holderKind: 'hall', holderId: null, wording: '叫号后五分钟内办结', basis: '', rule: SERVED_IN_FIVE });
    promiseId = draft.body.id;
    await call('POST', `/staff/commitments/${promiseId}/publish`, head!, { version: draft.body.version, inForceFrom: NEXT });
  });
  afterAll(() => hall.close());

  const call = <T>(method: 'GET' | 'POST', path: string, { token }: Staff, body?: unknown) => hall.call<T>(method, path, { token, body });
  const at = async (day: string, clock: string) => {
    hall.clock.set(instantAt(day, clock));
    for (const who of [head!, leader!, clerk!]) who.token = await hall.work(async (work) => (await hall.app.get(Sessions).issue(work, 'staff', who.actor.id)).token);
  };
  const visit = async (minutes: number) => {
    const called = hall.clock.now();
    const subjectId = newId();
    for (const [event, when] of [['visit.called', called], ['visit.served', called + minutes * MINUTE]] as const) {
      await hall.work((work) => hall.app.get(MeasuredFacts).record(work, { eventId: newId(), hallId: hall.hallId, subjectId, event, at: when, attributes: { staff: clerk!.actor.id } }));
    }
  };
  const told = async (who: Staff) => (await call<{ items: { title: string; body: string }[] }>('GET', '/staff/inbox', who)).body.items;

  test('a head is told once a day how often promises were broken, and not for each time', async () => {
    await at(NEXT, '10:00');
    for (const minutes of [3, 7, 9, 20]) await visit(minutes);
    await hall.deliver();
    expect(await told(head!)).toEqual([]);
    await at(addDays(NEXT, 1), '09:00');
    await hall.app.get(LedgerSequencer).seal();
    await hall.app.get(LedgerSequencer).seal();
    await hall.deliver();
    expect(await told(head!)).toEqual([expect.objectContaining({ title: '有承诺没有兑现', body: expect.stringContaining('有 3 次没有达标') })]);
    expect([await told(leader!), await told(clerk!)]).toEqual([[], []]);
  });

  test('a day on which everything was kept is no news', async () => {
    await visit(2);
    await at(addDays(NEXT, 2), '09:00');
    await hall.app.get(LedgerSequencer).seal();
    await hall.deliver();
    expect(await told(head!)).toHaveLength(1);
  });

  test('whoever may decide about leaving a time out is told that one waits, not who proposed it', async () => {
    const [broken] = (await call<FulfilmentPage>('GET', `/staff/commitments/${promiseId}/fulfilments?period=last-90-days&state=broken`, head!)).body.items;
    expect((await call<ExclusionList>('POST', `/staff/commitments/fulfilments/${broken!.id}/exclusion`, head!, { reason: 'system-outage', words: '当时省系统登录不上' })).status).toBe(200);
    await hall.deliver();
    expect((await told(leader!)).map(({ title }) => title)).toEqual(['有一次剔除等第二个人决定']);
    expect([(await told(head!)).length, (await told(clerk!)).length]).toEqual([1, 0]);
  });
});
