import { dayOf } from '../kernel/day.ts';
import type { Day, Instant } from '../kernel/day.ts';
import { allow, refuse } from '../kernel/verdict.ts';
import type { Verdict } from '../kernel/verdict.ts';

/** The notice of what is kept and why, and the separate consent for sensitive data (PIPL Art. 29). Both are versioned and can be withdrawn. */
export type ConsentKind = 'privacy-notice' | 'sensitive-data';
export const CONSENT_KINDS: readonly ConsentKind[] = ['privacy-notice', 'sensitive-data'];
export const CONSENT_LABELS: Record<ConsentKind, string> = { 'privacy-notice': '隐私告知', 'sensitive-data': '敏感个人信息单独同意' };

export interface NoticeVersion { kind: ConsentKind; version: string; effectiveFrom: Day }
export interface GivenConsent { kind: ConsentKind; version: string; givenAt: Instant; withdrawnAt: Instant | null }

/** The version of a notice people are asked for at `now`: the one that took effect last. Null when none has. */
export const noticeInForce = <N extends NoticeVersion>(notices: readonly N[], kind: ConsentKind, now: Instant): N | null =>
  notices.filter((notice) => notice.kind === kind && notice.effectiveFrom <= dayOf(now)).reduce<N | null>((latest, notice) => (latest === null || notice.effectiveFrom >= latest.effectiveFrom ? notice : latest), null);

/** Whether consent to the version in force was given and not withdrawn. Consent to an older version does not carry over. */
export function isConsentCurrent(consents: readonly GivenConsent[], notices: readonly NoticeVersion[], kind: ConsentKind, now: Instant): boolean {
  const notice = noticeInForce(notices, kind, now);
  return notice !== null && consents.some((consent) => consent.kind === kind && consent.version === notice.version && consent.givenAt <= now && consent.withdrawnAt === null);
}

/** Kinds still to be asked for before personal data is stored. */
export const consentsMissing = (consents: readonly GivenConsent[], notices: readonly NoticeVersion[], now: Instant, needed: readonly ConsentKind[] = CONSENT_KINDS): ConsentKind[] =>
  needed.filter((kind) => !isConsentCurrent(consents, notices, kind, now));

/** Only the version in force can be agreed to. Codes: CONSENT_NOTICE_MISSING, CONSENT_VERSION_STALE. */
export function mayConsent(notices: readonly NoticeVersion[], kind: ConsentKind, version: string, now: Instant): Verdict {
  const notice = noticeInForce(notices, kind, now);
  if (notice === null) return refuse('CONSENT_NOTICE_MISSING', '告知书还没有发布，请稍后再试。', 'kind');
  return notice.version === version ? allow(true) : refuse('CONSENT_VERSION_STALE', '告知书已经更新，请阅读新的内容后再同意。', 'version');
}

/** Code: CONSENT_MISSING, naming the kind. */
export function requireConsents(consents: readonly GivenConsent[], notices: readonly NoticeVersion[], now: Instant, needed: readonly ConsentKind[] = CONSENT_KINDS): Verdict {
  const [missing] = consentsMissing(consents, notices, now, needed);
  return missing === undefined ? allow(true) : refuse('CONSENT_MISSING', `请先阅读并同意《${CONSENT_LABELS[missing]}》。`, missing);
}
