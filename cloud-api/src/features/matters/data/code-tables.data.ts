import { ETHNIC_GROUPS } from './ethnic-groups.data.ts';

export const TABLE_NAMES = ['ethnicGroup', 'area', 'bank', 'specialGroup', 'householdType', 'relation', 'otherPension', 'ratingReason'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** Set by a national standard: an editor may not touch these. */
export const FIXED_TABLES: readonly TableName[] = ['ethnicGroup'];

/** Those the hall keeps itself, each with where it is asked. */
export const TABLE_WORDS = {
  area: { label: '街道（镇）', meaning: '户籍所在街道（镇），填参保登记时选' },
  bank: { label: '开户银行', meaning: '领养老金的银行，填参保登记时选' },
  specialGroup: { label: '特殊参保群体', meaning: '政府代缴的群体，要和缴费标准里的对得上' },
  householdType: { label: '户籍性质', meaning: '填参保登记时选' },
  relation: { label: '与本人的关系', meaning: '添加家人、代办时选' },
  otherPension: { label: '其他养老保险', meaning: '以前参加过的其他养老保险' },
} as const;
export type KeptTable = keyof typeof TABLE_WORDS;
export const KEPT_TABLES = Object.keys(TABLE_WORDS) as KeptTable[];

/**
 * What the hall starts with, as `[code, label]`. Provinces and districts differ, so all but the fixed tables are
 * edited in the hall; the codes of `specialGroup` are those of the policy profiles.
 */
export const CODE_TABLES: Readonly<Record<TableName, readonly (readonly [string, string])[]>> = {
  ethnicGroup: ETHNIC_GROUPS,
  area: [
    ['hanjiang', '汉江街道'], ['wangzhai', '王寨街道'], ['zhongyuan', '中原街道'], ['dingzhongmen', '定中门街道'], ['qinghekou', '清河口街道'],
    ['pingxiangmen', '屏襄门街道'], ['migong', '米公街道'], ['shipu', '柿铺街道'], ['niushou', '牛首镇'], ['taipingdian', '太平店镇'],
  ],
  // The first three digits are those of the payment system's bank numbers.
  bank: [
    ['102', '中国工商银行'], ['103', '中国农业银行'], ['104', '中国银行'], ['105', '中国建设银行'], ['301', '交通银行'], ['403', '中国邮政储蓄银行'],
    ['402', '农村信用社'], ['314', '农村商业银行'], ['313', '城市商业银行'], ['other', '其他银行'],
  ],
  specialGroup: [
    ['none', '不属于特殊群体'], ['subsistence', '低保对象'], ['destitute', '特困人员'], ['severe-disability', '一、二级重度残疾人'],
    ['poverty-relapse', '返贫致贫、未标注脱贫人口'], ['family-planning', '计划生育特殊家庭'], ['other', '其他'],
  ],
  householdType: [['agricultural', '农业户口'], ['non-agricultural', '非农业户口'], ['resident', '居民户口']],
  relation: [
    ['spouse', '配偶'], ['father', '父亲'], ['mother', '母亲'], ['child', '子女'], ['sibling', '兄弟姐妹'], ['grandparent', '祖父母/外祖父母'], ['grandchild', '孙子女/外孙子女'], ['other', '其他'],
  ],
  otherPension: [['employee', '职工养老保险'], ['old-rural', '老农保或中农保'], ['other', '其他']],
  ratingReason: [
    ['warm', '态度热情'], ['clear', '讲得清楚'], ['quick', '办得快'], ['once', '一次办成'], ['tidy', '环境整洁'],
    ['cold', '态度冷淡'], ['unclear', '没讲清楚'], ['slow', '办得慢'], ['waited', '等得久'], ['returned', '让我多跑了一趟'], ['untidy', '环境不好'], ['other', '其他'],
  ],
};
