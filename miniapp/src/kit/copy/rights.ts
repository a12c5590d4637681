/** Words of rights 维权: asking for help, and how far it has got. */
export const copy = {
  list: { intro: '权益受了损，我们帮您办', introDetail: '写下遇到的事，会有一位承办人 1 个工作日内联系您，办到您认可为止。内容只有承办人、科室负责人和局领导能看。', open: '我要求助', signIn: '登录后求助', signedOut: '请先登录，我们才知道怎么联系您，您也能看到办到哪一步。不想用手机的，可以直接到大厅来说。', mine: '我的求助', owner: (line: string) => `承办人：${line}` },
  open: {
    topic: '是哪一类的事？', words: '说说经过', wordsHint: '什么时候、什么事、希望怎么解决', name: '您的姓名', nameHint: '承办人好称呼您', phone: '联系电话', phoneHint: '承办人打这个电话找您', phoneKnown: (phone: string) => `我们会打 ${phone}，要换别的号码再填`,
    submit: '提交', topicNeeded: '请选一类。', privacy: '只有承办人、科室负责人和局领导能看，其他工作人员看不到。',
  },
  one: {
    number: '编号', owner: '承办人', hallPhone: '大厅电话', words: '您反映的', progress: '办理进度', due: (moment: string) => `${moment} 前`, late: '已经超期，已报告上级', next: '下一步期限', confirm: '满意，确认办结', reopen: '不满意，要求重办', reopenWords: '哪里还没有解决？', reopenHint: '写下来，承办人会再联系您',
    reopenYes: '要求重办', withdraw: '不用办了，撤回', withdrawAsk: '要撤回吗？', withdrawDetail: '撤回后就不再办了，需要时可以再求助。', withdrawYes: '撤回', call: '给大厅打电话', confirmAsk: '确认办结吗？', confirmDetail: '确认后这件事就算办好了。', confirmYes: '确认办结', wordsNeeded: '请说说哪里还没有解决。',
  },
} as const;
