import { FormOutlined, SmileOutlined } from '@ant-design/icons';
import type { DeskView, StaffCaseView, VisitMatterView } from '@hall/shared/api/views';
import type { UseQueryResult } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { sheetsOf } from '../../kit/case/case-facts.view.ts';
import { toneOf } from '../../kit/case/case-state.view.ts';
import { CaseFacts } from '../../kit/case/CaseFacts.tsx';
import { PictureDesk } from '../../kit/case/PictureDesk.tsx';
import { caseCopy } from '../../kit/copy/case.copy.ts';
import { deskCopy as copy } from '../../kit/copy/desk.copy.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { hasForm, isSettled } from './desk.view.ts';
import styles from './Desk.module.css';

/** The person at the window and the case: the form beside its pictures. */
export function CasePane({ desk, matter, kase, onMatter, keys }: { desk: DeskView; matter: VisitMatterView | null; kase: UseQueryResult<StaffCaseView>; onMatter: (id: string) => void; keys: boolean }) {
  const { current } = desk;
  if (!current) {
    const paused = desk.window?.state === 'paused';
    return <main className={styles.idle}><Blank icon={<SmileOutlined />} title={paused ? copy.pausedTitle : desk.next ? copy.idleTitle : copy.idleNobody} body={paused ? copy.pausedBody : desk.next ? copy.idleBody : desk.queue.length > 0 ? copy.idleElsewhere : copy.idleEmpty} testId="desk-idle" /></main>;
  }
  return (
    <main className={styles.case} data-testid="desk-case">
      <header className={styles.head}>
        <strong className={styles.number} data-testid="current-number">{current.number}</strong>
        <div className={styles.person}>
          <h2 title={kase.data?.personName ?? matter?.personName}>{kase.data?.personName ?? matter?.personName ?? current.maskedName}</h2>
          <small>{[matter?.matterName, current.personMaskedCitizenId, matter?.caseNumber, current.bookingReference ? copy.bookingRef(current.bookingReference) : null].filter(Boolean).join(' · ')}</small>
        </div>
        {kase.data ? <StateTag tone={toneOf(kase.data.state)} testId="case-state">{kase.data.stateLabel}</StateTag> : null}
      </header>
      {current.matters.length > 1 ? <Segmented size="small" value={matter?.id ?? ''} onChange={onMatter} data-testid="matters" options={current.matters.map((each) => ({ value: each.id, label: `${copy.matterState(each.matterName, each.personName)}${isSettled(each) ? ' ✓' : ''}` }))} /> : null}
      {matter && matter.applicationId === null
        ? <Blank icon={<FormOutlined />} title={isSettled(matter) ? copy.closedMatter : hasForm(matter) ? copy.noCase : copy.inTalk(matter.matterName)} body={isSettled(matter) ? '' : hasForm(matter) ? copy.noCaseBody : copy.inTalkBody} testId="no-case" />
        : <Loaded query={kase}>{(data) => <FormAndPictures kase={data} keys={keys} />}</Loaded>}
    </main>
  );
}

function FormAndPictures({ kase, keys }: { kase: StaffCaseView; keys: boolean }) {
  const [picture, setPicture] = useState<string | null>(null);
  return (
    <div className={styles.sides}>
      <div className={styles.form}>
        {kase.rejection ? <p className={styles.note}>{caseCopy.rejected(kase.rejection.reason)}</p> : null}
        {kase.agentName ? <p className={styles.note}>{caseCopy.agent(kase.agentName)}</p> : null}
        <CaseFacts kase={kase} />
      </div>
      <PictureDesk sheets={sheetsOf(kase)} current={picture} onCurrent={setPicture} keys={keys} />
    </div>
  );
}
