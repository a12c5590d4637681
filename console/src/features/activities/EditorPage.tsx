import type { ActivityInput, StaffActivityView } from '@hall/shared/api/views';
import { ACTIVITY_PLACE_LENGTH, ACTIVITY_TITLE_LENGTH, ACTIVITY_WORDS_LENGTH, MOST_PLACES, activityProblems } from '@hall/shared/activity/activity.rules';
import { addDays } from '@hall/shared/kernel/day';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, InputNumber, TimePicker, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { activitiesCopy as copy } from '../../kit/copy/activities.copy.ts';
import { clockOfPicker, pickerClock } from '../../kit/day/chinese-days.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { HoursField } from '../../kit/day/HoursField.tsx';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import type { Form } from './activities.view.ts';
import { formOf, planOf } from './activities.view.ts';
import styles from './Activities.module.css';

const blank = (): Form => { const day = addDays(dayOf(now()), 7); return { title: '', words: '', place: '', day, from: '14:00', to: '15:30', closesDay: addDays(day, -1), closesClock: '17:00', capacity: 30 }; };

/** A new activity, or one that may still be changed. */
export function EditorPage() {
  const { id } = useParams();
  const query = useQuery({ queryKey: ['activity', id], queryFn: () => api.get<StaffActivityView>(`/staff/activities/${id ?? ''}`), enabled: id !== undefined, refetchOnWindowFocus: false });
  return id === undefined ? <Editor of={null} /> : <Loaded query={query}>{(of) => <Editor key={of.id} of={of} />}</Loaded>;
}

function Editor({ of }: { of: StaffActivityView | null }) {
  const go = useNavigate();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [form, setForm, forget] = useKept<Form>(of ? `activity.${of.id}.${of.version}` : 'activity.new', of ? formOf(of) : blank());
  const [shown, setShown] = useState(false);
  const problems = activityProblems(planOf(form), of?.signedUp ?? 0);
  const wrong = (path: keyof ActivityInput) => (shown ? problems.find((problem) => problem.path === path)?.message : undefined);
  const set = (more: Partial<Form>) => setForm({ ...form, ...more });
  const took = (view: StaffActivityView) => { client.setQueryData(['activity', view.id], view); void client.invalidateQueries({ queryKey: ['activities'] }); };
  const fail = (error: unknown) => void message.error(sentenceOf(error));
  const save = useMutation({
    mutationFn: () => (of ? api.put<StaffActivityView>(`/staff/activities/${of.id}`, { ...planOf(form), version: of.version }) : api.create<StaffActivityView>('/staff/activities', planOf(form))),
    onSuccess: (view) => { forget(); took(view); void message.success(copy.saved); void go(`/activities/${view.id}`); },
    onError: fail,
  });
  const hang = useMutation({ mutationFn: (file: File) => api.upload<StaffActivityView>(`/staff/activities/${of?.id ?? ''}/picture`, file, file.name), onSuccess: (view) => { took(view); void message.success(copy.pictureSaved); }, onError: fail });
  const submit = () => { setShown(true); if (problems.length > 0) void message.warning(copy.incomplete); else save.mutate(); };
  const text = (key: 'title' | 'place', most: number) => <label><span>{copy.form[key]}</span><Input maxLength={most} status={wrong(key) ? 'error' : ''} placeholder={copy.hints[key]} value={form[key]} onChange={(event) => set({ [key]: event.target.value })} data-testid={`activity-${key}`} /><em>{wrong(key)}</em></label>;
  return (
    <Page title={of ? copy.editTitle : copy.createTitle} lead={<Link to={of ? `/activities/${of.id}` : '/activities'}>{copy.cancel}</Link>} testId="activity-editor" action={<Button type="primary" size="large" loading={save.isPending} onClick={submit} data-testid="activity-save">{of && of.state !== 'draft' ? copy.saveChange : copy.save}</Button>}>
      <Card>
        <div className={styles.form}>
          {of && of.state === 'announced' ? <p className="muted">{copy.movedNote}</p> : null}
          {text('title', ACTIVITY_TITLE_LENGTH)}
          <label><span>{copy.form.words}</span><Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={ACTIVITY_WORDS_LENGTH} status={wrong('words') ? 'error' : ''} placeholder={copy.hints.words} value={form.words} onChange={(event) => set({ words: event.target.value })} data-testid="activity-words" /><em>{wrong('words')}</em></label>
          {text('place', ACTIVITY_PLACE_LENGTH)}
          <div className={styles.pair}>
            <label><span>{copy.form.day}</span><DayField value={form.day} onChange={(day) => { if (day) set({ day, closesDay: form.closesDay > day ? day : form.closesDay }); }} testId="activity-day" /></label>
            <label><span>{copy.form.hours}</span><HoursField from={form.from} to={form.to} wrong={Boolean(wrong('endsAt'))} onChange={(from, to) => { if (from && to) set({ from, to }); }} testId="activity-hours" /><em>{wrong('endsAt')}</em></label>
            <label><span>{copy.form.closes}</span><span className={styles.moment}><DayField value={form.closesDay} wrong={Boolean(wrong('signUpClosesAt'))} onChange={(day) => { if (day) set({ closesDay: day }); }} testId="activity-closes" /><TimePicker value={pickerClock(form.closesClock)} format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} onChange={(value) => { const clock = clockOfPicker(value); if (clock) set({ closesClock: clock }); }} /></span><em>{wrong('signUpClosesAt')}</em></label>
            <label><span>{copy.form.capacity}</span><InputNumber min={1} max={MOST_PLACES} precision={0} value={form.capacity} onChange={(value) => set({ capacity: value ?? 1 })} data-testid="activity-capacity" /><em>{wrong('capacity')}</em></label>
          </div>
          <div><span className="muted">{copy.form.picture}</span>
            {of ? <div className={styles.bar}>{of.pictureUrl ? <img src={of.pictureUrl} alt="" height={72} /> : null}<Upload accept="image/*" showUploadList={false} beforeUpload={(file) => { hang.mutate(file); return false; }}><Button loading={hang.isPending} data-testid="activity-picture">{copy.pictureChoose}</Button></Upload></div> : <p className="muted">{copy.pictureAfter}</p>}
          </div>
        </div>
      </Card>
    </Page>
  );
}
