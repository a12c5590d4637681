export const errorCopy = {
  networkLost: '网络暂时断开，您填写的内容都还在，恢复后会自动继续。',
  unexpected: '出了一点意外，请再试一次；仍不行请联系系统管理员。',
  byStatus: (status: number): string => {
    if (status === 403) return '您没有办理这一项的权限，请联系科室负责人。';
    if (status === 404) return '没有找到，可能已被撤回或转走。';
    if (status === 409) return '这一项刚刚有了变化，已为您刷新，请再看一眼。';
    if (status === 413) return '图片太大，请压缩到 5 MB 以内再上传。';
    if (status === 429) return '操作太快了，请稍等几秒再试。';
    if (status >= 500) return '服务器暂时没有响应，请稍等片刻再试。';
    return '没有办成，请检查后再试。';
  },
  title: '没有打开',
  retry: '再试一次',
  requestId: (id: string) => `编号 ${id}`,
  stale: '别处刚刚改动了这一件，已为您换成最新内容，请再确认一次。',
  brokenTitle: '这一页出了点问题',
  brokenBody: '您已保存的内容都在。请重新打开这一页；若再次出现，请联系系统管理员。',
  reload: '重新打开',
};
