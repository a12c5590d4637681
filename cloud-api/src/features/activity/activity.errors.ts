import { defineErrors } from '../../platform/errors/domain-error.ts';

export const activityErrors = defineErrors({
  ACTIVITY_INVALID: { status: 422, title: '活动有一处填得不对，请按提示修改' },
  ACTIVITY_SETTLED: { status: 409, title: '活动已经开始或取消，不能再改' },
  ACTIVITY_REASON_NEEDED: { status: 422, title: '请写明取消的原因，报名的人会看到' },
  ACTIVITY_NAME_NEEDED: { status: 422, title: '请写参加人的姓名，方便现场签到' },
  ACTIVITY_SIGNED_UP_ALREADY: { status: 409, title: '您已经报过名了' },
  ACTIVITY_FULL: { status: 409, title: '名额和候补都满了，可以看看别的活动' },
  ACTIVITY_CODE_WRONG: { status: 422, title: '签到码不对或已经换了，请看现场屏幕上现在的码' },
  ACTIVITY_PICTURE_TOO_LARGE: { status: 413, title: '图片太大，请选 10 MB 以内的' },
});
