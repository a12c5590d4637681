import type { StaffCaseView } from '@hall/shared/api/views';
import { Button } from 'antd';
import { OPEN_APPLICATION_STATES } from '@hall/shared/enrolment/application.moves';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCase } from '../../kit/case/case.api.ts';
import { sheetsOf } from '../../kit/case/case-facts.view.ts';
import { toneOf } from '../../kit/case/case-state.view.ts';
import { CaseFacts } from '../../kit/case/CaseFacts.tsx';
import { CaseTimeline } from '../../kit/case/CaseTimeline.tsx';
import { PictureDesk } from '../../kit/case/PictureDesk.tsx';
import { caseCopy } from '../../kit/copy/case.copy.ts';
import { findCopy as copy } from '../../kit/copy/find.copy.ts';
import { PrintButton } from '../../kit/print/PrintButton.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Find.module.css';

const WITH_RECEIPT = ['handled', 'completed'];

/** One case to look at: form, pictures, history and its papers. Nothing is changed here. */
export function CasePage() {
  const { id = '' } = useParams();
  return <Loaded query={useCase(id)} lines={10}>{(kase) => <Case key={kase.id} kase={kase} />}</Loaded>;
}

function Case({ kase }: { kase: StaffCaseView }) {
  const go = useNavigate();
  const mayHandle = useMay('window.handle');
  const [picture, setPicture] = useState<string | null>(null);
  const papers = `/staff/applications/${kase.id}`;
  return (
    <div className={styles.case} data-testid="case-page">
      <header>
        <div><h1 title={kase.personName}>{kase.personName}</h1><small>{[kase.caseNumber, kase.matterName, kase.agentName ? caseCopy.agent(kase.agentName) : null].filter(Boolean).join(' · ')}</small></div>
        <StateTag tone={toneOf(kase.state)} testId="case-state">{kase.stateLabel}</StateTag>
        <PrintButton path={`${papers}/form.pdf`} label={caseCopy.print.form} testId="print-form" />
        <PrintButton path={`${papers}/receipt.pdf`} label={caseCopy.print.receipt} testId="print-receipt" disabled={!WITH_RECEIPT.includes(kase.state)} why={caseCopy.print.receiptWaits} />
        {kase.noticeNumber ? <PrintButton path={`${papers}/notice.pdf`} label={copy.notice} testId="print-notice" /> : null}
        {mayHandle && OPEN_APPLICATION_STATES.includes(kase.state) ? <Button size="small" onClick={() => void go(`/walk-in/${kase.id}`)} data-testid="to-fill">{copy.toFill}</Button> : null}
      </header>
      <div className={styles.pane}>
        {kase.rejection ? <p className={styles.note}>{caseCopy.rejected(kase.rejection.reason)}</p> : null}
        <CaseFacts kase={kase} />
      </div>
      <PictureDesk sheets={sheetsOf(kase)} current={picture} onCurrent={setPicture} />
      <div className={styles.pane}><h2>{caseCopy.timeline}</h2><CaseTimeline timeline={kase.timeline} /></div>
    </div>
  );
}
