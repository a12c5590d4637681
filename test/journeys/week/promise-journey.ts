import type { CommitmentList, DeskView, FulfilmentPage, StaffCommitmentList, StaffCommitmentView, WindowList } from '@hall/shared/api/views';
import type { Phone } from '../../weapp-host/phone.ts';
import type { Clerk } from '../browser/clerk.ts';
import { wayInOf } from '../hall-over-http.ts';
import { serveEverybody } from '../quiet-line.ts';
import { TUESDAY, type WeekInTheHall } from './week-in-the-hall.ts';

export const WORDING = '叫到您的号，6 分钟内给您办好';
const SHIPPED = '材料备齐的，叫号后 5 分钟内办结';
const IN_TIME = 5;

/** A leader who promises something new, sees it broken, and sees by whom. Nobody had to report it. */
export function promiseJourney(weekNow: () => WeekInTheHall) {
  let phone: Phone;
  let id: string;

  const promise = async (): Promise<StaffCommitmentView> => (await weekNow().staff('zheng')).get<StaffCommitmentView>(`/staff/commitments/${id}`);
  const atConsole = async (path: string): Promise<Clerk> => {
    const leader = await weekNow().consoleOf('zheng');
    await leader.page.goto(`${weekNow().url}/console${path}`);
    return leader;
  };
  const walkIn = async () => (await weekNow().staff('zhao')).post('/staff/tickets', { cls: 'walkin', matterIds: ['enrolment-change'] });
  /** The hall's own clockwork may touch the ticket meanwhile: then the clerk looks again, as at the console. */
  const move = async (verb: string, more: object = {}): Promise<void> => {
    const li = await weekNow().staff('li');
    await weekNow().until(async () => {
      const { current } = await li.get<DeskView>('/staff/desk');
      return li.post<DeskView>(`/staff/tickets/${current!.id}/${verb}`, { version: current!.version, ...more }).then(() => true, (refused: Error) => {
        if (refused.message.includes('STALE_VERSION')) return false;
        throw refused;
      });
    });
  };

  const onMonday = () => {
    test('is composed at the console from what can be measured, tried on the days gone by, and published from tomorrow', async () => {
      phone = await weekNow().phoneOf('郑国强');
      const { password, totp } = await wayInOf(weekNow().url, 'zheng');
      await phone.open('/leader/bind/index');
      await phone.type('user-name', 'zheng');
      await phone.type('password', password);
      await phone.type('second-factor', totp);
      await phone.tap('prove');
      expect(await phone.text('bound')).toContain('郑国强，您好');

      const leader = await atConsole('/commitments');
      await leader.click('commitment-compose');
      await leader.at('compose-shipped').click();
      await leader.page.locator('.ant-select-item-option', { hasText: SHIPPED }).click();
      await leader.at('rule-ready').uncheck();
      await leader.at('rule-limit').fill('6');
      await leader.at('compose-wording').fill(WORDING);
      expect(await leader.at('rule-sentence').innerText()).toBe('从“叫号”到“办结”，6 分钟内');
      await leader.click('dry-run-go');
      await leader.at('dry-run').getByText(/达标 \d+ · 未达标 \d+/).waitFor();
      await leader.click('compose-save');
      await leader.click('commitment-publish');
      await leader.click('publish-yes');
      await leader.at('commitment-state').getByText('已公布').waitFor();
      id = (await (await weekNow().staff('zheng')).get<StaffCommitmentList>('/staff/commitments')).items.find(({ wording }) => wording === WORDING)!.id;
      expect(await promise()).toMatchObject({ inForceFrom: TUESDAY, holderKind: 'hall' });
    });
  };

  const onTuesday = () => {
    test('is kept five times while the leader looks on, and a sixth visit is begun', async () => {
      const li = await weekNow().staff('li');
      const { items } = await li.get<WindowList>('/staff/windows');
      if (!(await li.get<DeskView>('/staff/desk')).window) await li.post(`/staff/windows/${items.find(({ label }) => label === '2号窗口')!.id}/open`);
      // Whoever was called yesterday and is still there does not belong to today's promise.
      await serveEverybody(li);
      for (let visitor = 0; visitor < IN_TIME; visitor += 1) await walkIn();
      expect(await serveEverybody(li)).toBe(IN_TIME);
      await walkIn();
      await li.post<DeskView>('/staff/desk/next');
      await move('serve');
      await weekNow().until(async () => { const { live, pending } = await promise(); return live?.met === IN_TIME && pending === 1; });
      const leader = await atConsole(`/commitments/${id}`);
      await leader.page.getByText('100%').first().waitFor();
      expect(await leader.page.getByTestId('commitment').innerText()).toContain('达标 5 · 未达标 0');
    });
  };

  const atNoon = () => {
    test('is broken by the visit that took until noon: console and phone say at once by whom and why, and nobody can say otherwise', async () => {
      const { current } = await (await weekNow().staff('li')).get<DeskView>('/staff/desk');
      for (const { id: matterId } of current!.matters) await move(`matters/${matterId}/close`, { reason: '已当场办结' });
      await move('done');
      await weekNow().until(async () => (await promise()).live?.broken === 1);

      const leader = await atConsole(`/commitments/${id}`);
      const times = leader.page.getByTestId('commitment-times');
      await times.getByText('李文静').waitFor();
      expect(await times.innerText()).toMatch(/2号窗口[\s\S]*应在 11月24日 10:\d\d 前办结，实际 11月24日 11:\d\d/);
      expect(await leader.page.getByTestId('commitment').innerText()).toMatch(/83\.3%[\s\S]*达标 5 · 未达标 1/);
      expect(await times.locator('textarea, input:not([role=combobox]):not([type=radio])').count()).toBe(0);

      await phone.open('/leader/home/index');
      await phone.tap('go-commitments');
      await phone.waitFor(`commitment-${id}`);
      expect(await phone.text(`commitment-${id}`)).toMatch(/83\.3%.*达标 5 · 未达标 1/s);
      await phone.tap(`commitment-${id}`);
      expect(await phone.text()).toMatch(/李文静.*2号窗口.*应在 11月24日 10:\d\d 前办结，实际 11月24日 11:\d\d/s);

      const director = await weekNow().staff('zheng');
      const { items: [broken] } = await director.get<FulfilmentPage>(`/staff/commitments/${id}/fulfilments?state=broken`);
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) expect((await director.refusal(method, `/staff/commitments/fulfilments/${broken!.id}`, { state: 'met', closedAt: 0 })).status).toBe(404);
    });
  };

  const onWednesday = () => {
    test('stands on the public board, once the day was sealed, with the number the leader saw', async () => {
      const told = async () => (await weekNow().anybody().get<CommitmentList>('/public/commitments')).items.find(({ wording }) => wording === WORDING)!;
      await weekNow().until(async () => (await told()).month !== null);
      expect((await told()).month).toMatchObject({ asOf: TUESDAY, met: IN_TIME, broken: 1, rate: 833 });
    });
  };
  return { onMonday, onTuesday, atNoon, onWednesday };
}
