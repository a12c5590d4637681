/** One person's row of a batch for the provincial system, in words and plain values. */
export interface BatchRow {
  /** Opaque; by it the reply finds its case again, however the rows were sorted meanwhile. */
  key: string;
  caseNumber: string;
  name: string;
  sex: string;
  ethnicGroup: string;
  citizenId: string;
  /** `YYYY-MM-DD` */
  birthDay: string;
  phone: string;
  householdArea: string;
  householdAddress: string;
  householdType: string;
  year: number;
  tierYuan: number;
  subsidyYuan: number;
  governmentPaysYuan: number;
  specialGroup: string;
  otherPensions: string;
  bank: string;
  bankCard: string;
  /** `YYYY-MM-DD` */
  handledOn: string;
  clerk: string;
}

export interface BatchColumn {
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly kind: 'text' | 'number';
  readonly value: (row: BatchRow, position: number, batchNumber: string) => string | number;
}

const text = (title: string, width: number, value: (row: BatchRow) => string): BatchColumn => ({ title, width, kind: 'text', value });
const number = (title: string, width: number, value: (row: BatchRow) => number): BatchColumn => ({ title, width, kind: 'number', value });

/** Titles the reply is read by. */
export const KEY = '行标识';
export const BATCH = '批次号';
export const CASE = '业务编号';
export const NAME = '姓名';
export const RESULT = '办理结果';
export const PROVINCE_NUMBER = '省系统受理号';
export const REASON = '退回原因';
export const DEADLINE = '整改期限';
export const REPLY_TITLES = [RESULT, PROVINCE_NUMBER, REASON, DEADLINE] as const;
export const RESULT_WORDS = { completed: '办结', rejected: '退回' } as const;

/** The sheet from left to right; the key is hidden, and the four columns of the reply come after these. */
export const BATCH_COLUMNS: readonly BatchColumn[] = [
  text(KEY, 10, (row) => row.key),
  { title: '序号', width: 6, kind: 'number', value: (_, position) => position },
  { title: BATCH, width: 18, kind: 'text', value: (_, __, batchNumber) => batchNumber },
  text(CASE, 20, (row) => row.caseNumber),
  text(NAME, 12, (row) => row.name),
  text('性别', 6, (row) => row.sex),
  text('民族', 8, (row) => row.ethnicGroup),
  text('公民身份号码', 22, (row) => row.citizenId),
  text('出生日期', 13, (row) => row.birthDay),
  text('联系电话', 14, (row) => row.phone),
  text('户籍所在地', 24, (row) => row.householdArea),
  text('户籍地址', 32, (row) => row.householdAddress),
  text('户籍性质', 16, (row) => row.householdType),
  number('参保年度', 10, (row) => row.year),
  number('缴费标准（元/年）', 16, (row) => row.tierYuan),
  number('政府补贴（元）', 14, (row) => row.subsidyYuan),
  number('政府代缴（元）', 14, (row) => row.governmentPaysYuan),
  text('特殊参保群体', 18, (row) => row.specialGroup),
  text('其他养老保险', 28, (row) => row.otherPensions),
  text('开户银行', 22, (row) => row.bank),
  text('银行账号', 24, (row) => row.bankCard),
  text('办理日期', 13, (row) => row.handledOn),
  text('经办人', 12, (row) => row.clerk),
];
