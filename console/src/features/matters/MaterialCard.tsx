import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import type { MatterProblemView } from '@hall/shared/api/views';
import type { MaterialRule } from '@hall/shared/enrolment/materials.rules';
import { conditionChoices, conditionWords, type ConditionWords } from '@hall/shared/matter/condition-words';
import { UNSAID } from '@hall/shared/matter/matter-limit';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Matters.module.css';
import { problemAt, typed } from './matters.view.ts';

interface Props {
  material: MaterialRule;
  at: number;
  about: ConditionWords;
  problems: readonly MatterProblemView[];
  onChange: (material: MaterialRule) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One entry of the checklist. */
export function MaterialCard({ material, at, about, problems, onChange, onMove, onRemove }: Props) {
  const path = `materials.${at}`;
  const put = (change: Partial<MaterialRule>) => onChange({ ...material, ...change });
  const wrong = (field: string) => { const message = problemAt(problems, `${path}.${field}`); return message ? <em>{message}</em> : null; };
  const id = (field: string) => `${field}-${at}`;
  const flag = (field: 'deferrable' | 'promisable' | 'dataShared') => <Checkbox checked={material[field]} onChange={(event) => put({ [field]: event.target.checked })} data-testid={id(field)}>{copy[field]}</Checkbox>;
  const options = conditionChoices(about).map(([label, condition]) => ({ value: label, label, condition }));
  return (
    <div className={`${styles.item} ${problemAt(problems, path) ? styles.wrong : ''}`} data-testid={`material-${at}`}>
      <div className={styles.row}>
        <label><span>{copy.label}</span><Input value={material.label} maxLength={40} onChange={(event) => put({ label: event.target.value })} data-testid={id('label')} />{wrong('label')}{wrong('code')}</label>
        <label><span>{copy.form}</span><Input value={material.form} maxLength={60} onChange={(event) => put({ form: event.target.value })} />{wrong('form')}</label>
        <span className={styles.acts}>
          <Button icon={<ArrowUpOutlined />} aria-label={copy.up} onClick={() => onMove(-1)} /><Button icon={<ArrowDownOutlined />} aria-label={copy.down} onClick={() => onMove(1)} /><Button icon={<DeleteOutlined />} aria-label={copy.remove} onClick={onRemove} data-testid={id('remove')} />
        </span>
      </div>
      <label><span>{copy.legalBasis} {typed(material.legalBasis) === '' ? <StateTag tone="warn">{copy.unsaidTag}</StateTag> : null}</span><Input value={typed(material.legalBasis)} maxLength={200} onChange={(event) => put({ legalBasis: event.target.value === '' ? UNSAID : event.target.value })} data-testid={id('basis')} />{wrong('legalBasis')}</label>
      <label><span>{copy.guidance}</span><Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} value={material.guidance} maxLength={300} onChange={(event) => put({ guidance: event.target.value })} />{wrong('guidance')}</label>
      <div className={styles.acts}>{flag('deferrable')}{flag('promisable')}{flag('dataShared')}</div>
      <div className={styles.row}>
        <label><span>{copy.condition}</span><Select showSearch value={conditionWords(material.condition, about)} options={options} onChange={(_, option) => { const { condition } = option as (typeof options)[number]; put({ condition, when: condition.kind === 'always' ? null : (material.when ?? '') }); }} data-testid={id('condition')} />{wrong('condition')}</label>
        {material.condition.kind === 'always' ? null : <label><span>{copy.when}</span><Input value={material.when ?? ''} maxLength={40} placeholder={copy.whenExample} onChange={(event) => put({ when: event.target.value })} data-testid={id('when')} />{wrong('when')}</label>}
      </div>
      {about.prefill ? (
        <div className={styles.row}>
          <label className={styles.narrow}><span>{copy.least}{copy.pictures}</span><InputNumber min={1} max={9} precision={0} value={material.minPictures} onChange={(value) => put({ minPictures: value ?? 1 })} data-testid={id('least')} />{wrong('minPictures')}</label>
          <label className={styles.narrow}><span>{copy.most}{copy.pictures}</span><InputNumber min={1} max={9} precision={0} value={material.maxPictures} onChange={(value) => put({ maxPictures: value ?? 1 })} />{wrong('maxPictures')}</label>
          <label><span>{copy.pages}</span><Input value={material.pages.join('、')} maxLength={120} onChange={(event) => put({ pages: event.target.value === '' ? [] : event.target.value.split('、') })} />{wrong('pages')}</label>
        </div>
      ) : null}
    </div>
  );
}
