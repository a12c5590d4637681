import type { StaffEnquiryView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS } from '@hall/shared/enquiry/enquiry.rules';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { AnswerEditor } from './AnswerEditor.tsx';
import { stepOf, useStep } from './enquiries.api.ts';
import styles from './Enquiries.module.css';
import { OfferDialog } from './OfferDialog.tsx';
import { ProposeDialog } from './ProposeDialog.tsx';
import { ReviewPane } from './ReviewPane.tsx';
import { WordsDialog } from './WordsDialog.tsx';

type Asked = 'offer' | 'decline' | 'correct' | 'follow-up' | 'propose';

/** What may be done with a question now, and only that. */
export function ActPane({ enquiry, onDone }: { enquiry: StaffEnquiryView; onDone: () => void }) {
  const step = useStep();
  const [asked, setAsked] = useState<Asked | null>(null);
  const may = (action: string) => enquiry.actions.includes(action);
  const close = () => setAsked(null);
  const run = (path: string, done: string, body: object = {}) => step.mutate({ run: () => stepOf(enquiry, path, body), done });
  const button = (label: string, act: () => void, testId: string, primary = false) => <Button {...(primary ? { type: 'primary' as const } : {})} loading={step.isPending} onClick={act} data-testid={testId}>{label}</Button>;
  const words = (kind: Asked, path: string, title: string, done: string, most: number, more: { lead?: string; label?: string; own?: boolean; leave?: boolean } = {}) => (asked !== kind ? null : (
    <WordsDialog name={`enquiry-${kind}-${enquiry.id}`} title={title} label={more.label ?? copy.words} most={most} busy={step.isPending} onClose={close} {...(more.lead ? { lead: more.lead } : {})} {...(more.own === undefined ? {} : { own: more.own })}
      onDone={(text, forget) => step.mutate({
        // What was declined may be out of sight afterwards: the list is what is left to look at.
        run: () => (more.leave ? api.post(`/staff/enquiries/${enquiry.id}/${path}`, { version: enquiry.version, reason: text }).then(() => null) : stepOf(enquiry, path, { text })),
        done, then: () => { forget(); close(); if (more.leave) onDone(); },
      })} />
  ));
  return (
    <>
      {may('accept') ? (
        <Card testId="offered-to-me"><div className={styles.stack}><h2>{copy.offeredToMe}</h2><div className={styles.line}>{button(copy.accept, () => run('accept', copy.acceptDone), 'enquiry-accept', true)}{button(copy.decline, () => setAsked('decline'), 'enquiry-decline')}</div></div></Card>
      ) : null}
      {enquiry.offeredTo && !may('accept') ? <Alert type="info" showIcon title={copy.waiting(enquiry.offeredTo)} action={may('take-back') ? button(copy.takeBack, () => run('take-back', copy.takeBackDone), 'enquiry-take-back') : null} data-testid="enquiry-offered" /> : null}
      {may('take') ? <Card testId="untaken"><div className={`${styles.line} ${styles.apart}`}><span className="muted">{copy.takeHint}</span>{button(copy.take, () => run('take', copy.takeDone), 'enquiry-take')}</div></Card> : null}
      {may('answer') ? <Card><AnswerEditor key={`${enquiry.id}-${enquiry.steps.length}`} enquiry={enquiry} step={step} onSent={onDone} /></Card> : null}
      {may('tell') ? (
        <Card testId="to-tell"><div className={styles.stack}><h2>{copy.tellTitle}</h2><p className="muted">{copy.tellLead}</p><div className={styles.line}>{button(copy.tellDesk, () => run('tell', copy.told, { how: 'desk' }), 'tell-desk')}{button(copy.tellCall, () => run('tell', copy.told, { how: 'call' }), 'tell-call')}</div></div></Card>
      ) : null}
      {enquiry.guide.review && enquiry.guide.answer !== '' ? <ReviewPane enquiry={enquiry} step={step} /> : null}
      {enquiry.actions.length === 0 ? <Card testId="nothing-to-do"><p className="muted">{enquiry.due ? copy.others(enquiry.ownerName ?? copy.nobody) : copy.nothingToDo}</p></Card> : null}
      <div className={styles.line}>
        {may('offer') ? button(copy.offer, () => setAsked('offer'), 'enquiry-offer') : null}
        {may('correct') ? button(copy.correct, () => setAsked('correct'), 'enquiry-correct') : null}
        {may('ask-again') ? button(copy.followUp, () => setAsked('follow-up'), 'enquiry-follow-up') : null}
        {enquiry.guide.mayPropose ? button(copy.guide, () => setAsked('propose'), 'enquiry-propose') : null}
        {enquiry.guide.stateLabel ? <span className="muted" data-testid="guide-state">{copy.guideState(enquiry.guide.stateLabel)}</span> : null}
      </div>
      {asked === 'offer' ? <OfferDialog enquiry={enquiry} step={step} onClose={close} /> : null}
      {asked === 'propose' ? <ProposeDialog enquiry={enquiry} step={step} onClose={close} /> : null}
      {words('decline', 'decline', copy.declineTitle, copy.declineDone, ENQUIRY_LIMITS.reason, { label: copy.declineReason, leave: true })}
      {words('correct', 'correct', copy.correctTitle, copy.correctDone, ENQUIRY_LIMITS.answer, { lead: copy.correctLead })}
      {words('follow-up', 'ask-again', copy.followUpTitle, copy.followUpDone, ENQUIRY_LIMITS.most, { own: false })}
    </>
  );
}
