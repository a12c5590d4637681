import type { PolicyProfileView } from '@hall/shared/api/views';
import { copy } from '../../kit/copy/guide.ts';

export interface Band { key: string; pay: string; subsidy: string }

/** Neighbouring tiers with the same subsidy and the same step read as one line; dozens of them say no more than that. */
export function bandsOf(tiers: PolicyProfileView['tiers']): Band[] {
  const bands: { from: number; to: number; step: number | null; subsidy: number }[] = [];
  for (const { yuan, subsidyYuan } of tiers) {
    const last = bands[bands.length - 1];
    const step = last ? yuan - last.to : null;
    if (last && last.subsidy === subsidyYuan && (last.step === null || last.step === step)) { last.to = yuan; last.step = step; }
    else bands.push({ from: yuan, to: yuan, step: null, subsidy: subsidyYuan });
  }
  return bands.map(({ from, to, step, subsidy }) => ({
    key: `${from}`, subsidy: copy.yuan(subsidy),
    pay: step === null ? copy.yuan(from) : to - from === step ? copy.twoTiers(from, to) : copy.band(from, to, step),
  }));
}
