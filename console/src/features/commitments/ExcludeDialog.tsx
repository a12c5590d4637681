import type { ExclusionInput, ExclusionList, FulfilmentView } from '@hall/shared/api/views';
import { EXCLUSION_REASONS, type ExclusionReason } from '@hall/shared/commitment/commitment.moves';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Commitments.module.css';

const LEAST = 4;

/** Asks that a time should not count; somebody else decides. */
export function ExcludeDialog({ of, onClose }: { of: FulfilmentView; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [input, setInput, forget] = useKept<ExclusionInput>(`exclude-${of.id}`, { reason: 'system-outage', words: '' });
  const propose = useMutation({
    mutationFn: () => api.create<ExclusionList>(`/staff/commitments/fulfilments/${of.id}/exclusion`, { ...input, words: input.words.trim() }),
    onSuccess: () => { forget(); void message.success(copy.proposed); void client.invalidateQueries({ queryKey: ['commitments'] }); onClose(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <Modal open title={copy.excludeTitle} okText={copy.send} cancelText={copy.cancel} onCancel={onClose} onOk={() => propose.mutate()} confirmLoading={propose.isPending} okButtonProps={{ disabled: input.words.trim().length < LEAST, 'data-testid': 'exclude-yes' }}>
      <div className={styles.form}>
        <p>{of.why}</p><p className="muted">{copy.excludeLead}</p>
        <label><span>{copy.reason}</span><Select<ExclusionReason> value={input.reason} onChange={(reason) => setInput({ ...input, reason })} options={(Object.keys(EXCLUSION_REASONS) as ExclusionReason[]).map((value) => ({ value, label: EXCLUSION_REASONS[value] }))} data-testid="exclude-reason" /></label>
        <label><span>{copy.words}</span><Input.TextArea autoFocus rows={3} maxLength={300} placeholder={copy.wordsHint} value={input.words} onChange={(event) => setInput({ ...input, words: event.target.value })} data-testid="exclude-words" /></label>
      </div>
    </Modal>
  );
}
