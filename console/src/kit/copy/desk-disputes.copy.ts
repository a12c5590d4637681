/** What the desk takes down for people without a phone who doubt a recorded time. */
export const deskDisputesCopy = {
  title: '代记异议', lead: '群众拿着小票来，说记的时间不对，没有手机也能提。当时经办的人不能代记；记下后马上进公开的账本，由没有经办的人答复。',
  formTitle: '记一件', day: '小票上的日期', number: '号码', numberHint: '如 A012', words: '群众怎么说（可以不写）', wordsHint: '照原话写，例如：九点零四分就办完走了', send: '记下',
  sent: (number: string) => `${number} 号的异议已记下，有答复会提醒您`, badNumber: '号码是一个字母加数字，和小票上一样',
  listTitle: '记过的', emptyTitle: '还没有代记的异议', emptyBody: '有答复时会给记的人发消息；群众回来问，谁在窗口都能在这里告诉他。',
  line: (by: string, moment: string) => `${by} ${moment} 记`, due: (moment: string) => `最迟 ${moment} 前答复`, answer: '答复',
} as const;
