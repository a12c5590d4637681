import type { StaffSuggestionView, SuggestionBoxView } from '@hall/shared/api/views';
import { addDays } from '@hall/shared/kernel/day';
import sharp from 'sharp';
import { wordsOf } from '../../../cloud-api/src/platform/paper/testing/paper.builder.ts';
import type { Clerk } from '../browser/clerk.ts';
import { photo, Resident } from '../browser/resident.ts';
import { wayInOf } from '../hall-over-http.ts';
import { SuggestionDesk } from '../suggestion-desk-by-http.ts';
import { TUESDAY, type WeekInTheHall } from './week-in-the-hall.ts';

const WORDS = '大门口的坡道冬天结冰，轮椅上不来，请铺防滑垫';
const ANSWER = '防滑垫今天下午铺好了，下雪天我们每天早上先扫坡道。';
/** A slip as it is read off the sheet without blanks: its serial on both halves, its code on two lines of the half people keep. */
const SLIP = /编号(\d{3}-\d{3}-\d).*?编号(\d{3}-\d{3}-\d).*?([0-9A-Z]{4}-[0-9A-Z]{4})([0-9A-Z]{4}-[0-9A-Z]{4})查询码/gs;

/** Somebody who neither has a phone at hand nor wants to give a name writes on paper, and is answered. */
export function paperBoxJourney(weekNow: () => WeekInTheHall) {
  let serial: string;
  let code: string;

  const box = async (userName: string): Promise<Clerk> => {
    const staff = await weekNow().consoleOf(userName);
    await staff.page.goto(`${weekNow().url}/console/suggestions/box`);
    await staff.at('openings').waitFor();
    return staff;
  };

  const onMonday = () => {
    test('slips are printed, each with its serial and its code, and the box is to be opened tomorrow', async () => {
      const head = await box('zhou');
      await head.at('slips-count').fill('3');
      const words = wordsOf(await head.print('slips-print'));
      const slips = [...words.matchAll(SLIP)].map(([, left, right, upper, lower]) => ({ left, right, code: `${upper}-${lower}` }));
      expect([slips.length, new Set(slips.map((slip) => slip.code)).size, slips.every(({ left, right }) => left === right)]).toEqual([3, 3, true]);
      [serial, code] = [slips[0]!.left!, slips[0]!.code];
      await head.click('opening-plan');
      await weekNow().until(async () => (await (await weekNow().staff('zhou')).get<SuggestionBoxView>('/staff/suggestion-box')).openings.some(({ plannedFor, state }) => plannedFor === TUESDAY && state === 'planned'));
    });
  };

  const onTuesday = () => {
    test('one begins, another one with six digits of their own confirms what lay in it', async () => {
      const first = await box('zhao');
      await first.click(`opening-begin-${TUESDAY}`);
      await first.click('begin-yes');
      await first.at('opening-step-back').waitFor();
      expect(await first.page.getByTestId(`opening-confirm-${TUESDAY}`).count()).toBe(0);

      const second = await box('zhou');
      await second.click(`opening-confirm-${TUESDAY}`);
      await second.at('opening-counted').fill('1');
      await second.click('opening-confirm-ok');
      await second.at('step-up').waitFor();
      // Six digits are good once, and these may have been used to sign in this morning.
      let tried = '';
      await weekNow().until(async () => {
        const { totp } = await wayInOf(weekNow().url, 'zhou');
        if (totp === tried) return false;
        await second.at('step-up-code').fill(tried = totp);
        await second.click('step-up-confirm');
        await second.at('step-up-fault').or(second.at(`opening-enter-${TUESDAY}`)).first().waitFor();
        return !(await second.at('step-up').isVisible());
      }, 40_000);
      await second.click(`opening-enter-${TUESDAY}`);

      // What lay in it is typed in beside its picture; a serial mistyped is noticed at once.
      const paper = await sharp({ create: { width: 900, height: 640, channels: 3, background: '#f4efe2', noise: { type: 'gaussian', mean: 128, sigma: 12 } } }).jpeg().toBuffer();
      const [chooser] = await Promise.all([second.page.waitForEvent('filechooser'), second.click('slip-upload')]);
      await chooser.setFiles(photo('slip', paper));
      await second.at('slip-picture').waitFor();
      await second.at('slip-serial').fill(serial.replace(/\d$/, (figure) => String((Number(figure) + 1) % 10)));
      await second.page.getByText('编号不对').waitFor();
      await second.at('slip-serial').fill(serial);
      await second.at('slip-topic').locator('input[value="premises"]').check({ force: true });
      await second.at('slip-text').fill(WORDS);
      await second.click('slip-save');
      await second.click('slips-finish');
      await second.click('finish-yes');
      await second.at('slips-done').waitFor();
    });

    test('it is answered like any other, with the picture of the slip beside it', async () => {
      const desk = await SuggestionDesk.open(weekNow().url);
      const [entered] = await desk.withWords(WORDS);
      expect(entered).toMatchObject<Partial<StaffSuggestionView>>({ identity: 'anonymous', way: 'paper', pictureCount: 1, contactable: false });
      await desk.take(entered!.id);
      await desk.plan(entered!.id, { measure: '坡道铺防滑垫', dueOn: addDays(TUESDAY, 2), metric: '坡道上滑倒的人数', target: '没有人滑倒', observeDays: 7 });
      await desk.answer(entered!.id, ANSWER);
    });

    test('with the code on the slip its writer follows it in any browser, and says that all is well', async () => {
      const writer = new Resident(await weekNow().window('phone', '/#/voice/track/index'));
      await writer.write('tracking-code', code.toLowerCase());
      await writer.tap('open-code');
      await writer.at('state-tag').waitFor();
      expect(await writer.at('track-page').innerText()).toContain(ANSWER);
      expect(writer.page.url()).not.toContain(code.slice(0, 4));
      await writer.tap('confirm');
      await writer.tap('confirm-ask-yes');
      await writer.at('state-tag').getByText('已认可').waitFor();
    });
  };
  return { onMonday, onTuesday };
}
