import type { RatingCaseView } from '@hall/shared/api/views';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { Refusal, sentenceOfStep } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { forget } from '../../kit/draft/keeper.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { ActForm } from './ActForm.tsx';
import type { Act } from './cases.view.ts';
import { formsOf, pathOf } from './cases.view.ts';
import styles from './Ratings.module.css';

interface Props {
  of: RatingCaseView;
  onTaken: (view: RatingCaseView) => void;
  /** Somebody else was faster: look again. */
  onStale: () => void;
}

/** What to do now, first of all; whatever else may be done stands behind one word. */
export function NowPanel({ of, onTaken, onStale }: Props) {
  const { message } = App.useApp();
  const forms = formsOf(of);
  const [chosen, setChosen] = useState<Act | undefined>(forms[0]);
  const waiting = of.objections.filter(({ state }) => state === 'waiting');
  const send = useMutation({
    mutationFn: ({ act, body, objectionId }: { act: Act; body: object; objectionId?: string }) => api.post<RatingCaseView>(`/staff/rating-cases/${of.id}/${pathOf(act, objectionId)}`, { version: of.version, ...body }),
    onSuccess: (view, { act }) => { for (const name of act === 'propose' || act === 'verify' ? ['verify', 'verify.verdict'] : [act]) forget('tab', `rating.${of.id}.${name}`); void message.success(copy.acts[act].done); onTaken(view); },
    onError: (error) => { void message.error(sentenceOfStep(error)); if (error instanceof Refusal && error.code === 'STALE_VERSION') onStale(); },
  });
  return (
    <div className={styles.column}>
      <Card testId="case-now">
        <h2>{copy.nowTitle}</h2>
        {of.proposal ? <Alert type="warning" showIcon title={copy.waitsSecond(of.proposal.label, of.proposal.byName)} data-testid="case-proposal" /> : null}
        {of.state === 'answered' ? <p className="muted">{copy.waitsRater}</p> : null}
        {forms.length === 0 ? <p className="muted" data-testid="case-nothing">{of.notMine ?? copy.nothing}</p> : null}
        {forms.length > 1 ? <Segmented<Act> vertical={false} className={styles.choice!} value={chosen!} onChange={setChosen} options={forms.map((act) => ({ value: act, label: <span data-testid={`choose-${act}`}>{copy.acts[act].title}</span> }))} /> : null}
        {chosen === 'decide'
          ? waiting.map((objection) => (
            <div key={objection.id} className={styles.form}>
              <p><strong>{copy.sideOf[objection.side]}</strong></p><p className={styles.words}>{objection.words}</p>
              <ActForm act="decide" of={of} busy={send.isPending} onSend={(act, body) => send.mutate({ act, body, objectionId: objection.id })} />
            </div>
          ))
          : chosen ? <ActForm key={chosen} act={chosen} of={of} busy={send.isPending} onSend={(act, body) => send.mutate({ act, body })} /> : null}
      </Card>
      {of.asked ? (
        <Card testId="case-asked">
          <h2>{copy.asked}</h2>
          <p>{of.asked.question}</p>
          {of.asked.answer ? <p className={styles.words}>{of.asked.answer}</p> : <p className="muted">{of.asked.released ? copy.askedShown : copy.askedWaits}</p>}
        </Card>
      ) : null}
      {of.objections.length > 0 ? (
        <Card testId="case-objections">
          <h2>{copy.objections}</h2>
          <ul className={styles.steps}>{of.objections.map((each) => <li key={each.id}><p><strong>{copy.sideOf[each.side]}</strong><StateTag tone={each.state === 'waiting' ? 'warn' : 'quiet'}>{copy.objectionStates[each.state]}</StateTag><small>{momentText(each.at)}</small></p><p className={styles.words}>{each.words}</p></li>)}</ul>
        </Card>
      ) : null}
      <Card testId="case-deadlines">
        <h2>{copy.deadlines}</h2>
        <ul className={styles.owed}>{of.deadlines.map((each) => <li key={each.id}><span>{each.stepLabel}</span><StateTag tone={each.overdue || each.state === 'met-late' ? 'accent' : each.state === 'met' ? 'ok' : 'quiet'}>{each.stateLabel}</StateTag><small>{each.dueAt === null ? '' : momentText(each.dueAt)}</small></li>)}</ul>
      </Card>
    </div>
  );
}
