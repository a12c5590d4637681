import type { StaffCardView } from '@hall/shared/api/views';
import { CARD_LIMITS } from '@hall/shared/lights/card.rules';
import { Alert, Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { momentText } from '../../kit/clock.ts';
import { lightsCopy } from '../../kit/copy/lights.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { PrintButtons } from './PrintButtons.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { CardPreview } from './CardPreview.tsx';
import styles from './Lights.module.css';
import { useCard, useCardStep } from './lights.api.ts';
import { linesOf, sameLines, toneOf, troubleOf } from './lights.view.ts';

const copy = lightsCopy.card;

/** One card: what the head writes left, what the public would see right. */
export function CardPage() {
  const { staffId = '' } = useParams();
  const query = useCard(staffId);
  return (
    <Page title={query.data?.name ?? lightsCopy.title} lead={copy.lead} testId="card" action={<Link to="/lights">{lightsCopy.back}</Link>}>
      <Loaded query={query} lines={8}>{(card) => <Editor key={card.version} card={card} />}</Loaded>
    </Page>
  );
}

function Editor({ card }: { card: StaffCardView }) {
  const [typed, setTyped] = useState(card.duties.join('\n'));
  const step = useCardStep(card.staffId);
  const trouble = troubleOf(typed);
  const changed = !sameLines(typed, card.duties) || !(card.drafted || card.state === 'published');
  const may = (action: string) => card.actions.includes(action);
  return (
    <div className={styles.halves}>
      <div className={styles.form}>
        <Card><div className={styles.room}>
          <div className={styles.line}><StateTag tone={toneOf(card)} testId="card-state">{card.stateLabel}</StateTag><span className="muted">{card.post}　{card.departmentName}　{lightsCopy.badge(card.badgeNumber)}</span></div>
          <label className={styles.field}><span>{copy.duties}</span><Input.TextArea rows={7} value={typed} onChange={(event) => setTyped(event.target.value)} data-testid="card-duties" /><small className="muted">{copy.dutiesHint(CARD_LIMITS.duties, CARD_LIMITS.dutyLength)}</small></label>
          {typed.trim() !== '' && trouble ? <Alert type="warning" showIcon title={trouble} data-testid="card-trouble" /> : null}
          <div className={styles.acts}>
            <Button type={may('publish') && !changed ? 'default' : 'primary'} disabled={trouble !== null || !changed} loading={step.isPending && step.variables.path === 'draft'} onClick={() => step.mutate({ path: 'draft', body: { duties: linesOf(typed), version: card.version }, done: copy.saved })} data-testid="card-save">{copy.save}</Button>
            {may('publish') ? <Button type={changed ? 'default' : 'primary'} disabled={changed} title={changed ? copy.unsaved : undefined} loading={step.isPending && step.variables.path === 'publish'} onClick={() => step.mutate({ path: 'publish', body: { version: card.version }, done: copy.published })} data-testid="card-publish">{copy.publish}</Button> : null}
            {may('withdraw') ? <Popconfirm title={copy.withdrawAsk} okText={copy.yes} cancelText={copy.no} onConfirm={() => step.mutate({ path: 'withdraw', body: { version: card.version }, done: copy.withdrawn })}><Button danger data-testid="card-withdraw">{copy.withdraw}</Button></Popconfirm> : null}
          </div>
        </div></Card>
        <Card testId="card-print"><PrintButtons staffId={card.staffId} /></Card>
        <Card testId="card-history"><div className={styles.room}>
          <h2>{copy.history}</h2>
          {card.history.length === 0 ? <p className="muted">{copy.none}</p> : card.history.map(({ number, duties, publishedBy, publishedAt }) => (
            <div key={number} className={styles.version}><strong>{copy.version(number)}</strong><small className="muted">{copy.publishedBy(publishedBy, momentText(publishedAt))}</small><p>{duties.join('；')}</p></div>
          ))}
        </div></Card>
      </div>
      <CardPreview card={{ ...card.preview, duties: linesOf(typed) }} draft={changed || card.drafted} url={card.url} />
    </div>
  );
}
