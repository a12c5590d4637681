import { instantAt } from '@hall/shared/kernel/day';
import { findChromium } from '../servers/machine.ts';
import { Clerk } from './browser/clerk.ts';
import { openDemoHall, type DemoHall } from './browser/demo-hall.ts';
import { Resident } from './browser/resident.ts';
import { Caller, wayInOf } from './hall-over-http.ts';

const when = findChromium() ? describe : describe.skip;
const COMMENT = '其实办得很好，我手一滑点成了一颗星';
/** Two days after the rating, when the hall has opened. */
const TWO_DAYS_LATER = instantAt('2026-11-25', '09:10');
const PATIENCE = 240_000;

when('what becomes of one star', () => {
  let hall: DemoHall;
  beforeAll(async () => {
    hall = await openDemoHall();
  }, PATIENCE);
  afterAll(() => hall?.close());

  const at = async (userName: string): Promise<Clerk> => {
    const staff = new Clerk(await hall.open('desk', '/console/'));
    await staff.signIn(hall.url, userName);
    return staff;
  };
  /** The case of our story is the one with these words. */
  const openCase = async (who: Clerk, scope: string): Promise<void> => {
    await who.page.goto(`${hall.url}/console/rating-cases?scope=${scope}`);
    await who.at('rating-cases').waitFor();
    const doors = who.page.locator('tbody [data-testid^="case-"]');
    await doors.first().waitFor();
    for (let nth = (await doors.count()) - 1; nth >= 0; nth -= 1) {
      await doors.nth(nth).click();
      await who.at('case-said').waitFor();
      if ((await who.at('case-said').innerText()).includes(COMMENT)) return;
      await who.page.goBack();
      await doors.first().waitFor();
    }
    throw new Error(`no case with these words waits for ${scope}`);
  };
  const take = async (who: Clerk, act: string, words: string): Promise<void> => {
    const choice = who.page.getByTestId(`choose-${act}`);
    if (await choice.count() > 0) await choice.click();
    await who.at(`words-${act}`).fill(words);
  };
  /** Six digits are good once, so whoever has just signed in waits for the next. */
  const freshCode = async (userName: string, used: string): Promise<string> => {
    for (;;) {
      const { totp } = await wayInOf(hall.url, userName);
      if (totp !== used) return totp;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };

  test('a one-star rating becomes a case, is appealed against, judged by two people, revisited and closed; the star stays', async () => {
    // Somebody just served gives one star by mistake.
    const phone = new Resident(await hall.open('phone', '/#/account/sign-in/index'));
    await phone.tap('demo-served');
    await phone.page.goto(`${hall.url}/#/tabs/home/index`);
    await phone.page.locator('[id^="task-rating-"]:visible').first().tap();
    await phone.at('level-1').tap();
    await phone.write('comment', COMMENT);
    await phone.tap('submit');
    await phone.page.getByText('我们会认真看每一条').waitFor();

    // The head finds the case, writes to the person, and asks the clerk a question that gives nothing away.
    const head = await at('zhou');
    await openCase(head, 'mine');
    await hall.picture(head.page, '70-case-opened');
    await take(head, 'write', '您好，我是科室负责人。看到您的评价，想向您了解一下当时的情况。');
    await head.click('send-write');
    await head.at('step-contact').waitFor();
    await take(head, 'ask', '昨天下午有人给了您一颗星，请说明一下');
    await head.click('send-ask');
    expect(await head.at('form-wrong').innerText()).toMatch('等级');
    await take(head, 'ask', '有群众希望窗口把要带的材料一次讲清楚，请说说您平时怎样做一次性告知。');
    await head.click('send-ask');
    await head.at('case-asked').waitFor();
    await head.page.context().close();

    // Two days later the clerk sees a question and nothing else, explains, and appeals.
    await hall.wakeAt(TWO_DAYS_LATER);
    const clerk = await at('wang');
    await clerk.page.goto(`${hall.url}/console/rating-questions`);
    await clerk.at('words-answer').waitFor();
    const shown = await clerk.at('rating-questions').innerText();
    expect(shown).toMatch('2026 年 11 月');
    expect(shown).not.toMatch(/星|满意|点成|11月23日|10:/);
    await clerk.at('words-answer').fill('每位群众我都打印一次性告知书，逐项讲一遍。');
    await clerk.click('send-answer');
    await clerk.at('appeal').click();
    await clerk.at('words-appeal').fill('当月的告知书都有存根，可以核对。');
    await clerk.click('send-appeal');
    await clerk.at('appeal-state').waitFor();
    await hall.picture(clerk.page, '71-clerk-asked');
    await clerk.page.goto(`${hall.url}/console/rating-cases`);
    await clerk.at('not-allowed').waitFor();

    // The head proposes what she cannot find alone.
    const again = await at('zhou');
    await openCase(again, 'mine');
    expect(await again.at('case-asked').innerText()).toMatch('告知书');
    await take(again, 'verify', '评价人留言说是点错，告知书存根也都在。');
    await again.click('verdict-mistaken');
    await again.click('send-propose');
    await again.at('case-proposal').waitFor();
    expect(await again.page.getByTestId('judge-yes').count()).toBe(0);
    await hall.picture(again.page, '72-proposed');

    // Somebody else, with the second factor just given, looks at it and agrees.
    const used = (await wayInOf(hall.url, 'sun')).totp;
    const second = await at('sun');
    await openCase(second, 'judge');
    await take(second, 'judge', '核对过，同意。');
    await second.click('judge-yes');
    await second.at('step-up').waitFor();
    await second.at('step-up-code').fill(await freshCode('sun', used));
    await second.click('step-up-confirm');
    await second.at('step-confirm').waitFor();
    await hall.picture(second.page, '73-judged');

    // The head answers; the resident reads what was found and says that all is well.
    await again.page.reload();
    await again.at('case-said').waitFor();
    await take(again, 'answer', '谢谢您的留言。经核对是点错了，评价照样保留。祝您生活愉快。');
    await again.click('send-answer');
    await again.at('step-answer').waitFor();
    await phone.page.goto(`${hall.url}/#/account/inbox/index`);
    await phone.page.reload();
    await phone.page.getByText('您评价的事有了答复').first().tap();
    await phone.at('found').waitFor();
    expect(await phone.at('found').innerText()).toMatch('原样保留');
    await hall.picture(phone.page, '74-answered');
    await phone.tap('content-yes');
    await phone.tap('revisit-send');
    await phone.page.getByText('已办结').first().waitFor();
    await hall.picture(phone.page, '75-closed');

    await clerk.page.goto(`${hall.url}/console/rating-questions`);
    await clerk.page.getByText('没有认定您有问题').waitFor();
    // What is published of a running month is nothing.
    expect(await new Caller(hall.url).refusal('GET', '/public/ratings/figures?month=2026-11')).toEqual({ status: 404, code: 'RATING_MONTH_NOT_PUBLISHED' });
    expect(hall.complaints).toEqual([]);
  }, PATIENCE);
});
