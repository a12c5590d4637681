import type { StaffStarRoundList, StaffStarRoundView } from '@hall/shared/api/views';
import type { OfficialCalendar } from '@hall/shared/calendar/working-day.rules';
import { addDays } from '@hall/shared/kernel/day';
import { OBJECTION_DAYS, starPlanProblems } from '@hall/shared/star/star.rules';
import { usualDays } from '@hall/shared/star/usual-days.rules';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, DatePicker, InputNumber, Select, TimePicker } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { useOfficialCalendar } from '../../kit/calendar/use-calendar.ts';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { starsCopy as copy } from '../../kit/copy/stars.copy.ts';
import { clockOfPicker, dayOfPicker, pickerClock, pickerDay } from '../../kit/day/chinese-days.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { NomineeTable } from './NomineeTable.tsx';
import type { Form } from './stars.view.ts';
import { formOf, isRestDay, monthTaken, planOf } from './stars.view.ts';
import styles from './Stars.module.css';

const blank = (calendar: OfficialCalendar): Form => {
  const today = dayOf(now());
  const { opens, closes } = usualDays(calendar, today) ?? { opens: addDays(today, 1), closes: addDays(today, 5) };
  return { month: today.slice(0, 7), opensDay: opens, opensClock: '09:00', closesDay: closes, closesClock: '17:00', tieRule: 'rate', objectionDays: 5, reasons: {} };
};

/** A new round, or a draft that may still be changed. */
export function EditorPage() {
  const { id } = useParams();
  const query = useQuery({ queryKey: ['star', id], queryFn: () => api.get<StaffStarRoundView>(`/staff/stars/${id ?? ''}`), enabled: id !== undefined, refetchOnWindowFocus: false });
  const calendar = useOfficialCalendar();
  return <Loaded query={calendar}>{(days) => (id === undefined ? <Editor of={null} calendar={days} /> : <Loaded query={query}>{(of) => <Editor key={of.id} of={of} calendar={days} />}</Loaded>)}</Loaded>;
}

function Editor({ of, calendar }: { of: StaffStarRoundView | null; calendar: OfficialCalendar }) {
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form, setForm, forget] = useKept<Form>(of ? `star.${of.id}.${of.version}` : 'star.new', of ? formOf(of) : blank(calendar));
  const [shown, setShown] = useState(false);
  const plan = planOf(form);
  const rounds = useQuery({ queryKey: ['stars'], queryFn: () => api.get<StaffStarRoundList>('/staff/stars') }).data?.items ?? [];
  const taken = monthTaken(rounds, form.month, of?.id ?? null);
  const problems = starPlanProblems(plan, now());
  const wrong = (path: string) => (shown ? problems.find((problem) => problem.path === path)?.message : undefined);
  const set = (more: Partial<Form>) => setForm({ ...form, ...more });
  const save = useMutation({
    mutationFn: () => (of ? api.put<StaffStarRoundView>(`/staff/stars/${of.id}`, { ...plan, version: of.version }) : api.create<StaffStarRoundView>('/staff/stars', plan)),
    onSuccess: (view) => { forget(); client.setQueryData(['star', view.id], view); void client.invalidateQueries({ queryKey: ['stars'] }); void message.success(copy.saved); void go(`/stars/${view.id}`); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const submit = () => { setShown(true); if (problems.length > 0) void message.warning(problems[0]!.message); else save.mutate(); };
  const moment = (label: string, path: 'opensAt' | 'closesAt', day: 'opensDay' | 'closesDay', clock: 'opensClock' | 'closesClock') => (
    <label><span>{label}</span><span className={styles.moment}>
      <DayField value={form[day]} wrong={Boolean(wrong(path))} onChange={(value) => { if (value) set({ [day]: value }); }} testId={`star-${path}`} />
      <TimePicker value={pickerClock(form[clock])} format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} onChange={(value) => { const at = clockOfPicker(value); if (at) set({ [clock]: at }); }} />
    </span>{isRestDay(calendar, form[day]) ? <small data-testid={`star-${path}-rest`}>{copy.form.restDay(dayWords(form[day]))}</small> : null}<em>{wrong(path)}</em></label>
  );
  return (
    <Page title={of ? copy.editTitle : copy.createTitle} lead={<Link to={of ? `/stars/${of.id}` : '/stars'}>{copy.cancel}</Link>} testId="star-editor" action={<Button type="primary" size="large" loading={save.isPending} onClick={submit} data-testid="star-save">{copy.save}</Button>}>
      <Card>
        <div className={styles.form}>
          <div className={styles.pair}>
            <label><span>{copy.form.month}</span><DatePicker picker="month" allowClear={false} value={pickerDay(`${form.month}-01`)} onChange={(value) => { const day = dayOfPicker(value); if (day) set({ month: day.slice(0, 7) }); }} data-testid="star-month" /><em data-testid="star-month-wrong">{taken ? copy.form.monthTaken : wrong('month')}</em></label>
            <label><span>{copy.form.objectionDays}</span><InputNumber min={OBJECTION_DAYS.least} max={OBJECTION_DAYS.most} precision={0} value={form.objectionDays} onChange={(value) => set({ objectionDays: value ?? OBJECTION_DAYS.least })} /><em>{wrong('objectionDays')}</em></label>
            {moment(copy.form.opens, 'opensAt', 'opensDay', 'opensClock')}
            {moment(copy.form.closes, 'closesAt', 'closesDay', 'closesClock')}
          </div>
          <label><span>{copy.form.tie}</span><Select<Form['tieRule']> value={form.tieRule} options={(['rate', 'shared'] as const).map((value) => ({ value, label: copy.ties[value] }))} onChange={(tieRule) => set({ tieRule })} data-testid="star-tie" /></label>
        </div>
      </Card>
      <Card testId="nominees">
        <h2>{copy.form.nominees}</h2>
        <p className="muted">{copy.nomineesLead}</p>
        <div className={styles.form} style={{ maxWidth: 'none' }}>
          <em>{wrong('nominees')}</em>
          <NomineeTable month={form.month} reasons={form.reasons} wrong={(staffId) => wrong(`nominees.${plan.nominees.findIndex((each) => each.staffId === staffId)}.reasons`)} onChange={(reasons) => set({ reasons })} />
        </div>
      </Card>
    </Page>
  );
}
