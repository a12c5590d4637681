import type { PolicyProfile } from './policy-profile.ts';

const EXAMPLE_NOTE = '示例金额，按国家最低档 100 元列出，实际代缴多少以本区公布为准';

/**
 * An example to work with until the district loads its own. Tiers, subsidies, supplement and dates: 武政规〔2021〕21号 (武汉 only).
 * Base pension: the national minimum of 2025. The amounts paid for special groups are placeholders and say so.
 */
export const WUHAN_EXAMPLE_PROFILE: PolicyProfile = {
  id: 'example-wuhan-2021', name: '示例标准（武汉 2021）', example: true,
  source: '武政规〔2021〕21号（仅武汉市，2026-12-31 失效）；基础养老金为 2025 年全国最低标准；特殊群体代缴金额为示例',
  effectiveFrom: '2022-01-01', effectiveTo: '2026-12-31',
  tiers: Array.from({ length: 57 }, (_, index) => 400 + index * 100).map((yuan) => ({ yuan, subsidyYuan: yuan >= 500 ? 60 : 45 })),
  specialGroups: [
    { code: 'subsistence', label: '低保对象', governmentPaysYuan: 100, note: EXAMPLE_NOTE },
    { code: 'destitute', label: '特困人员', governmentPaysYuan: 100, note: EXAMPLE_NOTE },
    { code: 'severe-disability', label: '一、二级重度残疾人', governmentPaysYuan: 100, note: EXAMPLE_NOTE },
    { code: 'poverty-relapse', label: '返贫致贫、未标注脱贫人口', governmentPaysYuan: 100, note: EXAMPLE_NOTE },
    { code: 'family-planning', label: '计划生育特殊家庭', governmentPaysYuan: 100, note: EXAMPLE_NOTE },
    { code: 'other', label: '其他', governmentPaysYuan: 0, note: '由窗口核定' },
  ],
  basePensionMonthly: 143, ageTilts: [],
  yearSupplement: { from: 15, upTo: 15, monthlyPerYear: 2, monthlyPerYearBeyond: 3, beyond: 'only-years-beyond' },
  divisor: 139, fullYears: 15,
  disclaimer: '这是示例标准，不是本区政策；金额以经办机构核定为准。',
};
