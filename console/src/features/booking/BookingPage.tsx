import { CalendarOutlined } from '@ant-design/icons';
import type { SlotDayView, SlotView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { ProvisionalNote, ProvisionalTag } from '../../kit/calendar/Provisional.tsx';
import { dayWords } from '../../kit/clock.ts';
import { bookingCopy as copy } from '../../kit/copy/booking.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { useAddress } from '../../kit/use-address.ts';
import styles from './Booking.module.css';
import { CallerForm } from './CallerForm.tsx';

const REFRESH_MS = 30_000;

/** Days, the slots of a day, and the caller: booked while on the phone. */
export function BookingPage() {
  const [day, setDay] = useAddress('day', '');
  const [slot, setSlot] = useState<SlotView | null>(null);
  const days = useQuery({ queryKey: ['slot-days'], queryFn: () => api.get<Listed<SlotDayView>>('/staff/slot-days'), refetchInterval: REFRESH_MS });
  const chosen = day || (days.data?.items.find((each) => each.open && each.free > 0)?.day ?? '');
  const slots = useQuery({ queryKey: ['slots', chosen], queryFn: () => api.get<Listed<SlotView>>(`/staff/slots?day=${chosen}`), enabled: chosen !== '', refetchInterval: REFRESH_MS });
  const refresh = () => { setSlot(null); void slots.refetch(); void days.refetch(); };
  return (
    <Page title={copy.title} lead={copy.lead} testId="booking">
      <ProvisionalNote days={(days.data?.items ?? []).filter((each) => each.provisional).map((each) => each.day)} />
      <Loaded query={days}>
        {({ items }) => (items.length === 0 ? <Blank icon={<CalendarOutlined />} title={copy.noDaysTitle} body={copy.noDaysBody} testId="booking-no-days" /> : (
          <div className={styles.three}>
            <Card testId="slot-days">
              <h2>{copy.days}</h2>
              <div className={styles.days}>
                {items.map((each) => (
                  <button key={each.day} type="button" disabled={!each.open} aria-pressed={each.day === chosen} className={each.day === chosen ? styles.chosen : ''} onClick={() => { setDay(each.day); setSlot(null); }} data-testid={`day-${each.day}`}>
                    <strong>{dayWords(each.day)}{each.provisional ? <ProvisionalTag day={each.day} /> : null}</strong><span>{each.open ? copy.free(each.free) : each.note ?? copy.closed}</span>
                  </button>
                ))}
              </div>
            </Card>
            <Card testId="slots">
              <h2>{copy.slots}{chosen ? ` · ${dayWords(chosen)}` : ''}</h2>
              {chosen === '' ? <p className="muted">{copy.chooseDay}</p> : (
                <Loaded query={slots} lines={4}>
                  {(list) => (list.items.length === 0 ? <p className="muted">{copy.noSlots}</p> : (
                    <>
                      <Places slots={list.items.filter((each) => each.kind === 'regular')} chosen={slot} onChoose={setSlot} />
                      {list.items.some((each) => each.kind === 'express') ? (
                        <section className={styles.express}>
                          <h3>{copy.expressTitle}</h3><small className="muted">{copy.expressLead}</small>
                          <Places slots={list.items.filter((each) => each.kind === 'express')} chosen={slot} onChoose={setSlot} />
                        </section>
                      ) : null}
                    </>
                  ))}
                </Loaded>
              )}
            </Card>
            <CallerForm slot={slot} onTaken={refresh} />
          </div>
        ))}
      </Loaded>
    </Page>
  );
}

/** The slots of one kind; those that cannot be taken say why when pointed at. */
function Places({ slots, chosen, onChoose }: { slots: readonly SlotView[]; chosen: SlotView | null; onChoose: (slot: SlotView) => void }) {
  return (
    <div className={styles.slots}>
      {slots.map((each) => (
        <button key={each.id} type="button" title={each.reason ?? undefined} disabled={!each.offered || each.free === 0} aria-pressed={each.id === chosen?.id} className={each.id === chosen?.id ? styles.chosen : ''} onClick={() => onChoose(each)} data-testid={`slot-${each.id}`}>
          <strong>{each.from}</strong><span>{copy.free(each.free)}</span>
        </button>
      ))}
    </div>
  );
}
