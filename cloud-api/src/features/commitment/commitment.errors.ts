import { defineErrors } from '../../platform/errors/domain-error.ts';

export const commitmentErrors = defineErrors({
  COMMITMENT_RULE_INVALID: { status: 400, title: '承诺的计时规则不对，请按提示修改。' },
  COMMITMENT_HOLDER_UNKNOWN: { status: 400, title: '没有找到这个科室或人员，请重新选择。' },
  COMMITMENT_DRAFT_MISSING: { status: 409, title: '没有待公布的草稿，请先起草。' },
  COMMITMENT_FROM_TOO_EARLY: { status: 400, title: '承诺最早从明天起执行，过去的事不能用新承诺来算。' },
  EXCLUSION_SAME_PERSON: { status: 403, title: '剔除要由另一个人同意，提出的人和经办人都不能自己批准。' },
  EXCLUSION_OPEN_ALREADY: { status: 409, title: '这一件已有剔除申请，请先处理。' },
  DISPUTE_RAISED_ALREADY: { status: 409, title: '这次办事已经提过异议，答复会在这里告诉您。' },
  DISPUTE_NOT_YOURS: { status: 403, title: '异议要由当时经办以外的人答复。' },
  DISPUTE_TICKET_UNKNOWN: { status: 404, title: '这一天没有这个号，请对一对小票上的日期和号码。' },
  DISPUTE_TAKEN_BY_SERVER: { status: 403, title: '这次是您经办的，请让别的同事来记。' },
  DISPUTE_TOO_EARLY: { status: 409, title: '这次办事还没有结束，结束后可以提出异议。' },
});
