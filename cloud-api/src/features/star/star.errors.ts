import { defineErrors } from '../../platform/errors/domain-error.ts';

export const starErrors = defineErrors({
  STAR_DRAFT_INVALID: { status: 400, title: '评选方案还有没填好的地方，请按提示修改。' },
  STAR_STAFF_UNKNOWN: { status: 400, title: '提名的人不在本大厅，请重新选择。' },
  STAR_MONTH_TAKEN: { status: 409, title: '这个月已经有一次评选，请打开那一次修改。' },
  STAR_NOT_OPEN: { status: 409, title: '投票还没有开始，请在开始以后再来。' },
  STAR_CLOSED: { status: 409, title: '投票已经截止，不能再投了。结果会在这里公布。' },
  STAR_NOT_VERIFIED: { status: 403, title: '投票要先核验身份：请带身份证到任意窗口，工作人员当面核对一次就可以。' },
  STAR_NOT_SERVED: { status: 403, title: '这次由当月在大厅办过事的本人投票。您当月没有以本人身份办结的业务，欢迎下个月来投。' },
  STAR_CANDIDATE_UNKNOWN: { status: 400, title: '没有找到这位候选人，请返回重新选择。' },
  STAR_VOTED_ALREADY: { status: 409, title: '您已经投过票了，每人一票，不能再投。选票凭证在投票的那部手机上。' },
  STAR_NONCE_TAKEN: { status: 409, title: '这一票没有投出去，请返回再投一次。' },
  STAR_COUNT_SEALED: { status: 409, title: '截止以前，谁也看不到得票。' },
  STAR_NOT_COUNTED_YET: { status: 409, title: '还没有计票，截止以后就能核对您的选票。' },
  STAR_BALLOT_UNKNOWN: { status: 404, title: '没有找到这张选票，请核对凭证上的编号。' },
  STAR_OBJECTION_LATE: { status: 409, title: '只有公示期内可以提出异议。' },
  STAR_OBJECTION_OPEN_ALREADY: { status: 409, title: '您已经提过异议，答复以后可以再提。' },
  STAR_OBJECTION_NOT_YOURS: { status: 403, title: '异议要由候选人和提出人以外的人答复；取消资格还要由开启评选以外的人决定。' },
});
