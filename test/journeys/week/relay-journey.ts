import type { DeadlineList, RelayList, RelayView, StaffInboxList } from '@hall/shared/api/views';
import type { WeekInTheHall } from './week-in-the-hall.ts';

const TITLE = '周三下午停电，两点起不叫号';
const WORDS = '供电局检修，下午两点到四点停电。请提前告诉来办事的群众。';

/** A message two clerks must have read: one has, the other does not get round to it. */
export function relayJourney(weekNow: () => WeekInTheHall) {
  let id: string;

  const relay = async () => (await weekNow().staff('zhou')).get<RelayView>(`/staff/relays/${id}`);
  const inboxOf = async (userName: string) => (await (await weekNow().staff(userName)).get<StaffInboxList>('/staff/inbox')).items;
  const told = (userName: string, kind: string) => weekNow().until(async () => (await inboxOf(userName)).some((item) => item.kind === kind && item.body.includes(TITLE)));
  const reportedTo = async (userName: string) => (await (await weekNow().staff(userName)).get<DeadlineList>('/staff/deadlines?scope=reported')).items.find(({ subjectId }) => subjectId === id);

  const onMonday = () => {
    test('is written at the console, reaches two, and one of them acknowledges it', async () => {
      const head = await weekNow().consoleOf('zhou');
      await head.page.goto(`${weekNow().url}/console/relays`);
      await head.click('relay-send');
      await head.at('relay-title').fill(TITLE);
      await head.at('relay-words').fill(WORDS);
      for (const name of ['李文静', '张海涛']) {
        await head.at('relay-people').locator('input').fill(name);
        await head.press('Enter');
      }
      await head.at('relay-reach').getByText('2').waitFor();
      await head.click('relay-send-ok');
      await head.page.getByText(TITLE).first().waitFor();
      id = (await (await weekNow().staff('zhou')).get<RelayList>('/staff/relays/sent')).items.find(({ title }) => title === TITLE)!.id;

      const reader = await weekNow().consoleOf('li');
      await reader.page.goto(`${weekNow().url}/console/relays`);
      await reader.click(`relay-${id}`);
      await reader.click('relay-acknowledge');
      await reader.at('relay-acknowledge').waitFor({ state: 'detached' });
      expect(await relay()).toMatchObject({ recipients: 2, acknowledged: 1 });
    });
  };

  const onTuesday = () => {
    test('who has not read it is warned when the hall opens on the day it is due, and reminded by hand once that day', async () => {
      await told('zhang', 'deadlineWarned');
      const head = await weekNow().consoleOf('zhou');
      await head.page.goto(`${weekNow().url}/console/relays/${id}`);
      await head.click('relay-remind');
      await head.page.locator('[data-testid="relay-remind"]:disabled').waitFor();
      await weekNow().until(async () => (await inboxOf('zhang')).some(({ kind, link }) => kind === 'relayReminded' && link === `/relays/${id}`));
      expect((await inboxOf('li')).filter(({ kind, body }) => kind === 'relayReminded' || body.includes(TITLE))).toEqual([]);
    });
  };

  const onWednesday = () => {
    test('a day late it has climbed to the head, and it is still whose it was', async () => {
      await weekNow().until(async () => (await reportedTo('zhou'))?.level === 1);
      await told('zhou', 'deadlineEscalated');
      await told('zhang', 'deadlineOverdue');
      expect(await reportedTo('zhou')).toMatchObject({ ownerName: '张海涛', overdue: true });
      expect(await reportedTo('sun')).toBeUndefined();
    });
  };

  const onThursday = () => {
    test('two days late the leader on duty is told too; once read it is owed no more, and counted as late', async () => {
      await weekNow().until(async () => (await reportedTo('sun'))?.level === 2);
      await (await weekNow().staff('zhang')).post(`/staff/relays/${id}/acknowledge`);
      expect(await reportedTo('sun')).toBeUndefined();
      const { receipts } = await relay();
      expect(receipts.map(({ name, state }) => [name, state]).sort()).toEqual([['张海涛', 'acknowledged'], ['李文静', 'acknowledged']]);
      const { relays } = await weekNow().anybody().get<{ relays: { n: number; inTime: number } }>('/public/timeliness');
      expect(relays.n - relays.inTime).toBeGreaterThanOrEqual(1);
    });
  };
  return { onMonday, onTuesday, onWednesday, onThursday };
}
