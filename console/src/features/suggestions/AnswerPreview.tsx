import type { StaffSuggestionView } from '@hall/shared/api/views';
import { answerWorkCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { PhonePreview } from './PhonePreview.tsx';
import preview from './Preview.module.css';

interface Props { suggestion: StaffSuggestionView; title: string; lead: string; ok: string; text: string; noPlanReason?: string; correction?: boolean; busy: boolean; onPublish: () => void; onClose: () => void }

/** The answer, or the correction beneath it, as its author will read it. */
export function AnswerPreview({ suggestion, text, noPlanReason = '', correction = false, ...frame }: Props) {
  return (
    <PhonePreview {...frame} suggestion={suggestion} state={correction ? suggestion.state : 'replied'} texts={[text, noPlanReason]}>
      {correction ? suggestion.answers.slice(-1).map((answer) => <div key={answer.round} className={preview.answer}><StateTag tone="ok">{copy.kinds[answer.kind]}</StateTag>{answer.text}</div>) : null}
      <div className={preview.answer}><StateTag tone={correction ? 'warn' : 'ok'}>{copy.kinds[correction ? 'correction' : 'answer']}</StateTag>{text.trim()}{noPlanReason.trim() ? <small>{copy.noPlanShown(noPlanReason.trim())}</small> : null}</div>
    </PhonePreview>
  );
}
