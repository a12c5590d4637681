import { defineErrors } from '../../platform/errors/domain-error.ts';

export const ratingErrors = defineErrors({
  RATING_INVALID: { status: 422, title: '评价有一处填得不对，请按提示修改' },
  RATING_SLIP_UNKNOWN: { status: 404, title: '没有找到这个评价码，请对照小票再输入一次' },
});
