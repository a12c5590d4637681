import type { RightsOpen, RightsOpenedView, RightsOwnerList } from '@hall/shared/api/views';
import { RIGHTS_TOPICS, RIGHTS_TOPIC_CODES, RIGHTS_WORDS_LENGTH, rightsProblems } from '@hall/shared/relays/rights.moves';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { rightsCopy as copy } from '../../kit/copy/rights.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { useMay } from '../../kit/session/use-me.ts';
import styles from './Rights.module.css';

const EMPTY: RightsOpen = { topic: 'benefit', words: '', name: '', phone: '', suggestionNumber: null, ownerId: null };

/** Somebody at the desk or on the telephone says what was done to them. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  // A resident's words: they stay in this tab.
  const [input, setInput, forget] = useKept('rights-open', EMPTY, 'tab');
  const mayChoose = useMay('rights.handle');
  const owners = useQuery({ queryKey: ['rights-owners'], queryFn: () => api.get<RightsOwnerList>('/staff/rights/owners'), enabled: mayChoose }).data?.items ?? [];
  const open = useMutation({
    mutationFn: () => api.create<RightsOpenedView>('/staff/rights', { ...input, suggestionNumber: input.suggestionNumber?.trim() || null }),
    onSuccess: (opened) => {
      forget();
      void client.invalidateQueries({ queryKey: ['rights'] });
      onClose();
      modal.success({ title: copy.openedTitle(opened.number), content: copy.openedBody(opened.ownerName), okText: copy.close, centered: true });
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const submit = () => { if (rightsProblems(input, { name: false, phone: false }).length > 0) void message.warning(copy.incomplete); else open.mutate(); };
  return (
    <Modal open width={620} title={copy.dialogTitle} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={open.isPending} okButtonProps={{ 'data-testid': 'rights-open-ok' }}>
      <div className={styles.form} data-testid="rights-form">
        <p className="muted">{copy.dialogLead}</p>
        <label><span>{copy.fields.topic}</span><Select value={input.topic} options={RIGHTS_TOPIC_CODES.map((value) => ({ value, label: RIGHTS_TOPICS[value] }))} onChange={(topic) => setInput({ ...input, topic })} data-testid="rights-topic" /></label>
        <label><span>{copy.fields.words}</span><Input.TextArea rows={4} maxLength={RIGHTS_WORDS_LENGTH} showCount placeholder={copy.wordsHint} value={input.words} onChange={(event) => setInput({ ...input, words: event.target.value })} data-testid="rights-words" /></label>
        <div className={styles.pair}>
          <label><span>{copy.fields.name}</span><Input maxLength={30} value={input.name} onChange={(event) => setInput({ ...input, name: event.target.value })} data-testid="rights-name" /></label>
          <label><span>{copy.fields.phone}</span><Input maxLength={20} inputMode="numeric" value={input.phone} onChange={(event) => setInput({ ...input, phone: event.target.value })} data-testid="rights-phone" /></label>
        </div>
        <label><span>{copy.fields.suggestion}</span><Input maxLength={20} value={input.suggestionNumber ?? ''} onChange={(event) => setInput({ ...input, suggestionNumber: event.target.value })} data-testid="rights-suggestion" /></label>
        {mayChoose ? <label><span>{copy.fields.owner}</span><Select allowClear showSearch={{ optionFilterProp: 'label' }} value={input.ownerId} options={owners.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))} onChange={(ownerId) => setInput({ ...input, ownerId: ownerId ?? null })} data-testid="rights-owner" /></label> : null}
      </div>
    </Modal>
  );
}
