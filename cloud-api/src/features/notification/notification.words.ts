/** The words of every message the hall sends by itself. */
export const WORDS = {
  submitted: { title: '预填已提交', body: '我们会尽快预审,结果会在这里告诉您。' },
  returned: { title: '有内容需要您改一下', body: '工作人员已逐项写明原因,只改标出的几项就行,改好再提交。' },
  ready: { title: '预审通过了', body: '材料已备齐,可以预约快办时段,到窗口 5 分钟左右办好。' },
  handled: { title: '窗口已办好', body: '登记已报送省系统,结果以省系统为准,出来后会在这里告诉您。' },
  completed: { title: '参保登记已完成', body: '省系统已确认。请按核定的金额向税务部门缴费。' },
  rejected: { title: '省系统退回了登记', body: '原因和要补的内容写在办件里,请在期限内处理,或电话联系大厅。' },
  lapseNear: { title: '预填快要过期', body: '这份预填很久没有动了,再不办理就会自动作废。打开看一看就能继续。' },
  lapsed: { title: '预填已作废', body: '时间太久没有办理,这份预填已作废,相应的预约也取消了。可以随时重新填。' },
  booked: { title: '预约成功', body: '请在预约时间前后到大厅签到,带好身份证原件。' },
  rescheduled: { title: '预约已改期', body: '新的时间在预约里,原来的时间不用来了。' },
  cancelled: { title: '预约已取消', body: '需要时可以重新预约,也可以直接到大厅取号。' },
  missed: { title: '错过了预约', body: '没关系,可以重新预约,也可以直接到大厅取号办理。' },
  displaced: { title: '预约时间有变动', body: '大厅调整了服务时间,请在预约里选一个新的时间。' },
  called: { title: '轮到您了', body: '请看票面上的窗口号,现在过去就行。' },
  invited: { title: '请给这次服务打个分', body: '您的评价只用来改进服务,窗口人员看不到是谁评的。' },
} as const;
