import { App, Input, Modal, Radio } from 'antd';
import { DECLINE_REASONS, SUGGESTION_LIMITS } from '@hall/shared/suggestion/suggestion.rules';
import type { DeclineReason } from '@hall/shared/suggestion/suggestion.rules';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Dialogs.module.css';

export interface ReasonWords { title: string; lead: string; words: string; hint: string; ok: string }

/** A few words that must be given before something is done. They are kept in the browser until it is. */
export function ReasonDialog({ name, words, busy, onDone, onClose }: { name: string; words: ReasonWords; busy: boolean; onDone: (reason: string, forget: () => void) => void; onClose: () => void }) {
  const [reason, setReason, forget] = useKept(name, '');
  const whole = reason.trim().length > 1;
  return (
    <Modal open title={words.title} okText={words.ok} cancelText={copy.cancel} onCancel={onClose} onOk={() => onDone(reason.trim(), forget)} confirmLoading={busy} okButtonProps={{ disabled: !whole, 'data-testid': 'reason-ok' }}>
      <div className={styles.form} data-testid="reason-dialog">
        <p className="muted">{words.lead}</p>
        <label><span>{words.words}</span><Input.TextArea autoFocus rows={4} maxLength={SUGGESTION_LIMITS.reason} showCount placeholder={words.hint} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="reason-words" /></label>
      </div>
    </Modal>
  );
}

const NOTHING: { reason: DeclineReason; words: string } = { reason: 'not-ours', words: '' };

/** Why it is not taken up: one of the written reasons, with words where it needs them. */
export function DeclineDialog({ name, busy, onDone, onClose }: { name: string; busy: boolean; onDone: (given: { reason: DeclineReason; words: string }, forget: () => void) => void; onClose: () => void }) {
  const { message } = App.useApp();
  const [given, setGiven, forget] = useKept(name, NOTHING);
  const needed = DECLINE_REASONS.find(({ code }) => code === given.reason)?.needsWords ?? true;
  const submit = () => { if (needed && given.words.trim().length < 2) void message.warning(copy.decline.needed); else onDone({ ...given, words: given.words.trim() }, forget); };
  return (
    <Modal open title={copy.decline.title} okText={copy.decline.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={busy} okButtonProps={{ 'data-testid': 'decline-ok' }}>
      <div className={styles.form} data-testid="decline-dialog">
        <p className="muted">{copy.decline.lead}</p>
        <Radio.Group vertical value={given.reason} onChange={(event) => setGiven({ ...given, reason: event.target.value as DeclineReason })} options={DECLINE_REASONS.map(({ code, label }) => ({ value: code, label }))} data-testid="decline-reason" />
        <label><span>{copy.decline.words}</span><Input.TextArea autoFocus rows={3} maxLength={SUGGESTION_LIMITS.reason} showCount placeholder={copy.decline.hint} value={given.words} onChange={(event) => setGiven({ ...given, words: event.target.value })} data-testid="decline-words" /></label>
      </div>
    </Modal>
  );
}
