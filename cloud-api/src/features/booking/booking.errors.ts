import { defineErrors } from '../../platform/errors/domain-error.ts';

/** The sentences of refusals that come from the rules are the rules' own; these are the statuses and what the rules cannot know. */
export const bookingErrors = defineErrors({
  BOOKING_SLOT_FULL: { status: 409, title: '这个时段刚刚约满了，请换一个时段' },
  BOOKING_SAME_SLOT: { status: 409, title: '您已经约在这个时段，不用改' },
  BOOKING_MATTER_OPEN: { status: 409, title: '这件事已经有一个预约了，可以直接改约' },
  BOOKING_TOO_MANY: { status: 409, title: '同一个人的预约已经到了上限，办完或取消一个再约' },
  BOOKING_ACCOUNT_FULL: { status: 409, title: '您已有很多还没办的预约，请先取消用不着的，也可以直接到大厅取号' },
  BOOKING_MATTER_UNKNOWN: { status: 422, title: '没有这个事项，请重新选择' },
  BOOKING_MATTER_TWICE: { status: 422, title: '同一个人的同一件事只需选一次' },
  BOOKING_CASE_CLOSED: { status: 409, title: '这个申请已经结束，不用再预约' },
  BOOKING_CASE_OTHER_MATTER: { status: 422, title: '这个申请不是所选的事项，请重新选择' },
  BOOKING_HOLD_EXPIRED: { status: 409, title: '保留的时间到了，请重新选择一个时段' },
  BOOKING_PHONE_INVALID: { status: 422, title: '手机号码不对，请填写 11 位手机号码' },
  BOOKING_CITIZEN_ID_INVALID: { status: 422, title: '身份证号码不对，请对照身份证核对' },
  BOOKING_PLAN_INVALID: { status: 422, title: '排班有一处不对，请按提示修改' },
  VISIT_ALREADY_IN_HALL: { status: 409, title: '这件事今天已经取过号了，请留意叫号' },
});
