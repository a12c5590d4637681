/** Words about the people one acts for. */
export const copy = {
  intro: '替父母、配偶、子女办事，先在这里添加。办完以后，由您来评价。', empty: '还没有添加家人', emptyDetail: '添加后，就能替他们预填、预约和取号。', add: '添加家人',
  age: (age: number) => `${age} 周岁`, authority: { none: '还没有委托书', uploaded: '委托书已上传，到窗口核对', checked: '委托书已核对' }, until: (day: string) => `有效期到 ${day}`,
  authorityAdd: '上传委托书', authorityReplace: '重新上传委托书', authorityGuide: '委托书要有本人签字或手印，写明委托谁、办什么事。拍清楚整页。',
  enrol: '替家人预填', remove: '删除', removeAsk: (name: string) => `要删除${name}吗？`, removeDetail: '已经提交的申请不受影响。', removeYes: '删除',
  relation: '与您的关系', name: '姓名', nameExample: '李建国', citizenId: '身份证号码', citizenIdHint: '18 位，最后一位可能是 X', validUntil: '委托有效期到', validHint: '不填，就是办完这一件为止', save: '添加', nameNeeded: '请填写姓名。', relationNeeded: '请选择关系。',
} as const;
