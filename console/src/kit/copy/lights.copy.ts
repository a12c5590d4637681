export const lightsCopy = {
  title: '四亮公示',
  lead: '亮身份、亮职责、亮承诺、亮业绩。照片和党员身份只有本人在“我的账号”里同意了才会显示。',
  parts: { cards: '服务卡', duties: '职责分工', honours: '荣誉' },
  columns: { person: '人员', department: '科室', state: '服务卡', photo: '照片', honours: '荣誉', window: '窗口', clerk: '今天在岗', matter: '事项', owner: '由哪个科室负责' },
  badge: (number: string) => `工号 ${number}`,
  photoYes: '本人同意显示', photoNo: '没有同意',
  emptyTitle: '还没有工作人员', emptyBody: '请系统管理员先开通账号。',
  chosen: (count: number) => (count === 0 ? '勾选人员后打印' : `已选 ${count} 人`),
  printCards: '打印服务卡', printBadges: '打印工牌', plates: '窗口牌', platesLead: '打印时谁坐在窗口，就印谁。没有开窗的，印“当班同事为您服务”。', printPlates: '打印窗口牌', chosenWindows: (count: number) => (count === 0 ? '勾选窗口后打印' : `已选 ${count} 个窗口`),
  boards: '上墙的公示板（A3）', boardsLead: '直接取自事项指南和账本，不用再录一遍。', printDuties: '打印职责与时限', printCommitments: '打印承诺与兑现', printFailed: '没有打印成功，请再试一次',
  dutiesLead: '法定时限、承诺时限、依据和材料都取自事项指南，这里只定由哪个科室负责。', nobody: '（大厅综合窗口）', assigned: '已保存',
  back: '返回名单',
  card: {
    lead: '写好后先看右边的样子，再公布。公布过的每一版都留着。',
    duties: '职责', dutiesHint: (most: number, length: number) => `一行一条，最多 ${most} 条，每条不超过 ${length} 字`,
    save: '保存草稿', saved: '草稿已保存', publish: '公布', published: '已公布', withdraw: '撤下', withdrawAsk: '撤下后，扫工牌只会看到“暂时没有公布”。要撤下吗？', withdrawn: '已撤下', yes: '撤下', no: '不撤',
    unsaved: '有改动还没有保存', preview: '公开的样子', previewLead: '姓名、职务、科室取自账号；承诺取自阳光承诺；荣誉在“荣誉”里登记。', draft: '草稿', noPhoto: '本人没有同意显示照片',
    ownDuties: '我的职责', ownCommitments: '我的承诺', ownHonours: '所获荣誉', noFigure: '封账后公布兑现情况',
    history: '公布过的', version: (number: number) => `第 ${number} 版`, publishedBy: (name: string, moment: string) => `${name} ${moment}公布`, none: '还没有公布过',
  },
  honour: {
    add: '登记荣誉', title: '荣誉名称', titleExample: '如：优质服务先进个人', givenBy: '授予单位', document: '依据文件', documentExample: '文件名称和文号', givenOn: '授予日期', holder: '授予谁', kinds: { person: '个人', department: '科室', window: '窗口' },
    save: '登记', saved: '已登记', cancel: '取消', emptyTitle: '还没有登记荣誉', emptyBody: '服务标兵和红旗窗口评出后会自己出现在这里。',
    sources: { typed: '登记', star: '群众投票', flag: '系统计算' }, withdraw: '撤销', withdrawAsk: '为什么撤销', withdrawReason: '如：登记到别人名下了', withdrawn: (why: string) => `已撤销：${why}`, done: '已撤销',
    columns: { title: '荣誉', holder: '授予', document: '依据', day: '日期', source: '来源', acts: '操作' }, given: (by: string) => `${by}授予`,
  },
};

export const myCardCopy = {
  title: '我的服务卡', lead: '工牌上的二维码打开的就是这张卡。下面两项只由您自己决定，随时可以收回；收回后，原来写的不再保留。',
  shown: '已公布', hidden: '还没有公布', photo: '显示我的照片', noPhoto: '还没有照片，请联系管理员上传', party: '政治面貌', partyNone: '不显示', saved: '已保存', look: '看看我的服务卡',
};
