/** Words of the rating. Nothing here urges a good one. */
export const copy = {
  title: '这次服务怎么样？', about: (matters: string, day: string) => `${matters}，${day}`, window: (label: string) => `在${label}办理`,
  reasons: '可以选几条原因', dimensions: '再说说这三个方面', comment: '还想说什么', commentExample: '说说哪里好，哪里还可以改进', submit: '提交评价', chooseLevel: '请先选一个满意程度。',
  rated: '已经评价过了，谢谢您。', expired: '评价时间已过。', home: '回首页', privacy: '您的评价不会显示姓名。不满意的，我们会由负责人联系您、改进到位。', slipCode: '评价码', slipHint: '印在小票上的评价码', open: '打开', slipNeeded: '请输入小票上的评价码。',
} as const;
