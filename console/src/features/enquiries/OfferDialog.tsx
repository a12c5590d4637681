import type { StaffEnquiryView } from '@hall/shared/api/views';
import { ENQUIRY_LIMITS } from '@hall/shared/enquiry/enquiry.rules';
import { App, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import type { Step } from './enquiries.api.ts';
import { stepOf, useTakers } from './enquiries.api.ts';
import styles from './Enquiries.module.css';

type Kind = 'person' | 'section';

/** Asks a colleague or a section to take it over. Until somebody accepts it stays where it is. */
export function OfferDialog({ enquiry, step, onClose }: { enquiry: StaffEnquiryView; step: Step; onClose: () => void }) {
  const { message } = App.useApp();
  const query = useTakers();
  const [kind, setKind] = useState<Kind>('person');
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason, forget] = useKept(`enquiry-offer-${enquiry.id}`, '');
  const submit = () => {
    if (to === null) return void message.warning(copy.choose);
    if (reason.trim().length < 2) return void message.warning(copy.reasonNeeded);
    const body = { toStaffId: kind === 'person' ? to : null, toDepartmentId: kind === 'section' ? to : null, reason: reason.trim() };
    return step.mutate({ run: () => stepOf(enquiry, 'offer', body), done: copy.offerDone, then: () => { forget(); onClose(); } });
  };
  const choice = (id: string, name: string, middle: string, aside: string) => (
    <button key={id} type="button" className={to === id ? styles.picked : ''} aria-pressed={to === id} onClick={() => setTo(id)} data-testid={`taker-${id}`}><strong>{name}</strong><span>{middle}</span><small>{aside}</small></button>
  );
  return (
    <Modal open width={600} title={copy.offerTitle} okText={copy.ok} cancelText={copy.cancel} onCancel={onClose} onOk={submit} confirmLoading={step.isPending} okButtonProps={{ 'data-testid': 'offer-ok' }}>
      <div className={styles.form} data-testid="offer-dialog">
        <p className="muted">{copy.offerLead}</p>
        <Segmented<Kind> value={kind} onChange={(next) => { setKind(next); setTo(null); }} options={[{ value: 'person', label: copy.people }, { value: 'section', label: copy.sections }]} style={{ justifySelf: 'start' }} />
        <Loaded query={query} lines={4}>
          {({ people, sections }) => (
            <div className={styles.takers}>
              {kind === 'person'
                ? people.filter(({ id }) => id !== enquiry.ownerId).map(({ id, name, post, departmentName, actingName, open }) => choice(id, name, [departmentName, post].filter(Boolean).join(' '), actingName ? copy.acting(actingName) : copy.open_(open)))
                : sections.map(({ id, name }) => choice(id, name, '', ''))}
            </div>
          )}
        </Loaded>
        <label><span>{copy.reason}</span><Input.TextArea rows={2} maxLength={ENQUIRY_LIMITS.reason} showCount placeholder={copy.reasonHint} value={reason} onChange={(event) => setReason(event.target.value)} data-testid="offer-reason" /></label>
      </div>
    </Modal>
  );
}
