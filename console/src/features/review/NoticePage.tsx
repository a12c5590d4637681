import type { StaffCaseView } from '@hall/shared/api/views';
import { App, Button, Input } from 'antd';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCase, useCaseStep } from '../../kit/case/case.api.ts';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { caseCopy } from '../../kit/copy/case.copy.ts';
import { reviewCopy } from '../../kit/copy/review.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { PrintButton } from '../../kit/print/PrintButton.tsx';
import { useMe } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { keepReason, keptReason } from './late.keeper.ts';
import { noticeOf, sendingWaitsFor } from './notice.view.ts';
import { sendBack, useClaimNext } from './review.api.ts';
import styles from './Review.module.css';

const copy = reviewCopy.notice;
const LONGEST = 200;
/** The next case opens at once; the paper copy is offered beside it for this long. */
const PRINT_OFFER_SECONDS = 8;

/** The once-only notice as the resident will get it: read once more, then sent. Afterwards it can be printed. */
export function NoticePage() {
  const { id = '' } = useParams();
  return <Loaded query={useCase(id)}>{(kase) => <Notice key={kase.id} kase={kase} />}</Loaded>;
}

function Notice({ kase }: { kase: StaffCaseView }) {
  const go = useNavigate();
  const { message } = App.useApp();
  const me = useMe().data;
  const next = useClaimNext();
  const [reason, setReason] = useState(() => keptReason(kase.id));
  const sheet = noticeOf(kase);
  const { sent, items, late } = sheet;
  const write = (words: string) => { setReason(words); keepReason(kase.id, words); };
  const said = sent ? sheet.reason : late.length > 0 ? reason.trim() : null;
  const send = useCaseStep((done) => {
    keepReason(done.id, '');
    void message.success({ duration: PRINT_OFFER_SECONDS, content: <>{reviewCopy.returnedDone(done.maskedName)} <PrintButton path={`/staff/applications/${done.id}/notice.pdf`} label={caseCopy.print.notice} testId="print-notice-after" /></> });
    next.mutate();
  });
  const waitsFor = sent ? null : sendingWaitsFor(sheet, reason);
  const back = () => void go(`/review/${kase.id}`);
  const confirm = !sent && waitsFor === null && !send.isPending ? () => send.mutate(() => sendBack(kase, late.length > 0 ? reason.trim() : '')) : undefined;
  const onward = sent && !next.isPending ? () => next.mutate() : undefined;
  useKeys({ escape: sent ? undefined : back, enter: sent ? onward : confirm, n: onward });

  return (
    <Page title={copy.title} lead={sent ? copy.sent : copy.preview} testId="notice-page">
      <div className={styles.notice}>
        <article className={styles.paperSheet} data-testid="notice">
          <h2>{copy.title}</h2>
          <dl>
            <dt>{copy.number}</dt><dd>{kase.noticeNumber && sent ? kase.noticeNumber : copy.pending}</dd>
            <dt>{copy.case}</dt><dd>{kase.caseNumber}</dd>
            <dt>{copy.to}</dt><dd>{kase.personName}</dd>
            <dt>{copy.matter}</dt><dd>{kase.matterName}</dd>
          </dl>
          <p>{copy.opening(kase.personName)}</p>
          {items.length === 0 ? <p className="muted">{copy.nothing}</p> : <ol>{items.map((item) => <li key={item.id} data-testid="notice-item"><strong>{item.label}</strong>{item.sentence}</li>)}</ol>}
          {said ? <p data-testid="notice-apology">{copy.apology(said)}</p> : null}
          <p>{copy.closing}</p>
          <footer><span>{me?.hallName}</span><span>{copy.issuedOn} {dayWords(dayOf(sheet.issuedAt ?? now()))}</span></footer>
        </article>
        <aside className={styles.noticeSide}>
          {late.length > 0 ? (
            <label className={styles.late}><span>{copy.late(late.join('、'))}</span>
              <Input.TextArea autoFocus rows={3} maxLength={LONGEST} showCount value={reason} onChange={(event) => write(event.target.value)} onKeyDown={leaveByEscape} data-testid="late-reason" /><small className="muted">{copy.lateHint}</small>
            </label>
          ) : null}
          {sent ? (
            <>
              <Button type="primary" size="large" block loading={next.isPending} onClick={onward} data-testid="next-case">{copy.nextCase}<Key of="N" /></Button>
              <PrintButton path={`/staff/applications/${kase.id}/notice.pdf`} label={caseCopy.print.notice} testId="print-notice" />
            </>
          ) : (
            <>
              <Button type="primary" size="large" block loading={send.isPending} disabled={!confirm} onClick={confirm} data-testid="return-confirm">{copy.send}<Key of="Enter" /></Button>
              {waitsFor === 'reason' ? <small className="muted" data-testid="return-waits">{copy.waitsForReason}</small> : null}
              <Button size="large" block onClick={back} data-testid="notice-back">{copy.back}<Key of="Esc" /></Button>
            </>
          )}
        </aside>
      </div>
    </Page>
  );
}

/** Escape leaves the field first; only the next one leaves the page. */
function leaveByEscape(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.currentTarget.blur();
}
