import ExcelJS from 'exceljs';
import { AuditEntry, OutboxEvent } from '../../platform/persistence/platform.entities.ts';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import type { BatchReplyView, BatchView } from './batch.dto.ts';
import type { OnceOnlyNoticeView } from './application.dto.ts';
import type { FileLinkView } from '../pictures/pictures.dto.ts';
import type { ReviewQueueView, StaffCaseView } from './staff-case.dto.ts';
import { CaseStory, LI_MING, person, wholeAnswers } from './testing/case.builder.ts';

jest.setTimeout(60_000);

onEveryDatabase((database) => {
  let hall: TestApp;
  beforeAll(async () => { hall = await TestApp.start(database.url); });
  afterAll(() => hall.close());

  test('a resident fills at home, corrects only what was marked, comes once, and the province confirms', async () => {
    const resident = await hall.resident(LI_MING);
    const clerk = await hall.staff(['clerk']);
    const head = await hall.staff(['head'], '陈科长');

    const story = await CaseStory.begin(hall, resident);
    const begun = await story.seen();
    expect(begun).toMatchObject({ caseNumber: '420606-2026-000001', state: 'draft', answers: { ...LI_MING, assessmentYear: 2026 }, lapsesOn: '2027-02-21', consentNeeded: false });
    expect(begun.actions).toEqual(['fill', 'submit', 'withdraw']);

    const tooEarly = await story.act('submit');
    expect(tooEarly).toMatchObject({ status: 422, body: { code: 'APPLICATION_INCOMPLETE' } });
    const missing = (tooEarly.body as unknown as { fields: { path: string }[] }).fields.map((field) => field.path);
    expect(missing).toEqual(expect.arrayContaining(['ethnicGroup', 'phone', 'bankCard', 'declarationAccepted', 'materials.citizen-id-card']));

    const saved = await story.save(wholeAnswers({ householdAddress: '米公路' }));
    expect(saved.body).toMatchObject({ problems: [{ path: 'materials.citizen-id-card' }], assessment: { tierYuan: 500, subsidyYuan: 60, example: true } });
    const pictured = await story.photograph('citizen-id-card');
    const pictureId = pictured.body.materials.find((material) => material.code === 'citizen-id-card')!.pictures[0]!.id;
    expect(await story.act('submit')).toMatchObject({ status: 422, body: { fields: [{ path: 'materials.citizen-id-card', message: '“参保人身份证”要拍人像面和国徽面，还差 1 张。' }] } });
    await story.photograph('citizen-id-card');
    expect((await story.act('submit')).body).toMatchObject({ state: 'submitted', actions: ['recall', 'withdraw'], editable: [], lapsesOn: null });

    const queue = await hall.call<ReviewQueueView>('GET', '/staff/review', clerk);
    expect(queue.body).toMatchObject({ total: 1, rows: [{ id: story.id, maskedName: '李*', dueAt: Date.UTC(2026, 10, 25, 9), round: 1, claimedBy: null }] });
    const claimed = await hall.call<StaffCaseView>('POST', '/staff/review/next', { ...clerk, body: {} });
    expect(claimed.body).toMatchObject({ id: story.id, claimedByMe: true, maskedCitizenId: '420***********1239', answers: { citizenId: '420***********1239', bankCard: '**** 3445', phone: '138****8000' } });

    const marks = [
      { target: 'field:householdAddress', reasonCode: 'field-too-vague', sentence: '请写到门牌号。' },
      { target: `picture:${pictureId}`, reasonCode: 'picture-blurred', sentence: '照片有些模糊，请重拍。' },
    ];
    expect((await story.staff(clerk, 'PUT', 'marks', { marks })).body.draftMarks.map((mark) => mark.targetLabel)).toEqual(['户籍详细地址', '参保人身份证第 1 张']);
    expect((await story.staff(clerk, 'POST', 'return')).body).toMatchObject({ state: 'returned', claimedBy: null, round: 2 });

    const returned = await story.seen();
    expect(returned.editable).toEqual(['field:householdAddress', 'material:citizen-id-card', `picture:${pictureId}`]);
    expect(returned.noticeNumber).toBe('告知420606-2026-000001');
    const notice = await hall.call<OnceOnlyNoticeView>('GET', `/resident/applications/${story.id}/notice`, resident);
    expect(notice.body).toMatchObject({ personName: '李明', items: [{ label: '户籍详细地址', sentence: '请写到门牌号。' }, { label: '参保人身份证第 1 张' }] });

    expect(await story.save({ tierYuan: 800 })).toMatchObject({ status: 409, body: { code: 'APPLICATION_FIELD_LOCKED', fields: [{ path: 'answers.tierYuan' }] } });
    expect((await story.save({ householdAddress: '米公路 12 号 3 单元 502' })).status).toBe(200);
    expect(await story.act('submit')).toMatchObject({ status: 422, body: { code: 'APPLICATION_MARKS_LEFT', fields: [{ path: `picture:${pictureId}` }] } });
    expect((await hall.call('DELETE', `/resident/applications/${story.id}/pictures/${pictureId}`, resident)).status).toBe(200);
    await story.photograph('citizen-id-card');
    expect((await story.act('submit')).body).toMatchObject({ state: 'submitted', marks: [{ fixed: true }, { fixed: true }] });

    await story.review(clerk);
    expect((await story.seen()).state).toBe('ready');

    expect(await story.staff(clerk, 'POST', 'handle')).toMatchObject({ status: 409, body: { code: 'IDENTITY_NOT_VERIFIED' } });
    expect((await story.staff(clerk, 'POST', 'verify-identity', { citizenId: LI_MING.citizenId })).body.identityVerified).toBe(true);
    expect(await story.staff(clerk, 'POST', 'handle')).toMatchObject({ status: 409, body: { code: 'ORIGINALS_NOT_SEEN' } });
    await story.staff(clerk, 'PUT', 'originals', { seen: ['citizen-id-card', 'household-register'] });
    expect((await story.staff(clerk, 'POST', 'handle')).body).toMatchObject({ state: 'handled', assessment: { tierYuan: 500, residentPaysYuan: 500, profileId: 'example-wuhan-2021' } });
    expect((await hall.call<{ assurance: string }>('GET', '/resident/me', resident)).body.assurance).toBe('verified');

    for (const paper of ['form', 'receipt', 'notice']) {
      const printed = await hall.call<Buffer>('GET', `/staff/applications/${story.id}/${paper}.pdf`, clerk);
      expect([paper, printed.status, Buffer.from(printed.body).subarray(0, 5).toString()]).toEqual([paper, 200, '%PDF-']);
    }

    expect((await story.seenBy(head)).actions).toEqual([]);
    const batch = await hall.call<BatchView>('POST', '/staff/batches', { ...head, body: {} });
    expect(batch.body).toMatchObject({ number: '420606-2026-B0001', rows: 1, pending: 1, state: 'exported', createdBy: '陈科长' });
    expect(await hall.call('POST', '/staff/batches', { ...head, body: {} })).toMatchObject({ status: 409, body: { code: 'BATCH_NOTHING_TO_EXPORT' } });
    expect(await hall.call('GET', `/staff/batches/${batch.body.id}.xlsx`, head)).toMatchObject({ status: 403, body: { code: 'STEP_UP_NEEDED' } });
    await hall.steppedUp(head.token);
    const sheet = await hall.call<Buffer>('GET', `/staff/batches/${batch.body.id}.xlsx`, head);
    const answered = await answerAll(Buffer.from(sheet.body), { 办理结果: '办结', 省系统受理号: 'HB20261123' });
    const reply = await hall.upload<BatchReplyView>(`/staff/batches/${batch.body.id}/reply`, { name: 'reply.xlsx', type: 'application/octet-stream', bytes: answered }, head);
    expect(reply.body).toEqual({ batchId: batch.body.id, completed: 1, rejected: 0, repeated: 0, pending: 0, problems: [] });

    const done = await story.seen();
    expect(done).toMatchObject({ state: 'completed', actions: [], assessment: { tierYuan: 500 } });
    expect(done.timeline.map((step) => step.label)).toEqual(['开始填写', '提交审核', '退回补正', '提交审核', '材料已齐', '窗口办理', '办结']);

    const told = (await hall.dataSource.manager.find(OutboxEvent, { order: { id: 'ASC' } })).filter((event) => event.type.startsWith('application.'));
    expect(told.map((event) => event.type)).toEqual(['opened', 'submitted', 'returned', 'submitted', 'ready', 'handled', 'completed'].map((fact) => `application.${fact}`));
    const written = JSON.stringify([told, await hall.dataSource.manager.find(AuditEntry)]);
    for (const secret of [LI_MING.name, LI_MING.citizenId, '13800138000', '6222020200112233445', '米公路']) expect(written).not.toContain(secret);
  });

  test('a clerk sees hidden numbers only one at a time, and each look is written down', async () => {
    const story = await CaseStory.begin(hall, await hall.resident(person('王秀英', '42060619920304002')));
    await story.save({ phone: '13911112222' });
    const clerk = await hall.staff(['clerk']);
    expect(await hall.call('POST', `/staff/applications/${story.id}/unmask`, { ...clerk, body: { field: 'phone' } })).toMatchObject({ status: 200, body: { value: '13911112222' } });
    expect((await hall.dataSource.manager.findBy(AuditEntry, { action: 'case.unmask', subjectId: story.id })).map((entry) => [entry.actorId, entry.detail])).toEqual([[clerk.actor.id, { field: 'phone' }]]);
    const leader = await hall.staff(['leader']);
    expect((await hall.call('POST', `/staff/applications/${story.id}/unmask`, { ...leader, body: { field: 'phone' } })).status).toBe(403);
  });

  test('a picture is shown by a link of its own, for two minutes, and the use is written down with whom it was made for', async () => {
    const resident = await hall.resident(person('赵云', '42060619880707003'));
    const story = await CaseStory.begin(hall, resident);
    const { body } = await story.photograph('citizen-id-card');
    const pictureId = body.materials[0]!.pictures[0]!.id;
    const link = await hall.call<FileLinkView>('POST', `/resident/pictures/${pictureId}/link`, { ...resident, body: {} });
    const path = link.body.url.replace('/api', '');
    const shown = await hall.app.inject({ method: 'GET', url: `${link.body.url}?variant=thumb` });
    expect(shown.statusCode).toBe(200);
    expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-disposition': 'inline; filename="picture.jpg"' });
    expect((await hall.dataSource.manager.findBy(AuditEntry, { action: 'picture.show', subjectId: pictureId })).map((entry) => entry.detail)).toEqual([{ madeFor: `resident:${resident.actor.id}`, variant: 'thumb' }]);

    const stranger = await hall.resident();
    expect((await hall.call('POST', `/resident/pictures/${pictureId}/link`, { ...stranger, body: {} })).status).toBe(404);
    const forged = path.slice(0, -1) + (path.endsWith('0') ? '1' : '0');
    expect((await hall.call('GET', forged)).status).toBe(404);
    hall.clock.advance(2 * 60_000);
    expect(await hall.call('GET', path)).toMatchObject({ status: 410, body: { code: 'FILE_LINK_EXPIRED' } });
    hall.clock.advance(-2 * 60_000);
  });
});

/** The sheet with these words in every row, as somebody at the provincial system fills it in. */
async function answerAll(sheet: Buffer, words: Record<string, string>): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(sheet).buffer);
  const [page] = book.worksheets;
  const head = 3;
  page!.getRow(head).eachCell((cell, column) => {
    const word = words[String(cell.value)];
    for (let row = head + 1; word !== undefined && row <= page!.rowCount; row += 1) page!.getCell(row, column).value = word;
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}
