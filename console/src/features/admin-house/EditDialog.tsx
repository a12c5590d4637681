import type { HouseMatterView } from '@hall/shared/api/views';
import { Input, InputNumber, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import styles from '../../kit/house/house.module.css';
import type { HouseFacts, HouseField } from './house.view.ts';

const copy = adminCopy.house;

/** What is to be so; judged by the server in the look that follows. */
export function EditDialog({ fields, begins, matters, onNext, onClose }: { fields: readonly HouseField[]; begins: HouseFacts; matters: readonly HouseMatterView[]; onNext: (after: HouseFacts) => void; onClose: () => void }) {
  const [facts, setFacts] = useState(begins);
  const put = (name: string, value: unknown) => setFacts({ ...facts, [name]: value });
  const input = ({ name, kind }: HouseField) => {
    if (kind === 'number') return <InputNumber min={0} max={999} precision={0} value={Number(facts[name] ?? 0)} onChange={(value) => put(name, value ?? 0)} data-testid={`house-${name}`} />;
    if (kind === 'flag') return <div><Switch checked={facts[name] === true} onChange={(on) => put(name, on)} data-testid={`house-${name}`} /></div>;
    if (kind === 'matters') return <Select mode="multiple" value={facts[name] as string[]} options={matters.map(({ id, name: label }) => ({ value: id, label }))} optionFilterProp="label" onChange={(value: string[]) => put(name, value)} data-testid={`house-${name}`} />;
    return <Input maxLength={kind === 'clock' ? 5 : 120} value={String(facts[name] ?? '')} onChange={(event) => put(name, event.target.value)} data-testid={`house-${name}`} />;
  };
  return (
    <Modal open centered title={copy.editTitle} okText={copy.ok} cancelText={adminCopy.change.cancel} onCancel={onClose} onOk={() => onNext(facts)} okButtonProps={{ 'data-testid': 'house-next' }}>
      <div className={`${styles.form} ${styles.tall}`}>{fields.map((field) => <label key={field.name} className={field.kind === 'clock' ? styles.half : undefined}><span>{copy.fields[field.name]}</span>{input(field)}</label>)}</div>
    </Modal>
  );
}
