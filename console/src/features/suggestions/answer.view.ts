import type { StaffSuggestionView, SuggestionTemplateView } from '@hall/shared/api/views';

/** An answer as it is typed. */
export interface AnswerWords { text: string; noPlanReason: string }

/** The draft the server holds; empty words for none. */
export const wordsOf = ({ draft }: Pick<StaffSuggestionView, 'draft'>): AnswerWords => ({ text: draft?.text ?? '', noPlanReason: draft?.noPlanReason ?? '' });
export const sameAnswer = (a: AnswerWords, b: AnswerWords): boolean => a.text === b.text && a.noPlanReason.trim() === b.noPlanReason.trim();

/** Templates for this topic first, then those for all; others may still be wanted. */
export const templatesFor = (templates: readonly SuggestionTemplateView[], topic: string): SuggestionTemplateView[] => {
  const rank = (template: SuggestionTemplateView) => (template.topic === topic ? 0 : template.topic === null ? 1 : 2);
  return [...templates].sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'zh-Hans-CN'));
};

/** A template never takes away what was written: it is put beneath. */
export const withTemplate = (text: string, template: string): string => (text.trim() === '' ? template : `${text.trimEnd()}\n${template}`);
