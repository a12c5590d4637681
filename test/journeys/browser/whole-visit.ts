import { enrollee } from '../enrollee.ts';
import { codeSentTo } from '../hall-over-http.ts';
import { scan } from './camera.ts';
import { Clerk } from './clerk.ts';
import { TODAY, type DemoHall, type Tell } from './demo-hall.ts';
import { wordsOnPaper } from './paper-words.ts';
import { Resident } from './resident.ts';

/** One enrolment on three screens, from the phone to the window and back. */
export function wholeVisit(story: Tell, hallNow: () => DemoHall): void {
  story('a resident enrols from the phone, is returned once, comes by express place, is called, served and rates', async () => {
    const hall = hallNow();
    const { person, answers, papers } = await enrollee(41, 46, TODAY);

    // The screen of the hall is paired by a code of the head of the section.
    const head = new Clerk(await hall.open('desk', '/console/'));
    await head.signIn(hall.url, 'zhou');
    await head.click('nav-keeping');
    await head.click('nav-devices');
    await head.click('device-pair');
    await head.at('device-name').fill('大厅正门屏');
    await head.click('make-code');
    const pairing = (await head.at('pairing-code').innerText()).replace(/\s/g, '');
    const screen = await hall.open('hall', '/screen/');
    await screen.getByTestId('pairing-code').fill(pairing);
    await screen.getByTestId('pairing-submit').click();
    await screen.getByTestId('screen-check-in').waitFor();
    await head.at('pairing-done').waitFor();
    await head.page.context().close();

    // The resident signs in by phone and fills in the form.
    const phone = new Resident(await hall.open('phone', '/'));
    await phone.on('home');
    await hall.picture(phone.page, '01-home');
    await phone.signIn(person.phone, (number) => codeSentTo(hall.url, number));
    await phone.beginEnrolment();
    await phone.answer({ name: answers.name, citizenId: oneDigitWrong(person.citizenId), ethnicGroup: answers.ethnicGroup });
    await phone.tap('next');
    await phone.page.locator('.field__error:visible').waitFor();
    expect(await phone.complaints()).toEqual(['这个身份证号码不对，多半是有一位打错了，请对照身份证一位一位地看。']);
    await hall.picture(phone.page, '02-mistake-refused');
    await phone.answer({ citizenId: answers.citizenId });
    expect(await phone.at('derived').innerText()).toMatch(/1980年.*46 周岁/);
    await phone.turnTo('联系与户籍');
    await phone.answer({ phone: answers.phone, householdArea: answers.householdArea, householdAddress: '示例路', householdType: answers.householdType });
    await phone.turnTo('参保条件');
    await phone.answer({ isStudent: answers.isStudent, isCivilServant: answers.isCivilServant, hasEmployeePension: answers.hasEmployeePension });
    await phone.turnTo('缴费');
    await phone.answer({ specialGroup: answers.specialGroup, tierYuan: answers.tierYuan, assessmentYear: answers.assessmentYear });
    await phone.turnTo('银行账户');
    await phone.answer({ bankCode: answers.bankCode, bankCard: answers.bankCard });
    await phone.tap('next');
    await phone.on('enrolment-pictures');
    for (const [material, pictures] of Object.entries(papers)) for (const picture of pictures) await phone.photograph(material, picture);
    await hall.picture(phone.page, '03-pictures');
    await phone.tap('next');
    await phone.on('enrolment-review');
    await phone.tap('declaration-yes');
    await phone.page.locator('#declaration-yes.option--on').waitFor();
    await hall.picture(phone.page, '04-paper');
    await phone.tap('submit');
    await phone.on('enrolment-status');
    expect(await phone.at('state-tag').innerText()).toBe('待审核');

    // A clerk at window 1 returns one picture and one field, by templates.
    const clerk = new Clerk(await hall.open('desk', '/console/'));
    await clerk.signIn(hall.url, 'wang');
    await hall.picture(clerk.page, '05-day-begins');
    await clerk.click('nav-review');
    await clerk.at('review-queue').waitFor();
    await clerk.press('n');
    await clerk.at('picture').waitFor();
    await clerk.at('fact-householdAddress').click();
    await clerk.press('x');
    await clerk.press('3');
    await clerk.press('Enter');
    await clerk.page.getByTestId(/^item-picture-/).first().click();
    await clerk.press('x');
    await clerk.press('3');
    await hall.picture(clerk.page, '06-pre-review');
    await clerk.press('Enter');
    await clerk.page.locator('[data-testid="to-notice"]:enabled').waitFor();
    await clerk.press('b');
    await clerk.at('notice').waitFor();
    expect(await clerk.page.getByTestId('notice-item').allInnerTexts()).toEqual(['户籍详细地址\n请写得再具体一些，地址写到门牌号。', '参保人身份证第 1 张\n照片有反光或被手挡住，请换个角度重拍一张。']);
    await hall.picture(clerk.page, '07-notice');
    await clerk.press('Enter');
    await clerk.at('review-empty').waitFor();

    // The resident mends only those two; everything else is locked.
    await phone.tap('back');
    await phone.page.locator('[id^="task-application"]:visible').getByText('有地方要改').waitFor();
    await hall.picture(phone.page, '08-home-returned');
    await phone.page.locator('[id^="task-application"]:visible').tap();
    await phone.on('enrolment-fix');
    await hall.picture(phone.page, '09-returned');
    expect(await phone.page.locator('#enrolment-fix-page:visible .field input').count()).toBe(1);
    expect(await phone.page.locator('#enrolment-fix-page:visible [id^="take-"]').count()).toBe(1);
    await phone.write('householdAddress', answers.householdAddress);
    await phone.photograph('citizen-id-card', papers['citizen-id-card']![0]!);
    await phone.page.locator('.fix-done:visible').waitFor();
    await hall.picture(phone.page, '10-mended');
    await phone.tap('submit');
    await phone.on('enrolment-status');

    // Nothing is left to mark: the case is ready.
    await clerk.press('n');
    await clerk.at('previous-marks').waitFor();
    await hall.picture(clerk.page, '11-second-round');
    await clerk.press('g');
    await clerk.at('review-empty').waitFor();
    await phone.tap('back');
    await phone.page.locator('[id^="task-application"]:visible').getByText('材料已齐').waitFor();
    await phone.page.locator('[id^="task-application"]:visible').tap();
    await phone.on('enrolment-status');
    await hall.picture(phone.page, '12-ready');

    // An express place of today, kept and confirmed.
    await phone.tap('book');
    await phone.on('book');
    await phone.tap('next');
    await phone.tap(`day-${TODAY}`);
    const express = phone.page.locator('#slots:visible .option:not(.option--off)', { hasText: '快办' }).first();
    await express.tap();
    await hall.picture(phone.page, '13-express-place');
    await phone.tap('take');
    await phone.at('held').waitFor();
    await phone.tap('confirm');
    await phone.at('booking-qr').waitFor();
    await hall.picture(phone.page, '14-booked');

    // In the hall: the phone's camera reads the code on the screen and opens its link.
    await clerk.click('nav-desk');
    await clerk.at('desk').waitFor();
    await hall.picture(screen, '15-hall-screen-quiet');
    await phone.page.goto(await scan(screen.getByTestId('screen-check-in')));
    await phone.on('check-in');
    await phone.at('code-known').waitFor();
    await hall.picture(phone.page, '16-check-in');
    await phone.tap('take-number');
    await phone.on('ticket');
    const number = await phone.at('ticket-number').innerText();
    expect(number).toMatch(/^Y\d{3}$/);
    await hall.picture(phone.page, '17-ticket');

    // The call is seen and heard at once on screen and phone.
    await clerk.at(`queue-row-${number}`).waitFor();
    await hall.picture(clerk.page, '18-desk-waiting');
    await clerk.press('n');
    await Promise.all([screen.getByTestId('screen-call-number').getByText(number).waitFor(), phone.at('ticket-called').waitFor()]);
    expect(await phone.at('called-window').innerText()).toBe('1号窗口');
    await hall.picture(screen, '19-hall-screen-call');
    await hall.picture(phone.page, '20-called');
    await clerk.at('picture').waitFor();
    await hall.picture(clerk.page, '21-desk-called');

    // Originals and person by one press, then confirmed, printed and done.
    await clerk.press('o');
    await clerk.page.locator('[data-testid="step-identity"][data-done="true"]').waitFor();
    await phone.page.locator('#state-tag:visible').getByText('1号窗口').waitFor();
    await hall.picture(clerk.page, '22-desk-checked');
    await clerk.press('h');
    await clerk.page.locator('[data-testid="print-receipt"]:enabled').waitFor();
    const form = wordsOnPaper(await clerk.print('print-form'));
    expect(form).toContain(person.name);
    expect(form).toContain(person.citizenId);
    const receipt = wordsOnPaper(await clerk.print('print-receipt'));
    expect(receipt).toContain('受理回执');
    expect(receipt).toContain('1号窗口');
    expect(receipt).not.toContain(person.citizenId);
    await hall.picture(clerk.page, '23-desk-handled');
    await clerk.press('d');
    await clerk.at('just-served').waitFor();

    // The resident is asked how it was.
    await phone.tap('rate');
    await phone.on('rate');
    await phone.tap('level-5');
    await phone.tap('reason-fast');
    await phone.tap('attitude-5');
    await hall.picture(phone.page, '24-rating');
    await phone.tap('submit');
    await phone.at('empty').waitFor();
    await hall.picture(phone.page, '25-thanks');
  });
}

const oneDigitWrong = (citizenId: string): string => citizenId.slice(0, 16) + String((Number(citizenId[16]) + 1) % 10) + citizenId.slice(17);
