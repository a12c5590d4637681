export const draftCopy = {
  saved: (clock: string) => (clock === '' ? '自动保存' : `已保存 ${clock}`),
  typing: '正在保存…',
  lost: '网络断开，内容已留在本机，恢复后自动保存。',
  conflict: '同事也改了这一份，请先选用哪一份。',
  refused: (sentence: string) => `没有保存：${sentence}`,
  conflictTitle: '同事刚刚也改了这一份，用哪一份？',
  theirs: '同事写的',
  mine: '您写的',
  takeTheirs: '用同事的',
  keepMine: '用我的',
  nothing: '（空白）',
};
