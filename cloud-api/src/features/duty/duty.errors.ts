import { defineErrors } from '../../platform/errors/domain-error.ts';

export const dutyErrors = defineErrors({
  DUTY_INVALID: { status: 422, title: '排班有一处填得不对，请按提示修改' },
  DUTY_SHIFT_SETTLED: { status: 409, title: '这一天已经签到或交接，不能再改排班' },
  DUTY_NOT_YOURS: { status: 403, title: '只有当班领导或其 B 岗可以操作' },
  DUTY_OTHER_DAY: { status: 409, title: '现在不是带班的日子' },
  DUTY_ABSENCE_OVER: { status: 409, title: '这段不在岗已经结束，不能再撤销' },
  DUTY_WORKBOOK_UNREADABLE: { status: 422, title: '这不是排班表，请先下载模板，填好再上传' },
});
