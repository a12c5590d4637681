import type { VisitMatterView } from '@hall/shared/api/views';
import { to } from '../kit/navigate.ts';

/** One matter of a visit, for one person; what the server wants to know when a place is held. */
export interface Wish { matterId: string; applicationId?: string; relativeId?: string }

/**
 * Wishes as one word of an address, from page to page: `enrolment~a~<case>.change~r~<relative>.claim`. Only signs that
 * an address carries as they are, so that it does not matter how often the word has been encoded on its way.
 */
export const spell = (wishes: readonly Wish[]): string =>
  wishes.map(({ matterId, applicationId, relativeId }) => (applicationId ? `${matterId}~a~${applicationId}` : relativeId ? `${matterId}~r~${relativeId}` : matterId)).join('.');

/** Reads what `spell` wrote; whatever else stands there is left out. */
export function read(word: string | undefined): Wish[] {
  return (word ?? '').split('.').flatMap((part) => {
    const [matterId, kind, id] = part.split('~');
    if (!matterId) return [];
    if (kind === undefined) return [{ matterId }];
    if (!id) return [];
    return kind === 'a' ? [{ matterId, applicationId: id }] : kind === 'r' ? [{ matterId, relativeId: id }] : [];
  });
}

/** Where the same can be booked once more: one thing is ticked again, of several the person chooses. */
export function bookAgain(matters: readonly Pick<VisitMatterView, 'matterId' | 'applicationId'>[]): string {
  const [only, another] = matters;
  if (!only || another) return '/visit/book/index';
  return to('/visit/book/index', only.applicationId === null ? { matterId: only.matterId } : { applicationId: only.applicationId });
}
