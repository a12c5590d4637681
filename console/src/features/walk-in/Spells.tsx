import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { OtherPension } from '@hall/shared/enrolment/enrolment.form';
import { MAX_OTHER_PENSIONS } from '@hall/shared/enrolment/enrolment.form';
import { Button, Input, Select } from 'antd';
import { walkInCopy as copy } from '../../kit/copy/walk-in.copy.ts';
import styles from './WalkIn.module.css';

/** Spells under other schemes: kind, first month, last month. */
export function Spells({ spells, kinds, onChange }: { spells: readonly OtherPension[]; kinds: readonly { code: string; label: string }[]; onChange: (spells: OtherPension[]) => void }) {
  const change = (at: number, part: Partial<OtherPension>) => onChange(spells.map((spell, index) => (index === at ? { ...spell, ...part } : spell)));
  return (
    <div className={styles.spells}>
      {spells.map((spell, at) => (
        <div key={at} className={styles.spell} data-testid={`spell-${at}`}>
          <Select value={spell.kind === '' ? null : spell.kind} placeholder={copy.choose} options={kinds.map(({ code, label }) => ({ value: code, label }))} onChange={(kind) => change(at, { kind: kind ?? '' })} />
          <Input maxLength={7} placeholder={copy.spellFrom} value={spell.from} onChange={(event) => change(at, { from: event.target.value })} />
          <Input maxLength={7} placeholder={copy.spellTo} value={spell.to ?? ''} onChange={(event) => change(at, { to: event.target.value === '' ? null : event.target.value })} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={copy.removeSpell} title={copy.removeSpell} onClick={() => onChange(spells.filter((_, index) => index !== at))} />
        </div>
      ))}
      {spells.length < MAX_OTHER_PENSIONS ? <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...spells, { kind: '', from: '', to: null }])} data-testid="add-spell">{copy.addSpell}</Button> : null}
    </div>
  );
}
