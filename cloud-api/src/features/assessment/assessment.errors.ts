import { defineErrors } from '../../platform/errors/domain-error.ts';

export const assessmentErrors = defineErrors({
  FLAG_FORMULA_INVALID: { status: 400, title: '红旗窗口的办法还不完整，请按提示修改。' },
});
