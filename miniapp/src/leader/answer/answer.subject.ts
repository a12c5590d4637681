import type { EnquiryTemplateView, StaffEnquiryView, StaffMeView, StaffSuggestionView, SuggestionTemplateView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS } from '@hall/shared/enquiry/enquiry.rules';
import { SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import { get, list, post, put } from '../../kit/api.ts';
import { planNow } from '../suggestion/suggestion.view.ts';

/** What is answered: a suggestion, a question, or a question whose answer is put right. */
export type AnswerKind = 'suggestion' | 'enquiry' | 'correction';
export interface Template { id: string; title: string; text: string }
/** What an answer is written to, whatever it is. */
export interface AnswerSubject {
  question: string;
  draft: { text: string; noPlanReason: string | null; writtenBy: string; version: number } | null;
  version: number;
  mayWrite: boolean;
  mayPublish: boolean;
  /** Nothing was promised in a plan, so it must be said why none is needed. */
  needsNoPlan: boolean;
  most: number;
  templates: Template[];
  me: string;
}

type Answered = Pick<AnswerSubject, 'templates' | 'me'>;

function ofSuggestion(one: StaffSuggestionView, { templates, me }: Answered): AnswerSubject {
  const plan = planNow(one);
  const mayPublish = one.actions.includes('reply');
  return {
    question: one.text, draft: one.draft, version: one.version, mayWrite: one.mayDraftAnswer, mayPublish, needsNoPlan: plan === null || plan.state === 'draft' || plan.state === 'proposed', most: SUGGESTION_LIMITS.answer, templates, me,
  };
}

function ofEnquiry(one: StaffEnquiryView, kind: AnswerKind, { templates, me }: Answered): AnswerSubject {
  const asked = [...one.steps].reverse().find((step) => step.byAsker && step.words !== null)?.words ?? one.text;
  const may = one.actions.includes(kind === 'correction' ? 'correct' : 'answer');
  return { question: asked, draft: kind === 'correction' || one.draft === null ? null : { ...one.draft, noPlanReason: null }, version: one.version, mayWrite: may, mayPublish: may, needsNoPlan: false, most: ENQUIRY_LIMITS.answer, templates, me };
}

export async function loadSubject(kind: AnswerKind, id: string): Promise<AnswerSubject> {
  const me = get<StaffMeView>('/staff/me').then(({ name }) => name);
  if (kind === 'suggestion') {
    const [one, templates, name] = await Promise.all([get<StaffSuggestionView>(`/staff/suggestions/${id}`), list<SuggestionTemplateView>('/staff/suggestion-templates'), me]);
    return ofSuggestion(one, { templates, me: name });
  }
  const [one, templates, name] = await Promise.all([get<StaffEnquiryView>(`/staff/enquiries/${id}`), list<EnquiryTemplateView>('/staff/enquiry-templates'), me]);
  return ofEnquiry(one, kind, { templates, me: name });
}

/** Keeps the draft at the hall, so that it can be finished at the desk. A correction has none. */
export async function saveDraft(kind: AnswerKind, id: string, subject: AnswerSubject, text: string, why: string): Promise<AnswerSubject> {
  const version = subject.draft?.version ?? null;
  if (kind === 'suggestion') return ofSuggestion(await put<StaffSuggestionView>(`/staff/suggestions/${id}/answer-draft`, { text, noPlanReason: subject.needsNoPlan && why !== '' ? why : null, version }), subject);
  if (kind === 'enquiry') return ofEnquiry(await put<StaffEnquiryView>(`/staff/enquiries/${id}/draft`, { text, version }), kind, subject);
  return subject;
}

/** From here on whoever asked can read it. */
export async function publish(kind: AnswerKind, id: string, { version }: AnswerSubject, text: string): Promise<void> {
  if (kind === 'suggestion') await post(`/staff/suggestions/${id}/answer/publish`, { version });
  else await post(`/staff/enquiries/${id}/${kind === 'correction' ? 'correct' : 'answer'}`, { version, text });
}

/** A template put to what stands there already, which is never written over. */
export const withTemplate = (text: string, template: string): string => (text.trim() === '' ? template : `${text.trimEnd()}\n${template}`);
