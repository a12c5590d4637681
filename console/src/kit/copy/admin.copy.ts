export const adminCopy = {
  change: { title: '确认改动', looking: '正在核对会影响谁…', effects: '会影响', day: '从哪天起生效', today: '今天：马上生效', reason: '为什么改（会留在记录里，请不要写居民信息）', reasonPlaceholder: '例如：按局里的安排', save: '确认改动', cancel: '再想想', saved: '已保存', planned: (day: string) => `已排定，${day} 起生效`, more: (count: number) => `还有 ${count} 项` },
  plans: { title: '改动记录', empty: '还没有改动过。', from: (day: string) => `${day} 起`, by: (name: string) => `${name} · `, withdraw: '撤回', undo: '撤销', undoTitle: '撤销这项改动', undoLead: '会按改动前的内容再改一次，原来的记录留着。', withdrawn: '已撤回', undone: '已撤销', refused: (why: string) => `没能生效：${why}` },
  sheet: { out: '导出 Excel', in: '导入 Excel', problems: (count: number) => `有 ${count} 行没有读懂，其余的可以先保存`, same: (count: number) => `${count} 行和现在一样，不用改`, nothing: '表里没有要改的内容', take: (count: number) => `查看这 ${count} 项改动`, title: '表里的内容', close: '知道了' },
  house: {
    title: '科室与窗口', lead: '科室、窗口和大厅的基本情况。可以选从哪天起生效，改之前先看会影响谁。',
    rooms: { department: '科室', window: '窗口', hall: '大厅' }, add: { department: '新设科室', window: '新设窗口', hall: '' }, edit: '修改', editTitle: '修改', ok: '下一步',
    emptyTitle: '这里还没有内容', emptyBody: '点右上角新设一个，或者导入 Excel。', state: '状态', inUse: '使用中', closed: '停用', planned: (day: string) => `${day} 起有改动`, acts: '操作',
    fields: { name: '名称', phone: '电话', position: '排序', closed: '停用', label: '名称', skills: '办理事项', address: '地址', motto: '服务口号', smile: '微笑提示', openFrom: '开门', openTo: '关门' },
  },
  accounts: {
    title: '工作人员账号', lead: '建账号、改岗位、重置和停用。账号建好后没有任何权限，由安全管理员另外给。', add: '新建账号', search: '按姓名、工号或用户名查找',
    columns: { name: '姓名', badge: '工号', userName: '用户名', post: '岗位', department: '科室', roles: '角色', state: '状态', acts: '操作' },
    active: '使用中', awaiting: '等首次登录', overdue: '临时密码过期', closed: '已停用', locked: '暂时锁定', edit: '修改', reset: '重置', close: '停用', none: '（无）',
    resetTitle: (name: string) => `重置 ${name} 的账号`, resetLead: '原来的密码、动态口令和登录都会失效，本人要用新的临时密码重新设置。', closeTitle: (name: string) => `停用 ${name} 的账号`, closeLead: '本人不能再登录，角色一并收回；以前的办理记录不变。', openTitle: '这些事先交给别人，才能停用', nothingOpen: '手上没有未办完的事，可以停用。',
    reason: '原因（会留在记录里）', ok: '确定', cancel: '取消', closedDone: '账号已停用',
    keysTitle: '临时密码，只显示这一次', keysLead: '请当面交给本人。72 小时内首次登录，登录时设置自己的密码和动态口令。', keyColumns: { name: '姓名', userName: '用户名', password: '临时密码' }, keyGone: '已经显示过，请重置', keysDone: '已经抄下',
    form: { userName: '用户名（登录用，小写字母开头）', name: '姓名', badgeNumber: '工号', post: '岗位', departmentId: '科室' }, noDepartment: '不属于任何科室', next: '下一步', begin: '建账号', emptyTitle: '还没有账号', emptyBody: '点右上角新建，或者导入 Excel。',
    fileName: '工作人员.xlsx', importBegins: (count: number) => `新建 ${count} 个账号`, importChanges: (count: number) => `修改 ${count} 个账号`, beginAll: '建这些账号', changeAll: '查看这些修改',
  },
  grants: { title: '权限', lead: '谁能做什么，由安全管理员给。不能给自己；三类管理员不能兼任别的角色。', edit: '调整', own: '自己的权限由别人来改', editTitle: (name: string) => `${name} 能做什么`, ok: '下一步', none: '没有角色' },
  audit: {
    title: '审计', lead: '谁在什么时候做了什么。这里没有居民的姓名、证件号和电话；每次查看也会记下来。', from: '从', to: '到', actor: '工作人员（姓名、工号或用户名）', action: '动作（开头几个字母，如 staff.）', subject: '对象编号', who: '谁', anyone: '所有人', fileName: (day: string) => `审计 ${day}.xlsx`, search: '查', older: '看更早的', end: '没有更早的了', export: '导出 Excel', emptyTitle: '没有查到记录', emptyBody: '换一个时间范围或条件再查。',
    columns: { at: '时间', who: '谁', area: '范围', action: '动作', subject: '对象', detail: '细节' },
    kinds: { staff: '工作人员', resident: '居民', device: '设备', system: '系统', anyone: '未登录' },
  },
  enrol: {
    title: '第一次登录，请设置两样东西', password: '一、自己的密码（至少 10 位，字母、数字、符号至少两种）', again: '再输一次密码', differ: '两次输入的密码不一样', scan: '二、用手机上的验证器扫这个码', manual: '扫不了就手动输入这串字母：', code: '验证器上的六位数字', ok: '设置好并登录',
  },
} as const;
