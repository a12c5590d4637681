import type { OwnScorecardList, OwnScorecardView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Collapse } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { dayWords } from '../../kit/clock.ts';
import { assessmentCopy, formulaCopy, myCardsCopy as copy } from '../../kit/copy/assessment.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { AppealDialog } from './AppealDialog.tsx';
import { earnedText, partText } from './card.view.ts';
import styles from './Assessment.module.css';

const KEY = ['my-scorecards'] as const;

/** Everybody's own cards: what the month came to, what counted against one, and the way to say that it is not so. */
export function MyCardsPage() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [appealing, setAppealing] = useState<OwnScorecardView | null>(null);
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<OwnScorecardList>('/staff/assessment/mine') });
  const sent = (list: OwnScorecardList) => { client.setQueryData(KEY, list); setAppealing(null); void message.success(copy.appealSent); };
  return (
    <Page title={copy.title} lead={copy.lead} testId="my-cards">
      <Loaded query={query}>
        {({ running, items }) => (
          <>
            <Card testId="card-running">{running ? <OneCard of={running} title={copy.running(running.month)} /> : <p className="muted">{copy.noFormula}</p>}</Card>
            {items.length === 0 ? <p className="muted">{copy.none}</p> : items.map((card) => (
              <Card key={card.month} testId={`card-${card.month}`}><OneCard of={card} title={formulaCopy.month(card.month)} {...(card.mayAppeal ? { onAppeal: () => setAppealing(card) } : {})} /></Card>
            ))}
          </>
        )}
      </Loaded>
      {appealing ? <AppealDialog card={appealing} onClose={() => setAppealing(null)} onSent={sent} /> : null}
    </Page>
  );
}

function OneCard({ of, title, onAppeal }: { of: OwnScorecardView; title: string; onAppeal?: () => void }) {
  const { parts, against, appeal, seal } = of;
  return (
    <>
      <div className={styles.head}>
        <h2>{title} {of.corrected ? <StateTag tone="info">{assessmentCopy.corrected}</StateTag> : null}{appeal ? <StateTag tone={appeal.state === 'raised' ? 'warn' : 'quiet'} testId="appeal-state">{appeal.stateLabel}</StateTag> : null}</h2>
        <span className={styles.line}><span className={styles.score}>{of.score ?? assessmentCopy.noScore}</span>{onAppeal ? <Button onClick={onAppeal} data-testid={`appeal-${of.month}`}>{copy.appeal}</Button> : null}</span>
      </div>
      <div className={styles.parts}>{parts.map((each) => <div key={each.part} className={styles.part}><span>{each.label}</span><strong>{partText(each)}</strong><small>{earnedText(each)}</small></div>)}</div>
      {appeal?.decidedBy ? <p>{copy.decided(appeal.decidedBy, appeal.decisionWords ?? '')}</p> : null}
      <Collapse ghost items={[
        { key: 'against', label: copy.against(against.length), children: <div className={styles.facts}>{against.map(({ id, day, label, struck }) => (struck ? <s key={id}>{dayWords(day)} {label}（{copy.struck}）</s> : <span key={id}>{dayWords(day)} {label}</span>))}</div> },
        ...(seal ? [{ key: 'seal', label: copy.seal, children: <><p className="muted">{copy.sealLead}</p><dl className={styles.seal}>{(['name', 'salt', 'content', 'seal'] as const).flatMap((name) => [<dt key={`${name}-label`}>{copy.sealNames[name]}</dt>, <dd key={name}>{seal[name]}</dd>])}</dl></> }] : []),
      ]} />
    </>
  );
}
