import { defineErrors } from '../../platform/errors/domain-error.ts';

export const assessmentErrors = defineErrors({
  FLAG_FORMULA_INVALID: { status: 400, title: '红旗窗口的办法还不完整，请按提示修改。' },
  ASSESSMENT_FORMULA_INVALID: { status: 400, title: '考核办法还不完整，请按提示修改。' },
  APPEAL_FACTS_UNKNOWN: { status: 400, title: '请从这张考核表的记录里选出有异议的几条。' },
  APPEAL_MADE_ALREADY: { status: 409, title: '这张考核表已经申诉过，请看复核结果。' },
  APPEAL_SAME_PERSON: { status: 403, title: '复核要由别人来做：本人和定办法的人都不能决定。' },
});
