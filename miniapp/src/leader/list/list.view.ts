import type { RatingCaseRowView, StaffEnquiryCard, StaffSuggestionCard } from '@hall/shared/api/views';
import { dayOf, type Instant } from '@hall/shared/kernel/day';
import { beginning } from '../../kit/beginning.ts';
import { dayWords, momentInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { to } from '../../kit/navigate.ts';
import type { Tone } from '../../kit/ui/card.tsx';
import { shortMoment } from '../owed.view.ts';
import { suggestionTone } from '../suggestion/suggestion.view.ts';

const copy = words.list;
const SIGNS = 44;

export type ListKind = 'suggestions' | 'enquiries' | 'ratings';
export const LIST_KINDS: readonly ListKind[] = ['suggestions', 'enquiries', 'ratings'];
export const SCOPES = { suggestions: copy.suggestionScopes, enquiries: copy.enquiryScopes, ratings: copy.ratingScopes } as const;

/** The kind and the view of it an address asks for; what it does not know it leaves at the first. */
export function chosenOf(of: string | undefined, scope: string | undefined): { kind: ListKind; scope: string } {
  const kind = LIST_KINDS.find((each) => each === of) ?? 'suggestions';
  const scopes = Object.keys(SCOPES[kind]);
  return { kind, scope: scopes.find((each) => each === scope) ?? scopes[0]! };
}

export const pathOf = (kind: ListKind, scope: string): string => (kind === 'suggestions' ? `/staff/suggestions?scope=${scope}&sort=due` : kind === 'enquiries' ? `/staff/enquiries?scope=${scope}` : `/staff/rating-cases?scope=${scope}`);

/** One line of any of the lists. */
export interface Line { id: string; title: string; tag: string; tone: Tone; detail: string; due: string | null; late: boolean; url: string }

const dueOf = (dueAt: number | null, overdue: boolean, now: Instant): string | null => (dueAt === null ? null : overdue ? words.owed.lateToday(shortMoment(dueAt, now)) : words.owed.by(momentInWords(dueAt, dayOf(now))));

export const suggestionLine = (card: StaffSuggestionCard, now: Instant): Line => ({
  id: card.id, title: beginning(card.excerpt, SIGNS), tag: card.stateLabel, tone: suggestionTone(card.state), url: to('/leader/suggestion/index', { id: card.id }), due: card.due && dueOf(card.due.dueAt, card.due.overdue, now), late: card.due?.overdue ?? false,
  detail: [card.topicLabel, dayWords(card.receivedOn, dayOf(now)), card.ownerName, card.pictureCount > 0 ? copy.pictures(card.pictureCount) : null, card.supporters > 0 ? copy.supporters(card.supporters) : null].filter(Boolean).join(' · '),
});

export const enquiryLine = (card: StaffEnquiryCard, now: Instant): Line => ({
  id: card.id, title: beginning(card.excerpt, SIGNS), tag: card.stateLabel, tone: card.state === 'open' || card.state === 'asked-again' ? 'info' : 'ok', url: to('/leader/enquiry/index', { id: card.id }), due: card.due && dueOf(card.due.dueAt, card.due.overdue, now), late: card.due?.overdue ?? false,
  detail: [card.addresseeLabel, copy.owner(card.ownerName), card.offeredTo === null ? null : `→ ${card.offeredTo}`].filter(Boolean).join(' · '),
});

export const ratingLine = (row: RatingCaseRowView, now: Instant): Line => ({
  id: row.id, title: [row.windowLabel, row.matterNames.join('、')].filter(Boolean).join(' · ') || row.month, tag: row.stateLabel, tone: row.state === 'closed' ? 'ok' : 'warn', url: to('/leader/rating/index', { id: row.id }), due: dueOf(row.dueAt, row.overdue, now), late: row.overdue,
  detail: [row.month, copy.owner(row.ownerName), row.owedLabel, row.waitsForSecond ? copy.second : row.verdictLabel].filter(Boolean).join(' · '),
});
