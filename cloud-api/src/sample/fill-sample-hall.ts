import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { addDays, dayOf, instantAt, yearOf } from '@hall/shared/kernel/day';
import type { BookingPlanView } from '../features/booking/plan.dto.ts';
import type { BookingView, SlotList } from '../features/booking/booking.dto.ts';
import type { RelativeView } from '../features/identity/identity.dto.ts';
import { Staff } from '../features/identity/staff.entity.ts';
import { Pictures } from '../features/pictures/pictures.service.ts';
import { CheckInCodes } from '../features/queue/check-in-codes.ts';
import type { OpenHoursClock } from '../platform/clock/open-hours.clock.ts';
import { system } from '../platform/auth/actor.ts';
import { Relay } from '../platform/events/relay.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { Halls } from '../features/hall/halls.ts';
import { UnitOfWork } from '../platform/persistence/unit-of-work.ts';
import { portraitSpecimen } from './specimen.ts';
import { DEMO_PERSONS } from './demo-persons.ts';
import type { SampleActor } from './sample-actor.ts';
import { SampleActivities } from './sample-activities.ts';
import { SampleAppraisal } from './sample-appraisal.ts';
import { SampleCase } from './sample-cases.ts';
import { SampleCast, type SampleResident } from './sample-cast.ts';
import { documentsOf } from './sample-documents.ts';
import { SampleDuty } from './sample-duty.ts';
import { SampleEnquiries } from './sample-enquiries.ts';
import { SAMPLE_STAFF } from './sample-hall.ts';
import { hangSampleLights } from './sample-lights.ts';
import { SampleLine } from './sample-line.ts';
import { SampleMonth, type MonthBefore } from './sample-month.ts';
import { SamplePromises } from './sample-promises.ts';
import { SampleRatings } from './sample-rating.ts';
import { SampleSuggestions } from './sample-suggestions.ts';
import { SampleTimely } from './sample-timely.ts';
import { syntheticPerson } from './synthetic-people.ts';

const MINUTE = 60_000;
/** Without past days the sample still needs a moment in which its people act. */
const LEAST_PAST = 60 * MINUTE;

/**
 * Lets the sample hall live through its last days, through the same doors everybody uses, up to `until`: its windows
 * open, people come without a phone, cases stand in every state, and each demo person finds what their story says.
 * @param pastDays the working days to live through, oldest first
 * @param before the month before them, and the eve of the first of them: there the demo's clock stands when no days are lived through
 */
export async function fillSampleHall(app: NestFastifyApplication, clock: OpenHoursClock, pastDays: readonly string[], until: number, before: MonthBefore & { eve: string }): Promise<void> {
  const cast = new SampleCast(app);
  const [wang, li, zhang, chen, guide, head] = await Promise.all(['wang', 'li', 'zhang', 'chen', 'zhao', 'zhou'].map((name) => cast.staff(name))) as [SampleActor, SampleActor, SampleActor, SampleActor, SampleActor, SampleActor];
  const pass = (milliseconds: number) => clock.notBefore(clock.now() + milliseconds);
  const settle = async () => {
    while ((await app.get(Relay).drain()) > 0);
  };
  const today = dayOf(until);
  const year = yearOf(today);
  const line = new SampleLine([wang, li, zhang, chen], guide, pass);

  const promises = await SamplePromises.gather(app, cast);
  const ratings = await SampleRatings.gather(app, cast);
  const month = await SampleMonth.gather(app, cast, line);
  const appraisal = await SampleAppraisal.gather(app, cast);
  await promises.beginLedger();
  await ratings.layYear(pastDays[0] ?? today);
  if (pastDays.length > 0) {
    await month.commit(before.month);
    for (const day of before.days) {
      clock.notBefore(instantAt(day, '09:10'));
      await promises.sealNights();
      await month.live(day);
      await settle();
    }
    await appraisal.open(month.visitors);
    clock.notBefore(instantAt(addDays(before.days.at(-1)!, 1), '09:10'));
    await promises.sealNights();
    await appraisal.answer();
    clock.notBefore(instantAt(before.voting, '09:10'));
    await promises.sealNights();
    await month.vote(before.month, pass);
    await appraisal.rectify();
    clock.notBefore(instantAt(before.eve, '15:00'));
  }
  await promises.publish(pastDays[0] ?? today);
  clock.notBefore(pastDays[0] ? instantAt(pastDays[0], '09:05') : until - LEAST_PAST);
  await promises.sealNights();
  await hangPhotographs(app);
  await hangSampleLights(app, cast, today);
  await planPlaces(head, pastDays[0] ?? today);
  const duty = await SampleDuty.gather(app, cast);
  await duty.plan(today);
  await app.get(Jobs).runNow('booking.plan-slots');
  const activities = await SampleActivities.gather(app, cast);
  const timely = await SampleTimely.gather(cast);
  const enquiries = await SampleEnquiries.gather(cast);
  const suggestions = await SampleSuggestions.gather(app, cast);

  for (const [index, day] of pastDays.entries()) {
    clock.notBefore(instantAt(day, '09:10'));
    await promises.sealNights();
    await month.followClock();
    await duty.begin(day, today);
    if (index === 0) await activities.morning(day);
    if (index === 0) await timely.early(day);
    if (index === 0) await enquiries.early(day);
    if (index === 0) await suggestions.early(day);
    if (index === 0) await ratings.begin();
    await line.openWindows();
    for (let visitor = 0; visitor < 8; visitor += 1) {
      await line.walkIn(day);
      if (visitor % 2 === 1) for (const window of [0, 3]) await line.serveNext(window, 3 + ((visitor * 3 + index) % 7));
      pass(4 * MINUTE);
    }
    for (let window = 0; window < 12; window += 1) await line.serveNext(window, 4);
    for (const [window, ready] of (await oneDaysCases(cast, [wang, li], index, year)).entries()) {
      // The last day's second case is still to come to the window.
      if (window === 0 || day !== pastDays.at(-1)) await line.serveReady(window, ready, window === 1 && index % 2 === 1 ? 6 : 3, () => checkInWithCode(app, ready.resident, 'enrolment'));
    }
    await settle();
    clock.notBefore(instantAt(day, '14:05'));
    if (index === 0) await activities.afternoon();
    clock.notBefore(instantAt(day, '16:20'));
    if (index === 0) await activities.evening();
    await line.closeWindows();
    await duty.handOver(day, today);
    await settle();
  }

  const actors = await demoPersons(cast, wang, today);
  clock.notBefore(until - 40 * MINUTE);
  await promises.sealNights();
  await month.followClock();
  await promises.proposeExclusion();
  await app.get(Jobs).runNow('booking.plan-slots');
  await duty.begin(today, today);
  if (pastDays.length === 0) await enquiries.early(today);
  if (pastDays.length === 0) await ratings.begin();
  await activities.today(today, clock.now(), actors);
  await timely.today(today, actors);
  await enquiries.today(actors);
  if (pastDays.length === 0) await suggestions.early(today);
  await suggestions.today(actors, today);
  await ratings.goOn(actors.get('elder')!);
  await line.openWindows();
  await demoVisits(app, actors, line, pass, today);
  for (let visitor = 0; visitor < 9; visitor += 1) {
    await line.walkIn(today);
    pass(MINUTE);
  }
  for (const window of [0, 3]) await line.serveNext(window, 4);
  await line.callNext(1);
  await checkInWithCode(app, actors.get('waiting')!);
  if (pastDays.length > 0) {
    await month.open(today.slice(0, 7));
    pass(MINUTE);
    await cast.prove(actors.get('served')!);
  }
  await app.get(Jobs).runNow('deadlines.sweep');
  await settle();
}

/** Two weeks of places: mornings and afternoons, express for ready cases, some kept for callers. */
async function planPlaces(head: SampleActor, from: string): Promise<void> {
  const { version } = await head.get<BookingPlanView>('/staff/booking-plan');
  const stretch = (id: string, opens: string, closes: string) => ({
    id, weekdays: [1, 2, 3, 4, 5], from: opens, to: closes, slotMinutes: 30, capacity: 8, walkInShare: 0.25, expressPlaces: 3, reservedExpress: 1, reservedRegular: 1, effectiveFrom: from, effectiveTo: null, onExtraWorkdays: true,
  });
  await head.put('/staff/booking-plan', { version, patterns: [stretch('morning', '09:30', '12:00'), stretch('afternoon', '14:00', '16:30')], closures: [] });
}

/** Each day brings a few cases, and leaves them where they would stand. @returns those that are ready, each by the clerk who checked it */
async function oneDaysCases(cast: SampleCast, clerks: [SampleActor, SampleActor], day: number, year: number): Promise<[SampleCase, SampleCase]> {
  const [first, second] = clerks;
  const next = (offset: number) => cast.resident(`sample-${day}-${offset}`, 20 + day * 4 + offset, 24 + ((day * 11 + offset * 5) % 34));
  const whole = async (offset: number) => (await (await SampleCase.open(await next(offset), day + offset)).fill(year)).photograph();
  const ready: [SampleCase, SampleCase] = [await (await (await whole(0)).submit()).ready(first), await (await (await whole(1)).submit()).ready(second)];
  const third = await (await whole(2)).submit();
  if (day % 2 === 0) await third.returned(first);
  await (await SampleCase.open(await next(3), day)).fill(year, 6);
  return ready;
}

async function demoPersons(cast: SampleCast, clerk: SampleActor, today: string): Promise<Map<string, SampleResident>> {
  const year = yearOf(today);
  const actors = new Map<string, SampleResident>();
  for (const { key, number, age } of DEMO_PERSONS) actors.set(key, await cast.resident(key, number, age, key !== 'new'));
  const of = (key: string) => actors.get(key)!;
  const whole = async (key: string) => (await (await (await SampleCase.open(of(key), of(key).age)).fill(year)).photograph()).submit();
  await (await whole('returned')).returned(clerk);
  for (const key of ['ready', 'booked', 'waiting', 'served']) await (await whole(key)).ready(clerk);
  await of('elder').phone.put('/resident/me/preferences', { elderMode: true });
  await addParents(of('daughter'), today);
  return actors;
}

/** The daughter has both parents in her list, each with a signed authority. */
async function addParents(daughter: SampleResident, today: string): Promise<void> {
  for (const [relation, label, number, age] of [['father', '女儿', 11, 74], ['mother', '女儿', 12, 71]] as const) {
    const parent = syntheticPerson(number, age, today);
    const relative = await daughter.phone.post<RelativeView>('/resident/relatives', { relation, name: parent.name, citizenId: parent.citizenId, validUntil: '2027-11-01' });
    const [[, letter]] = await documentsOf(parent, age, ['entrustment'], { name: daughter.person.name, citizenId: daughter.person.citizenId, relation: label }) as [[string, Buffer]];
    await daughter.phone.upload(`/resident/relatives/${relative.id}/authority`, letter);
  }
}

/** Today's visits of the demo persons so far: one booked for later, one just served and invited to rate. */
async function demoVisits(app: NestFastifyApplication, actors: ReadonlyMap<string, SampleResident>, line: SampleLine, pass: (milliseconds: number) => void, today: string): Promise<void> {
  const bookToday = async (key: string): Promise<BookingView | null> => {
    const { phone } = actors.get(key)!;
    const [mine] = (await phone.get<{ items: { id: string }[] }>('/resident/applications')).items;
    const slots = (await phone.get<SlotList>(`/resident/slots?day=${today}&applicationId=${mine!.id}`)).items;
    const slot = slots.find((each) => each.offered && each.kind === 'express') ?? slots.find((each) => each.offered);
    if (!slot) return null;
    const held = await phone.post<BookingView>('/resident/bookings/hold', { slotId: slot.id, matters: [{ matterId: 'enrolment', applicationId: mine!.id }] });
    return phone.post<BookingView>(`/resident/bookings/${held.id}/confirm`, { version: held.version });
  };
  await bookToday('booked');
  await checkInWithCode(app, actors.get('served')!);
  await line.serveNext(0, 4);
  pass(MINUTE);
}

/** Somebody without a booking types the digits they see on the wall. */
async function checkInWithCode(app: NestFastifyApplication, { phone }: SampleResident, matterId = 'enrolment-change'): Promise<void> {
  const { digits } = app.get(CheckInCodes).current(await app.get(Halls).defaultHallId());
  await phone.post('/resident/check-in', { code: digits, matterIds: [matterId] });
}

/** Each of the staff has a drawn portrait for the badge. */
async function hangPhotographs(app: NestFastifyApplication): Promise<void> {
  const pictures = app.get(Pictures);
  for (const staff of await app.get(DataSource).manager.find(Staff)) {
    const { sex, age } = SAMPLE_STAFF.find((sample) => sample.userName === staff.userName)!;
    const jpeg = await portraitSpecimen({ seed: staff.userName, sex, age, uniform: true });
    const stored = await pictures.store({ bytes: jpeg, fileName: 'portrait.jpg' });
    await app.get(UnitOfWork).run(system('sample'), async (work) => {
      const { id } = await pictures.keep(work, stored, { subjectKind: 'staff-photo', subjectId: staff.id, ownerResidentId: null, hallId: staff.hallId });
      await work.change(Staff, await work.lock(Staff, staff.id), { photoPictureId: id });
    });
  }
}
