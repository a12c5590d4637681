import { defineEvent } from '../../platform/events/event-kind.ts';

/** Ids only. `residentId` is the named author's account; null for an anonymous one, who is told nothing and looks with the code. */
export interface SuggestionTold {
  suggestionId: string;
  hallId: string;
  residentId: string | null;
}

/** Never told of an anonymous one. */
export const suggestionReceived = defineEvent<SuggestionTold>('suggestion.received');
export const suggestionTriaged = defineEvent<SuggestionTold & { outcome: 'accepted' | 'redirected' | 'declined' | 'merged' }>('suggestion.triaged');
/** `staffId`: whose it is now. */
export const suggestionAssigned = defineEvent<Omit<SuggestionTold, 'residentId'> & { staffId: string }>('suggestion.assigned');
/** `staffId`: who had assigned it. */
export const suggestionHandedBack = defineEvent<Omit<SuggestionTold, 'residentId'> & { staffId: string | null }>('suggestion.handed-back');
/** `staffId`: who had assigned it, and may approve. */
export const suggestionPlanProposed = defineEvent<Omit<SuggestionTold, 'residentId'> & { staffId: string | null }>('suggestion.plan-proposed');
export const suggestionPlanReturned = defineEvent<Omit<SuggestionTold, 'residentId'> & { staffId: string | null }>('suggestion.plan-returned');
export const suggestionPlanPublished = defineEvent<SuggestionTold>('suggestion.plan-published');
export const suggestionReplied = defineEvent<SuggestionTold>('suggestion.replied');
export const suggestionCorrected = defineEvent<SuggestionTold>('suggestion.corrected');
/** `staffId`: whose it is. Of an anonymous one it is told by the daily upkeep, not when it happened. */
export const suggestionReopened = defineEvent<Omit<SuggestionTold, 'residentId'> & { staffId: string | null }>('suggestion.reopened');
export const suggestionClosed = defineEvent<SuggestionTold>('suggestion.closed');
/** What those who said "me too" hear of. */
export type SupportedNews = 'planned' | 'replied' | 'corrected' | 'reopened' | 'closed';
/** To accounts that said "me too", some at a time. Its authors are told as authors, and one without a name not at all. */
export const suggestionSupportersTold = defineEvent<{ suggestionId: string; hallId: string; news: SupportedNews; residentIds: string[] }>('suggestion.supporters-told');
