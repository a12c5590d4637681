import type { ApplicationCardView, BookingView, MatterCardView, RelativeView } from '@hall/shared/api/views';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, list, post } from '../../kit/api.ts';
import { useIntent } from '../../kit/intent.ts';
import { back, replace, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Screen } from '../../kit/ui/screen.tsx';
import { errandsOf, expressCase, plainErrand, wish, type Errand } from './book.view.ts';
import { ChooseMatters } from './choose-matters.tsx';
import { ChooseTime } from './choose-time.tsx';

interface Base { applications: ApplicationCardView[]; relatives: RelativeView[]; matters: MatterCardView[]; moving: BookingView | null }

async function load(moving: string | undefined): Promise<Base> {
  const [applications, relatives, matters, booking] = await Promise.all([
    list<ApplicationCardView>('/resident/applications'), list<RelativeView>('/resident/relatives'), list<MatterCardView>('/public/matters'),
    moving ? get<BookingView>(`/resident/bookings/${moving}`) : null,
  ]);
  return { applications, relatives, matters, moving: booking };
}

/** What for, then when. A place is held by the last tap here and confirmed on the booking's own page. */
export default function Book() {
  const { applicationId, matterId, reschedule } = useRouter().params;
  const base = useResource(`book:${reschedule ?? ''}`, () => load(reschedule));
  const [own, setOwn] = useState<{ errands: Errand[]; chosen: string[] } | null>(null);
  const [timing, setTiming] = useState(reschedule !== undefined);

  const hold = useIntent(async (key, slotId: string, errands: Errand[]) => {
    const booking = await post<BookingView>('/resident/bookings/hold', { slotId, matters: errands.map(wish) }, { key });
    replace(to('/visit/booking/index', { id: booking.id }));
  });
  const move = useIntent(async (key, slotId: string, booking: BookingView) => {
    await post<BookingView>(`/resident/bookings/${booking.id}/reschedule`, { version: booking.version, slotId }, { key });
    back();
  });

  return (
    <Screen id='book-page' of={base}>
      {({ applications, relatives, matters, moving }) => {
        const { errands, chosen } = own ?? firstChoice(applications, matters, applicationId, matterId);
        const wanted = errands.filter((errand) => chosen.includes(errand.key));
        if (!timing) {
          return <ChooseMatters errands={errands} chosen={chosen} matters={matters} relatives={relatives} onChange={(next) => setOwn(next)} onNext={() => { setTiming(true); void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }); }} />;
        }
        const express = moving ? moving.matters.find((matter) => moving.kind === 'express' && matter.applicationId)?.applicationId ?? undefined : expressCase(wanted);
        return (
          <ChooseTime matterIds={moving ? moving.matters.map((matter) => matter.matterId) : wanted.map((errand) => errand.matterId)} applicationId={express} moving={moving !== null}
            busy={hold.busy || move.busy} error={hold.error ?? move.error} onTake={(slotId) => void (moving ? move.run(slotId, moving) : hold.run(slotId, wanted))} onBack={moving ? back : () => setTiming(false)} />
        );
      }}
    </Screen>
  );
}

/** The case one came from is ticked; without any, the matter one came from, or the only matter there is. */
function firstChoice(applications: readonly ApplicationCardView[], matters: readonly MatterCardView[], applicationId?: string, matterId?: string): { errands: Errand[]; chosen: string[] } {
  const errands = errandsOf(applications);
  if (applicationId) return { errands, chosen: errands.filter((errand) => errand.key === applicationId).map((errand) => errand.key) };
  const matter = matters.find((one) => one.id === matterId) ?? (errands.length === 0 ? matters[0] : undefined);
  if (matter) {
    const plain = plainErrand(matter, undefined);
    return { errands: [...errands, plain], chosen: [plain.key] };
  }
  return { errands, chosen: errands.filter((errand) => errand.ready || errands.length === 1).map((errand) => errand.key) };
}
