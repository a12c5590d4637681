import type { GuideWords } from '@hall/shared/enquiry/guide.rules';

/** Invented answers of an invented hall: plausible, and nobody's rules. */
export const GUIDE_ENTRIES: readonly GuideWords[] = [
  { kind: 'leaflet', topic: 'enrolment', question: '城乡居民基本养老保险政策明白纸', source: '国发〔2014〕8号', answer: '谁能参加：年满 16 周岁（不含在校学生），不是机关事业单位工作人员，没有参加职工养老保险的居民，在户籍地参加。\n\n怎么缴费：每年选一个档次，缴费时政府给补贴，一起记入个人账户。\n\n什么时候领：年满 60 周岁、累计缴费满 15 年、没有领取其他基本养老保险待遇的，按月领取。\n\n领多少：基础养老金加个人账户养老金。个人账户养老金按个人账户全部储存额除以 139 计发。' },
  { kind: 'contact', topic: 'other', question: '人社服务热线', phone: '12333', answer: '问社会保险、就业和社保卡。' },
  { kind: 'contact', topic: 'enrolment', question: '纳税缴费服务热线', phone: '12366', answer: '保费由税务部门征收，扣款、退费问这里。' },
  { topic: 'card', question: '社保卡丢了怎么补办？', answer: '先在手机银行或打银行客服电话挂失，再带身份证原件到大厅 5 号窗口补办，当场拿卡，大约半小时。\n请人代办的，另带代办人身份证和委托书。' },
  { topic: 'enrolment', question: '居民养老保险一年交多少钱，怎么选档？', answer: '从最低档到最高档都可以选，每年可以换一档。交得多，政府补贴也多一些。\n拿不准的，在“办事”里的“缴费档次与补贴”看每一档的数字，或者到窗口问。' },
  { topic: 'enrolment', question: '困难人员要不要自己缴费？', answer: '低保对象、特困人员、重度残疾人等，由政府代缴最低档，本人不用交。\n请带相应的证件到窗口登记一次，身份有变化时再来说一声。' },
  { topic: 'benefit', question: '退休以后养老金几号到账？', answer: '每月 15 日前发到社保卡，遇到节假日提前。\n到了日子没到账，请打大厅电话，或者在这里提问，我们替您查。' },
  { topic: 'benefit', question: '生存认证怎么做，人在外地怎么办？', answer: '每年做一次。用手机对着脸拍一下就行，家里人可以帮忙。\n不会用手机的，到任何一个社区服务中心都能做；行动不便的，请打大厅电话，我们上门。' },
  { topic: 'transfer', question: '在外地交过的养老保险能不能转回来？', answer: '可以。不用跑原来的地方，在本地窗口申请，由两边经办机构联系，一般 15 个工作日。\n请带身份证，知道原参保地的话更快。' },
  { topic: 'change', question: '换了银行卡要到哪里改？', answer: '在“办事”里选“信息变更”，改银行卡一项，提交后 2 个工作日内审核。也可以带身份证和新卡到窗口改。' },
  { topic: 'hall', question: '大厅几点开门，周末办不办？', answer: '工作日上午 9 点到下午 5 点，中午不休息。周末和节假日不办，调休上班的周末照常办。' },
  { topic: 'hall', question: '老人不会用手机，怎么取号？', answer: '到门口导办台，出示身份证，我们替您取号。七十岁以上取爱心号，优先叫。' },
];

export const TEMPLATES: readonly { title: string; text: string }[] = [
  { title: '问好开头', text: '您好，感谢您的提问。' },
  { title: '请带材料到窗口', text: '您好，这件事要到窗口办。请带身份证原件，工作日上午 9 点到下午 5 点到大厅，在导办台说明来意就行。' },
  { title: '还要核实', text: '您好，您问的情况我们要向省里核实，核实后会马上在这里告诉您。' },
  { title: '政策解释结尾', text: '具体金额以省系统核定为准。没说清楚的，请接着问。' },
];
