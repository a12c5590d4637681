import { IdcardOutlined, SearchOutlined } from '@ant-design/icons';
import type { FoundCaseView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { useMutation } from '@tanstack/react-query';
import type { InputRef } from 'antd';
import { App, Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { toneOf } from '../../kit/case/case-state.view.ts';
import { findCopy as copy } from '../../kit/copy/find.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { useMay } from '../../kit/session/use-me.ts';
import { rememberPerson, SEARCHED } from '../../kit/person/known-person.ts';
import { Blank, Fault, Skeleton } from '../../kit/state/Blank.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import type { Finding } from './find.view.ts';
import { entryOf, findingOf, kindOf } from './find.view.ts';
import { TicketForm } from './TicketForm.tsx';
import styles from './Find.module.css';

/** Finds a person's cases and bookings by one word, and gives tickets to those who came without a phone. */
export function FindPage() {
  const go = useNavigate();
  const box = useRef<InputRef>(null);
  const mayTicket = useMay('queue.desk');
  const mayHandle = useMay('window.handle');
  const [text, setText] = useState('');
  const finding = findingOf(text);
  const find = useMutation({ mutationFn: (what: Finding) => api.post<Listed<FoundCaseView>>('/staff/cases/find', what) });
  const submit = (event: FormEvent) => { event.preventDefault(); if (finding) find.mutate(finding); };
  const fill = () => {
    const searched = find.variables;
    if (searched && 'citizenId' in searched) rememberPerson(SEARCHED, { name: '', citizenId: searched.citizenId });
    void go('/walk-in');
  };
  useKeys({ '/': () => box.current?.focus({ cursor: 'all' }) });

  return (
    <Page title={copy.title} lead={copy.lead} testId="find">
      <div className={mayTicket ? styles.two : ''}>
        <Card>
          <form className={styles.search} onSubmit={submit} autoComplete="off">
            <Input ref={box} autoFocus size="large" prefix={<SearchOutlined />} suffix={<Key of="/" />} value={text} onChange={(event) => setText(event.target.value)} placeholder={copy.placeholder} aria-label={copy.placeholder} autoComplete="off" data-testid="find-text" />
            <Button size="large" type="primary" htmlType="submit" loading={find.isPending} disabled={!finding} data-testid="find-go">{copy.search}</Button>
          </form>
          <small className="muted" data-testid="find-kind">{text.trim() === '' ? '' : copy.kinds[kindOf(finding)]}</small>
          {find.isPending ? <Skeleton lines={3} /> : find.isError ? <Fault error={find.error} onRetry={() => find.variables && find.mutate(find.variables)} />
            : !find.data ? <Blank icon={<IdcardOutlined />} title={copy.startTitle} body={copy.startBody} />
              : find.data.items.length === 0 ? <Blank title={copy.emptyTitle} body={copy.emptyBody} testId="find-empty" action={mayHandle ? <Button onClick={fill} data-testid="find-fill">{copy.fill}</Button> : null} />
                : <ul className={styles.found}>{find.data.items.map((item) => <Found key={`${item.kind}-${item.id}`} item={item} finding={find.variables ?? null} mayTicket={mayTicket} />)}</ul>}
        </Card>
        {mayTicket ? <TicketForm /> : null}
      </div>
    </Page>
  );
}

/** One result: an application to look at, or a booking to check in. */
function Found({ item, finding, mayTicket }: { item: FoundCaseView; finding: Finding | null; mayTicket: boolean }) {
  const { message } = App.useApp();
  const entry = entryOf(item, finding);
  const act = useMutation({
    mutationFn: (by: NonNullable<typeof entry>) => ('bookingReference' in by
      ? api.create<{ number: string }>('/staff/check-in', by)
      : api.create<{ ticketId: string; number: string }>('/staff/tickets', { cls: 'walkin', matterIds: ['enrolment'], ...by })),
    onSuccess: ({ number }) => void message.success(copy.checkedIn(number)),
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <li data-testid={`found-${item.id}`}>
      <div>
        <strong>{item.maskedName}</strong> <StateTag tone={toneOf(item.state)}>{item.stateLabel}</StateTag>
        <small>{[item.kind === 'booking' ? copy.booking : copy.application, item.label, item.caseNumber, item.maskedCitizenId, item.day].filter(Boolean).join(' · ')}</small>
      </div>
      {mayTicket && entry ? <Button loading={act.isPending} disabled={act.isSuccess} onClick={() => act.mutate(entry)} data-testid={`found-ticket-${item.id}`}>{act.data ? act.data.number : item.kind === 'booking' ? copy.checkIn : copy.takeTicket}</Button> : null}
      {item.kind === 'application' ? <Link to={`/cases/${item.id}`} data-testid={`found-open-${item.id}`}>{copy.open}</Link> : null}
    </li>
  );
}
