import ExcelJS from 'exceljs';
import { instantAt } from '@hall/shared/kernel/day';
import { onEveryDatabase } from '../../platform/persistence/testing/on-every-database.ts';
import { TestApp } from '../../testing/test-app.ts';
import { Deadlines } from '../deadlines/deadlines.ts';
import type { BatchReplyView, BatchView } from './batch.dto.ts';
import { CaseStory, person } from './testing/case.builder.ts';

jest.setTimeout(60_000);
const HEAD_ROW = 3;

onEveryDatabase((database) => {
  let hall: TestApp;
  let head: Awaited<ReturnType<TestApp['staff']>>;
  beforeAll(async () => {
    hall = await TestApp.start(database.url);
    head = await hall.staff(['head']);
    await hall.steppedUp(head.token);
  });
  afterAll(() => hall.close());

  const handled = async (name: string, first17: string) => {
    const story = await CaseStory.begin(hall, await hall.resident(person(name, first17)));
    await story.handIn(person(name, first17));
    await story.review(head);
    await story.handle(head);
    return story;
  };
  const gather = () => hall.call<BatchView>('POST', '/staff/batches', { ...head, body: {} });
  const sheetOf = async (batch: BatchView): Promise<Buffer> => Buffer.from((await hall.call<Buffer>('GET', `/staff/batches/${batch.id}.xlsx`, head)).body);
  const reply = (batch: BatchView, bytes: Buffer) => hall.upload<BatchReplyView>(`/staff/batches/${batch.id}/reply`, { name: 'reply.xlsx', type: 'application/octet-stream', bytes }, head);

  test('the province’s word counts row by row: done, sent back with a notice, or named as a problem', async () => {
    const [good, bad, mixed] = [await handled('何一', '42060619900401101'), await handled('何二', '42060619900401102'), await handled('何三', '42060619900401103')];
    const { body: batch } = await gather();
    expect(batch).toMatchObject({ rows: 3, pending: 3 });
    const sheet = await filledIn(await sheetOf(batch), [
      { 办理结果: '办结' },
      { 办理结果: '退回', 退回原因: '户籍信息与公安不一致', 整改期限: '2026-12-11' },
      { 办理结果: '办结', 姓名: '别人' },
    ]);
    const first = await reply(batch, sheet);
    expect(first.body).toMatchObject({ completed: 1, rejected: 1, repeated: 0, pending: 0, problems: [{ row: HEAD_ROW + 3, name: '别人', message: expect.stringContaining('业务编号或姓名') }] });
    expect((await good.seen()).state).toBe('completed');
    expect((await mixed.seen()).state).toBe('handled');
    expect(await bad.seenBy(head)).toMatchObject({ state: 'rejected', rejection: { reason: '户籍信息与公安不一致', deadline: '2026-12-11' }, noticeNumber: expect.stringMatching(/^告知/) });

    const fix = async () => (await hall.app.get(Deadlines).of('application', [bad.id])).get(bad.id)!.find(({ step }) => step === 'rejected-fix');
    expect(await fix()).toMatchObject({ state: 'running', dueAt: instantAt('2026-12-11', '17:00'), ownerId: head.actor.id });

    // The same file once more does nothing twice, and says so.
    expect((await reply(batch, sheet)).body).toMatchObject({ completed: 0, rejected: 0, repeated: 2, problems: [{ row: HEAD_ROW + 3 }] });
    expect((await reply(batch, await sheetOf(batch))).body).toMatchObject({ completed: 0, rejected: 0, repeated: 0, pending: 3, problems: [] });
    const list = await hall.call<{ items: BatchView[] }>('GET', '/staff/batches', head);
    expect(list.body.items[0]).toMatchObject({ state: 'replied', completed: 1, rejected: 1, pending: 1 });

    await bad.staff(head, 'PATCH', 'draft', { answers: { householdAddress: '米公路 13 号' } });
    expect((await bad.staff(head, 'POST', 'handle')).body).toMatchObject({ state: 'handled', rejection: null });
    expect(await fix()).toMatchObject({ state: 'met' });
    const { body: later } = await gather();
    expect(later).toMatchObject({ rows: 1, number: '420606-2026-B0002' });
    expect(await textOf(await sheetOf(later))).toContain('米公路 13 号');
    expect(await textOf(await sheetOf(batch))).not.toContain('米公路 13 号');
  });

  test('another batch’s sheet, a picture or an empty file is refused as a whole', async () => {
    await handled('何四', '42060619900401104');
    const { body: batch } = await gather();
    await handled('何五', '42060619900401105');
    const { body: other } = await gather();
    expect(await reply(batch, await filledIn(await sheetOf(other), [{ 办理结果: '办结' }]))).toMatchObject({ status: 409, body: { code: 'WORKBOOK_OTHER_BATCH' } });
    expect(await reply(batch, Buffer.from('not a workbook'))).toMatchObject({ status: 415, body: { code: 'WORKBOOK_NOT_XLSX' } });
    const clerk = await hall.staff(['clerk']);
    expect((await hall.call('GET', `/staff/batches/${batch.id}.xlsx`, clerk)).status).toBe(403);
  });
});

async function read(sheet: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(sheet).buffer);
  return book;
}

/** Writes these words into the rows below the head, by column title. */
async function filledIn(sheet: Buffer, rows: Record<string, string>[]): Promise<Buffer> {
  const book = await read(sheet);
  const [page] = book.worksheets;
  page!.getRow(HEAD_ROW).eachCell((cell, column) => {
    rows.forEach((words, index) => {
      const word = words[String(cell.value)];
      if (word !== undefined) page!.getCell(HEAD_ROW + 1 + index, column).value = word;
    });
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function textOf(sheet: Buffer): Promise<string> {
  const texts: string[] = [];
  (await read(sheet)).worksheets[0]!.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts.join('\n');
}
