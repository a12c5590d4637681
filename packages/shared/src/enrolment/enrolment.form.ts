/** A spell under another pension scheme. `from` and `to` are months `YYYY-MM`; `to` is null while it goes on. */
export interface OtherPension { kind: string; from: string; to: string | null }

/** Everything the enrolment form asks. All optional while a draft; an empty text means "cleared". */
export interface EnrolmentAnswers {
  name?: string; citizenId?: string; ethnicGroup?: string; phone?: string;
  householdArea?: string; householdAddress?: string; householdType?: string;
  isStudent?: boolean; isCivilServant?: boolean; hasEmployeePension?: boolean; otherPensions?: OtherPension[];
  tierYuan?: number; specialGroup?: string; assessmentYear?: number;
  bankCode?: string; bankCard?: string; declarationAccepted?: boolean;
}
export type FieldName = keyof EnrolmentAnswers;
export type FieldKind = 'text' | 'citizen-id' | 'phone' | 'code' | 'area' | 'yes-no' | 'tier' | 'year' | 'bank-card' | 'periods';
export type GroupId = 'person' | 'contact' | 'eligibility' | 'contribution' | 'account' | 'declaration';

/** One question. `codeTable` names the table its answers come from; `maxLength` counts characters as typed; `short` heads its line where answers are read instead of asked for. */
export interface FormField {
  name: FieldName; label: string; kind: FieldKind; required: boolean; maxLength: number;
  codeTable?: string; example?: string; help?: string; short?: string;
}
export interface FormGroup { id: GroupId; title: string; intro: string; fields: readonly FormField[] }

/** The code of "belongs to no special group" in the table `specialGroup`. */
export const NO_SPECIAL_GROUP = 'none';
/** How many spells under other schemes one case may list. */
export const MAX_OTHER_PENSIONS = 10;

/** 参保登记表 as data: screens draw it, the printed form and the rules read it. */
export const ENROLMENT_FORM: readonly FormGroup[] = [
  { id: 'person', title: '参保人', intro: '请对照身份证填写。', fields: [
    { name: 'name', label: '姓名', kind: 'text', required: true, maxLength: 30, example: '王秀英', help: '与身份证上一致' },
    { name: 'citizenId', label: '身份证号码', kind: 'citizen-id', required: true, maxLength: 24, help: '18 位，最后一位可能是 X' },
    { name: 'ethnicGroup', label: '民族', kind: 'code', codeTable: 'ethnicGroup', required: true, maxLength: 8 },
  ] },
  { id: 'contact', title: '联系与户籍', intro: '户籍信息看户口簿首页和本人页。', fields: [
    { name: 'phone', label: '手机号码', kind: 'phone', required: true, maxLength: 20, help: '审核结果和叫号会通知到这个号码' },
    { name: 'householdArea', label: '户籍所在街道（镇）', short: '街道（镇）', kind: 'area', codeTable: 'area', required: true, maxLength: 16 },
    { name: 'householdAddress', label: '户籍详细地址', kind: 'text', required: true, maxLength: 80, example: '建设路 12 号 3 单元 502', help: '照户口簿写到门牌号，村里写到几组' },
    { name: 'householdType', label: '户籍性质', kind: 'code', codeTable: 'householdType', required: true, maxLength: 32 },
  ] },
  { id: 'eligibility', title: '参保条件', intro: '这几项决定能不能参加居民养老保险，请如实选择。', fields: [
    { name: 'isStudent', label: '现在是在校学生吗？', short: '在校学生', kind: 'yes-no', required: true, maxLength: 5 },
    { name: 'isCivilServant', label: '是机关或事业单位的在编人员吗？', short: '机关事业在编', kind: 'yes-no', required: true, maxLength: 5 },
    { name: 'hasEmployeePension', label: '现在正由单位（或以灵活就业身份）交职工养老保险吗？', short: '在交职工养老', kind: 'yes-no', required: true, maxLength: 5, help: '以前交过、现在已停的选“否”，在下面一项里写明' },
    { name: 'otherPensions', label: '以前参加过的其他养老保险', short: '其他养老保险', kind: 'periods', codeTable: 'otherPension', required: false, maxLength: 7, help: '没有就不用填；起止写到月份，例如 2012-03' },
  ] },
  { id: 'contribution', title: '缴费', intro: '选一个每年的缴费档次，交得多、交得久，领得多。', fields: [
    { name: 'specialGroup', label: '是否属于特殊参保群体', short: '特殊群体', kind: 'code', codeTable: 'specialGroup', required: true, maxLength: 32, help: '属于的由政府代缴一部分，需要带证明' },
    { name: 'tierYuan', label: '缴费档次（元/年）', short: '缴费档次', kind: 'tier', required: true, maxLength: 6 },
    { name: 'assessmentYear', label: '缴费年度', kind: 'year', required: true, maxLength: 4 },
  ] },
  { id: 'account', title: '银行账户', intro: '以后补贴和养老金发到这个账户，必须是参保人本人的。', fields: [
    { name: 'bankCode', label: '开户银行', kind: 'code', codeTable: 'bank', required: true, maxLength: 16 },
    { name: 'bankCard', label: '银行卡号', kind: 'bank-card', required: true, maxLength: 30, help: '12 到 19 位数字，社保卡的银行账号也可以' },
  ] },
  { id: 'declaration', title: '声明', intro: '请读一遍再提交。', fields: [
    { name: 'declarationAccepted', label: '我保证以上内容真实，如有变化会及时告知', kind: 'yes-no', required: true, maxLength: 5 },
  ] },
];

export const ENROLMENT_FIELDS: readonly FormField[] = ENROLMENT_FORM.flatMap((group) => group.fields);
const BY_NAME = new Map<string, FormField>(ENROLMENT_FIELDS.map((field) => [field.name, field]));

/** The question of that name, or undefined when the form has none. */
export const fieldNamed = (name: string): FormField | undefined => BY_NAME.get(name);

/** The label people know a field by; the name itself when the form has no such field. */
export const fieldLabel = (name: string): string => BY_NAME.get(name)?.label ?? name;

export const isEmptyAnswer = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** `before` with what changed laid over it; an empty text removes the answer. */
export function mergeAnswers(before: EnrolmentAnswers, change: EnrolmentAnswers): EnrolmentAnswers {
  const merged: Record<string, unknown> = { ...before, ...change };
  for (const name of Object.keys(merged)) if (merged[name] === '') delete merged[name];
  return merged as EnrolmentAnswers;
}

/** Names of the fields whose answers differ; an empty text equals no answer. */
export function changedFields(before: EnrolmentAnswers, after: EnrolmentAnswers): FieldName[] {
  const written = (value: unknown) => (isEmptyAnswer(value) ? '' : JSON.stringify(value));
  return ENROLMENT_FIELDS.map((field) => field.name).filter((name) => written(before[name]) !== written(after[name]));
}
