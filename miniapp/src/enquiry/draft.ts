import type { AskEnquiry } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS, enquiryProblems } from '@hall/shared/enquiry/enquiry.rules';
import type { Instant } from '@hall/shared/kernel/day';
import { HOUR } from '@hall/shared/kernel/day';

/** The question being written on this phone. `to` is `leader` or a section's id. */
export interface Draft { to: string | null; text: string; pictures: { id: string; at: Instant }[] }
export const EMPTY: Draft = { to: null, text: '', pictures: [] };
export const isEmpty = ({ text, pictures }: Draft): boolean => text.trim() === '' && pictures.length === 0;

/** The hall throws away what was not sent within a day; a little earlier the phone forgets it too. */
const PICTURES_KEEP = 22 * HOUR;

/** The draft with what is still good of it, and whether pictures had to go. */
export function stillGood(draft: Draft, now: Instant): { draft: Draft; expired: boolean } {
  const pictures = draft.pictures.filter(({ at }) => at > now - PICTURES_KEEP);
  return { draft: { ...draft, pictures }, expired: pictures.length < draft.pictures.length };
}

export const bodyOf = ({ to, text, pictures }: Draft): AskEnquiry =>
  ({ addressee: to === 'leader' ? 'leader' : 'section', departmentId: to === 'leader' ? null : to, text: text.trim(), pictureIds: pictures.map(({ id }) => id) });

/** What is missing, by the question of the page it belongs to. @param chooseTo the sentence for nobody chosen */
export function problemsOf(draft: Draft, chooseTo: string): { to?: string; text?: string } {
  const { addressee, departmentId, text } = bodyOf(draft);
  const found = enquiryProblems({ addressee, departmentId, text, pictures: draft.pictures.length }).find(({ path }) => path === 'text');
  return { ...(draft.to === null ? { to: chooseTo } : {}), ...(found ? { text: found.message } : {}) };
}

export const picturesLeft = ({ pictures }: Draft): number => ENQUIRY_LIMITS.pictures - pictures.length;
