import { defineErrors } from '../../platform/errors/domain-error.ts';

export const appraisalErrors = defineErrors({
  APPRAISAL_PLAN_INVALID: { status: 400, title: '评议还有没填好的地方，请按提示修改。' },
  APPRAISAL_DEPARTMENT_UNKNOWN: { status: 400, title: '没有找到这个科室，请重新选择。' },
  APPRAISAL_TOO_FEW_PEOPLE: { status: 409, title: '近来在这个科室办过事的人太少，认得出谁说了什么，请过些日子再开。' },
  APPRAISAL_RUNNING: { status: 409, title: '这个科室正在评议，请等结果出来以后再开。' },
  APPRAISAL_NOT_VERIFIED: { status: 403, title: '评议要先核验身份：请用办事时核对过身份证的账户登录。' },
  APPRAISAL_NOT_INVITED: { status: 403, title: '这次评议只请抽签抽到的人来答。有话想说，随时可以投意见箱。' },
  APPRAISAL_NOT_DRAWN: { status: 409, title: '还没有抽签，抽到您会发消息告诉您。' },
  APPRAISAL_CLOSED: { status: 409, title: '评议已经截止，不能再答了。结果会在这里公布。' },
  APPRAISAL_ANSWER_INVALID: { status: 400, title: '请每个问题都选一个满意程度。' },
  APPRAISAL_ANSWERED_ALREADY: { status: 409, title: '您已经评过了，每人评一次。谢谢您。' },
  APPRAISAL_NONCE_TAKEN: { status: 409, title: '这一次没有交上去，请返回再交一次。' },
  APPRAISAL_NOT_YOURS: { status: 403, title: '整改由科室负责人公布，请交给负责人来写。' },
  APPRAISAL_NAMES_SOMEBODY: { status: 400, title: '公布的文字里不要写证件号、电话和账号，请删去再公布。' },
});
