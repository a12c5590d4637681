import { PlusOutlined } from '@ant-design/icons';
import type { DutyMonthView, DutyPairInput } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { pairsAreWhole } from './duty.view.ts';
import styles from './Duty.module.css';
import { useAfter } from './use-duty.ts';

/** Who stands in for whom as a rule. */
export function Pairs({ view }: { view: DutyMonthView }) {
  const { message } = App.useApp();
  const { done, fail } = useAfter();
  const saved: DutyPairInput[] = view.pairs.map(({ staffId, substituteId }) => ({ staffId, substituteId }));
  const [pairs, setPairs] = useState(saved);
  // As it stood when the page was opened: what a colleague saves meanwhile must not be overwritten unseen.
  const [version, setVersion] = useState(view.pairsVersion);
  const changed = JSON.stringify(pairs) !== JSON.stringify(saved);
  const people = view.people.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }));
  const nameOf = (id: string) => people.find((person) => person.value === id)?.label ?? '';
  const save = useMutation({ mutationFn: () => api.put<DutyMonthView>('/staff/duty/pairs', { pairs, version }), onSuccess: (after) => { setVersion(after.pairsVersion); return done(copy.saved); }, onError: fail });
  const change = (at: number, part: Partial<DutyPairInput>) => setPairs(pairs.map((pair, index) => (index === at ? { ...pair, ...part } : pair)));
  const submit = () => { if (pairsAreWhole(pairs)) save.mutate(); else void message.warning(copy.pairsBad); };
  const choose = (at: number, key: keyof DutyPairInput, placeholder: string) => (
    <Select showSearch={{ optionFilterProp: 'label' }} style={{ flex: 1 }} placeholder={placeholder} value={pairs[at]?.[key] || null} options={people} onChange={(value) => change(at, { [key]: value ?? '' })} data-testid={`pair-${key}-${at}`} />
  );
  return (
    <Card testId="duty-pairs">
      <header className={styles.head}>
        <h2>{copy.pairs}</h2>
        {view.mayEdit ? <span className={styles.bar}><Button icon={<PlusOutlined />} onClick={() => setPairs([...pairs, { staffId: '', substituteId: '' }])} data-testid="pair-add">{copy.pairAdd}</Button>{changed ? <Button type="primary" loading={save.isPending} onClick={submit} data-testid="pairs-save">{copy.pairsSave}</Button> : null}</span> : null}
      </header>
      <p className="muted">{copy.pairsHint}</p>
      <div className={styles.rows}>
        {pairs.length === 0 ? <p className="muted">{copy.pairsNone}</p> : pairs.map((pair, index) => (
          <div key={index} className={styles.row}>
            {view.mayEdit ? <>{choose(index, 'staffId', copy.pairA)}<i>→</i>{choose(index, 'substituteId', copy.pairB)}<Button type="text" onClick={() => setPairs(pairs.filter((_, at) => at !== index))} data-testid={`pair-remove-${index}`}>{copy.pairRemove}</Button></>
              : <span>{nameOf(pair.staffId)} → {nameOf(pair.substituteId)}</span>}
          </div>
        ))}
      </div>
    </Card>
  );
}
