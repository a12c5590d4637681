import type { StepKind } from './suggestion.entity.ts';

/** How each step is called in the time line. */
export const STEP_LABELS: Record<StepKind, string> = {
  received: '收到意见', accept: '受理', redirect: '转有关部门', decline: '不予受理', merge: '合并到同类意见', separate: '恢复单独办理', assign: '分派承办人', take: '承办人接手', 'hand-back': '退回重新分派', propose: '提交整改方案', return: '方案退回修改',
  plan: '公布整改方案', progress: '办理进展', 'carry-out': '整改完成，开始观察', hold: '登记结果：达到目标', vouch: '核对结果：情况属实', 'fall-short': '没有达到目标，重新办理', reply: '公布答复', correct: '更正答复', confirm: '提出人认可', reopen: '提出人不满意，重新办理', settle: '提出人逾期未表示意见，办结',
  close: '整改见效，办结', withdraw: '提出人撤回', pass: '内容复核通过', hide: '从公开页撤下', word: '编辑公开文字',
};

/** Steps of the house among itself: neither its author nor the public is shown them. */
export const INNER_STEPS: ReadonlySet<StepKind> = new Set<StepKind>(['hand-back', 'propose', 'return', 'pass', 'word']);

export const NOBODY_YET = '还没有分派承办人';
