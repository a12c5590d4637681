import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { Guard } from '../kit/layout/Guard.tsx';
import { Skeleton } from '../kit/state/Blank.tsx';
import { Broken } from './Broken.tsx';
import { Frame } from './Frame.tsx';
import { Home } from './Home.tsx';
import { Missing } from './Missing.tsx';

/** A room loaded when its door is first opened, and only for those who may enter. */
const room = (permission: string, load: () => Promise<ComponentType>) => async () => {
  const Room = await load();
  return { Component: () => <Guard permission={permission}><Room /></Guard> };
};

export const router = createBrowserRouter([
  { path: '/sign-in', lazy: async () => ({ Component: (await import('../features/sign-in/SignInPage.tsx')).SignInPage }), HydrateFallback: Skeleton },
  {
    path: '/',
    Component: Frame,
    HydrateFallback: Skeleton,
    ErrorBoundary: Broken,
    children: [
      { index: true, Component: Home },
      {
        ErrorBoundary: Broken,
        children: [
          { path: 'start', lazy: async () => ({ Component: (await import('../features/start/StartPage.tsx')).StartPage }) },
          { path: 'account', lazy: async () => ({ Component: (await import('../features/account/AccountPage.tsx')).AccountPage }) },
          { path: 'desk', lazy: room('queue.call', async () => (await import('../features/desk/DeskPage.tsx')).DeskPage) },
          { path: 'walk-in', lazy: room('window.handle', async () => (await import('../features/walk-in/OpenPage.tsx')).OpenPage) },
          { path: 'walk-in/:id', lazy: room('window.handle', async () => (await import('../features/walk-in/FillPage.tsx')).FillPage) },
          { path: 'review', lazy: room('review.claim', async () => (await import('../features/review/QueuePage.tsx')).QueuePage) },
          { path: 'review/:id', lazy: room('review.claim', async () => (await import('../features/review/ReviewPage.tsx')).ReviewPage) },
          { path: 'review/:id/notice', lazy: room('review.claim', async () => (await import('../features/review/NoticePage.tsx')).NoticePage) },
          { path: 'find', lazy: room('case.find', async () => (await import('../features/find/FindPage.tsx')).FindPage) },
          { path: 'cases/:id', lazy: room('case.read', async () => (await import('../features/find/CasePage.tsx')).CasePage) },
          { path: 'booking', lazy: room('booking.assist', async () => (await import('../features/booking/BookingPage.tsx')).BookingPage) },
          { path: 'plan', lazy: room('booking.plan', async () => (await import('../features/plan/PlanPage.tsx')).PlanPage) },
          { path: 'batches', lazy: room('batch.export', async () => (await import('../features/batches/BatchesPage.tsx')).BatchesPage) },
          { path: 'desk-disputes', lazy: room('queue.desk', async () => (await import('../features/desk-disputes/DeskDisputesPage.tsx')).DeskDisputesPage) },
          { path: 'rating-cases', lazy: room('rating.handle', async () => (await import('../features/ratings/CasesPage.tsx')).CasesPage) },
          { path: 'rating-cases/:id', lazy: room('rating.handle', async () => (await import('../features/ratings/CasePage.tsx')).CasePage) },
          { path: 'rating-questions', lazy: async () => ({ Component: (await import('../features/ratings/QuestionsPage.tsx')).QuestionsPage }) },
          { path: 'rating-figures', lazy: room('insight.read', async () => (await import('../features/ratings/FiguresPage.tsx')).FiguresPage) },
          { path: 'calendar', lazy: room('calendar.edit', async () => (await import('../features/calendar/CalendarPage.tsx')).CalendarPage) },
          { path: 'calendar/load', lazy: room('calendar.edit', async () => (await import('../features/calendar/LoadYearPage.tsx')).LoadYearPage) },
          { path: 'policy', lazy: room('policy.edit', async () => (await import('../features/policy/PolicyPage.tsx')).PolicyPage) },
          { path: 'policy/new', lazy: room('policy.edit', async () => (await import('../features/policy/NewPolicyPage.tsx')).NewPolicyPage) },
          { path: 'enquiries', lazy: room('enquiry.answer', async () => (await import('../features/enquiries/EnquiriesPage.tsx')).EnquiriesPage) },
          { path: 'enquiries/:id', lazy: room('enquiry.answer', async () => (await import('../features/enquiries/EnquiryPage.tsx')).EnquiryPage) },
          { path: 'lights', lazy: room('lights.edit', async () => (await import('../features/lights/LightsPage.tsx')).LightsPage) },
          { path: 'lights/:staffId', lazy: room('lights.edit', async () => (await import('../features/lights/CardPage.tsx')).CardPage) },
          { path: 'guide', lazy: room('guide.edit', async () => (await import('../features/guide/GuidePage.tsx')).GuidePage) },
          { path: 'matters', lazy: room('guide.edit', async () => (await import('../features/matters/MattersPage.tsx')).MattersPage) },
          { path: 'matters/:id', lazy: room('guide.edit', async () => (await import('../features/matters/MatterPage.tsx')).MatterPage) },
          { path: 'deadlines', lazy: async () => ({ Component: (await import('../features/deadlines/DeadlinesPage.tsx')).DeadlinesPage }) },
          { path: 'deadlines/rules', lazy: room('deadline.read', async () => (await import('../features/deadlines/RulesPage.tsx')).RulesPage) },
          { path: 'suggestions', lazy: room('suggestion.read', async () => (await import('../features/suggestions/SuggestionsPage.tsx')).SuggestionsPage) },
          { path: 'suggestions/review', lazy: room('suggestion.review', async () => (await import('../features/suggestions/ReviewPage.tsx')).ReviewPage) },
          { path: 'suggestions/templates', lazy: room('suggestion.answer', async () => (await import('../features/suggestions/TemplatesPage.tsx')).TemplatesPage) },
          { path: 'suggestions/box', lazy: room('box.open', async () => (await import('../features/suggestions/BoxPage.tsx')).BoxPage) },
          { path: 'suggestions/box/:id', lazy: room('box.open', async () => (await import('../features/suggestions/SlipEntryPage.tsx')).SlipEntryPage) },
          { path: 'suggestion-plans/:id', lazy: room('suggestion.read', async () => (await import('../features/suggestions/PlanDoor.tsx')).PlanDoor) },
          { path: 'suggestions/:id', lazy: room('suggestion.read', async () => (await import('../features/suggestions/SuggestionPage.tsx')).SuggestionPage) },
          { path: 'duty', lazy: async () => ({ Component: (await import('../features/duty/DutyPage.tsx')).DutyPage }) },
          { path: 'activities', lazy: room('activity.door', async () => (await import('../features/activities/ActivitiesPage.tsx')).ActivitiesPage) },
          { path: 'activities/new', lazy: room('activity.edit', async () => (await import('../features/activities/EditorPage.tsx')).EditorPage) },
          { path: 'activities/:id', lazy: room('activity.door', async () => (await import('../features/activities/ActivityPage.tsx')).ActivityPage) },
          { path: 'activities/:id/edit', lazy: room('activity.edit', async () => (await import('../features/activities/EditorPage.tsx')).EditorPage) },
          { path: 'stars', lazy: async () => ({ Component: (await import('../features/stars/StarsPage.tsx')).StarsPage }) },
          { path: 'stars/new', lazy: room('star.edit', async () => (await import('../features/stars/EditorPage.tsx')).EditorPage) },
          { path: 'stars/:id', lazy: async () => ({ Component: (await import('../features/stars/StarPage.tsx')).StarPage }) },
          { path: 'stars/:id/edit', lazy: room('star.edit', async () => (await import('../features/stars/EditorPage.tsx')).EditorPage) },
          { path: 'appraisals', lazy: async () => ({ Component: (await import('../features/appraisals/AppraisalsPage.tsx')).AppraisalsPage }) },
          { path: 'appraisals/:id', lazy: async () => ({ Component: (await import('../features/appraisals/AppraisalPage.tsx')).AppraisalPage }) },
          { path: 'relays', lazy: async () => ({ Component: (await import('../features/relays/RelaysPage.tsx')).RelaysPage }) },
          { path: 'relays/:id', lazy: async () => ({ Component: (await import('../features/relays/RelayPage.tsx')).RelayPage }) },
          { path: 'rights', lazy: async () => ({ Component: (await import('../features/rights/RightsPage.tsx')).RightsPage }) },
          { path: 'rights/:id', lazy: async () => ({ Component: (await import('../features/rights/RightsCasePage.tsx')).RightsCasePage }) },
          { path: 'funds', lazy: room('fund.handle', async () => (await import('../features/funds/FundsPage.tsx')).FundsPage) },
          { path: 'assessment', lazy: room('insight.read', async () => (await import('../features/assessment/AssessmentPage.tsx')).AssessmentPage) },
          { path: 'assessment/mine', lazy: async () => ({ Component: (await import('../features/assessment/MyCardsPage.tsx')).MyCardsPage }) },
          { path: 'assessment/appeals', lazy: room('assessment.decide', async () => (await import('../features/assessment/AppealsPage.tsx')).AppealsPage) },
          { path: 'red-flags', lazy: room('insight.read', async () => (await import('../features/assessment/RedFlagsPage.tsx')).RedFlagsPage) },
          { path: 'commitments', lazy: room('insight.read', async () => (await import('../features/commitments/CommitmentsPage.tsx')).CommitmentsPage) },
          { path: 'commitments/new', lazy: room('commitment.edit', async () => (await import('../features/commitments/ComposePage.tsx')).ComposePage) },
          { path: 'commitments/:id', lazy: room('insight.read', async () => (await import('../features/commitments/CommitmentPage.tsx')).CommitmentPage) },
          { path: 'commitments/:id/edit', lazy: room('commitment.edit', async () => (await import('../features/commitments/ComposePage.tsx')).ComposePage) },
          { path: 'insight', lazy: room('insight.read', async () => (await import('../features/insight/InsightPage.tsx')).InsightPage) },
          { path: 'house', lazy: room('hall.edit', async () => (await import('../features/admin-house/HousePage.tsx')).HousePage) },
          { path: 'settings', lazy: room('hall.edit', async () => (await import('../features/admin-settings/SettingsPage.tsx')).SettingsPage) },
          { path: 'system-settings', lazy: room('settings.edit', async () => (await import('../features/admin-settings/SettingsPage.tsx')).SystemSettingsPage) },
          { path: 'codes', lazy: room('guide.edit', async () => (await import('../features/admin-codes/CodesPage.tsx')).CodesPage) },
          { path: 'keys', lazy: room('key.rotate', async () => (await import('../features/admin-keys/KeysPage.tsx')).KeysPage) },
          { path: 'accounts', lazy: room('account.edit', async () => (await import('../features/admin-accounts/AccountsPage.tsx')).AccountsPage) },
          { path: 'grants', lazy: room('grant.edit', async () => (await import('../features/admin-accounts/GrantsPage.tsx')).GrantsPage) },
          { path: 'audit', lazy: room('audit.read', async () => (await import('../features/admin-audit/AuditPage.tsx')).AuditPage) },
          { path: 'devices', lazy: room('device.pair', async () => (await import('../features/devices/DevicesPage.tsx')).DevicesPage) },
          { path: '*', Component: Missing },
        ],
      },
    ],
  },
], { basename: '/console' });
