import type { MatterCardView } from '@hall/shared/api/views';
import type { Listed, TicketClass } from '@hall/shared/api/names';
import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input, Radio, Select } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { findCopy as copy } from '../../kit/copy/find.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { rememberPerson } from '../../kit/person/known-person.ts';
import { PrintButton } from '../../kit/print/PrintButton.tsx';
import styles from './Find.module.css';

type CareReason = 'elder' | 'disabled' | 'pregnant' | 'hardship';
const CARE_REASONS: readonly CareReason[] = ['elder', 'disabled', 'pregnant', 'hardship'];

interface Issued { ticketId: string; number: string }

/** A ticket for somebody who came without a phone, printed on the desk's slip printer. */
export function TicketForm() {
  const { message } = App.useApp();
  const matters = useQuery({ queryKey: ['matters'], queryFn: () => api.open.get<Listed<MatterCardView>>('/public/matters'), staleTime: 600_000 }).data?.items ?? [];
  const [cls, setCls] = useState<TicketClass>('walkin');
  const [care, setCare] = useState<CareReason>('elder');
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [name, setName] = useState('');
  const [citizenId, setCitizenId] = useState('');
  const matterIds = chosen ?? matters.slice(0, 1).map((matter) => matter.id);
  const checked = citizenId.trim() === '' ? null : checkCitizenId(citizenId, dayOf(now()));
  const issue = useMutation({
    mutationFn: () => api.create<Issued>('/staff/tickets', { cls, matterIds, ...(cls === 'care' && care !== 'elder' ? { careReason: care } : {}), ...(checked?.ok ? { citizenId: checked.value } : {}), ...(name.trim() === '' ? {} : { name: name.trim() }) }),
    onSuccess: ({ ticketId }) => rememberPerson(ticketId, { name: name.trim(), citizenId: checked?.ok ? checked.value : '' }),
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const waitsFor = matterIds.length === 0 ? copy.needsMatter : checked !== null && !checked.ok ? copy.needsWholeId : cls === 'care' && care === 'elder' && checked === null ? copy.needsElderId : null;
  const again = () => { issue.reset(); setName(''); setCitizenId(''); setCls('walkin'); setCare('elder'); };
  const submit = (event: FormEvent) => { event.preventDefault(); if (checked === null || checked.ok) issue.mutate(); };
  return (
    <Card testId="ticket-form">
      <h2>{copy.walkInTitle}</h2>
      <p className="muted">{copy.walkInLead}</p>
      {issue.data ? (
        <div className={styles.issued} data-testid="ticket-issued">
          <small>{copy.issued}</small><strong>{issue.data.number}</strong>
          <PrintButton path={`/staff/tickets/${issue.data.ticketId}/slip.pdf`} made label={copy.print} testId="print-slip" />
          <Button onClick={again} data-testid="ticket-again">{copy.again}</Button>
        </div>
      ) : (
        <form className={styles.ticket} onSubmit={submit} autoComplete="off">
          <div role="group" aria-label={copy.cls}><span>{copy.cls}</span>
            <Radio.Group block optionType="button" buttonStyle="solid" value={cls} onChange={(event) => setCls(event.target.value as TicketClass)} options={(['walkin', 'care'] as const).map((value) => ({ value, label: copy.classes[value] }))} data-testid="ticket-class" />
          </div>
          {cls === 'care' ? (
            <label><span>{copy.careReason}</span><Select<CareReason> value={care} onChange={setCare} options={CARE_REASONS.map((value) => ({ value, label: copy.careReasons[value] }))} data-testid="ticket-care" /></label>
          ) : null}
          <label><span>{copy.matter}</span><Select mode="multiple" value={matterIds} onChange={setChosen} options={matters.map((matter) => ({ value: matter.id, label: matter.name }))} data-testid="ticket-matters" /></label>
          <label><span>{copy.name}</span><Input maxLength={30} value={name} onChange={(event) => setName(event.target.value)} data-testid="ticket-name" /></label>
          <label><span>{copy.citizenId}</span><Input maxLength={24} status={checked && !checked.ok ? 'error' : ''} value={citizenId} onChange={(event) => setCitizenId(event.target.value)} data-testid="ticket-citizen-id" />
            {checked && !checked.ok && citizenId.length >= 18 ? <em role="alert">{checked.message}</em> : null}
          </label>
          <Button size="large" htmlType="submit" loading={issue.isPending} disabled={waitsFor !== null} data-testid="ticket-issue">{copy.issue}</Button>
          {waitsFor ? <small className="muted" data-testid="ticket-waits-for">{waitsFor}</small> : null}
        </form>
      )}
    </Card>
  );
}
