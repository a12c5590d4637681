import { defineErrors } from '../../platform/errors/domain-error.ts';

export const matterErrors = defineErrors({
  MATTER_UNKNOWN: { status: 404, title: '没有这个事项，请刷新后重新选择' },
  POLICY_PROFILE_MISSING: { status: 404, title: '今天没有生效的缴费标准，请联系窗口' },
  POLICY_PROFILE_INVALID: { status: 422, title: '缴费标准文件有误，请按提示改正后再上传' },
  POLICY_PROFILE_EXISTS: { status: 409, title: '这个编号的缴费标准已经有了；标准只增不改，请换一个编号' },
  CODE_TABLE_UNKNOWN: { status: 404, title: '没有这张代码表' },
  CODE_TABLE_FIXED: { status: 409, title: '这张表出自国家标准，不能修改' },
  CODE_TWICE: { status: 422, title: '代码重复了，请改正后再保存' },
});
