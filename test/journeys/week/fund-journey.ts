import type { FundBatchList, FundBatchView, PublishedFundsView, TimelinessView } from '@hall/shared/api/views';
import type { Clerk } from '../browser/clerk.ts';
import { WEDNESDAY, type WeekInTheHall } from './week-in-the-hall.ts';

const NAME = '高龄补贴 11 月';

/** Money for a hundred and twenty people, one of whom the bank cannot pay at first. */
export function fundJourney(weekNow: () => WeekInTheHall) {
  let id: string;
  let before: PublishedFundsView;
  let timelyBefore: TimelinessView;

  const published = () => weekNow().anybody().get<PublishedFundsView>('/public/funds');
  const batch = async () => (await weekNow().staff('wu')).get<FundBatchView>(`/staff/funds/${id}`);
  const open = async (): Promise<Clerk> => {
    const head = await weekNow().consoleOf('wu');
    await head.page.goto(`${weekNow().url}/console/funds`);
    await head.at('funds').waitFor();
    return head;
  };

  const onMonday = () => {
    test('is entered with its day, sent to the bank, and one failure is written down', async () => {
      [before, timelyBefore] = [await published(), await weekNow().anybody().get<TimelinessView>('/public/timeliness')];
      const head = await open();
      await head.click('fund-enter');
      await head.at('fund-name').fill(NAME);
      await head.page.locator('input[data-testid="fund-due"], [data-testid="fund-due"] input').first().fill(WEDNESDAY);
      await head.press('Enter');
      await head.at('fund-persons').fill('120');
      await head.at('fund-amount').fill('36000');
      await head.click('fund-enter-ok');
      await head.page.getByText(NAME).first().waitFor();
      id = (await (await weekNow().staff('wu')).get<FundBatchList>('/staff/funds')).items.find(({ name }) => name === NAME)!.id;
      await head.click(`fund-start-${id}`);
      await head.click(`fund-fail-${id}`);
      await head.at('fund-fail-amount').fill('300');
      await head.click('fund-fail-ok');
      await head.click(`fund-pay-out-${id}`);
      await head.page.locator('.ant-popconfirm .ant-btn-primary').click();
      await head.at(`fund-pay-out-${id}`).waitFor({ state: 'detached' });
      expect(await batch()).toMatchObject({ state: 'paying', failing: 1, retried: 0 });
    });
  };

  const onTuesday = () => {
    test('is tried again until the last one has it; what is published adds up', async () => {
      const { failures: [failure] } = await batch();
      const head = await open();
      await head.click(`fund-failed-${failure!.id}`);
      await weekNow().until(async () => (await batch()).retried === 1);
      await head.page.reload();
      await head.click(`fund-settled-${failure!.id}`);
      await head.click('fund-settled-yes');
      await weekNow().until(async () => (await batch()).state === 'paid');
      const [{ total }, was] = [await published(), before.total];
      expect({ due: total.due - was.due, paidInTime: total.paidInTime - was.paidInTime, paidLate: total.paidLate - was.paidLate, failed: total.failed - was.failed, retried: total.retried - was.retried, unpaid: total.unpaid - was.unpaid })
        .toEqual({ due: 120, paidInTime: 120, paidLate: 0, failed: 1, retried: 2, unpaid: 0 });
      await weekNow().until(async () => (await weekNow().anybody().get<TimelinessView>('/public/timeliness')).funds.inTime === timelyBefore.funds.inTime + 1);
    });
  };
  return { onMonday, onTuesday };
}
