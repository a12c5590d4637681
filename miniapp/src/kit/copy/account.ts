/** Words about oneself: signing in, consents, identity, messages. */
export const copy = {
  signIn: {
    heading: '您好，欢迎来到服务大厅', phone: '手机号码', phoneExample: '11 位手机号', code: '短信验证码', codeHint: (phone: string) => `已发到 ${phone}，5 分钟内有效`,
    send: '获取验证码', again: '重新获取', againIn: (seconds: number) => `${seconds} 秒后可重新获取`, enter: '登录', withWechat: '微信登录',
    failed: '微信没有回应，请再试一次。', other: '换一个手机号',
    demoHeading: '演示人物', demoDetail: '点一位就以他的身份进入。', demoSms: (text: string) => `演示短信：${text}`,
    wrongPhone: '请输入 11 位手机号码。', codeNeeded: '请输入短信里的验证码。',
  },
  consents: {
    intro: '这里是我们如何使用您的信息。您可以随时撤回同意；撤回后，需要这些信息的事项会暂停办理。',
    given: (moment: string) => `${moment} 已同意`, withdrawn: (moment: string) => `${moment} 已撤回`, notGiven: '还没有同意', outdated: '内容有更新，请重新阅读',
    give: '我已阅读并同意', withdraw: '撤回同意', ask: '要撤回同意吗？', askDetail: '撤回后，正在填写的申请不能继续提交。已经办结的不受影响。', yes: '撤回', version: (version: string, from: string) => `版本 ${version}，${from}起施行`,
    signInToConsent: '登录后可以表示同意或撤回。',
  },
  identity: {
    verified: '您的身份已在窗口核对过。', declaredHint: '到窗口出示身份证后，就完成核验。', intro: '填写后，预约和办事不用每次再填。请对照身份证填写。',
    name: '姓名', nameExample: '王秀英', citizenId: '身份证号码', citizenIdHint: '18 位，最后一位可能是 X', save: '保存', saved: '已保存',
    phone: '联系电话', phoneNone: '还没有留电话', phoneFill: '用微信绑定的手机号', phoneRefused: '没有取到手机号。您也可以在办事时手动填写。', nameNeeded: '请填写姓名。',
  },
  inbox: { empty: '还没有消息', emptyDetail: '有了进展，我们会在这里告诉您。', unread: '未读', open: '去看看', earlier: '看更早的消息', readAll: '全部标为已读' },
} as const;
