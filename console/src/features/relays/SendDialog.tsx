import type { RelayAddressBookView, RelayInput, RelayView } from '@hall/shared/api/views';
import { RELAY_LINK_LENGTH, RELAY_TITLE_LENGTH, RELAY_WORDS_LENGTH, relayProblems } from '@hall/shared/relays/relay.moves';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { relaysCopy as copy } from '../../kit/copy/relays.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { reachOf } from './relays.view.ts';
import styles from './Relays.module.css';

const EMPTY: RelayInput = { title: '', words: '', link: null, departmentIds: [], roles: [], staffIds: [] };
const NOBODY: RelayAddressBookView = { departments: [], roles: [], people: [] };

/** A message to departments, posts and people; it says how many it would reach before it goes. */
export function SendDialog({ onClose, onSent }: { onClose: () => void; onSent: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [input, setInput, forget] = useKept('relay-send', EMPTY);
  const book = useQuery({ queryKey: ['relay-address-book'], queryFn: () => api.get<RelayAddressBookView>('/staff/relays/address-book') }).data ?? NOBODY;
  const reach = reachOf(book, input);
  const send = useMutation({
    mutationFn: () => api.create<RelayView>('/staff/relays', { ...input, link: input.link?.trim() || null }),
    onSuccess: () => { forget(); void message.success(copy.sent); void client.invalidateQueries({ queryKey: ['relays'] }); onSent(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const submit = () => {
    const [problem] = relayProblems({ ...input, link: input.link?.trim() || null }, reach);
    if (problem) void message.warning(problem.message);
    else send.mutate();
  };
  const many = (label: string, value: string[], options: { value: string; label: string }[], onChange: (value: string[]) => void, testId: string) =>
    <label><span>{label}</span><Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} maxTagCount="responsive" value={value} options={options} onChange={onChange} data-testid={testId} /></label>;
  return (
    <Modal open width={640} title={copy.dialogTitle} okText={copy.sendNow} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={send.isPending} okButtonProps={{ 'data-testid': 'relay-send-ok' }}>
      <div className={styles.form} data-testid="relay-form">
        <label><span>{copy.fields.title}</span><Input autoFocus maxLength={RELAY_TITLE_LENGTH} placeholder={copy.hints.title} value={input.title} onChange={(event) => setInput({ ...input, title: event.target.value })} data-testid="relay-title" /></label>
        <label><span>{copy.fields.words}</span><Input.TextArea autoSize={{ minRows: 4, maxRows: 10 }} maxLength={RELAY_WORDS_LENGTH} placeholder={copy.hints.words} value={input.words} onChange={(event) => setInput({ ...input, words: event.target.value })} data-testid="relay-words" /></label>
        <label><span>{copy.fields.link}</span><Input maxLength={RELAY_LINK_LENGTH} placeholder={copy.hints.link} value={input.link ?? ''} onChange={(event) => setInput({ ...input, link: event.target.value })} data-testid="relay-link" /></label>
        {many(copy.fields.departments, input.departmentIds, book.departments.map(({ id, label, people }) => ({ value: id, label: copy.group(label, people) })), (departmentIds) => setInput({ ...input, departmentIds }), 'relay-departments')}
        {many(copy.fields.roles, input.roles, book.roles.map(({ id, label, people }) => ({ value: id, label: copy.group(label, people) })), (roles) => setInput({ ...input, roles }), 'relay-roles')}
        {many(copy.fields.people, input.staffIds, book.people.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })), (staffIds) => setInput({ ...input, staffIds }), 'relay-people')}
        <p className="muted" data-testid="relay-reach">{copy.reach(reach)}</p>
      </div>
    </Modal>
  );
}
