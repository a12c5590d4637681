import type { OwnScorecardList, OwnScorecardView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Checkbox, Input, Modal } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayWords } from '../../kit/clock.ts';
import { myCardsCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Assessment.module.css';

/** Names what on the card is not so, and why. */
export function AppealDialog({ card, onClose, onSent }: { card: OwnScorecardView; onClose: () => void; onSent: (list: OwnScorecardList) => void }) {
  const { message } = App.useApp();
  const [{ facts, words }, set, forget] = useKept<{ facts: string[]; words: string }>(`appeal.${card.id}`, { facts: [], words: '' });
  const send = useMutation({ mutationFn: () => api.create<OwnScorecardList>(`/staff/assessment/cards/${card.id}/appeal`, { facts, words }), onSuccess: (list) => { forget(); onSent(list); }, onError: (error) => void message.error(sentenceOf(error)) });
  return (
    <Modal open width={560} title={copy.appealTitle(card.month)} okText={copy.appealSend} cancelText={copy.cancel} onCancel={onClose} onOk={() => send.mutate()} confirmLoading={send.isPending} okButtonProps={{ disabled: facts.length === 0 || words.trim().length < 4, 'data-testid': 'appeal-send' }}>
      <div className={styles.form}>
        <p className="muted">{copy.appealLead}</p>
        <Checkbox.Group value={facts} onChange={(chosen) => set({ facts: chosen, words })} style={{ display: 'grid', gap: 4 }} options={card.against.map(({ id, day, label }) => ({ value: id, label: `${dayWords(day)} ${label}` }))} data-testid="appeal-facts" />
        <Input.TextArea rows={3} maxLength={500} placeholder={copy.appealWords} value={words} onChange={(event) => set({ facts, words: event.target.value })} data-testid="appeal-words" />
      </div>
    </Modal>
  );
}
