import { defineErrors } from '../../platform/errors/domain-error.ts';

export const calendarErrors = defineErrors({
  CALENDAR_YEAR_UNKNOWN: { status: 404, title: '这一年的放假安排还没有录入' },
  CALENDAR_YEAR_INVALID: { status: 422, title: '放假安排有几处要改，请按提示改正后再保存' },
  CALENDAR_YEAR_PAST: { status: 409, title: '已经过去的年份不能再改' },
  CALENDAR_YEAR_OFFICIAL: { status: 409, title: '这一年已有正式安排，不能换回暂定的' },
});
