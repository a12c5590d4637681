import type { CommitmentRuleInput, MatterCardList, MeasurableEventList, MeasurableEventView, RelayAddressBookView } from '@hall/shared/api/views';
import { TICKET_CLASS_LABELS, type TicketClass } from '@hall/shared/queue/queue-settings';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, InputNumber, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import styles from './Commitments.module.css';
import { begunAt, endsOf, sentenceOf } from './compose.view.ts';

interface Props { rule: CommitmentRuleInput; onChange: (rule: CommitmentRuleInput) => void }
type Many = 'classes' | 'matters' | 'departments' | 'staff';

/** The promise as a sentence to fill in, and beneath it what is computed. */
export function RuleBuilder({ rule, onChange }: Props) {
  const events = useQuery({ queryKey: ['commitment-events'], queryFn: () => api.get<MeasurableEventList>('/staff/commitments/events') }).data?.items ?? [];
  const matters = useQuery({ queryKey: ['matters'], queryFn: () => api.open.get<MatterCardList>('/public/matters') }).data?.items ?? [];
  const book = useQuery({ queryKey: ['relay-address-book'], queryFn: () => api.get<RelayAddressBookView>('/staff/relays/address-book') }).data;
  const groups = [...new Set(events.map(({ subjectLabel }) => subjectLabel))].map((label) => ({ label, options: events.filter((each) => each.subjectLabel === label && each.mayOpen).map(optionOf) }));
  const visit = rule.clock === 'minutes';
  const many = (name: Many, options: { value: string; label: string }[]) => (
    <label key={name}><span>{copy[name]}</span><Select mode="multiple" allowClear maxTagCount="responsive" showSearch={{ optionFilterProp: 'label' }} placeholder={copy.all} value={rule.scope[name]} options={options} onChange={(chosen: string[]) => onChange({ ...rule, scope: { ...rule.scope, [name]: chosen } })} data-testid={`scope-${name}`} /></label>
  );
  return (
    <>
      <div className={styles.field}>
        <span>{copy.sentence}</span>
        <div className={styles.sentence}>
          {copy.from}<Select style={{ minWidth: 150 }} value={rule.from as string} options={groups} onChange={(from) => onChange(begunAt(events, rule, from))} data-testid="rule-from" />
          {copy.to}<Select style={{ minWidth: 150 }} value={rule.to as string} options={endsOf(events, rule.from).map(optionOf)} onChange={(to) => onChange({ ...rule, to: to as CommitmentRuleInput['to'] })} data-testid="rule-to" />
          {copy.within}<InputNumber aria-label={copy.limit} style={{ width: 84 }} min={visit ? 1 : 0} max={visit ? 480 : 250} precision={0} value={rule.limit} onChange={(limit) => limit !== null && onChange({ ...rule, limit })} data-testid="rule-limit" />
          {visit ? copy.minutes : copy.days}
          {visit ? <Checkbox checked={rule.scope.readyOnly} onChange={(event) => onChange({ ...rule, scope: { ...rule.scope, readyOnly: event.target.checked } })} data-testid="rule-ready">{copy.readyOnly}</Checkbox> : <small className={styles.small}>{copy.sameDay}</small>}
        </div>
      </div>
      <p className={styles.preview} data-testid="rule-sentence">{sentenceOf(rule)}</p>
      {visit ? many('classes', (Object.keys(TICKET_CLASS_LABELS) as TicketClass[]).map((value) => ({ value, label: TICKET_CLASS_LABELS[value] }))) : null}
      {visit ? many('matters', matters.map(({ id, name }) => ({ value: id, label: name }))) : null}
      {many('departments', book?.departments.map(({ id, label }) => ({ value: id, label })) ?? [])}
      {many('staff', book?.people.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })) ?? [])}
    </>
  );
}

const optionOf = ({ event, label }: MeasurableEventView) => ({ value: event, label });
