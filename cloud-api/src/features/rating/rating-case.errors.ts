import { defineErrors } from '../../platform/errors/domain-error.ts';

export const ratingCaseErrors = defineErrors({
  RATING_CASE_OTHERS: { status: 403, title: '这件评价由科室负责人办理，您可以查看' },
  RATING_NOT_REACHABLE: { status: 409, title: '这件评价是凭小票评的，没有留下账户，无法联系' },
  RATING_REACHABLE: { status: 409, title: '评价人可以在手机上联系到，请写信息给他' },
  RATING_NO_CLERK: { status: 409, title: '这次服务没有记录经办人，不能请人说明' },
  RATING_QUESTION_INVALID: { status: 422, title: '这个问题不能这样问，请按提示修改' },
  RATING_ASKED_ALREADY: { status: 409, title: '问题已经发给当事人，不能再改' },
  RATING_ANSWERED_ALREADY: { status: 409, title: '您已经说明过了' },
  RATING_NOTHING_TO_APPEAL: { status: 409, title: '核实结果没有认定您有问题，不用申诉' },
  RATING_REVISIT_TOO_EARLY: { status: 409, title: '答复满三天还没有回音，才能记为没有联系上' },
  RATING_MONTH_NOT_PUBLISHED: { status: 404, title: '这个月的评价还没有公布，等评价期过后再来看' },
});
