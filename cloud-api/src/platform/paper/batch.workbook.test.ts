import ExcelJS from 'exceljs';
import type { Worksheet } from 'exceljs';
import { readReply } from './batch-reply.workbook.ts';
import { BATCH_COLUMNS } from './batch.columns.ts';
import type { BatchRow } from './batch.columns.ts';
import { writeBatch } from './batch.workbook.ts';
import { zipOf } from './testing/zip.builder.ts';
import { guardWorkbook } from './workbook.guard.ts';

const NUMBER = 'PC20261123-01';
const person = (changes: Partial<BatchRow> = {}): BatchRow => ({
  key: 'k1', caseNumber: 'CB20261123-0007', name: '王桂兰', sex: '女', ethnicGroup: '汉族', citizenId: '420606195003150023', birthDay: '1950-03-15', phone: '13812345678',
  householdArea: '樊城区汉江街道', householdAddress: '长虹路 18 号', householdType: '居民户口（农村）', year: 2026, tierYuan: 1000, subsidyYuan: 60, governmentPaysYuan: 0,
  specialGroup: '低保', otherPensions: '无', bank: '中国邮政储蓄银行', bankCard: '6217991234567890128', handledOn: '2026-11-23', clerk: '张敏', ...changes,
});
const people = [person(), person({ key: 'k2', caseNumber: 'CB20261123-0008', name: '李明', citizenId: '420606199001011239' }), person({ key: 'k3', caseNumber: 'CB20261123-0009', name: '=HYPERLINK("http://x")' })];
const exported = () => writeBatch({ number: NUMBER, hallName: '樊城区城乡居民社保服务大厅', createdAt: Date.UTC(2026, 10, 23), rows: people });

/** The batch as it comes back: opened in a spreadsheet, changed and saved. */
const edited = async (change: (sheet: Worksheet, cell: (title: string, row: number) => ExcelJS.Cell) => void) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(await exported()).buffer);
  const sheet = book.worksheets[0] as Worksheet;
  const cell = (title: string, row: number) => {
    let column = 0;
    sheet.getRow(3).eachCell((each, at) => { if (each.text === title) column = at; });
    return sheet.getCell(row, column);
  };
  change(sheet, cell);
  return Buffer.from(await book.xlsx.writeBuffer());
};
const problemsOf = async (change: Parameters<typeof edited>[0]) => (await readReply(await edited(change), NUMBER)).problems.map(({ message }) => message);
const code = (reading: Promise<unknown>) => reading.then(() => 'accepted', (error: { code: string }) => error.code);

describe('the batch for the provincial system', () => {
  it('carries every column in Chinese, IDs and accounts as text, money as numbers, and a hidden key', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await exported()).buffer);
    const sheet = book.worksheets[0] as Worksheet;
    const rowOf = (number: number) => Object.fromEntries(BATCH_COLUMNS.map(({ title }, index) => [title, sheet.getCell(number, index + 1)]));
    const first = rowOf(4);
    expect(first['公民身份号码']).toMatchObject({ value: '420606195003150023', type: ExcelJS.ValueType.String, numFmt: '@' });
    expect(first['银行账号']).toMatchObject({ value: '6217991234567890128', type: ExcelJS.ValueType.String, numFmt: '@' });
    expect(first['缴费标准（元/年）']).toMatchObject({ value: 1000, type: ExcelJS.ValueType.Number });
    expect(first['批次号']?.value).toBe(NUMBER);
    expect([rowOf(4), rowOf(5), rowOf(6)].map((row) => row['序号']?.value)).toEqual([1, 2, 3]);
    expect(sheet.getColumn(1)).toMatchObject({ hidden: true });
    expect(first['行标识']?.value).toBe('k1');
    expect(sheet.rowCount).toBe(6);
  });

  it('a name that looks like a formula stays a name', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await exported()).buffer);
    expect(book.worksheets[0]?.getCell('E6')).toMatchObject({ type: ExcelJS.ValueType.String, value: '=HYPERLINK("http://x")' });
  });
});

describe('the reply', () => {
  it('untouched, all are still pending', async () => {
    expect(await readReply(await exported(), NUMBER)).toEqual({ rows: [], pending: 3, problems: [] });
  });

  it('completed and rejected rows are read with number, reason and last day, in whatever order they stand', async () => {
    const reply = await readReply(await edited((sheet, cell) => {
      cell('办理结果', 4).value = ' 办结 ';
      cell('省系统受理号', 4).value = 42060012345;
      cell('办理结果', 5).value = '退回';
      cell('退回原因', 5).value = { richText: [{ text: '银行账号' }, { text: '与姓名不符' }] };
      cell('整改期限', 5).value = new Date(Date.UTC(2026, 11, 7));
      cell('整改期限', 5).numFmt = 'yyyy-mm-dd';
      const [last, first] = [sheet.getRow(6).values, sheet.getRow(4).values];
      sheet.getRow(4).values = last as ExcelJS.CellValue[];
      sheet.getRow(6).values = first as ExcelJS.CellValue[];
    }), NUMBER);
    expect(reply).toEqual({
      pending: 1, problems: [],
      rows: [
        { row: 5, key: 'k2', caseNumber: 'CB20261123-0008', name: '李明', outcome: 'rejected', reason: '银行账号与姓名不符', deadline: '2026-12-07' },
        { row: 6, key: 'k1', caseNumber: 'CB20261123-0007', name: '王桂兰', outcome: 'completed', provinceNumber: '42060012345' },
      ],
    });
  });

  it.each([['2026-12-07'], ['2026/12/7'], ['2026年12月7日'], ['2026.12.07']])('a last day written %s is understood', async (written) => {
    const { rows } = await readReply(await edited((_, cell) => {
      cell('办理结果', 4).value = '退回';
      cell('退回原因', 4).value = '请补正';
      cell('整改期限', 4).value = written;
    }), NUMBER);
    expect(rows).toMatchObject([{ deadline: '2026-12-07' }]);
  });

  it('a row that cannot be understood is named with its person, row and column, and the others count', async () => {
    const reply = await readReply(await edited((_, cell) => {
      cell('办理结果', 4).value = '可能';
      cell('办理结果', 5).value = '办结';
    }), NUMBER);
    expect(reply.problems).toEqual([{ row: 4, name: '王桂兰', message: '第 4 行的“办理结果”请填“办结”或“退回”' }]);
    expect(reply.rows).toMatchObject([{ key: 'k2' }]);
  });

  it('each way of filling a row wrongly has its own sentence', async () => {
    expect(await problemsOf((_, cell) => { cell('办理结果', 4).value = '退回'; })).toEqual(['第 4 行填了“退回”但没有写“退回原因”，请补填']);
    expect(await problemsOf((_, cell) => { cell('退回原因', 4).value = '不符'; })).toEqual(['第 4 行写了“退回原因”但没有填“办理结果”，请补填']);
    expect(await problemsOf((_, cell) => { cell('办理结果', 4).value = '办结'; cell('退回原因', 4).value = '不符'; })).toEqual(['第 4 行填了“办结”又写了“退回原因”，请核对是办结还是退回']);
    expect(await problemsOf((_, cell) => { cell('办理结果', 4).value = '退回'; cell('退回原因', 4).value = '不符'; cell('整改期限', 4).value = '2026-02-30'; })).toEqual(['第 4 行的“整改期限”不是日期，请写成 2026-12-07 这样']);
    expect(await problemsOf((_, cell) => { cell('办理结果', 4).value = '退回'; cell('退回原因', 4).value = '长'.repeat(501); })).toEqual(['第 4 行的“退回原因”超过 500 字，请精简']);
    expect(await problemsOf((_, cell) => { cell('行标识', 4).value = null; })).toEqual(['第 4 行没有“行标识”，请使用本系统导出的原表，不要新增行']);
    expect(await problemsOf((_, cell) => { cell('行标识', 5).value = 'k1'; })).toEqual(['第 5 行与前面的某一行重复，请删除其中一行']);
    expect(await problemsOf((_, cell) => { cell('批次号', 5).value = 'PC1'; })).toEqual([`第 5 行的“批次号”不是 ${NUMBER}，请核对`]);
    expect(await problemsOf((_, cell) => { cell('办理结果', 4).value = { error: '#REF!' } as ExcelJS.CellErrorValue; })).toEqual(['第 4 行的“办理结果”是错误值，请改成文字']);
    expect(await problemsOf((_, cell) => { cell('办理结果', 4).value = 'toString'; })).toEqual(['第 4 行的“办理结果”请填“办结”或“退回”']);
  });

  it('a formula is no statement, whatever result it shows', async () => {
    expect(await problemsOf((_, cell) => { cell('办理结果', 4).value = { formula: 'IF(1,"办结","退回")', result: '办结' }; })).toEqual(['第 4 行的“办理结果”是公式，请改成文字']);
    expect(await problemsOf((_, cell) => { cell('行标识', 4).value = { formula: '"k2"', result: 'k2' }; })).toEqual(['第 4 行的“行标识”是公式，请改成文字']);
  });

  it('another batch, a sheet without the columns, and an empty sheet are refused as a whole', async () => {
    await expect(readReply(await exported(), 'PC20261123-02')).rejects.toMatchObject({ code: 'WORKBOOK_OTHER_BATCH', extras: { detail: expect.stringContaining(`这是批次 ${NUMBER} 的表格`) } });
    await expect(readReply(await edited((_, cell) => { cell('办理结果', 3).value = '结果'; cell('行标识', 3).value = null; }), NUMBER)).rejects.toMatchObject({ code: 'WORKBOOK_COLUMNS_MISSING', extras: { detail: '这不是本系统导出的表格，缺少这些列：行标识、办理结果。请下载原表填写' } });
    const empty = new ExcelJS.Workbook();
    empty.addWorksheet('空');
    expect(await code(readReply(Buffer.from(await empty.xlsx.writeBuffer()), NUMBER))).toBe('WORKBOOK_COLUMNS_MISSING');
  });
});

describe('hostile files', () => {
  const workbook = { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') };

  it('what is no workbook is refused for what it is', async () => {
    expect(await code(readReply(Buffer.alloc(0), NUMBER))).toBe('WORKBOOK_EMPTY');
    expect(await code(readReply(Buffer.from('姓名，办理结果\n王桂兰，办结'), NUMBER))).toBe('WORKBOOK_NOT_XLSX');
    expect(await code(readReply(Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), NUMBER))).toBe('WORKBOOK_NOT_XLSX');
    expect(await code(readReply(zipOf([{ name: 'word/document.xml', data: Buffer.from('x') }]), NUMBER))).toBe('WORKBOOK_NOT_XLSX');
    expect(await code(readReply((await exported()).subarray(0, 3000), NUMBER))).toBe('WORKBOOK_DAMAGED');
    expect(await code(readReply(zipOf([workbook]), NUMBER))).toBe('WORKBOOK_DAMAGED');
  });

  it('a bomb is refused by the size it declares and by the size it really has', async () => {
    const zeros = Buffer.alloc(3_000_000);
    const honest = zipOf([workbook, { name: 'xl/worksheets/sheet1.xml', data: zeros }]);
    const lying = zipOf([workbook, { name: 'xl/worksheets/sheet1.xml', data: zeros, declares: 100 }]);
    expect(honest.length).toBeLessThan(10_000);
    expect(await code(guardWorkbook(honest, { maxUnpackedBytes: 1_000_000 }))).toBe('WORKBOOK_TOO_LARGE');
    expect(await code(guardWorkbook(lying, { maxUnpackedBytes: 1_000_000 }))).toBe('WORKBOOK_DAMAGED');
    expect(await code(guardWorkbook(honest, { maxUnpackedBytes: 4_000_000 }))).toBe('accepted');
    const many = zipOf([workbook, ...Array.from({ length: 3 }, (_, index) => ({ name: `xl/${index}.xml`, data: Buffer.alloc(600_000) }))]);
    expect(await code(guardWorkbook(many, { maxUnpackedBytes: 1_000_000 }))).toBe('WORKBOOK_TOO_LARGE');
    expect(await code(guardWorkbook(many, { maxEntries: 3 }))).toBe('WORKBOOK_TOO_LARGE');
    expect(await code(guardWorkbook(many, { maxBytes: 100 }))).toBe('WORKBOOK_TOO_LARGE');
  });

  it('macros and links to other files are refused', async () => {
    for (const name of ['xl/vbaProject.bin', 'xl/externalLinks/externalLink1.xml', 'xl/embeddings/oleObject1.bin']) expect(await code(guardWorkbook(zipOf([workbook, { name, data: Buffer.from('x') }])))).toBe('WORKBOOK_ACTIVE');
    expect(await code(guardWorkbook(await exported()))).toBe('accepted');
  });

  it('a path that climbs out of the archive is refused', async () => {
    expect(await code(guardWorkbook(zipOf([workbook, { name: '../../etc/passwd', data: Buffer.from('x') }])))).toBe('WORKBOOK_DAMAGED');
  });
});
