import type { CommitmentDraftInput, RelayAddressBookView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Segmented, Select } from 'antd';
import { api } from '../../kit/api/api.ts';
import { commitmentsCopy as copy } from '../../kit/copy/commitments.copy.ts';
import styles from './Commitments.module.css';

type Kind = CommitmentDraftInput['holderKind'];
interface Props { kind: Kind; id: string | null; locked: boolean; onChange: (kind: Kind, id: string | null) => void }

/** Whose promise it is. Once published that stays: another holder gives another promise. */
export function HolderField({ kind, id, locked, onChange }: Props) {
  const book = useQuery({ queryKey: ['relay-address-book'], queryFn: () => api.get<RelayAddressBookView>('/staff/relays/address-book') }).data;
  const options = kind === 'department' ? book?.departments.map(({ id: value, label }) => ({ value, label })) : book?.people.map(({ id: value, name, post }) => ({ value, label: `${name} ${post}` }));
  return (
    <div className={styles.field}>
      <span>{copy.holder}</span>
      <span className={styles.acts}>
        <Segmented<Kind> value={kind} disabled={locked} onChange={(next) => onChange(next, null)} options={(['hall', 'department', 'person'] as const).map((value) => ({ value, label: copy.holders[value] }))} />
        {kind === 'hall' ? null : <Select style={{ minWidth: 220 }} disabled={locked} showSearch={{ optionFilterProp: 'label' }} value={id} options={options ?? []} onChange={(next: string) => onChange(kind, next)} data-testid="holder" />}
      </span>
    </div>
  );
}
