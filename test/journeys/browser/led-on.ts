import { enrollee } from '../enrollee.ts';
import { codeSentTo } from '../hall-over-http.ts';
import { TODAY, type DemoHall, type Tell } from './demo-hall.ts';
import { Resident } from './resident.ts';

/** Those who lose their way on the phone and are led on. */
export function ledOn(story: Tell, hallNow: () => DemoHall): void {
  story('a resident who follows an old code of the hall signs in on the way, and is led on at every step that went wrong', async () => {
    const hall = hallNow();
    const { person } = await enrollee(49, 58, TODAY);
    const phone = new Resident(await hall.open('phone', '/#/visit/check-in/index?code=abcdefabcdefabcdefabcdef'));
    await phone.tap('to-sign-in');
    await phone.write('phone', person.phone);
    await phone.tap('send-code');
    await phone.write('code', await codeSentTo(hall.url, person.phone));
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
    const hall = hallNow();
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
    await phone.write('code', await codeSentTo(hall.url, person.phone));
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
}
