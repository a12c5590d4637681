import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import type { Day } from '@hall/shared/kernel/day';
import { copy } from '../../kit/copy/family.ts';

export interface RelativeDraft { relation: string | undefined; name: string; citizenId: string; validUntil: string | undefined }
export type RelativeErrors = Partial<Record<keyof RelativeDraft, string>>;

/** What is wrong, beside each field; the number is judged by the rule the server uses too. */
export function relativeErrors(draft: RelativeDraft, today: Day): RelativeErrors {
  const id = checkCitizenId(draft.citizenId, today);
  return {
    ...(draft.relation ? {} : { relation: copy.relationNeeded }),
    ...(draft.name.trim() === '' ? { name: copy.nameNeeded } : {}),
    ...(id.ok ? {} : { citizenId: id.message }),
  };
}

/** The body to send: the number as it is stored, nothing that was left empty. */
export function relativeBody(draft: RelativeDraft, today: Day) {
  const id = checkCitizenId(draft.citizenId, today);
  return { relation: draft.relation, name: draft.name.trim(), citizenId: id.ok ? id.value : draft.citizenId, ...(draft.validUntil ? { validUntil: draft.validUntil } : {}) };
}
