import type { DeadlineView, DutyActsForView, ExclusionList, RatingCaseRowView, RelayList, StaffEnquiryPage, StaffMeView, StaffSuggestionPage, StaffUnreadView } from '@hall/shared/api/views';
import { get, list } from '../../kit/api.ts';
import { today } from '../../kit/clock.ts';
import { toDecide } from '../commitments/commitments.view.ts';
import { actsForWords, owedOf, type Owed } from '../owed.view.ts';

export type OwedScope = 'mine' | 'overdue' | 'reported';
export type DecisionKind = 'approve' | 'triage' | 'review' | 'offered' | 'unowned' | 'judge' | 'exclude' | 'relays';
export interface Decision { kind: DecisionKind; count: number }
export interface HomeState {
  /** Null where the person may not look at the whole hall's. */
  lists: Record<OwedScope, Owed[] | null>;
  /** Whose work lies in this person's hands today, in words. */
  acts: string[];
  decide: Decision[];
  /** Messages nobody has opened yet. */
  unread: number;
  /** May look at the hall's figures. */
  figures: boolean;
}

const owed = async (scope: OwedScope): Promise<Owed[]> => (await list<DeadlineView>(`/staff/deadlines?scope=${scope}`)).map(owedOf);
type Counted<S extends string> = { counts: readonly { scope: string; count: number }[] } & { scope?: S };
const countOf = ({ counts }: Counted<string>, kind: DecisionKind): Decision => ({ kind, count: counts.find(({ scope }) => scope === kind)?.count ?? 0 });

/** Everything that waits for this person, asked for at once; each part only where they may see it. */
export async function loadHome(): Promise<HomeState> {
  const { permissions } = await get<StaffMeView>('/staff/me');
  const may = (permission: string) => permissions.includes(permission);
  const [mine, overdue, reported, suggestions, enquiries, judge, exclusions, relays, acts, { unread }] = await Promise.all([
    owed('mine'), may('deadline.read') ? owed('overdue') : null, owed('reported'), may('suggestion.read') ? get<StaffSuggestionPage>('/staff/suggestions?scope=approve') : null,
    may('enquiry.answer') ? get<StaffEnquiryPage>('/staff/enquiries?scope=offered') : null, may('rating.handle') ? list<RatingCaseRowView>('/staff/rating-cases?scope=judge') : null, may('insight.read') && may('commitment.exclude') ? get<ExclusionList>('/staff/commitments/exclusions') : null, get<RelayList>('/staff/relays'),
    list<DutyActsForView>('/staff/duty/acts-for'), get<StaffUnreadView>('/staff/inbox/unread'),
  ]);
  const decide: Decision[] = [
    ...(suggestions && may('suggestion.publish') ? [countOf(suggestions, 'approve')] : []), ...(suggestions && may('suggestion.triage') ? [countOf(suggestions, 'triage')] : []), ...(suggestions && may('suggestion.review') ? [countOf(suggestions, 'review')] : []),
    ...(enquiries ? [countOf(enquiries, 'offered'), countOf(enquiries, 'unowned')] : []), ...(judge ? [{ kind: 'judge' as const, count: judge.length }] : []), ...(exclusions ? [{ kind: 'exclude' as const, count: toDecide(exclusions.items).length }] : []), { kind: 'relays', count: relays.owed },
  ];
  return { lists: { mine, overdue, reported }, acts: acts.map((one) => actsForWords(one, today())), decide: decide.filter(({ count }) => count > 0), unread, figures: may('insight.read') };
}
