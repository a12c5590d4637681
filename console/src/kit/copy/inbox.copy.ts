export const inboxCopy = {
  title: '消息',
  bell: (unread: number) => (unread === 0 ? '消息' : `消息，${unread} 条未读`),
  unreadCount: (unread: number) => (unread === 0 ? '都看过了' : `${unread} 条未读`),
  unread: '未读',
  urgent: '要紧',
  go: '去看看',
  read: '知道了',
  more: '再看以前的',
  close: '关闭',
  emptyTitle: '还没有消息',
  emptyBody: '有事要您办、有人问您，都会在这里提醒。',
};
