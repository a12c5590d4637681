import { defineErrors } from '../../platform/errors/domain-error.ts';

export const insightErrors = defineErrors({
  INSIGHT_PERIOD_INVALID: { status: 400, title: '这段时间太长或先后不对。按日最多看两个月，按周最多半年，按月最多两年。' },
});
