import { randomBytes } from 'node:crypto';
import type { Day } from '@hall/shared/kernel/day';
import { redact, suggestionProblems, type SuggestionInput } from '@hall/shared/suggestion/suggestion.rules';
import type { SecretWork } from '../../platform/persistence/secret-work.ts';
import { suggestionErrors } from './suggestion.errors.ts';
import { Suggestion } from './suggestion.entity.ts';

const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @throws SUGGESTION_INVALID with what is wrong, field by field */
export function checkInput(input: SuggestionInput, picturesField: string): void {
  const fields = suggestionProblems(input).map((problem) => (problem.path === 'pictureIds' ? { ...problem, path: picturesField } : problem));
  if (fields.length > 0) throw suggestionErrors.SUGGESTION_INVALID({ fields });
}

/** `261123-7K3M`: the day and four random signs, free on that day. */
export async function freeNumber(work: Pick<SecretWork, 'findOne'>, day: Day): Promise<string> {
  for (;;) {
    const number = `${day.slice(2).replaceAll('-', '')}-${Array.from(randomBytes(4), (byte) => SIGNS[byte % SIGNS.length]).join('')}`;
    if (!(await work.findOne(Suggestion, { number }))) return number;
  }
}

/** What every new suggestion has in common; nobody has seen it yet. */
export const fresh = (day: Day): Pick<Suggestion, 'state' | 'reviewReason' | 'visibility' | 'face' | 'publicText' | 'pairCount' | 'receivedOn' | 'changedOn' | 'round' | 'reopened' | 'ownerId' | 'assignedBy' | 'declineReason' | 'closingWords' | 'mergedIntoId' | 'supporters' | 'trackingHash' | 'nonceHash' | 'upkeep' | 'openingId'> => ({
  state: 'submitted', reviewReason: null, visibility: 'private', face: 'none', publicText: null, pairCount: 0, receivedOn: day, changedOn: day, round: 1, reopened: 0, ownerId: null, assignedBy: null, declineReason: null, closingWords: null,
  mergedIntoId: null, supporters: 0, trackingHash: null, nonceHash: null, upkeep: false, openingId: null,
});

/** Staff write for everybody to read, and may forget that it names somebody. */
export const forEverybody = (text: string): string => redact(text.trim());
