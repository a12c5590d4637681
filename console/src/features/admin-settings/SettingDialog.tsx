import type { ClockSpan, Setting } from '@hall/shared/house/settings.catalogue';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import styles from '../../kit/house/house.module.css';

const copy = adminCopy.settings;
interface Choice { id: string; name: string }

/** One setting, with what it means beside what it may be. Judged by the server in the look that follows. */
export function SettingDialog({ setting, begins, departments, onNext, onClose }: { setting: Setting<unknown>; begins: unknown; departments: readonly Choice[]; onNext: (value: unknown) => void; onClose: () => void }) {
  const [value, setValue] = useState(begins);
  const { kind, label, meaning, effect, usual, least = 0, most = 0, unit = '' } = setting;
  return (
    <Modal open title={label} okText={copy.ok} cancelText={adminCopy.change.cancel} onCancel={onClose} onOk={() => onNext(value)} okButtonProps={{ 'data-testid': 'setting-next' }}>
      <div className={styles.form}>
        <p>{meaning}</p>
        {kind === 'whole' ? <label><span>{copy.bounds(least, most, unit)}</span><InputNumber style={{ width: 200 }} min={least} max={most} precision={0} suffix={unit} value={value as number} onChange={(typed) => setValue(typed)} data-testid="setting-value" /></label> : null}
        {kind === 'weekday' ? <Select value={value as number} options={copy.weekdays.map((name, at) => ({ value: at + 1, label: name }))} onChange={setValue} data-testid="setting-value" /> : null}
        {kind === 'department' ? <Select value={(value as string | null) ?? ''} options={[{ value: '', label: copy.nobody }, ...departments.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(id: string) => setValue(id === '' ? null : id)} data-testid="setting-value" /> : null}
        {kind === 'span' ? (['from', 'to'] as const).map((end) => <label key={end}><span>{copy[end]}</span><Input style={{ width: 200 }} maxLength={5} placeholder={copy.clock} value={(value as ClockSpan)[end]} onChange={(event) => setValue({ ...(value as ClockSpan), [end]: event.target.value })} data-testid={`setting-${end}`} /></label>) : null}
        <p className="muted">{copy.changes}{effect}</p>
        {JSON.stringify(value) === JSON.stringify(usual) ? null : <div><Button size="small" onClick={() => setValue(usual)} data-testid="setting-usual">{copy.back}</Button></div>}
      </div>
    </Modal>
  );
}
