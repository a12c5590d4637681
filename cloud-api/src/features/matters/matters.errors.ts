import { defineErrors } from '../../platform/errors/domain-error.ts';

export const matterErrors = defineErrors({
  MATTER_UNKNOWN: { status: 404, title: '没有这个事项，请刷新后重新选择' },
  MATTER_DRAFT_STANDS: { status: 409, title: '这个事项已经有一份草稿，请接着写，或先放弃它' },
  MATTER_INVALID: { status: 422, title: '有几处要改，请按提示改正后再公布' },
  MATTER_TOO_LONG: { status: 422, title: '内容太长，请删减后再保存' },
  MATTER_SAME: { status: 409, title: '内容和那天会用的版本一样，没有要公布的' },
  MATTER_DAY_INVALID: { status: 422, title: '生效日期请选明天到一年以内的日子' },
  MATTER_VERSION_BEGUN: { status: 409, title: '这一版已经生效或已经撤回，不能再撤回。要改回去，请恢复以前的一版' },
  POLICY_PROFILE_MISSING: { status: 404, title: '今天没有生效的缴费标准，请联系窗口' },
  POLICY_PROFILE_INVALID: { status: 422, title: '缴费标准文件有误，请按提示改正后再上传' },
  POLICY_PROFILE_EXISTS: { status: 409, title: '这个编号的缴费标准已经有了；标准只增不改，请换一个编号' },
  CODE_TABLE_UNKNOWN: { status: 404, title: '没有这张代码表' },
  CODE_TABLE_FIXED: { status: 409, title: '这张表出自国家标准，不能修改' },
});
