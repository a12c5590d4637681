import type { ActivitySatisfactionView, ActivityView, DoorList, MyActivityView } from '@hall/shared/api/views';
import type { Phone } from '../../weapp-host/phone.ts';
import { scan } from '../browser/camera.ts';
import type { Clerk } from '../browser/clerk.ts';
import { residentOver } from '../enrollee.ts';
import type { Caller } from '../hall-over-http.ts';
import { ResidentOnPhone } from '../phone/resident-on-phone.ts';
import { TUESDAY, WEDNESDAY, type WeekInTheHall } from './week-in-the-hall.ts';

const TITLE = '手机认证，现场教会';
const COMERS = ['田桂兰', '石有田'] as const;
/** They come too, each with a telephone of their own: figures are told from five on. */
const OTHERS = ['13800138231', '13800138232', '13800138233'];

/** An activity with room for five. Four places are taken, one of them by somebody written down by hand; two more people want to come. */
export function activityJourney(weekNow: () => WeekInTheHall) {
  const phones = new Map<string, Phone>();
  let id: string;
  /** Who got the last place, and who waits. */
  let lucky: string;
  let waiting: string;
  let ratedBefore: number;

  const of = (name: string) => phones.get(name)!;
  const own = async (resident: Caller) => (await resident.get<MyActivityView>(`/resident/activities/${id}`)).signUp!;
  const signUp = (name: string) => own(new ResidentOnPhone(of(name)).caller(weekNow().url));
  const others = async (act: (resident: Caller) => Promise<unknown>) => { for (const each of OTHERS) await act(await residentOver(weekNow().url, each)); };
  const satisfaction = () => weekNow().anybody().get<ActivitySatisfactionView>('/public/activity-satisfaction');
  const page = (name: string) => of(name).open(`/activity/one/index?id=${id}`);
  const typeInto = async (who: Clerk, testId: string, texts: readonly string[]) => {
    const inputs = who.page.locator(`input[data-testid="${testId}"], [data-testid="${testId}"] input`);
    for (const [nth, text] of texts.entries()) {
      await inputs.nth(nth).fill(text);
      await inputs.nth(nth).press('Enter');
    }
  };

  const onMonday = () => {
    test('is planned and announced at the console', async () => {
      const head = await weekNow().consoleOf('zhou');
      await head.page.goto(`${weekNow().url}/console/activities/new`);
      await head.at('activity-title').fill(TITLE);
      await head.at('activity-words').fill('带上手机和身份证，志愿者一对一教，当场认证成功再回家。');
      await head.at('activity-place').fill('一楼等候区');
      await typeInto(head, 'activity-day', [WEDNESDAY]);
      await typeInto(head, 'activity-hours', ['11:00', '11:45']);
      await typeInto(head, 'activity-closes', [TUESDAY]);
      await head.at('activity-capacity').fill('5');
      await head.click('activity-save');
      await head.click('activity-announce');
      await head.page.locator('.ant-popconfirm .ant-btn-primary').click();
      await head.at('activity-state').getByText('报名中').waitFor();
      id = new URL(head.page.url()).pathname.split('/').at(-1)!;
      await head.click('door-add');
      await head.at('door-name').fill('万奶奶');
      await head.click('door-add-ok');
      await head.at('door').getByText('万奶奶').waitFor();
      await others((resident) => resident.post(`/resident/activities/${id}/sign-ups`, { name: '邻居' }));
    });

    test('two tap for the last place at the same moment: one has it, the other is first in line', async () => {
      for (const name of COMERS) {
        phones.set(name, await weekNow().phoneOf(name));
        await page(name);
        await of(name).type('name', name);
      }
      await Promise.all(COMERS.map((name) => of(name).tapTwice('join')));
      const states = await Promise.all(COMERS.map(async (name) => (await signUp(name)).state));
      expect([...states].sort()).toEqual(['signed-up', 'waiting']);
      [lucky, waiting] = states[0] === 'signed-up' ? COMERS : [COMERS[1], COMERS[0]];
      expect([await of(lucky).text('sign-up'), await of(waiting).text('sign-up')]).toEqual([expect.stringContaining('已经报上名'), expect.stringContaining('候补第 1 位')]);
    });
  };

  const onTuesday = () => {
    test('a place given back goes to whoever was first in line, and the phone says so', async () => {
      const head = await weekNow().staff('zhou');
      const { items } = await head.get<DoorList>(`/staff/activities/${id}/sign-ups`);
      const { id: signUpId, version } = items.find(({ name }) => name === '万奶奶')!;
      await head.post(`/staff/activities/${id}/sign-ups/${signUpId}/cancel`, { version });
      await page(waiting);
      expect(await of(waiting).text('sign-up')).toContain('已经报上名');
      await of(waiting).open('/account/inbox/index');
      await of(waiting).waitFor(new RegExp(TITLE));
    });
  };

  const onWednesday = () => {
    test('at the door one scans the code on the screen, the other types its digits; an old code is no use', async () => {
      const door = await weekNow().consoleOf('zhao');
      await door.page.goto(`${weekNow().url}/console/activities/${id}`);
      await door.at('activity-digits').waitFor();
      await page(lucky);
      await of(lucky).tap('attend');
      await of(lucky).type('digits', '000000');
      await of(lucky).tap('attend');
      await of(lucky).waitFor('trouble');
      of(lucky).person.scan = await scan(door.at('door-code').locator('svg[role="img"]'));
      await of(lucky).tap('scan');
      await of(lucky).tapTwice('attend');
      await of(lucky).waitFor(/签到好了/);

      await of(waiting).open(`/activity/attend/index?id=${id}`);
      await of(waiting).type('digits', (await door.at('activity-digits').innerText()).replace(/\D/g, ''));
      await of(waiting).tap('attend');
      await of(waiting).waitFor(/签到好了/);
      await others(async (resident) => resident.post(`/resident/activity-sign-ups/${(await own(resident)).id}/attend`, { code: (await door.at('activity-digits').innerText()).replace(/\D/g, '') }));
      const { items } = await (await weekNow().staff('zhao')).get<DoorList>(`/staff/activities/${id}/sign-ups`);
      expect(items.filter(({ state }) => state === 'attended').map(({ name }) => name).sort()).toEqual([...COMERS, '邻居', '邻居', '邻居'].sort());
    });

    test('nobody rates it before it is over', async () => {
      ratedBefore = (await satisfaction()).n;
      await of(lucky).open(`/activity/rate/index?id=${id}`);
      expect(await of(lucky).text()).toContain('现在不能评价');
    });
  };

  const onThursday = () => {
    test('once over, whoever came rates it once; while they do, nothing but their number is told', async () => {
      for (const [name, level] of [[lucky, 5], [waiting, 4]] as const) {
        await page(name);
        await of(name).tap('rate');
        await of(name).tap(`level-${level}`);
        await of(name).tapTwice('submit');
        await of(name).waitFor(/谢谢/);
        expect((await signUp(name)).rated).toBe(true);
        expect((await of(name).ledger()).faults).toEqual([]);
      }
      await others(async (resident) => resident.post(`/resident/activity-sign-ups/${(await own(resident)).id}/rating`, { level: 5 }));
      expect((await weekNow().anybody().get<ActivityView>(`/public/activities/${id}`)).satisfaction).toEqual({ n: 5, average: null, satisfiedRate: null });
      expect((await satisfaction()).n).toBe(ratedBefore);
    });

    test('closed at the console, it counts among the three contents the hall publishes', async () => {
      const head = await weekNow().consoleOf('zhou');
      await head.page.goto(`${weekNow().url}/console/activities/${id}`);
      await head.click('activity-close');
      await head.page.locator('.ant-popconfirm .ant-btn-primary').click();
      await head.at('activity-state').getByText('已结束').waitFor();
      expect((await weekNow().anybody().get<ActivityView>(`/public/activities/${id}`)).satisfaction).toEqual({ n: 5, average: 4.8, satisfiedRate: 1 });
      expect((await satisfaction()).n).toBe(ratedBefore + 5);
    });
  };
  return { onMonday, onTuesday, onWednesday, onThursday };
}
