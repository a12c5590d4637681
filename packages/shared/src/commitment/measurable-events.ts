/** What is followed from event to event. Each kind has its own subjects: one visit, one case, one suggestion. */
export type SubjectKind = 'visit' | 'application' | 'suggestion' | 'enquiry' | 'rights' | 'fund' | 'relay';
export const SUBJECT_LABELS: Record<SubjectKind, string> = { visit: '窗口办事', application: '网上预填', suggestion: '意见', enquiry: '咨询', rights: '维权', fund: '资金发放', relay: '信息传达' };

/**
 * Everything a commitment can be measured by, because the hall's programs write it down by themselves. `day` says that only the day is kept
 * and published: people may be recognised by the minute they wrote.
 */
export const MEASURABLE_EVENTS = {
  'visit.taken': { label: '取号', precision: 'second' }, 'visit.called': { label: '叫号', precision: 'second' }, 'visit.serving': { label: '开始办理', precision: 'second' },
  'visit.parked': { label: '暂挂', precision: 'second' }, 'visit.served': { label: '办结', precision: 'second' },
  'visit.missed': { label: '过号', precision: 'second' }, 'visit.left': { label: '居民离开', precision: 'second' }, 'visit.unserved': { label: '闭厅仍未办', precision: 'second' },
  'application.submitted': { label: '提交预审', precision: 'day' }, 'application.reviewed': { label: '预审答复', precision: 'day' }, 'application.handled': { label: '窗口受理', precision: 'day' },
  'application.completed': { label: '省系统办结', precision: 'day' }, 'application.ended': { label: '居民撤回', precision: 'day' },
  'suggestion.received': { label: '收到意见', precision: 'day' }, 'suggestion.triaged': { label: '分办', precision: 'day' }, 'suggestion.taken': { label: '受理意见', precision: 'day' }, 'suggestion.planned': { label: '公布整改方案', precision: 'day' },
  'suggestion.replied': { label: '答复', precision: 'day' }, 'suggestion.ended': { label: '撤回、转出或合并', precision: 'day' },
  'enquiry.asked': { label: '提出咨询', precision: 'day' }, 'enquiry.answered': { label: '答复咨询', precision: 'day' }, 'enquiry.ended': { label: '撤回咨询', precision: 'day' },
  'rights.opened': { label: '受理维权', precision: 'day' }, 'rights.contacted': { label: '首次联系', precision: 'day' }, 'rights.resolved': { label: '维权办结', precision: 'day' }, 'rights.ended': { label: '撤回维权', precision: 'day' },
  'fund.due': { label: '应发日', precision: 'day' }, 'fund.paid': { label: '发放到位', precision: 'day' }, 'fund.ended': { label: '批次作废', precision: 'day' },
  'relay.sent': { label: '发出传达', precision: 'day' }, 'relay.acknowledged': { label: '签收', precision: 'day' }, 'relay.ended': { label: '撤回传达', precision: 'day' },
} as const satisfies Record<string, { label: string; precision: 'second' | 'day' }>;
export type MeasurableEvent = keyof typeof MEASURABLE_EVENTS;
/** Written so that old phones know it too. */
export const isMeasurableEvent = (text: string): text is MeasurableEvent => Object.prototype.hasOwnProperty.call(MEASURABLE_EVENTS, text);

export const subjectKindOf = (event: MeasurableEvent): SubjectKind => event.slice(0, event.indexOf('.')) as SubjectKind;

/** Between these the clock stands still: whoever is parked fetches something, and is not being served. */
export const STANDING_STILL: Partial<Record<SubjectKind, { from: MeasurableEvent; to: MeasurableEvent }>> = { visit: { from: 'visit.parked', to: 'visit.serving' } };

/** After these nothing is owed any more: the resident ended it, or it goes on under another number. Too late, they help nobody: it stays broken. */
export const ENDINGS: Record<SubjectKind, readonly MeasurableEvent[]> = {
  visit: ['visit.missed', 'visit.left', 'visit.unserved'], application: ['application.ended'], suggestion: ['suggestion.ended'], enquiry: ['enquiry.ended'], rights: ['rights.ended'], fund: ['fund.ended'], relay: ['relay.ended'],
};
