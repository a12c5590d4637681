import { EVERYTHING } from './commitment.rules.ts';
import type { CommitmentRule } from './commitment.rules.ts';

/** A promise to start from. Halls take it over, change it or leave it; until one is published it promises nothing. */
export interface ShippedCommitment { code: string; wording: string; basis: string; rule: CommitmentRule }

/** Where a limit is not the hall's own choice its basis says whose it is; halls set their own. */
export const SHIPPED_COMMITMENTS: readonly ShippedCommitment[] = [
  { code: 'five-minutes', wording: '材料备齐的，叫号后 5 分钟内办结', basis: '5分钟办结', rule: { from: 'visit.called', to: 'visit.served', limit: 5, clock: 'minutes', scope: { ...EVERYTHING, readyOnly: true } } },
  { code: 'wait', wording: '取号后 30 分钟内叫到您', basis: '大厅自定', rule: { from: 'visit.taken', to: 'visit.called', limit: 30, clock: 'minutes', scope: EVERYTHING } },
  { code: 'review', wording: '网上提交的材料，2 个工作日内审核答复', basis: '大厅自定', rule: { from: 'application.submitted', to: 'application.reviewed', limit: 2, clock: 'working-days', scope: EVERYTHING } },
  { code: 'suggestion', wording: '您提的意见，受理后 5 个工作日内答复', basis: '大厅自定', rule: { from: 'suggestion.taken', to: 'suggestion.replied', limit: 5, clock: 'working-days', scope: EVERYTHING } },
  { code: 'enquiry', wording: '您问的问题，1 个工作日内答复', basis: '首问负责', rule: { from: 'enquiry.asked', to: 'enquiry.answered', limit: 1, clock: 'working-days', scope: EVERYTHING } },
  { code: 'rights', wording: '维权事项，受理后 10 个工作日内办结', basis: '权益维护及时', rule: { from: 'rights.opened', to: 'rights.resolved', limit: 10, clock: 'working-days', scope: EVERYTHING } },
  { code: 'funds', wording: '各项资金在应发日当天发放到位', basis: '资金发放及时', rule: { from: 'fund.due', to: 'fund.paid', limit: 0, clock: 'working-days', scope: EVERYTHING } },
  { code: 'relays', wording: '上级通知 1 个工作日内传达到人', basis: '信息传达及时', rule: { from: 'relay.sent', to: 'relay.acknowledged', limit: 1, clock: 'working-days', scope: EVERYTHING } },
];
