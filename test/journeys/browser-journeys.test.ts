import { findChromium } from '../servers/machine.ts';
import { readPdf } from '../../cloud-api/src/platform/paper/testing/paper.builder.ts';
import { scan } from './browser/camera.ts';
import { Clerk, said } from './browser/clerk.ts';
import { openDemoHall, TODAY, type DemoHall } from './browser/demo-hall.ts';
import { Resident } from './browser/resident.ts';
import { enrollee, readyCase, residentOver } from './enrollee.ts';
import { codeSentTo, staffOver } from './hall-over-http.ts';
import { serveEverybody } from './quiet-line.ts';

const when = findChromium() ? describe : describe.skip;
const words = (pdf: Buffer) => readPdf(pdf).pages.map((page) => page.text).join('\n').replace(/\s+/g, '');

when('the hall on three screens', () => {
  let hall: DemoHall;
  beforeAll(async () => {
    hall = await openDemoHall();
    // One clerk by herself lets the sample's people go, so that the stories begin with an empty hall.
    await serveEverybody(await staffOver(hall.url, 'chen'));
    await serveEverybody(await staffOver(hall.url, 'li'));
  });
  afterAll(() => hall?.close());
  const story = (title: string, tell: () => Promise<void>) => test(title, () => tell().catch(async (error: unknown) => {
    await hall.lastLook();
    throw error;
  }), 120_000);
  const codeFor = (phone: string) => codeSentTo(hall.url, phone);

  story('a resident enrols from the phone, is returned once, comes by express place, is called, served and rates', async () => {
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
    await phone.signIn(person.phone, codeFor);
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
    const form = words(await clerk.print('print-form'));
    expect(form).toContain(person.name);
    expect(form).toContain(person.citizenId);
    const receipt = words(await clerk.print('print-receipt'));
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

  story('a woman of 72 without a phone is enrolled at the window, takes paper home and rates by the code on it', async () => {
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
    const slip = words(await clerk.print('print-slip'));
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
    const form = words(await clerk.print('print-form'));
    for (const word of [her.person.name, her.person.citizenId, '汉江街道', '中国工商银行', '1000']) expect(form).toContain(word);
    await clerk.press('d');
    await clerk.at('done').waitFor();
    await clerk.done();
    await hall.picture(clerk.page, '34-served');

    // The code on her slip opens the rating on any phone, without signing in.
    const invitation = words(await clerk.print('print-rating-slip'));
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

  story('a resident who follows an old code of the hall signs in on the way, and is led on at every step that went wrong', async () => {
    const { person } = await enrollee(49, 58, TODAY);
    const phone = new Resident(await hall.open('phone', '/#/visit/check-in/index?code=abcdefabcdefabcdefabcdef'));
    await phone.tap('to-sign-in');
    await phone.write('phone', person.phone);
    await phone.tap('send-code');
    await phone.write('code', await codeFor(person.phone));
    await phone.tap('enter');
    await phone.at('code-known').waitFor();
    expect(await phone.page.locator('.top-bar__title:visible').innerText()).toBe('到厅取号');

    // The code is of another minute: the digits are asked for, where a moment ago they were not.
    await phone.tap('matter-enrolment-change');
    await phone.tap('take-number');
    await phone.at('stale-code').waitFor();
    await phone.at('digits').waitFor();

    // Hesitating over a place is no dead end: it is given back, and the same thing can be booked at another time.
    await phone.page.goto(`${hall.url}/#/visit/book/index?matterId=enrolment-change`);
    const holdFirst = async () => {
      await phone.tap('next');
      await phone.page.locator('.day:not(.day--off):visible').nth(1).tap();
      await phone.page.locator('#slots:visible .option:not(.option--off)').first().tap();
      await phone.tap('take');
      await phone.at('held').waitFor();
    };
    await holdFirst();
    await phone.tap('give-up');
    await phone.on('book');
    await holdFirst();
    await phone.tap('confirm');
    await phone.at('booking-qr').waitFor();

    // The last question on a tab is answered above the tab bar.
    await phone.page.goto(`${hall.url}/#/tabs/mine/index`);
    await phone.tap('sign-out');
    await phone.at('sign-out-ask-no').waitFor();
    const [no, bar] = await Promise.all([phone.at('sign-out-ask-no').boundingBox(), phone.page.locator('.weui-tabbar').boundingBox()]);
    expect(no!.y + no!.height).toBeLessThanOrEqual(bar!.y);
    await phone.page.context().close();
  });

  story('a resident who goes on too early is shown what is missing, and finds again what she had typed', async () => {
    const { person } = await enrollee(51, 60, TODAY);
    const phone = new Resident(await hall.open('phone', '/#/voice/write/index'));
    await phone.tap('seen-closed');
    await phone.tap('next');
    // The button is at the foot of a long page, the first question without an answer at its head.
    await phone.page.waitForFunction(() => {
      const first = Array.from(document.querySelectorAll('.field--wrong .field__error')).find((sentence) => sentence.getClientRects().length > 0)?.getBoundingClientRect();
      return first !== undefined && first.top >= 0 && first.bottom <= window.innerHeight;
    });
    expect((await phone.complaints())[0]).toBe('请选用账号还是匿名。');

    // Whoever is in trouble reads what help there is before anybody asks who they are.
    await phone.page.goto(`${hall.url}/#/rights/list/index`);
    await phone.page.getByText('权益受了损，我们帮您办').waitFor();
    await phone.tap('to-sign-in');
    await phone.write('phone', person.phone);
    await phone.tap('send-code');
    await phone.write('code', await codeFor(person.phone));
    await phone.tap('enter');
    await phone.tap('open-rights');
    await phone.choose('topic', 'benefit');
    await phone.write('words', '三个月的养老金没有发。');
    await phone.page.reload();
    await phone.on('rights-open');
    expect(await phone.page.locator('#words textarea:visible').inputValue()).toBe('三个月的养老金没有发。');
    expect(await phone.at('topic-benefit').getAttribute('class')).toContain('option--on');
    await phone.page.context().close();
  });

  test('no page threw, wrote an error or met a failure of the server', () => {
    expect(hall.complaints).toEqual([]);
  });
});

const oneDigitWrong = (citizenId: string): string => citizenId.slice(0, 16) + String((Number(citizenId[16]) + 1) % 10) + citizenId.slice(17);
