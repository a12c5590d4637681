import type { MySuggestionView, StaffSuggestionView } from '@hall/shared/api/views';
import { residentOver } from '../enrollee.ts';
import type { Caller } from '../hall-over-http.ts';
import { ResidentOnPhone } from '../phone/resident-on-phone.ts';
import { SuggestionDesk } from '../suggestion-desk-by-http.ts';
import type { WeekInTheHall } from './week-in-the-hall.ts';

const EARLIER = '叫号屏的字太小，坐在后排的老人看不清轮到谁了';
const LATER = '大厅叫号屏字太小，后排老人看不清轮到谁，请放大一点';

/** Two suggestions about the same thing: joined, and taken apart again. */
export function mergeJourney(weekNow: () => WeekInTheHall) {
  let firstId: string;
  let secondId: string;
  let author: Caller;

  const at = async (id: string) => (await weekNow().staff('sun')).get<StaffSuggestionView>(`/staff/suggestions/${id}`);
  const triageDue = ({ deadlines }: StaffSuggestionView) => deadlines.find(({ step, endedAt }) => step === 'triage' && endedAt === null)?.dueAt;
  const write = async (resident: Caller, text: string) => (await resident.post<MySuggestionView>('/resident/suggestions', { topic: 'premises', text, wishesPublic: true, pictureIds: [] })).id;

  const onMonday = () => {
    test('one is handed in and shown, and somebody about to say the same says "me too" instead', async () => {
      author = await residentOver(weekNow().url, '13800138221');
      firstId = await write(author, EARLIER);
      await (await SuggestionDesk.open(weekNow().url)).publish(firstId, EARLIER);
      const phone = await weekNow().phoneOf('也看不清的人');
      await phone.open('/voice/write/index');
      await phone.tap('identity-named');
      await phone.tap('topic-premises');
      await phone.type('text', LATER);
      await phone.tap('seen-open');
      await phone.tap('next');
      await phone.waitFor(`me-too-${firstId}`);
      await phone.tapTwice(`me-too-${firstId}`);
      expect(await phone.text(`said-${firstId}`)).toContain('1');
      await phone.tap(`enough-${firstId}`);
      await phone.tap('enough-ask-yes');
      await new ResidentOnPhone(phone).on('voice/read/index');
      expect(await at(firstId)).toMatchObject({ supporters: 1 });
    });
  };

  const onTuesday = () => {
    test('another one comes a day later; joined at the console, once both can be read, it has both voices and the earlier day', async () => {
      author = await residentOver(weekNow().url, '13800138221');
      secondId = await write(await residentOver(weekNow().url, '13800138222'), LATER);
      const [first, second] = [await at(firstId), await at(secondId)];
      expect(triageDue(first)! < triageDue(second)!).toBe(true);
      // What everybody can read does not disappear in what nobody can.
      expect(await (await weekNow().staff('sun')).refusal('POST', `/staff/suggestions/${firstId}/merge`, { version: first.version, intoId: secondId })).toMatchObject({ code: 'SUGGESTION_MERGE_INVALID' });
      await (await SuggestionDesk.open(weekNow().url)).publish(secondId, LATER);

      const leader = await weekNow().consoleOf('sun');
      await leader.page.goto(`${weekNow().url}/console/suggestions/${firstId}`);
      await leader.click('act-merge');
      await leader.at(`merge-${second.number}`).click();
      await leader.click('merge-ok');
      await leader.at('act-separate').waitFor();
      const joined = await at(secondId);
      expect([joined.supporters, triageDue(joined)]).toEqual([2, triageDue(first)]);
      expect(await author.get<MySuggestionView>(`/resident/suggestions/${firstId}`)).toMatchObject({ state: 'duplicate', mergedInto: { number: second.number } });

      // It was not the same after all.
      await leader.click('act-separate');
      await leader.at('act-merge').waitFor();
      const apart = await at(firstId);
      expect([apart.state, apart.supporters, triageDue(apart)]).toEqual(['submitted', 1, triageDue(first)]);
      expect(await at(secondId)).toMatchObject({ supporters: 0, state: 'submitted' });
      expect((await author.get<MySuggestionView>(`/resident/suggestions/${firstId}`)).mergedInto).toBeNull();
    });
  };
  return { onMonday, onTuesday };
}
