/** Words of the enrolment: choosing for whom, filling in, pictures, the paper, what comes back. */
export const copy = {
  start: {
    title: '为谁办理？', self: '为我自己', selfDetail: '用本人的身份证办理', relative: (relation: string, name: string) => `为${relation} ${name}`,
    continueDetail: (state: string) => `${state}，点开继续`, age: (age: number) => `${age} 周岁`, addRelative: '添加家人', addRelativeDetail: '父母、配偶、子女等',
    next: '下一步', choose: '请先选择为谁办理。',
    consentTitle: '请先阅读', consentStep: (step: number, total: number) => `共 ${total} 份，这是第 ${step} 份`, agree: '我已阅读并同意', version: (version: string, from: string) => `版本 ${version}，${from}起施行`,
    bring: '填写前，请把身份证和户口簿放在手边。填到一半可以停下，内容会自动保存。',
  },
  form: {
    previous: '上一步', next: '下一步', toPictures: '下一步：拍材料', toReview: '回到核对页',
    savedAt: (time: string) => `已保存 ${time}`, onPhone: (time: string) => `已存在手机上 ${time}，联网后自动上传`, refused: '有内容没有保存，请看下面的提示',
    yes: '是', no: '否', derived: (sex: string, birth: string, age: number) => `从身份证号码读到：${sex}，${birth}出生，${age} 周岁`, male: '男', female: '女',
    example: (text: string) => `例如：${text}`, exampleProfile: (name: string) => `${name}，不是本区标准，以本地公布为准。`, noProfile: '缴费标准正在更新，请稍后再来选择档次。',
    tier: (yuan: number, subsidy: number) => (yuan === 0 ? '个人不缴费' : `${yuan} 元，补 ${subsidy} 元`), addPeriod: '添加一段', removePeriod: '删除这一段', periodKind: '种类', periodFrom: '开始年月', periodTo: '结束年月（还在交就不填）', period: (index: number) => `第 ${index} 段`,
    locked: '这份申请已经提交，不能再改。', toStatus: '看办理进度', year: (year: number) => `${year} 年度`,
  },
  pictures: {
    title: '上传材料', intro: '对着原件拍清楚就行。拍好会自动上传。', optional: '可以来窗口时再带', required: '必须上传', requiredMany: (count: number) => `必须上传，共 ${count} 张`, count: (given: number, least: number) => `已传 ${given}/${least} 张`, whole: (given: number) => `已传齐 ${given} 张`,
    basis: (text: string) => `依据：${text}`, page: (number: number) => `第 ${number} 张`, uploaded: '已上传', marked: '需要重拍',
    look: '查看', close: '点一下关闭', remove: '删除', removeAsk: '要删除这张照片吗？', removeYes: '删除', next: '下一步：核对', full: (max: number) => `最多 ${max} 张，已经拍齐；要换请先删除一张。`, another: '再拍一张',
    none: '这次不用上传材料。', add: (label: string) => `拍${label}`,
  },
  review: {
    step: '核对并提交', title: '城乡居民基本养老保险参保登记表', sex: '性别', birth: '出生日期', male: '男', female: '女', edit: '修改', none: '无', yes: '是', no: '否',
    assessment: '缴费核定（预算）', materials: '所附材料', pages: (count: number) => `${count} 张`, later: '到窗口时带上', notYet: '还没有上传',
    problems: (count: number) => `还有 ${count} 处要补好才能提交`, ongoing: '至今', unfinished: '没有填完', until: (month: string) => `至 ${month}`, tier: (yuan: number) => (yuan === 0 ? '个人不缴费' : `每年 ${yuan} 元`),
    declare: '我保证以上内容真实，如有变化会及时告知', submit: '确认提交', submitted: '提交后，工作人员先在网上审核，有结果会通知您。', declareFirst: '请先读一遍并勾选上面的声明。',
  },
  status: {
    caseNumber: '业务编号', person: '办理人', lapses: (day: string) => `请在 ${day} 前继续办理，逾期自动失效`, timeline: '办理过程',
    continue: '继续填写', fix: '去修改', book: '预约到厅办理', recall: '撤回修改', withdraw: '撤销申请', notice: '一次性告知书', paper: '看我填的内容', start: '重新填写', rate: '去评价',
    recallAsk: '要撤回来修改吗？', recallDetail: '撤回后可以改，改好要重新提交。', recallYes: '撤回', withdrawAsk: '要撤销这份申请吗？', withdrawDetail: '撤销后不能恢复，已有的预约也会取消。', withdrawYes: '撤销',
  },
  fix: {
    title: (count: number) => `有 ${count} 处需要修改`, intro: '只改下面标出的地方就可以，其他内容不用重填。', says: '工作人员说', fixed: '已改好', open: '待修改', left: (count: number) => `还有 ${count} 处没有改`,
    allDone: '都改好了，可以重新提交。', submit: '重新提交', lockedHeading: '其他内容不用改', lockedDetail: '已经锁定，点开可以查看', locked: '除了标出的地方，这些内容都已锁定，不用改。', notice: '看一次性告知书', newPicture: '重拍一张', notReturned: '这份申请现在没有要改的地方。',
  },
  notice: {
    title: '一次性告知书', number: '编号', case: '业务编号', person: '申请人', matter: '事项', issued: '出具时间', deadline: '补正期限', items: '需要补正的内容', contact: '有不明白的，请联系：',
    save: '打开可打印的版本',
  },
} as const;
