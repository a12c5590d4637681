import { PlusOutlined, ScheduleOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { nonce } from '../../kit/api/nonce.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { ProvisionalNote, ProvisionalTag } from '../../kit/calendar/Provisional.tsx';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { errorCopy } from '../../kit/copy/error.copy.ts';
import { planCopy as copy } from '../../kit/copy/plan.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { ClosureRow } from './ClosureRow.tsx';
import { PatternRow } from './PatternRow.tsx';
import styles from './Plan.module.css';
import type { Conflict, Plan, PlanView } from './plan.view.ts';
import { changed, daysOf, newClosure, newPattern, problemsOf, samePlan } from './plan.view.ts';

const KEY = ['booking-plan'] as const;

/** The weekly stretches and the closures, edited as one plan and saved together. */
export function PlanPage() {
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<PlanView>('/staff/booking-plan'), refetchOnWindowFocus: false });
  return <Loaded query={query}>{(plan) => <Editor key={plan.version} saved={plan} />}</Loaded>;
}

function Editor({ saved }: { saved: PlanView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [plan, setPlan] = useState<Plan>({ patterns: saved.patterns, closures: saved.closures });
  const [shown, setShown] = useState(false);
  const problems = problemsOf(plan);
  const unchanged = samePlan(plan, saved);
  const today = dayOf(now());
  const save = useMutation({
    mutationFn: () => api.put<PlanView>('/staff/booking-plan', { version: saved.version, ...plan }),
    onSuccess: (fresh) => { client.setQueryData(KEY, fresh); void message.success(copy.saved); },
    onError: (error) => void message.error(hasCode(error, 'STALE_VERSION') ? errorCopy.stale : sentenceOf(error)),
  });
  const move = useMutation({
    mutationFn: ({ conflict, slotId }: { conflict: Conflict; slotId: string; when: string }) => api.post(`/staff/bookings/${conflict.bookingId}/reschedule`, { version: conflict.version, slotId }),
    onSuccess: (_, { when, conflict }) => void message.success(copy.moved(when, conflict.hearsByItself)),
    onError: (error) => void message.error(sentenceOf(error)),
    onSettled: () => void client.invalidateQueries({ queryKey: KEY }),
  });
  const submit = () => { setShown(true); if (Object.keys(problems).length === 0) save.mutate(); else void message.warning(copy.fix); };
  const problem = (id: string) => (shown ? problems[id] ?? null : null);

  return (
    <Page title={copy.title} lead={copy.lead} testId="plan" action={(
      <>
        {unchanged ? null : <Button onClick={() => { setPlan({ patterns: saved.patterns, closures: saved.closures }); setShown(false); }} data-testid="plan-undo">{copy.undo}</Button>}
        <Button type="primary" size="large" disabled={unchanged} loading={save.isPending} onClick={submit} data-testid="plan-save">{unchanged ? copy.unchanged : copy.save}</Button>
      </>
    )}>
      {saved.conflicts && saved.conflicts.length > 0 ? (
        <Alert type="warning" showIcon title={copy.conflicts(saved.conflicts.length)} data-testid="plan-conflicts" description={(
          <ul className={styles.conflicts}>
            {saved.conflicts.map((each) => (
              <li key={each.bookingId} data-testid={`conflict-${each.bookingId}`}>
                <span>{dayWords(each.day)} {each.from} · {each.reference} · {each.personName} {each.contactPhoneMasked ?? ''}</span>
                {each.hearsByItself ? null : <b>{copy.callThem}</b>}
                {each.offers.length === 0 ? <em>{copy.noOffers}</em> : <em>{copy.conflictOffers}</em>}
                {each.offers.map((offer) => <Button key={offer.id} size="small" loading={move.isPending && move.variables.slotId === offer.id} disabled={move.isPending} onClick={() => move.mutate({ conflict: each, slotId: offer.id, when: `${dayWords(offer.day)} ${offer.from}` })} data-testid={`move-${offer.id}`}>{dayWords(offer.day)} {offer.from}<ProvisionalTag day={offer.day} /></Button>)}
              </li>
            ))}
          </ul>
        )} />
      ) : null}
      <ProvisionalNote days={daysOf(plan, saved.conflicts)} />
      <Card testId="plan-patterns">
        <header className={styles.head}><h2>{copy.patterns}</h2><Button icon={<PlusOutlined />} onClick={() => setPlan({ ...plan, patterns: [...plan.patterns, newPattern(nonce(), today)] })} data-testid="pattern-add">{copy.add}</Button></header>
        {plan.patterns.length === 0 ? <Blank icon={<ScheduleOutlined />} title={copy.noPatternsTitle} body={copy.noPatternsBody} testId="plan-empty" />
          : plan.patterns.map((pattern) => <PatternRow key={pattern.id} pattern={pattern} problem={problem(pattern.id)} onChange={(part) => setPlan({ ...plan, patterns: changed(plan.patterns, pattern.id, part) })} onRemove={() => setPlan({ ...plan, patterns: plan.patterns.filter((each) => each.id !== pattern.id) })} />)}
      </Card>
      <Card testId="plan-closures">
        <header className={styles.head}><h2>{copy.closures}</h2><Button icon={<PlusOutlined />} onClick={() => setPlan({ ...plan, closures: [...plan.closures, newClosure(nonce(), today)] })} data-testid="closure-add">{copy.addClosure}</Button></header>
        {plan.closures.length === 0 ? <p className="muted">{copy.noClosures}</p>
          : plan.closures.map((closure) => <ClosureRow key={closure.id} closure={closure} problem={problem(closure.id)} onChange={(part) => setPlan({ ...plan, closures: changed(plan.closures, closure.id, part) })} onRemove={() => setPlan({ ...plan, closures: plan.closures.filter((each) => each.id !== closure.id) })} />)}
      </Card>
    </Page>
  );
}
