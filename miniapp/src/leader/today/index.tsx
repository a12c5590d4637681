import type { HallTodayView } from '@hall/shared/api/views';
import { clockOf } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import { useState, type ReactNode } from 'react';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { Bars, Columns } from './charts.tsx';
import { hourColumns, minutesWords, owedBars, waitingBars } from './today.view.ts';

const copy = words.today;
const EVERY = 30_000;
/** Kinds of things owed that a first look takes in: the late ones lead. */
const AT_ONCE = 6;

/** The hall's day in numbers and small charts. */
export default function Today() {
  const today = useResource(`${staffAccount()}:today`, () => get<HallTodayView>('/staff/insight/today'), { keep: true, everyMs: EVERY });
  usePull(today.reload);
  return <StaffScreen id='today-page' of={today} skeleton='page'>{(day) => <Day of={day} />}</StaffScreen>;
}

function Day({ of }: { of: HallTodayView }) {
  const [shown, setShown] = useState(AT_ONCE);
  const kinds = owedBars(of);
  const { openState, dutyLeader, ratings, windowsPaused, longestWaitMinutes } = of;
  return (
    <>
      <View className='today-head'>
        <StateTag id='open-state' tone={openState === 'open' ? 'ok' : openState === 'closing' ? 'warn' : 'plain'}>{copy.open[openState]}</StateTag>
        {dutyLeader && <View className='secondary'>{copy.leader(dutyLeader)}</View>}
      </View>
      <View id='figures' className='tiles'>
        <Tile label={copy.served} value={String(of.served)} note={of.lost > 0 ? `${copy.lost} ${of.lost}` : null} />
        <Tile label={copy.atWindows} value={String(of.atWindows)} />
        <Tile label={copy.windows} value={copy.ofWindows(of.windowsOpen, of.windows)} note={windowsPaused > 0 ? copy.paused(windowsPaused) : null} />
        <Tile label={copy.median} value={minutesWords(of.medianWaitMinutes)} note={longestWaitMinutes === null ? null : copy.longest(longestWaitMinutes)} />
      </View>
      <Chart title={copy.waiting}><Bars id='waiting' of={waitingBars(of)} /></Chart>
      <Chart title={copy.byHour}><Columns id='by-hour' label={copy.byHour} of={hourColumns(of.servedByHour)} /></Chart>
      <Chart title={copy.ratings}>
        {ratings.counted === 0 ? <View id='ratings' className='secondary'>{copy.ratingsFew}</View> : (
          <View id='ratings'><View className='line line--apart'><View>{copy.good}</View><View className='figures'>{ratings.goodWords}</View></View><View className='secondary'>{copy.ratingsNote(ratings.counted)}</View></View>
        )}
      </Chart>
      <Chart title={copy.owed}>
        <View id='owed-line' className='secondary'>{of.owed === 0 ? copy.owedNone : copy.owedLine(of.owed, of.overdue)}</View>
        <Bars id='owed-kinds' of={kinds.slice(0, shown)} />
        {kinds.length > shown && <Button id='more-kinds' kind='plain' onTap={() => setShown(kinds.length)}>{words.home.more(kinds.length - shown)}</Button>}
      </Chart>
      <View id='as-of' className='small centred'>{copy.asOf(clockOf(of.asOf))}。{copy.waitNote}。</View>
    </>
  );
}

function Tile({ label, value, note }: { label: string; value: string; note?: string | null }) {
  return <View className='tile'><View className='secondary'>{label}</View><View className='tile__value figures'>{value}</View>{note && <View className='small'>{note}</View>}</View>;
}

function Chart({ title, children }: { title: string; children: ReactNode }) {
  return <Card><View className='title'>{title}</View>{children}</Card>;
}
