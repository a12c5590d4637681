import { InboxOutlined } from '@ant-design/icons';
import { addDays } from '@hall/shared/kernel/day';
import type { BoxOpeningView } from '@hall/shared/api/views';
import { Button, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayOf, now } from '../../kit/clock.ts';
import { boxCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { suggestionsCopy } from '../../kit/copy/suggestions.copy.ts';
import { DayField } from '../../kit/day/DayField.tsx';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { useBox, useBoxStep } from './box.api.ts';
import dialog from './Dialogs.module.css';
import { OpeningsTable } from './OpeningsTable.tsx';
import { RescheduleDialog } from './RescheduleDialog.tsx';
import styles from './Rooms.module.css';
import { SlipBatches } from './SlipBatches.tsx';

/** The box on the wall: when it is opened, by which two, and the slips printed for it. */
export function BoxPage() {
  const box = useBox();
  const step = useBoxStep();
  const maySort = useMay('suggestion.triage');
  const [day, setDay] = useState<string | null>(null);
  const [confirmed, setConfirmed] = useState<BoxOpeningView | null>(null);
  const [moved, setMoved] = useState<BoxOpeningView | null>(null);
  return (
    <Page title={copy.title} lead={box.data ? copy.lead(copy.weekdays[box.data.weekday] ?? '') : null} testId="box" action={<Link to="/suggestions">{suggestionsCopy.back}</Link>}>
      <Loaded query={box}>
        {({ openings, batches }) => (
          <>
            <Card testId="openings">
              <header className={styles.cardHead}>
                <h2>{copy.openings}</h2>
                {maySort ? (
                  <span className={styles.acts}>
                    <span className="muted">{copy.planLabel}</span>
                    <DayField value={day ?? addDays(dayOf(now()), 1)} onChange={setDay} testId="opening-day" />
                    <Button loading={step.isPending} onClick={() => step.mutate({ path: 'box-openings', body: { plannedFor: day ?? addDays(dayOf(now()), 1) }, done: copy.planned, then: () => setDay(null) })} data-testid="opening-plan">{copy.plan}</Button>
                  </span>
                ) : null}
              </header>
              {openings.length === 0 ? <Blank icon={<InboxOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="openings-empty" /> : <OpeningsTable openings={openings} step={step} onConfirm={setConfirmed} onReschedule={setMoved} />}
            </Card>
            <SlipBatches batches={batches} mayPrint={maySort} />
          </>
        )}
      </Loaded>
      {confirmed ? <ConfirmDialog opening={confirmed} step={step} onClose={() => setConfirmed(null)} /> : null}
      {moved ? <RescheduleDialog key={moved.id} opening={moved} step={step} onClose={() => setMoved(null)} /> : null}
    </Page>
  );
}

/** The second person, signed in as themselves: how many slips lay in it. The second factor is asked for on the way. */
function ConfirmDialog({ opening, step, onClose }: { opening: BoxOpeningView; step: ReturnType<typeof useBoxStep>; onClose: () => void }) {
  const [counted, setCounted] = useState<number | null>(null);
  const confirm = () => { if (counted !== null) step.mutate({ path: `box-openings/${opening.id}/confirm`, body: { version: opening.version, counted }, done: copy.confirmed, then: onClose }); };
  return (
    <Modal open title={copy.confirmTitle} okText={copy.confirmOk} cancelText={copy.cancel} onCancel={onClose} onOk={confirm} confirmLoading={step.isPending} okButtonProps={{ disabled: counted === null, 'data-testid': 'opening-confirm-ok' }}>
      <div className={dialog.form} data-testid="opening-confirm-dialog">
        <p className="muted">{copy.confirmLead(opening.firstName ?? '')}</p>
        <label><span>{copy.count}</span><InputNumber autoFocus min={0} max={999} precision={0} value={counted} onChange={setCounted} onPressEnter={confirm} data-testid="opening-counted" /></label>
      </div>
    </Modal>
  );
}
