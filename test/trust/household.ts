import { addDays, dayOf } from '../../packages/shared/src/kernel/day.ts';
import { aPhotograph, CaseStory, wholeAnswers } from '../../cloud-api/src/features/enrolment/testing/case.builder.ts';
import { book, openForBooking, patternOf, personOf, slotsOn } from '../../cloud-api/src/features/booking/testing/bookings.ts';
import { SlotPlanner } from '../../cloud-api/src/features/booking/slot-planner.ts';
import { Deadlines } from '../../cloud-api/src/features/deadlines/deadlines.ts';
import type { DutyMonthView } from '../../cloud-api/src/features/duty/duty.dto.ts';
import { Halls } from '../../cloud-api/src/features/hall/halls.ts';
import { staffWechatBound } from '../../cloud-api/src/features/identity/identity.events.ts';
import { codeOnScreen } from '../../cloud-api/src/features/queue/queue.builder.ts';
import type { DeskView } from '../../cloud-api/src/features/queue/desk.dto.ts';
import { newId } from '../../cloud-api/src/platform/persistence/new-id.ts';
import type { Answer, TestApp } from '../../cloud-api/src/testing/test-app.ts';
import { complain, type Complaint } from './complaints.ts';
import { keepBox, speak, type BoxKept, type Voices } from './voices.ts';

type Person = { name: string; citizenId: string };

/** What one resident has in the hall, one of everything a door can ask for. */
export interface Household extends Voices, Complaint {
  person: Person;
  relative: Person;
  another: Person;
  phone: string;
  bankCard: string;
  token: string;
  residentId: string;
  relativeId: string;
  authorityPictureId: string;
  /** For the relative: returned for correction, with a notice. */
  returnedId: string;
  /** For another relative, still a draft, with a picture. */
  draftId: string;
  /** The resident's own, finished at the window. */
  handledId: string;
  pictureId: string;
  bookingId: string;
  bookingReference: string;
  slotId: string;
  ticketId: string;
  visitMatterId: string;
  servedTicketId: string;
  ratingId: string;
  slipCode: string;
  inboxId: string;
  caseNumber: string;
  fileToken: string;
  /** Put to the leader on duty, with a picture; and a picture of a question that was never sent. */
  enquiryId: string;
  unsentPictureId: string;
}

/** The hall's side of the story: somebody with every right of a head, at an open window. */
export interface Counter extends BoxKept {
  token: string;
  staffId: string;
  windowId: string;
  /** A screen not yet paired. */
  deviceId: string;
  /** A message of the house to this member of staff. */
  inboxId: string;
  /** On the roster today, and away in a month. */
  shiftId: string;
  absenceId: string;
  /** Something the hall owes that is in nobody's hands yet: nobody stops their own clock. */
  deadlineId: string;
  /** Empty until the first case was finished. */
  batchId: string;
  /** Words answers begin with, and an entry of the public guide nobody has looked at yet. */
  templateId: string;
  guideVersionId: string;
}

const BOOKED_DAY = '2026-11-25';

function must<T>(answer: Answer<T>): T {
  if (answer.status !== 200) throw new Error(`the story broke off: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}

let strangers = 0;
/** Somebody nobody has met before, with a valid number: born in 1980 to 1999, so of age and not yet retired. */
export function somebody(name: string): Person {
  strangers += 1;
  const year = 1980 + (strangers % 20);
  const day = 1 + (Math.floor(strangers / 20) % 28);
  const order = 100 + (Math.floor(strangers / 560) % 800);
  return personOf(name, `420606${year}07${String(day).padStart(2, '0')}${order}`);
}

/** Opens the hall for booking; to be done once. */
export const openTheHall = (hall: TestApp): Promise<void> =>
  openForBooking(hall, patternOf({ from: '09:00', to: '17:00', slotMinutes: 60, capacity: 400, walkInShare: 0, expressPlaces: 100, reservedRegular: 50 }));

/** What a head may change for the whole hall, and what no later story can do without. */
const HALL_OWNED = ['code_entry', 'policy_profile', 'hall_setting', 'booking_plan', 'booking_pattern', 'booking_closure'];

/** Remembers how the hall is arranged; the function it answers puts everything back. */
export async function rememberArrangement(hall: TestApp): Promise<() => Promise<void>> {
  const remembered = new Map<string, Record<string, unknown>[]>();
  for (const table of HALL_OWNED) remembered.set(table, await hall.dataSource.query(`SELECT * FROM ${table}`));
  return async () => {
    await hall.work(async (work) => {
      for (const [table, rows] of remembered) {
        await work.execute(`DELETE FROM ${table}`);
        for (const row of rows) await work.execute(`INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row).map(() => '?').join(', ')})`, Object.values(row));
      }
    });
    hall.app.get(Halls).forget();
    await hall.app.get(SlotPlanner).plan(hall.hallId);
  };
}

/** A head at an open window. */
export async function openCounter(hall: TestApp): Promise<Counter> {
  const { actor, token } = await hall.staff(['head'], '周科长');
  await hall.steppedUp(token);
  await hall.work((work) => Promise.resolve(work.emit(staffWechatBound, { staffId: actor.id, hallId: hall.hallId })));
  await hall.deliver();
  const inbox = must(await hall.call<{ items: { id: string }[] }>('GET', '/staff/inbox', { token }));
  const windowId = await hall.window(`窗口 ${actor.id.slice(-4)}`, ['enrolment', 'enrolment-change', 'benefit-enquiry']);
  must(await hall.call('POST', `/staff/windows/${windowId}/open`, { token, body: {} }));
  const { deviceId } = must(await hall.call<{ deviceId: string }>('POST', '/staff/devices/pairing-codes', { token, body: { kind: 'screen', name: '大厅屏' } }));
  return { token, staffId: actor.id, windowId, deviceId, ...(await owing(hall, actor.id, token)), inboxId: inbox.items[0]!.id, batchId: '', ...(await keeping(hall, token)), ...(await keepBox(hall, token)) };
}

async function keeping(hall: TestApp, token: string): Promise<Pick<Counter, 'templateId' | 'guideVersionId'>> {
  const templates = must(await hall.call<{ items: { id: string }[] }>('POST', '/staff/enquiry-templates', { token, body: { title: '问好', text: '您好，感谢您的提问。', version: null } }));
  const entry = must(await hall.call<{ id: string }>('POST', '/staff/guide-versions', { token, key: newId(), body: { entryId: null, topic: 'hall', question: '大厅几点开门？', answer: '工作日上午九点。' } }));
  return { templateId: templates.items[0]!.id, guideVersionId: entry.id };
}

/** A shift and an absence of one member of staff, and a deadline of their hall. */
async function owing(hall: TestApp, staffId: string, token: string): Promise<Pick<Counter, 'shiftId' | 'absenceId' | 'deadlineId'>> {
  const day = dayOf(hall.clock.now());
  const shiftOf = ({ days }: DutyMonthView) => days.find((each) => each.day === day)!.shift;
  const standing = shiftOf(must(await hall.call<DutyMonthView>('GET', '/staff/duty', { token })));
  const planned = must(await hall.call<DutyMonthView>('PUT', '/staff/duty', { token, body: { month: day.slice(0, 7), shifts: [{ day, leaderId: staffId, version: standing?.version ?? null }] } }));
  const away = addDays(day, 28);
  const { absences } = must(await hall.call<DutyMonthView>('POST', '/staff/duty/absences', { token, key: newId(), body: { staffId, fromDay: away, toDay: away, substituteId: null, reason: '休假' } }));
  const deadline = await hall.work((work) => hall.app.get(Deadlines).open(work, { hallId: hall.hallId, subjectKind: 'story', subjectId: staffId, step: 'reply', ownerId: null, departmentId: null, title: '答复一件事', ruleCode: 'suggestion.reply', from: work.now }));
  return { shiftId: shiftOf(planned)!.id, absenceId: absences.at(-1)!.id, deadlineId: deadline.id };
}

/** Somebody moves in and does everything once that can be done, through the doors everybody uses. */
export async function settle(hall: TestApp, counter: Counter): Promise<Household> {
  const [person, relative, another] = [somebody('欧阳若兰'), somebody('司徒建国'), somebody('诸葛静怡')];
  const phone = `139${String(10_000_000 + strangers * 7)}`;
  const bankCard = `62220202${String(10_000_000_000 + strangers * 13)}`;
  const resident = await hall.resident(person);
  const who = { token: resident.token };
  const desk = { token: counter.token };

  const { id: relativeId } = must(await hall.call<{ id: string }>('POST', '/resident/relatives', { ...who, body: { relation: 'father', ...relative } }));
  const { id: anotherId } = must(await hall.call<{ id: string }>('POST', '/resident/relatives', { ...who, body: { relation: 'mother', ...another } }));
  const picture = { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() };
  const authority = must(await hall.upload<{ authority: { pictureId: string } }>(`/resident/relatives/${relativeId}/authority`, picture, who));

  const reached = { phone, bankCard };
  const handled = await CaseStory.begin(hall, who);
  const { caseNumber } = await handled.handIn({ ...person, ...reached });
  await handled.review(desk);
  must(await handled.handle(desk));
  const batch = await hall.call<{ id: string }>('POST', '/staff/batches', { ...desk, body: {} });
  if (batch.status === 200) counter.batchId = batch.body.id;

  const returned = await CaseStory.begin(hall, who, relativeId);
  must(await returned.photograph('entrustment'));
  const handedIn = await returned.handIn({ ...relative, ...reached });
  const pictureId = handedIn.materials.find((material) => material.code === 'citizen-id-card')!.pictures[0]!.id;
  must(await returned.staff(desk, 'POST', 'claim'));
  must(await returned.staff(desk, 'PUT', 'marks', { marks: [{ target: `picture:${pictureId}`, reasonCode: 'picture-blurred', sentence: '照片有些模糊，请重拍。' }] }));
  must(await returned.staff(desk, 'POST', 'return'));

  const draft = await CaseStory.begin(hall, who, anotherId);
  must(await draft.save(wholeAnswers({ ...another, ...reached })));
  must(await draft.photograph('citizen-id-card'));

  const served = await serve(hall, counter, who);
  const slot = (await slotsOn(hall, who.token, BOOKED_DAY)).find((one) => one.kind === 'regular' && one.free > 0)!;
  const booking = await book(hall, who.token, slot.id, { matterId: 'benefit-enquiry' });
  const ticket = must(await hall.call<{ id: string; matters: { id: string }[] }>('POST', '/resident/check-in', { ...who, key: newId(), body: { code: codeOnScreen(hall).token, matterIds: ['enrolment-change'] } }));
  await hall.deliver();

  const inbox = must(await hall.call<{ items: { id: string }[] }>('GET', '/resident/inbox', who));
  const ratings = must(await hall.call<{ items: { id: string }[] }>('GET', '/resident/ratings', who));
  const sendPicture = async () => must(await hall.upload<{ pictureId: string }>('/resident/enquiry-pictures', picture, who)).pictureId;
  const question = { addressee: 'leader', departmentId: null, text: `我是${person.name}，电话 ${phone}，社保卡丢了怎么办？`, pictureIds: [await sendPicture()] };
  const enquiry = must(await hall.call<{ id: string }>('POST', '/resident/enquiries', { ...who, key: newId(), body: question }));
  const unsentPictureId = await sendPicture();
  const link = must(await hall.call<{ url: string }>('POST', `/resident/pictures/${pictureId}/link`, { ...who, body: {} }));
  return {
    person, relative, another, ...reached, ...who, residentId: resident.actor.id, relativeId, authorityPictureId: authority.authority.pictureId,
    returnedId: returned.id, draftId: draft.id, handledId: handled.id, pictureId, bookingId: booking.id, bookingReference: booking.reference, slotId: slot.id,
    ticketId: ticket.id, visitMatterId: ticket.matters[0]!.id, servedTicketId: served, ratingId: ratings.items[0]!.id, slipCode: 'ABCDEFGHJK',
    inboxId: inbox.items[0]!.id, caseNumber, fileToken: link.url.split('/').at(-1)!, enquiryId: enquiry.id, unsentPictureId, ...(await complain(hall, counter.staffId, { residentId: resident.actor.id, token: who.token }, `我是${person.name}，电话 ${phone}，等了很久`)),
    ...(await speak(hall, who, `我是${person.name}，电话 ${phone}，三号窗口让我白跑了一趟`)),
  };
}

/** One walk-in from the ticket to "done"; answers the ticket's id. */
async function serve(hall: TestApp, counter: Counter, who: { token: string }): Promise<string> {
  const desk = { token: counter.token };
  // Whoever else waits has gone home, so that this person is next.
  await hall.work((work) => work.execute("UPDATE ticket SET state = 'left', open_key = NULL, window_in_use = NULL, ended_at = ? WHERE state IN ('waiting', 'called', 'serving', 'parked', 'missed')", [work.now]));
  await hall.work((work) => work.execute('UPDATE visit_matter SET open_key = NULL, seat_key = NULL WHERE ticket_id IS NOT NULL'));
  const { id } = must(await hall.call<{ id: string }>('POST', '/resident/check-in', { ...who, key: newId(), body: { code: codeOnScreen(hall).token, matterIds: ['enrolment-change'] } }));
  let { current } = must(await hall.call<DeskView>('POST', '/staff/desk/next', { ...desk, body: {} }));
  const step = async (path: string, body: object = {}) => {
    ({ current } = must(await hall.call<DeskView>('POST', `/staff/tickets/${id}/${path}`, { ...desk, body: { version: current!.version, ...body } })));
  };
  await step('serve');
  await step(`matters/${current!.matters[0]!.id}/close`, { reason: '已当面办好' });
  await step('done');
  await hall.deliver();
  return id;
}
