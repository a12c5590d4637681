import { addDays } from '@hall/shared/kernel/day';
import { slipSerial } from '@hall/shared/suggestion/slip.rules';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { readPdf } from '../../platform/paper/testing/paper.builder.ts';
import { newId } from '../../platform/persistence/new-id.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import { aPhotograph } from '../enrolment/testing/case.builder.ts';
import type { BoxOpeningView, EnteredSlipView, SuggestionBoxView } from './box.dto.ts';
import { Voice, must, type Staff } from './testing/voice.builder.ts';

jest.setTimeout(120_000);
const TODAY = '2026-11-23';

onEveryDatabase((database) => {
  let voice: Voice;
  beforeAll(async () => {
    voice = await Voice.start(database.url);
  });
  beforeEach(() => voice.newDay(TODAY));
  afterEach(async () => {
    // There is one opening a day.
    for (const table of ['box_move', 'box_opening']) await voice.hall.work((work) => work.execute(`DELETE FROM ${table}`));
  });
  afterAll(() => voice.close());

  const box = async () => must(await voice.hall.call<SuggestionBoxView>('GET', '/staff/suggestion-box', voice.wang));
  const step = (who: Staff, opening: BoxOpeningView, path: string, body: object = {}) => voice.hall.call<SuggestionBoxView & { code?: string }>('POST', `/staff/box-openings/${opening.id}/${path}`, { ...who, body: { version: opening.version, ...body } });
  const openingOn = async (day: string) => (await box()).openings.find(({ plannedFor }) => plannedFor === day)!;
  const planned = async (day = TODAY) => {
    must(await voice.hall.call('POST', '/staff/box-openings', { ...voice.head, key: newId(), body: { plannedFor: day } }));
    return openingOn(day);
  };
  const opened = async (counted: number) => {
    const opening = await planned();
    must(await step(voice.wang, opening, 'begin'));
    await voice.hall.steppedUp(voice.li.token);
    must(await step(voice.li, await openingOn(opening.plannedFor), 'confirm', { counted }));
    return openingOn(opening.plannedFor);
  };
  const enter = async (opening: BoxOpeningView, more: object = {}) => {
    const { pictureId } = must(await voice.hall.upload<{ pictureId: string }>(`/staff/box-openings/${opening.id}/pictures`, { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, voice.wang));
    return voice.hall.call<EnteredSlipView & { code?: string }>('POST', `/staff/box-openings/${opening.id}/slips`, { ...voice.wang, key: newId(), body: { serial: null, topic: 'window', text: '排队的时候希望有个座位', wishesPublic: true, pictureId, ...more } });
  };
  const print = async (slips: number) => {
    const { status, body } = await voice.hall.call<Buffer>('POST', '/staff/suggestion-box/slips.pdf', { ...voice.head, body: { slips } });
    expect(status).toBe(200);
    const words = readPdf(body).pages.map(({ text }) => text).join(' ');
    const halves = words.match(/(?<![\w-])[0-9A-Z]{4}-[0-9A-Z]{4}(?![\w-])/g) ?? [];
    return { pages: readPdf(body).pages.length, serials: [...new Set(words.match(/\d{3}-\d{3}-\d/g) ?? [])], codes: halves.flatMap((half, at) => (at % 2 === 0 ? [`${half}-${halves[at + 1]}`] : [])) };
  };

  test('two different people open it, the second with their own second factor; one alone cannot', async () => {
    const opening = await planned();
    must(await step(voice.wang, opening, 'begin'));
    await voice.hall.steppedUp(voice.wang.token);
    const begun = await openingOn(opening.plannedFor);
    expect(await step(voice.wang, begun, 'confirm', { counted: 1 })).toMatchObject({ status: 409, body: { code: 'BOX_SAME_PERSON' } });
    expect(await step(voice.li, begun, 'confirm', { counted: 1 })).toMatchObject({ status: 403, body: { code: 'STEP_UP_NEEDED' } });
    expect(await step(voice.li, begun, 'step-back')).toMatchObject({ status: 403, body: { code: 'BOX_NOT_BEGUN_BY_YOU' } });
    await voice.hall.steppedUp(voice.li.token);
    must(await step(voice.li, begun, 'confirm', { counted: 1 }));
    expect(await openingOn(opening.plannedFor)).toMatchObject({ state: 'opened', firstName: '王晓梅', secondName: '李文静', counted: 1, overdue: false });
  });

  test('an opening is put off twice; a third time takes a leader, and earlier is always well', async () => {
    let opening = await planned(addDays(TODAY, 1));
    const to = async (who: Staff, days: number) => {
      const answer = await step(who, opening, 'reschedule', { plannedFor: addDays(TODAY, days), reason: '周五全员培训' });
      if (answer.status === 200) opening = await openingOn(addDays(TODAY, days));
      return answer.status === 200 ? 'moved' : answer.body.code;
    };
    expect([await to(voice.head, 5), await to(voice.head, 3), await to(voice.head, 9)]).toEqual(['moved', 'moved', 'moved']);
    expect([await to(voice.head, 10), await to(voice.head, 8), await to(voice.head, 9)]).toEqual(['BOX_PUT_OFF_TOO_OFTEN', 'moved', 'BOX_PUT_OFF_TOO_OFTEN']);
    expect([await to(voice.leader, 12), await to(voice.head, 13)]).toEqual(['moved', 'BOX_PUT_OFF_TOO_OFTEN']);
  });

  test('an opening announced for tomorrow cannot begin today; earlier only on a day it was put on, with the reason', async () => {
    const tomorrow = addDays(TODAY, 1);
    const opening = await planned(tomorrow);
    expect(opening.actions).toEqual([]);
    expect(await step(voice.wang, opening, 'begin')).toMatchObject({ status: 409, body: { code: 'BOX_NOT_YET', title: expect.stringContaining('那天才能开') } });
    expect(await step(voice.wang, opening, 'reschedule', { plannedFor: TODAY, reason: '箱子满了' })).toMatchObject({ status: 403 });
    expect(await step(voice.head, opening, 'reschedule', { plannedFor: TODAY, reason: '' })).toMatchObject({ status: 400 });
    expect(await step(voice.head, opening, 'reschedule', { plannedFor: addDays(TODAY, -1), reason: '箱子满了' })).toMatchObject({ status: 422, body: { code: 'BOX_DAY_INVALID' } });
    expect(await step(voice.head, opening, 'reschedule', { plannedFor: tomorrow, reason: '箱子满了' })).toMatchObject({ status: 409, body: { code: 'BOX_PLANNED_ALREADY' } });
    must(await step(voice.head, opening, 'reschedule', { plannedFor: TODAY, reason: '箱子满了' }));
    const moved = await openingOn(TODAY);
    expect(moved).toMatchObject({ id: opening.id, state: 'planned', movedFrom: tomorrow, moveReason: '箱子满了', actions: ['begin'], overdue: false });
    expect((await voice.hall.app.get(Deadlines).of('box-opening', [opening.id])).get(opening.id)!.map(({ state }) => state)).toEqual(['dropped', 'running']);
    must(await step(voice.wang, moved, 'begin'));
  });

  test('a day people put an opening away from is not planned again by itself, and one that has passed stays the day it was owed on', async () => {
    const friday = '2026-12-11';
    const opening = await planned(friday);
    must(await step(voice.head, opening, 'reschedule', { plannedFor: '2026-12-10', reason: '周五全员培训' }));
    await voice.newDay('2026-12-01');
    await voice.hall.app.get(Jobs).runNow('suggestion.plan-box-openings');
    expect(await openingOn(friday)).toBeUndefined();
    await voice.newDay('2026-12-12');
    const late = await openingOn('2026-12-10');
    expect([late.overdue, late.actions]).toEqual([true, ['begin']]);
    expect(await step(voice.head, late, 'reschedule', { plannedFor: '2026-12-20', reason: '没有空' })).toMatchObject({ status: 409, body: { code: 'BOX_DAY_PASSED' } });
  });

  test('openings are planned week by week, and one that is not kept shows as overdue by itself', async () => {
    const plan = () => voice.hall.app.get(Jobs).runNow('suggestion.plan-box-openings');
    await plan();
    await plan();
    const fridays = (await box()).openings.filter(({ plannedFor }) => ['2026-11-27', '2026-12-04'].includes(plannedFor));
    expect(fridays.map(({ state, overdue }) => [state, overdue])).toEqual([['planned', false], ['planned', false]]);
    expect(await voice.hall.call('POST', '/staff/box-openings', { ...voice.head, key: newId(), body: { plannedFor: '2026-11-27' } })).toMatchObject({ status: 409, body: { code: 'BOX_PLANNED_ALREADY' } });
    expect(await voice.hall.call('POST', '/staff/box-openings', { ...voice.head, key: newId(), body: { plannedFor: '2026-11-22' } })).toMatchObject({ status: 422 });
    await voice.newDay('2026-11-30');
    expect(await openingOn('2026-11-27')).toMatchObject({ overdue: true });
  });

  test('a slip’s code stands on the paper alone and finds its answer; the serial is typed in once', async () => {
    const { pages, serials, codes } = await print(4);
    expect([pages, serials.length, codes.length]).toEqual([2, 4, 4]);
    const opening = await opened(2);
    const entered = must(await enter(opening, { serial: serials[1]!.replaceAll('-', '') }));
    expect(entered).toMatchObject({ serial: serials[1], entered: 1 });
    const seen = must(await voice.look(codes[1]!));
    expect(seen).toMatchObject({ number: entered.number, text: '排队的时候希望有个座位', identity: 'anonymous', stateLabel: '已收到' });
    expect(await voice.look(codes[0]!)).toMatchObject({ status: 404 });
    expect(await enter(opening, { serial: serials[1] })).toMatchObject({ status: 409, body: { code: 'SLIP_USED', fields: [{ path: 'serial' }] } });
    expect(await enter(opening, { serial: slipSerial(987, 1) })).toMatchObject({ status: 422, body: { code: 'SLIP_UNKNOWN' } });
    expect(await enter(opening, { serial: '012-037-9' })).toMatchObject({ status: 422, body: { code: 'SLIP_SERIAL_INVALID' } });
    const rows: object[] = await voice.hall.dataSource.query('SELECT * FROM suggestion_slip');
    for (const code of codes) expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
    expect((await box()).batches[0]).toMatchObject({ slips: 4, used: 1 });
  });

  test('the picture of a slip being typed off is shown again to whoever opens boxes, until its slip is entered', async () => {
    const opening = await opened(1);
    const { pictureId } = must(await voice.hall.upload<{ pictureId: string }>(`/staff/box-openings/${opening.id}/pictures`, { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, voice.wang));
    const link = (of: BoxOpeningView, id: string) => voice.hall.call<{ url: string }>('POST', `/staff/box-openings/${of.id}/pictures/${id}/link`, voice.li);
    const { url } = must(await link(opening, pictureId));
    expect((await voice.hall.call('GET', url.replace('/api', ''))).status).toBe(200);
    expect([(await link(opening, newId())).status, (await link(await planned(addDays(TODAY, 1)), pictureId)).status]).toEqual([404, 409]);
    must(await voice.hall.call('POST', `/staff/box-openings/${opening.id}/slips`, { ...voice.wang, key: newId(), body: { serial: null, topic: 'window', text: '排队的时候希望有个座位', wishesPublic: true, pictureId } }));
    expect(await link(await openingOn(opening.plannedFor), pictureId)).toMatchObject({ status: 404 });
  });

  test('own paper without a serial is taken too, each with its picture, and the opening is done when all are typed in', async () => {
    const opening = await opened(2);
    must(await enter(opening));
    expect(await enter(opening, { pictureId: newId() })).toMatchObject({ status: 422, body: { code: 'SUGGESTION_PICTURE_GONE' } });
    expect(await step(voice.wang, await openingOn(opening.plannedFor), 'finish')).toMatchObject({ status: 409, body: { code: 'BOX_SLIPS_LEFT' } });
    const second = must(await enter(opening, { text: '厕所没有扶手，老人起不来' }));
    must(await step(voice.wang, await openingOn(opening.plannedFor), 'finish'));
    expect(await openingOn(opening.plannedFor)).toMatchObject({ state: 'entered', counted: 2, entered: 2, actions: [] });
    const desk = await voice.staff(voice.leader, second.suggestionId);
    expect([desk.way, desk.verdict, desk.pictures.length, desk.deadlines.map(({ step: each }) => each)]).toEqual(['paper', 'clean', 1, ['triage']]);
    expect(await voice.hall.upload(`/staff/box-openings/${opening.id}/pictures`, { name: 'a.jpg', type: 'image/jpeg', bytes: await aPhotograph() }, voice.wang)).toMatchObject({ status: 409, body: { code: 'BOX_NOT_OPEN' } });
  });
});
