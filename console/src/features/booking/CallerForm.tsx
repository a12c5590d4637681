import type { BookingView, MatterCardView, SlotView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { isReference, spokenReference } from '@hall/shared/booking/booking-reference';
import { checkCitizenId } from '@hall/shared/kernel/citizen-id';
import { checkPhone } from '@hall/shared/kernel/phone';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Input, Select } from 'antd';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentenceOf } from '../../kit/api/problem.ts';
import { ProvisionalTag } from '../../kit/calendar/Provisional.tsx';
import { dayOf, dayWords, now } from '../../kit/clock.ts';
import { bookingCopy as copy } from '../../kit/copy/booking.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import styles from './Booking.module.css';

/** Who calls and for what; then the reference, large, to be read aloud. */
export function CallerForm({ slot, onTaken }: { slot: SlotView | null; onTaken: () => void }) {
  const { message } = App.useApp();
  const matters = useQuery({ queryKey: ['matters'], queryFn: () => api.open.get<Listed<MatterCardView>>('/public/matters'), staleTime: 600_000 }).data?.items ?? [];
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [citizenId, setCitizenId] = useState('');
  const [chosen, setChosen] = useState<string[] | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const matterIds = chosen ?? matters.slice(0, 1).map((matter) => matter.id);
  const phoneVerdict = checkPhone(phone);
  const idVerdict = citizenId.trim() === '' ? null : checkCitizenId(citizenId, dayOf(now()));
  const leave = (field: string) => setLeft((old) => new Set(old).add(field));
  const waitsFor = slot === null ? copy.needsSlot : name.trim() === '' ? copy.needsName : !phoneVerdict.ok ? copy.needsPhone : idVerdict !== null && !idVerdict.ok ? copy.needsWholeId : matterIds.length === 0 ? copy.needsMatter : null;
  const whole = waitsFor === null;

  const book = useMutation({
    mutationFn: () => api.create<BookingView>('/staff/bookings', { slotId: slot?.id, matters: matterIds.map((matterId) => ({ matterId })), callerName: name.trim(), callerPhone: phoneVerdict.ok ? phoneVerdict.value : phone, ...(idVerdict?.ok ? { citizenId: idVerdict.value } : {}) }),
    onSuccess: onTaken,
    onError: (error) => { void message.error(hasCode(error, 'BOOKING_SLOT_FULL') ? copy.full : sentenceOf(error)); onTaken(); },
  });
  const cancel = useMutation({
    mutationFn: (booking: BookingView) => api.post(`/staff/bookings/${booking.id}/cancel`, { version: booking.version, reason: copy.cancelReason }),
    onSuccess: () => { void message.success(copy.cancelled); again(); onTaken(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const again = () => { book.reset(); setName(''); setPhone(''); setCitizenId(''); setLeft(new Set()); };
  const submit = (event: FormEvent) => { event.preventDefault(); if (whole) book.mutate(); };

  if (book.data) {
    const done = book.data;
    return (
      <Card testId="booked">
        <div className={styles.booked}>
          <small>{copy.booked}</small>
          <strong data-testid="booking-reference">{isReference(done.reference) ? spokenReference(done.reference) : done.reference}</strong>
          <h2>{dayWords(done.day)} {done.from}–{done.to}{done.provisional ? <ProvisionalTag day={done.day} /> : null}</h2>
          <p>{done.sentence}</p>
          {done.bring.length > 0 ? <div><small>{copy.bring}</small><ul>{done.bring.map((each) => <li key={each}>{each}</li>)}</ul></div> : null}
          <Button type="primary" size="large" block onClick={again} data-testid="book-another">{copy.another}</Button>
          {done.actions.includes('cancel') ? <Button type="text" loading={cancel.isPending} onClick={() => cancel.mutate(done)} data-testid="booking-cancel">{copy.cancel}</Button> : null}
        </div>
      </Card>
    );
  }
  return (
    <Card testId="caller">
      <h2>{copy.caller}</h2>
      <form className={styles.caller} onSubmit={submit} autoComplete="off">
        <p className={slot ? styles.when : 'muted'} data-testid="chosen-slot">{slot ? copy.chosen(dayWords(slot.day), `${slot.from}${slot.to ? `–${slot.to}` : ''}`) : copy.notChosen}</p>
        <label><span>{copy.callerName}</span><Input maxLength={30} value={name} onChange={(event) => setName(event.target.value)} data-testid="caller-name" /></label>
        <label><span>{copy.callerPhone}</span><Input maxLength={20} inputMode="tel" value={phone} onChange={(event) => setPhone(event.target.value)} onBlur={() => { if (phone !== '') leave('phone'); }} data-testid="caller-phone" />
          {left.has('phone') && !phoneVerdict.ok ? <em role="alert">{phoneVerdict.message}</em> : null}</label>
        <label><span>{copy.citizenId}</span><Input maxLength={24} value={citizenId} onChange={(event) => setCitizenId(event.target.value)} onBlur={() => leave('citizenId')} data-testid="caller-citizen-id" />
          {left.has('citizenId') && idVerdict && !idVerdict.ok ? <em role="alert">{idVerdict.message}</em> : null}</label>
        <label><span>{copy.matters}</span><Select mode="multiple" value={matterIds} onChange={setChosen} options={matters.map((matter) => ({ value: matter.id, label: matter.name }))} data-testid="caller-matters" /></label>
        <Button type="primary" size="large" htmlType="submit" loading={book.isPending} disabled={!whole} data-testid="book">{copy.book}</Button>
        {waitsFor ? <small className="muted" data-testid="book-waits-for">{waitsFor}</small> : null}
      </form>
    </Card>
  );
}
