import { defineErrors } from '../../platform/errors/domain-error.ts';

export const houseErrors = defineErrors({
  HOUSE_WISH_INVALID: { status: 422, title: '有几处要改，请按提示改正' },
  HOUSE_OCCUPIED: { status: 409, title: '这里还有人或事，请先安排好再停用' },
  HOUSE_DAY_INVALID: { status: 422, title: '生效日期请选今天到一年以内的日子' },
  HOUSE_NOTHING_CHANGES: { status: 409, title: '内容和现在一样，没有要改的' },
  HOUSE_PLAN_STANDS: { status: 409, title: '这里已经排了一项改动，请先撤回它，或等它生效后再改' },
  HOUSE_PLAN_OVER: { status: 409, title: '这项改动已经处理过了' },
  HOUSE_UNDO_LATE: { status: 409, title: '之后又改过，不能直接撤销，请按现在的内容重新修改' },
});
