import type { ApplicationCardView, BookingView, RelativeView } from '@hall/shared/api/views';
import { instantAt } from '@hall/shared/kernel/day';
import { Phone } from '../../weapp-host/phone.ts';
import { Clerk } from '../clerk-by-http.ts';
import { enrollee, type Enrollee } from '../enrollee.ts';
import { JOURNEY_DAY, type HallAtWork } from './hall-at-work.ts';
import { ResidentOnPhone } from './resident-on-phone.ts';

interface Parent { relation: 'father' | 'mother'; papers: Enrollee; relativeId: string; caseId: string }

/** A daughter prepares and books for both parents, on one phone and for one visit. */
export function daughterJourney(hallNow: () => HallAtWork): void {
  let hall: HallAtWork;
  let phone: Phone;
  let daughter: ResidentOnPhone;
  let self: Enrollee;
  const parents: Parent[] = [];

  beforeAll(async () => {
    hall = hallNow();
    self = await enrollee(46, 42, JOURNEY_DAY);
    const agent = { name: self.person.name, citizenId: self.person.citizenId, relation: '女儿' };
    const [father, mother] = await Promise.all([enrollee(47, 59, JOURNEY_DAY, agent), enrollee(48, 58, JOURNEY_DAY, agent)]);
    parents.push({ relation: 'father', papers: father, relativeId: '', caseId: '' }, { relation: 'mother', papers: mother, relativeId: '', caseId: '' });
    phone = new Phone({ api: hall.url, wechat: hall.wechat.control, name: self.person.name, clock: instantAt(JOURNEY_DAY, '10:30') });
    daughter = new ResidentOnPhone(phone);
    await phone.start();
  });
  afterAll(() => phone?.close());

  const caller = () => daughter.caller(hall.url);

  test('she adds both parents, each with the signed letter that lets her act', async () => {
    await phone.tap('tabs/mine/index');
    await phone.tap('go-family');
    for (const parent of parents) {
      await phone.tap('add-relative');
      await phone.tap(`relation-${parent.relation}`);
      await phone.type('name', parent.papers.person.name);
      await phone.type('citizenId', parent.papers.person.citizenId);
      await phone.tap('save');
      await daughter.on('family/list/index');
      parent.relativeId = (await caller().list<RelativeView>('/resident/relatives')).find((one) => one.relation === parent.relation)!.id;
      await phone.waitFor(`relative-${parent.relativeId}`);
      phone.person.photographs(parent.papers.papers.entrustment![0]!);
      await phone.tap(`authority-${parent.relativeId}`);
      await phone.tap(`authority-${parent.relativeId}-camera`);
    }
    const relatives = await caller().list<RelativeView>('/resident/relatives');
    expect(relatives.map(({ relation, authority }) => [relation, authority.state])).toEqual([['father', 'uploaded'], ['mother', 'uploaded']]);
  });

  test('for each she fills in an enrolment, never asked again what the list of her family already says', async () => {
    for (const parent of parents) {
      await phone.open('/tabs/home/index');
      await daughter.beginEnrolment(parent.relativeId);
      expect([(await phone.look('name')).value, (await phone.look('citizenId')).value]).toEqual([parent.papers.person.name, parent.papers.person.citizenId]);
      const { name: _name, citizenId: _citizenId, ...rest } = parent.papers.answers;
      await daughter.fillIn(rest);
      await daughter.photographAll(parent.papers.papers);
      parent.caseId = await daughter.declareAndSubmit();
    }
    const cases = await caller().list<ApplicationCardView>('/resident/applications');
    expect(cases.map((one) => [one.relationLabel, one.state]).sort()).toEqual([['母亲', 'submitted'], ['父亲', 'submitted']].sort());
  });

  test('the clerk sees for whom each case is, who fills it, and the letter', async () => {
    const clerk = await Clerk.signIn(hall.url, 'zhang');
    for (const parent of parents) {
      const seen = await clerk.case(parent.caseId);
      expect(seen).toMatchObject({ personName: parent.papers.person.name, authority: { state: 'uploaded' } });
      expect(seen.materials.find((material) => material.code === 'entrustment')?.pictures).toHaveLength(1);
      await clerk.findReady(parent.caseId);
    }
  });

  test('one express visit holds both matters, one for each parent', async () => {
    await phone.open('/tabs/home/index');
    await phone.tap('door-book');
    await phone.tap('next');
    await daughter.chooseTime('express');
    await phone.tap('take');
    await phone.type('contactPhone', self.person.phone);
    await phone.tap('confirm');
    expect(await phone.text('state-tag')).toBe('已预约');
    const bookings = await caller().list<BookingView>('/resident/bookings');
    expect(bookings.map(({ state, kind }) => [state, kind])).toEqual([['booked', 'express']]);
    expect(bookings[0]!.matters.map((matter) => matter.applicationId).sort()).toEqual(parents.map((parent) => parent.caseId).sort());
    const { faults } = await phone.ledger();
    expect(faults).toEqual([]);
  });
}
