import type { MyRightsView, TimelinessView } from '@hall/shared/api/views';
import type { Phone } from '../../weapp-host/phone.ts';
import { ResidentOnPhone } from '../phone/resident-on-phone.ts';
import type { WeekInTheHall } from './week-in-the-hall.ts';

const WORDS = '单位停保后没有给我转成居民，断了五个月，问了两次都说再等等。';
const RESULT = '已补录转移信息，五个月的年限接上了，手机上可以查到。';

/** Somebody's rights, put right within their days. */
export function rightsJourney(weekNow: () => WeekInTheHall) {
  let phone: Phone;
  let id: string;
  let before: TimelinessView;

  const figures = () => weekNow().anybody().get<TimelinessView>('/public/timeliness');

  const onMonday = () => {
    test('are told once on the phone, and have an owner and a day from that moment on', async () => {
      before = await figures();
      phone = await weekNow().phoneOf('断了五个月的人');
      await phone.open('/rights/list/index');
      await phone.tap('open-rights');
      await phone.tap('submit');
      expect(await phone.text('rights-open-page')).toContain('请');
      await phone.tap('topic-enrolment');
      await phone.type('words', WORDS);
      await phone.type('name', '田守成');
      await phone.type('phone', '13900000066');
      await phone.tapTwice('submit');
      await new ResidentOnPhone(phone).on('rights/one/index');
      id = (await phone.route()).query.id!;
      expect(await phone.text()).toContain('周建平');
    });
  };

  const onTuesday = () => {
    test('are worked on step by step at the console, and nobody outside the circle can look', async () => {
      const owner = await weekNow().consoleOf('zhou');
      await owner.page.goto(`${weekNow().url}/console/rights/${id}`);
      for (const [words, state] of [['打电话核对了停保时间。', '已联系'], ['查了系统，是转出信息没有回传。', '办理中'], [RESULT, '已答复']] as const) {
        await owner.at('rights-step-words').fill(words);
        await owner.click('rights-step-send');
        await owner.at('rights-state').getByText(state).waitFor();
      }
      expect(await (await weekNow().staff('li')).refusal('GET', `/staff/rights/${id}`)).toMatchObject({ status: 404 });
    });

    test('the person reads what was done, is content, and it counts as served in time', async () => {
      await phone.open(`/rights/one/index?id=${id}`);
      expect(await phone.text('rights-steps')).toContain(RESULT);
      await phone.tap('confirm');
      await phone.tapTwice('confirm-ask-yes');
      await phone.waitFor(async () => (await phone.text('state-tag')) === '已办结');
      expect((await new ResidentOnPhone(phone).caller(weekNow().url).get<MyRightsView>(`/resident/rights/${id}`)).overdue).toBe(false);
      await weekNow().until(async () => (await figures()).rights.n === before.rights.n + 1);
      expect((await figures()).rights.inTime).toBe(before.rights.inTime + 1);
      expect((await phone.ledger()).faults).toEqual([]);
    });
  };
  return { onMonday, onTuesday };
}
