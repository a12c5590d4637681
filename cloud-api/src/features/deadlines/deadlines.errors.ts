import { defineErrors } from '../../platform/errors/domain-error.ts';

export const deadlineErrors = defineErrors({
  DEADLINE_OVERDUE: { status: 409, title: '已经超期，不能再延期或暂停，请尽快办结' },
  DEADLINE_OWN: { status: 403, title: '自己承办的事项要请其他负责人暂停计时' },
  DEADLINE_PAUSED_OFTEN: { status: 409, title: '已经暂停过两次，不能再停，请尽快办结' },
  DEADLINE_EXTENDED_ALREADY: { status: 409, title: '已经延期过一次，不能再延' },
  DEADLINE_NOT_EXTENDABLE: { status: 409, title: '这类事项不能延期，请按时办结' },
  DEADLINE_EXTENSION_INVALID: { status: 422, title: '延期的天数或原因填得不对，请按提示修改' },
  DEADLINE_NOT_YOURS_TO_GIVE: { status: 403, title: '只能转交本科室同事手上的事' },
  DEADLINE_TAKER_INVALID: { status: 422, title: '这位同事办不了这件事，请换一位' },
  DEADLINE_RULE_INVALID: { status: 422, title: '期限规则有一处填得不对，请按提示修改' },
});
