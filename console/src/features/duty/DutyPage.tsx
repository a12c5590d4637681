import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { DutyImportView, DutyMonthView, DutyShiftView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Upload } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { dutyCopy as copy } from '../../kit/copy/duty.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { Absences } from './Absences.tsx';
import { Away } from './Away.tsx';
import type { Draft } from './duty.view.ts';
import { changesOf, monthAway, monthOf } from './duty.view.ts';
import styles from './Duty.module.css';
import { HandOverDialog } from './HandOverDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { Pairs } from './Pairs.tsx';
import { useAfter, useDutyMonth } from './use-duty.ts';

/** Who leads the hall on each day of a month, who acts for whom, and who is away. */
export function DutyPage() {
  const [word, setMonth] = useAddress('month', '');
  const month = monthOf(word, dayOf(now()));
  const query = useDutyMonth(month);
  return <Loaded query={query} lines={10}>{(view) => <Month key={view.month} view={view} onMonth={setMonth} />}</Loaded>;
}

function Month({ view, onMonth }: { view: DutyMonthView; onMonth: (month: string) => void }) {
  const { modal } = App.useApp();
  const { done, fail } = useAfter();
  const [draft, setDraft, forgetDraft] = useKept<Draft | null>(`duty.${view.month}`, null);
  const [handing, setHanding] = useState<DutyShiftView | null>(null);
  const [brought, setBrought] = useState<DutyImportView | null>(null);
  const changes = draft ? changesOf(view.days, draft) : [];
  const save = useMutation({
    mutationFn: () => api.put('/staff/duty', { month: view.month, shifts: changes }),
    onSuccess: () => { forgetDraft(); done(copy.saved); },
    onError: fail,
  });
  const begin = useMutation({ mutationFn: (shift: DutyShiftView) => api.post(`/staff/duty/shifts/${shift.id}/begin`, { version: shift.version }), onSuccess: () => done(copy.begun), onError: fail });
  const look = useMutation({
    mutationFn: (file: File) => api.upload<DutyImportView>('/staff/duty/import', file, file.name),
    onSuccess: setBrought,
    onError: (error) => void modal.error({ title: copy.importRefused, content: sentenceOf(error), okText: copy.close, centered: true }),
  });
  const mine = view.days.flatMap(({ day, shift }) => (shift && shift.actions.length > 0 && (day === view.today || shift.handOverOwed) ? [{ day, shift }] : []));

  return (
    <Page title={copy.title} lead={copy.lead} testId="duty" action={draft === null ? (
      <span className={styles.bar}>
        <Button onClick={() => void saveFile(`/staff/duty/months/${view.month}.xlsx`, copy.fileName(view.month)).catch(fail)} data-testid="duty-export">{copy.download}</Button>
        {view.mayEdit ? (
          <>
            <Upload accept=".xlsx" showUploadList={false} beforeUpload={(file) => { look.mutate(file); return false; }}><Button loading={look.isPending} data-testid="duty-import">{copy.import}</Button></Upload>
            <Button type="primary" size="large" onClick={() => setDraft({})} data-testid="duty-plan">{copy.plan}</Button>
          </>
        ) : null}
      </span>
    ) : (
      <span className={styles.bar}>
        <Button onClick={forgetDraft} data-testid="duty-undo">{copy.undo}</Button>
        <Button type="primary" size="large" disabled={changes.length === 0} loading={save.isPending} onClick={() => save.mutate()} data-testid="duty-save">{copy.save}</Button>
      </span>
    )}>
      {mine.map(({ day, shift }) => (
        <Alert key={shift.id} type={shift.handOverOwed ? 'warning' : 'info'} showIcon title={`${dayWords(day)} ${shift.actingName ? `${shift.actingName}（${shift.leaderName}）` : shift.leaderName} ${shift.handOverOwed ? copy.owed : shift.stateLabel}`} data-testid={`duty-mine-${day}`} action={(
          <span className={styles.bar}>
            {shift.actions.includes('begin') ? <Button size="small" loading={begin.isPending} onClick={() => begin.mutate(shift)} data-testid={`duty-begin-${day}`}>{copy.begin}</Button> : null}
            {shift.actions.includes('hand-over') ? <Button size="small" onClick={() => setHanding(shift)} data-testid={`duty-hand-over-${day}`}>{copy.handOver}</Button> : null}
          </span>
        )} />
      ))}
      <Away of={view.away} />
      <Card testId="duty-month">
        <div className={styles.bar}>
          <Button type="text" icon={<LeftOutlined />} aria-label={copy.monthBefore} onClick={() => onMonth(monthAway(view.month, -1))} data-testid="duty-before" />
          <h2>{copy.month(view.month)}</h2>
          <Button type="text" icon={<RightOutlined />} aria-label={copy.monthAfter} onClick={() => onMonth(monthAway(view.month, 1))} data-testid="duty-after" />
        </div>
        <MonthGrid view={view} draft={draft} onChoose={(day, leaderId) => setDraft({ ...draft, [day]: leaderId })} />
      </Card>
      <div className={styles.cards}>
        <Pairs key={view.pairs.map((pair) => pair.staffId + pair.substituteId).join()} view={view} />
        <Absences view={view} />
      </div>
      {handing ? <HandOverDialog shift={handing} onClose={() => setHanding(null)} /> : null}
      {brought ? <ImportDialog brought={brought} onClose={() => setBrought(null)} /> : null}
    </Page>
  );
}
