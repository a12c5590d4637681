import type { StaffCardList, StaffHonourView } from '@hall/shared/api/views';
import { HONOUR_LIMITS } from '@hall/shared/lights/card.rules';
import { Input, Modal, Segmented, Select } from 'antd';
import { lightsCopy } from '../../kit/copy/lights.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import styles from './Lights.module.css';
import { useHonourStep } from './lights.api.ts';

const copy = lightsCopy.honour;
type Kind = StaffHonourView['holderKind'];
interface Written { kind: Kind; holderId: string | null; title: string; givenBy: string; document: string; day: string | null }
const BLANK: Written = { kind: 'person', holderId: null, title: '', givenBy: '', document: '', day: null };

/** An honour out of a paper: for whom, from whom, and where it can be read. */
export function HonourDialog({ list: { items, departments, windows }, onClose }: { list: StaffCardList; onClose: () => void }) {
  const [written, set, forget] = useKept('honour', BLANK);
  const { kind, holderId, day, ...words } = written;
  const put = (more: Partial<Written>) => set({ ...written, ...more });
  const step = useHonourStep(() => { forget(); onClose(); });
  const holders: Record<Kind, { value: string; label: string }[]> = {
    person: items.map(({ staffId, name, badgeNumber }) => ({ value: staffId, label: `${name}　${badgeNumber}` })), department: departments.map(({ id, name }) => ({ value: id, label: name })), window: windows.map(({ id, label }) => ({ value: id, label })),
  };
  const whole = holderId !== null && day !== null && Object.values(words).every((text) => text.trim().length >= 2);
  const field = (name: keyof typeof words, placeholder?: string) => <label><span>{copy[name]}</span><Input value={words[name]} maxLength={HONOUR_LIMITS[name]} {...(placeholder ? { placeholder } : {})} onChange={(event) => put({ [name]: event.target.value })} data-testid={`honour-${name}`} /></label>;
  const save = () => step.mutate({ path: '/staff/lights/honours', body: { holderKind: kind, holderId, title: words.title.trim(), givenBy: words.givenBy.trim(), document: words.document.trim(), givenOn: day }, done: copy.saved });
  return (
    <Modal open title={copy.add} okText={copy.save} cancelText={copy.cancel} onCancel={onClose} onOk={save} confirmLoading={step.isPending} okButtonProps={{ disabled: !whole, 'data-testid': 'honour-save' }}>
      <div className={styles.form} data-testid="honour-form">
        <label><span>{copy.holder}</span><Segmented<Kind> value={kind} onChange={(next) => put({ kind: next, holderId: null })} options={(['person', 'department', 'window'] as const).map((value) => ({ value, label: copy.kinds[value] }))} style={{ justifySelf: 'start' }} /></label>
        <Select showSearch={{ optionFilterProp: 'label' }} value={holderId} onChange={(id: string) => put({ holderId: id })} options={holders[kind]} placeholder={copy.holder} data-testid="honour-holder" />
        {field('title', copy.titleExample)}
        {field('givenBy')}
        {field('document', copy.documentExample)}
        <label><span>{copy.givenOn}</span><DayField value={day} onChange={(chosen) => put({ day: chosen })} testId="honour-day" /></label>
      </div>
    </Modal>
  );
}
