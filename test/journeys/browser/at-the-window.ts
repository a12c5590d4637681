import { enrollee, readyCase, residentOver } from '../enrollee.ts';
import { staffOver } from '../hall-over-http.ts';
import { Clerk, said } from './clerk.ts';
import { TODAY, type DemoHall, type Tell } from './demo-hall.ts';
import { wordsOnPaper } from './paper-words.ts';
import { Resident } from './resident.ts';

/** Those who come to the window without a phone or without a booking. */
export function atTheWindow(story: Tell, hallNow: () => DemoHall): void {
  story('a woman of 72 without a phone is enrolled at the window, takes paper home and rates by the code on it', async () => {
    const hall = hallNow();
    const her = await enrollee(44, 72, TODAY);
    const clerk = new Clerk(await hall.open('desk', '/console/'));
    await clerk.signIn(hall.url, 'wang');

    // Her number, with priority for her age, on paper.
    await clerk.click('nav-find');
    await clerk.at('ticket-citizen-id').click();
    await clerk.type(her.person.citizenId);
    await clerk.press('Enter');
    const number = await clerk.at('ticket-issued').locator('strong').innerText();
    expect(number).toMatch(/^A\d{3}$/);
    const slip = wordsOnPaper(await clerk.print('print-slip'));
    expect(slip).toContain(number);
    expect(slip).toContain('爱心号');
    await hall.picture(clerk.page, '31-ticket-on-paper');

    // The whole case at the window, by keyboard, her papers from the scanner's folder.
    await clerk.click('nav-desk');
    await clerk.at(`queue-row-${number}`).waitFor();
    expect(await clerk.callNext()).toBe(number);
    await clerk.at('no-case').waitFor();
    await hall.picture(clerk.page, '32-nothing-filled-in');
    await clerk.enrolAtWindow(her, await said(hall.url, her.answers));
    await hall.picture(clerk.page, '33-enrolled');
    const form = wordsOnPaper(await clerk.print('print-form'));
    for (const word of [her.person.name, her.person.citizenId, '汉江街道', '中国工商银行', '1000']) expect(form).toContain(word);
    await clerk.press('d');
    await clerk.at('done').waitFor();
    await clerk.done();
    await hall.picture(clerk.page, '34-served');

    // The code on her slip opens the rating on any phone, without signing in.
    const invitation = wordsOnPaper(await clerk.print('print-rating-slip'));
    const code = /[2-9A-HJ-NP-Z]{10}/.exec(invitation)?.[0];
    const anyPhone = new Resident(await hall.open('phone', '/'));
    await anyPhone.page.getByText('我的', { exact: true }).last().tap();
    await anyPhone.tap('go-slip');
    await anyPhone.write('slip-code', code ?? '');
    await anyPhone.tap('open-slip');
    await anyPhone.tap('level-4');
    await hall.picture(anyPhone.page, '35-rating-by-slip');
    await anyPhone.tap('submit');
    await anyPhone.at('empty').waitFor();
    await anyPhone.page.goto(`${hall.url}/#/rating/rate/index?code=${code}`);
    await anyPhone.page.reload();
    await anyPhone.page.getByText('已经评价过了，谢谢您。').waitFor();
  });

  story('a man whose case is ready comes without a booking and is found by his ID number at the desk', async () => {
    const hall = hallNow();
    const his = await enrollee(45, 50, TODAY);
    await readyCase(await residentOver(hall.url, his.person.phone), await staffOver(hall.url, 'zhang'), his);
    const clerk = new Clerk(await hall.open('desk', '/console/'));
    await clerk.signIn(hall.url, 'wang');
    await clerk.click('nav-desk');
    await clerk.at('desk').waitFor();
    await clerk.press('/');
    await clerk.page.locator('[data-testid="find-text"]:focus').waitFor();
    await clerk.type(his.person.citizenId);
    await clerk.press('Enter');
    const found = clerk.page.getByTestId(/^found-(?!open|ticket)/).filter({ hasText: '材料已齐' });
    await found.waitFor();
    await hall.picture(clerk.page, '41-found-by-id');
    await found.getByTestId(/^found-ticket/).click();
    const number = await found.getByTestId(/^found-ticket/).getByText(/^P\d{3}$/).innerText();
    await clerk.click('nav-desk');
    await clerk.at(`queue-row-${number}`).getByText('已预审').waitFor();
    expect(await clerk.callNext()).toBe(number);
    await clerk.at('case-facts').waitFor();
    await clerk.checkAndConfirm();
    await hall.picture(clerk.page, '42-found-and-handled');
    await clerk.done();
  });
}
