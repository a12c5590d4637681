import type { SlotDayView, SlotView } from '@hall/shared/api/views';
import { dayLabel } from '@hall/shared/kernel/day';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { list, type ApiError } from '../../kit/api.ts';
import { dayInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/visit.ts';
import { to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Empty, Trouble } from '../../kit/ui/screen.tsx';
import { Skeleton } from '../../kit/ui/skeleton.tsx';
import { freeInWords, halves, mayChoose } from './book.view.ts';
import './choose-time.scss';

const copy = words.book;
interface Props { matterIds: readonly string[]; applicationId: string | undefined; moving: boolean; busy: boolean; error: ApiError | null; onTake: (slotId: string) => void; onBack: () => void }

/** A day, then a time of that day. Full and closed ones are shown with the reason, so nobody wonders. */
export function ChooseTime({ matterIds, applicationId, moving, busy, error, onTake, onBack }: Props) {
  const [day, setDay] = useState<string | null>(null);
  const [slot, setSlot] = useState<string | null>(null);
  const days = useResource(`slot-days:${matterIds.join()}:${applicationId ?? ''}`, () => list<SlotDayView>(to('/resident/slot-days', { matterIds: matterIds.join(','), applicationId })));
  const slots = useResource(day && `slots:${day}`, () => list<SlotView>(to('/resident/slots', { day: day ?? '', applicationId })), { everyMs: 20_000 });
  const choose = (next: string) => {
    setDay(next);
    setSlot(null);
    void Taro.pageScrollTo({ selector: '#days-end', offsetTop: -64, duration: 250 });
  };
  if (days.data === null) return days.error ? <Notice tone='accent'>{days.error.message}</Notice> : <Skeleton kind='list' />;
  const chosen = slots.data?.find((one) => one.id === slot && one.offered && one.free > 0);
  return (
    <>
      <View className='display'>{moving ? copy.reschedule : copy.day}</View>
      {days.data.length === 0 && <Empty icon='calendar-check' title={copy.noDays} />}
      <View id='days' className='days'>
        {days.data.map((one) => (
          <View key={one.day} id={`day-${one.day}`} className={`day${one.day === day ? ' day--on' : ''}${mayChoose(one) ? '' : ' day--off'}`} {...spoken('radio', `${dayInWords(one.day)} ${freeInWords(one)}`, one.day === day)}
            onClick={() => { if (mayChoose(one)) { choose(one.day); } }}>
            <View className='day__weekday'>{one.weekdayLabel}</View>
            <View className='day__date figures'>{dayLabel(one.day)}</View>
            <View className='day__free'>{freeInWords(one)}</View>
          </View>
        ))}
      </View>
      <View id='days-end' />
      <View>
        {day && (
          <View id='slots' className='stack'>
            <View className='title'>{copy.slot}</View>
            {applicationId && <Notice tone='ok'>{copy.expressHint}</Notice>}
            {slots.data === null ? (slots.error ? <Notice tone='accent'>{slots.error.message}</Notice> : <Skeleton kind='list' />)
              : slots.data.length === 0 ? <Notice tone='info'>{copy.none}</Notice>
                : halves(slots.data).map((half) => (
                  <View key={half.label} className='stack'>
                    <View className='heading'>{half.label}</View>
                    <Choice id='slot' label={half.label} options={half.options} chosen={slot === null ? [] : [slot]} onChoose={setSlot} />
                  </View>
                ))}
          </View>
        )}
      </View>
      <View className='book-actions'>
        <Trouble error={error} />
        <Button id='take' disabled={!chosen} busy={busy} onTap={() => { if (chosen) onTake(chosen.id); }}>{moving ? copy.change : copy.hold}</Button>
        <Button id='previous' kind='plain' onTap={onBack}>{copy.back}</Button>
      </View>
    </>
  );
}
