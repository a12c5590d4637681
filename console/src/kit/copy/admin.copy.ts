export const adminCopy = {
  change: { title: '确认改动', looking: '正在核对会影响谁…', effects: '会影响', day: '从哪天起生效', today: '今天：马上生效', reason: '为什么改（会留在记录里，请不要写居民信息）', reasonPlaceholder: '例如：按局里的安排', save: '确认改动', cancel: '再想想', saved: '已保存', planned: (day: string) => `已排定，${day} 起生效`, more: (count: number) => `还有 ${count} 项` },
  plans: { title: '改动记录', empty: '还没有改动过。', from: (day: string) => `${day} 起`, by: (name: string) => `${name} · `, withdraw: '撤回', undo: '撤销', undoTitle: '撤销这项改动', undoLead: '会按改动前的内容再改一次，原来的记录留着。', withdrawn: '已撤回', undone: '已撤销', refused: (why: string) => `没能生效：${why}` },
  sheet: { out: '导出 Excel', in: '导入 Excel', problems: (count: number) => `有 ${count} 行没有读懂，其余的可以先保存`, same: (count: number) => `${count} 行和现在一样，不用改`, nothing: '表里没有要改的内容', take: (count: number) => `查看这 ${count} 项改动`, title: '表里的内容', close: '知道了' },
  house: {
    title: '科室与窗口', lead: '科室、窗口和大厅的基本情况。可以选从哪天起生效，改之前先看会影响谁。',
    rooms: { department: '科室', window: '窗口', hall: '大厅' }, add: { department: '新设科室', window: '新设窗口', hall: '' }, edit: '修改', editTitle: '修改', ok: '下一步',
    emptyTitle: '这里还没有内容', emptyBody: '点右上角新设一个，或者导入 Excel。', state: '状态', inUse: '使用中', closed: '停用', planned: (day: string) => `${day} 起有改动`, acts: '操作',
    fields: { name: '名称', phone: '电话', position: '排序', closed: '停用', label: '名称', skills: '办理事项', address: '地址', motto: '服务口号', smile: '微笑提示', openFrom: '开门', openTo: '关门', lunchFrom: '午休开始（可空）', lunchTo: '午休结束（可空）' },
  },
  settings: {
    title: '大厅设置', lead: '预约、叫号、评价这些怎么算。可以选从哪天起生效，改之前先看会影响谁。', technicalTitle: '系统设置', technicalLead: '程序怎么运行的设置，由系统管理员管；大厅怎么服务由科长定。',
    columns: { label: '设置', value: '现在', acts: '操作' }, usual: (text: string) => `常用 ${text}`, edit: '修改', ok: '下一步', back: '换回常用值', bounds: (least: number, most: number, unit: string) => `可以写 ${least} 到 ${most} ${unit}`, from: '从', to: '到', clock: '如 21:00', nobody: '（没有设）', changes: '改了会影响：',
    weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  },
  codes: {
    title: '代码表', lead: '填表时选的那些选项。代码定了不改意思；不再用的从某天起停用，以前的办件照旧显示。', add: '新增一项', edit: '修改', editTitle: (label: string) => `修改“${label}”`, ok: '下一步', open: (count: number) => `${count} 项可选`, closed: (count: number) => `${count} 项停用`,
    columns: { code: '代码', label: '名称', position: '排序', state: '状态', acts: '操作' }, codeHelp: '小写字母、数字和横线；办件里记的是它，定了就不能改', inUse: '可以选', gone: '停用', closeIt: '停用', emptyTitle: '这张表还是空的', emptyBody: '点右上角新增一项，或者导入 Excel。',
  },
  keys: {
    title: '密钥', lead: '数据用什么加密、账本用什么签名。这里只有名称和数目，看不到密钥本身。', ring: '加密密钥', ringLead: '新数据用“在用”的那一把。换密钥要先由运维改密钥环并重启，再回到这里重新加密。', id: '名称', suite: '算法', texts: '用它加密的内容', state: '状态', active: '在用', old: '旧的', mayLeave: '没有内容用它了，可以从密钥环里取下', stillUsed: '还有内容用它，不能取下',
    index: (suite: string) => `查找用的索引密钥（${suite}）不轮换：换它要把每条索引重算一遍。`, lost: (count: number) => `有 ${count} 条内容的密钥不在密钥环里，读不出来。请马上请运维把那把密钥放回来。`,
    all: (count: number) => `共 ${count} 条加密内容，都在用现在的密钥。`, waiting: (count: number) => `还有 ${count} 条没有换成现在的密钥：`, place: '在哪里', count: '还没换', rotate: '现在就重新加密', rotated: '已开始，在后台进行', running: (texts: number, files: number, seen: number) => `正在重新加密：已换 ${texts} 条内容、${files} 个文件（看过 ${seen} 个）`, asked: '已经排上，一分钟内开始',
    walks: '最近的重新加密', walk: (texts: number, files: number, seen: number) => `换了 ${texts} 条内容、${files} 个文件，看过 ${seen} 个文件`, hourly: '每小时自动', none: '还没有做过。',
    ledger: '账本签名密钥', ledgerLead: '每天封账用它签名。公钥贴在大厅，谁都可以拿它核对账本。', none2: '账本还没有启用。', publicKey: '公钥', copy: '复制公钥', copied: '已复制', seals: (count: number) => `签过 ${count} 次封账`, made: (at: string) => `${at} 启用`,
    states: { 'in-use': '在用', next: '下一次封账起用', 'last-seal': '签了上一次封账，今晚销毁', destroyed: '已销毁' }, change: '更换签名密钥', changeTitle: '更换账本的签名密钥', changeLead: '新密钥由旧密钥签字交接，记进账本，谁都看得到，不能撤销。从下一次封账起用新密钥，旧的私钥随即销毁。请在公示栏贴上新的公钥。', changed: '已更换，下一次封账起用新密钥', wait: '刚换过，封账以后才能再换。', reason: '为什么换（会留在审计里）', ok: '更换', cancel: '再想想',
  },
  accounts: {
    title: '工作人员账号', lead: '建账号、改岗位、重置和停用。账号建好后没有任何权限，由安全管理员另外给。', add: '新建账号', search: '按姓名、工号或用户名查找',
    columns: { name: '姓名', badge: '工号', userName: '用户名', post: '岗位', department: '科室', roles: '角色', state: '状态', acts: '操作' },
    active: '使用中', awaiting: '等首次登录', overdue: '临时密码过期', closed: '已停用', locked: '暂时锁定', edit: '修改', reset: '重置', close: '停用', handOn: '转交', letGo: '就此结束', notSignedFor: '签收不能代签，本人离开就不再要求', successor: '交给谁', reasonFirst: '先写好原因，再逐件转交。原因会一起记下。', reopen: '重新启用', reopenTitle: (name: string) => `重新启用 ${name} 的账号`, reopenLead: '还是原来的账号和工号，以前的办理记录都在。本人用新的临时密码重新设置；角色由安全管理员另外给。', none: '（无）',
    resetTitle: (name: string) => `重置 ${name} 的账号`, resetLead: '原来的密码、动态口令和登录都会失效，本人要用新的临时密码重新设置。', closeTitle: (name: string) => `停用 ${name} 的账号`, closeLead: '本人不能再登录，角色一并收回；以前的办理记录不变。', openTitle: '这些事先交给别人或就此结束，才能停用', nothingOpen: '手上没有未办完的事，可以停用。',
    reason: '原因（会留在记录里）', ok: '确定', cancel: '取消', closedDone: '账号已停用',
    keysTitle: '临时密码，只显示这一次', keysLead: '请当面交给本人。72 小时内首次登录，登录时设置自己的密码和动态口令。', keyColumns: { name: '姓名', userName: '用户名', password: '临时密码' }, keyGone: '已经显示过，请重置', keysDone: '已经抄下',
    form: { userName: '用户名（登录用，小写字母开头）', name: '姓名', badgeNumber: '工号', post: '岗位', departmentId: '科室' }, noDepartment: '不属于任何科室', next: '下一步', begin: '建账号', emptyTitle: '还没有账号', emptyBody: '点右上角新建，或者导入 Excel。',
    fileName: '工作人员.xlsx', importBegins: (count: number) => `新建 ${count} 个账号`, importChanges: (count: number) => `修改 ${count} 个账号`, beginAll: '建这些账号', changeAll: '查看这些修改',
  },
  grants: { title: '权限', lead: '谁能做什么，由安全管理员给。不能给自己；三类管理员不能兼任别的角色。', edit: '调整', own: '自己的权限由别人来改', editTitle: (name: string) => `${name} 能做什么`, ok: '下一步', none: '没有角色' },
  audit: {
    title: '审计', lead: '谁在什么时候做了什么。这里没有居民的姓名、证件号和电话；每次查看也会记下来。', from: '从', to: '到', actor: '姓名、工号或用户名', action: '做了什么，如 登录、维权', subject: '对象编号', who: '谁', anyone: '所有人', fileName: (day: string) => `审计 ${day}.xlsx`, search: '查', older: '看更早的', end: '没有更早的了', export: '导出 Excel', emptyTitle: '没有查到记录', emptyBody: '换一个时间范围或条件再查。',
    columns: { at: '时间', who: '谁', area: '范围', action: '动作', subject: '对象', detail: '细节' },
    kinds: { staff: '工作人员', resident: '居民', device: '设备', system: '系统', anyone: '未登录' },
  },
  enrol: {
    title: '第一次登录，请设置两样东西', password: '一、自己的密码（至少 10 位，字母、数字、符号至少两种）', again: '再输一次密码', differ: '两次输入的密码不一样', scan: '二、用手机上的验证器扫这个码', manual: '扫不了就手动输入这串字母：', code: '验证器上的六位数字', ok: '设置好并登录',
  },
} as const;
