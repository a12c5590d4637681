import type { EnquiryContactView, StaffEnquiryView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { PictureDesk } from '../../kit/case/PictureDesk.tsx';
import { momentText } from '../../kit/clock.ts';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { ExtendDialog } from '../../kit/deadline/ExtendDialog.tsx';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { ActPane } from './ActPane.tsx';
import { enquiryKey, useEnquiry } from './enquiries.api.ts';
import { extendable, lastAsked, toneOf } from './enquiries.view.ts';
import styles from './Enquiries.module.css';
import { Timeline } from './Timeline.tsx';

/** One question on one screen: what was asked and what became of it left, what to do now right. */
export function EnquiryPage() {
  const { id = '' } = useParams();
  const { search } = useLocation();
  const go = useNavigate();
  const query = useEnquiry(id);
  const toList = `/enquiries${search}`;
  return (
    <Page title={copy.title} lead={query.data ? `${query.data.number}　${query.data.wayLabel}　${query.data.addresseeLabel}` : ''} testId="enquiry" action={<Link to={toList} data-testid="back-to-list">{copy.back}</Link>}>
      <Loaded query={query} lines={8}>
        {(enquiry) => (
          <div className={styles.halves}>
            <div className={styles.stack}>
              <Asked enquiry={enquiry} />
              {enquiry.pictures.length > 0 ? <Card><Pictures enquiry={enquiry} /></Card> : null}
              <Card><div className={styles.stack}><h2>{copy.process}</h2><Timeline steps={enquiry.steps} /></div></Card>
            </div>
            <div className={styles.side}><ActPane enquiry={enquiry} onDone={() => void go(toList)} /></div>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function Asked({ enquiry }: { enquiry: StaffEnquiryView }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const mayExtend = useMay('deadline.extend');
  const [extending, setExtending] = useState(false);
  const [seen, setSeen] = useState<EnquiryContactView | null>(null);
  const contact = useMutation({ mutationFn: () => api.post<EnquiryContactView>(`/staff/enquiries/${enquiry.id}/contact`), onSuccess: setSeen, onError: (error) => void message.error(sentenceOf(error)) });
  const again = enquiry.steps.some(({ kind }) => kind === 'ask-again') ? lastAsked(enquiry.steps) : null;
  const late = extendable(enquiry);
  const { due } = enquiry;
  return (
    <Card testId="enquiry-asked">
      <div className={styles.stack}>
        <div className={styles.line}><StateTag tone={toneOf(enquiry)} testId="enquiry-state">{due?.overdue ? `${enquiry.stateLabel}，${copy.late(due.daysLate)}` : enquiry.stateLabel}</StateTag></div>
        <p className={styles.question} data-testid="enquiry-text">{again ? again.words : enquiry.text}</p>
        <dl className={styles.facts}>
          <dt>{copy.owner}</dt><dd data-testid="enquiry-owner">{enquiry.ownerName ? `${enquiry.ownerName} ${enquiry.ownerPost ?? ''}` : copy.nobody}{enquiry.actingName ? `，${copy.acting(enquiry.actingName)}` : ''}</dd>
          {due ? <><dt>{copy.columns.due}</dt><dd>{due.dueAt === null ? due.stateLabel : momentText(due.dueAt)}　{due.extension ?? due.basis}{late && mayExtend ? <Button type="link" size="small" onClick={() => setExtending(true)} data-testid="enquiry-extend">{copy.extend}</Button> : null}</dd></> : null}
          <dt>{copy.asker}</dt>
          <dd>{seen ? copy.contactSeen(seen) : (enquiry.askerName ?? copy.noName)}{enquiry.contactable && !seen ? <Button type="link" size="small" loading={contact.isPending} title={copy.contactNote} onClick={() => contact.mutate()} data-testid="enquiry-contact">{copy.contact}</Button> : null}</dd>
        </dl>
      </div>
      {extending && late ? <ExtendDialog item={late} onRefused={() => void client.invalidateQueries({ queryKey: enquiryKey(enquiry.id) })} onClose={() => setExtending(false)} onDone={() => { setExtending(false); void message.success(copy.extended); void client.invalidateQueries({ queryKey: enquiryKey(enquiry.id) }); }} /> : null}
    </Card>
  );
}

function Pictures({ enquiry }: { enquiry: StaffEnquiryView }) {
  const [current, setCurrent] = useState<string | null>(null);
  return <div className={styles.pictures}><PictureDesk sheets={enquiry.pictures.map(({ pictureId }, at) => ({ id: pictureId, label: copy.picture, page: at + 1, marked: false }))} current={current} onCurrent={setCurrent} keys={false} /></div>;
}
