import type { StaffCaseView } from '@hall/shared/api/views';
import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { caseKey } from '../../kit/case/case.api.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { walkInCopy as copy } from '../../kit/copy/walk-in.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { forgetPerson, knownPerson, SEARCHED } from '../../kit/person/known-person.ts';
import { usualAnswers } from './fill.view.ts';
import styles from './WalkIn.module.css';

/** Opens a case for somebody without phone or pre-fill: a name and an ID number, nothing more. */
export function OpenPage() {
  const go = useNavigate();
  const client = useQueryClient();
  const ticket = useSearchParams()[0].get('ticket');
  const known = knownPerson(ticket ?? SEARCHED);
  const [name, setName] = useState(known?.name ?? '');
  const [citizenId, setCitizenId] = useState(known?.citizenId ?? '');
  const [left, setLeft] = useState(false);
  const today = dayOf(now());
  const checked = checkCitizenId(citizenId, today);
  const open = useMutation({
    mutationFn: async () => {
      const kase = await api.create<StaffCaseView>('/staff/applications', { matterId: 'enrolment', answers: { name: name.trim(), citizenId: checked.ok ? checked.value : citizenId }, ...(ticket ? { ticketId: ticket } : {}) });
      // Only what is still open is filled in: an earlier draft of the same person stays as it was.
      const usual = Object.fromEntries(Object.entries(usualAnswers(today)).filter(([field]) => !(field in kase.answers)));
      return Object.keys(usual).length === 0 ? kase : api.patch<StaffCaseView>(`/staff/applications/${kase.id}/draft`, { version: kase.version, answers: usual });
    },
    onSuccess: (kase) => {
      forgetPerson(ticket ?? SEARCHED);
      client.setQueryData(caseKey(kase.id), kase);
      void client.invalidateQueries({ queryKey: ['desk'] });
      void go(`/walk-in/${kase.id}`, { replace: true });
    },
  });
  const standing = standingCase(open.error);
  const submit = (event: FormEvent) => { event.preventDefault(); setLeft(true); if (checked.ok && name.trim() !== '') open.mutate(); };
  return (
    <Page title={copy.openTitle} lead={copy.openLead} testId="walk-in-open">
      <Card>
        <form className={styles.open} onSubmit={submit}>
          <label className={styles.field}><span>{copy.name}</span><Input size="large" autoFocus={name === ''} autoComplete="off" maxLength={30} value={name} onChange={(event) => setName(event.target.value)} data-testid="open-name" /></label>
          <label className={styles.field}><span>{copy.citizenId}</span>
            <Input size="large" autoFocus={name !== '' && citizenId === ''} autoComplete="off" maxLength={24} value={citizenId} status={left && !checked.ok ? 'error' : ''} onChange={(event) => setCitizenId(event.target.value)} onBlur={() => setLeft(citizenId !== '')} data-testid="open-citizen-id" />
            {left && !checked.ok ? <em role="alert">{checked.message}</em> : null}
          </label>
          {open.isError ? <Alert type={standing ? 'warning' : 'error'} showIcon title={standing ? copy.alreadyOpen : sentenceOf(open.error)} action={standing ? <Button onClick={() => void go(`/walk-in/${standing}`, { replace: true })} data-testid="open-standing">{copy.openStanding}</Button> : null} data-testid="open-fault" /> : null}
          <Button size="large" type="primary" htmlType="submit" autoFocus={known !== null && name !== '' && citizenId !== ''} loading={open.isPending} disabled={name.trim() === ''} data-testid="open-case">{copy.openAct}</Button>
          <Link to="/find">{copy.findFirst}</Link>
        </form>
      </Card>
    </Page>
  );
}

/** The case that already stands for this person, when the server refused to open a second one. */
function standingCase(error: unknown): string | null {
  if (!hasCode(error, 'APPLICATION_ALREADY_OPEN')) return null;
  const { applicationId } = (error.body['data'] ?? {}) as { applicationId?: string };
  return applicationId ?? null;
}
