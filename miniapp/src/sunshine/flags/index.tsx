import type { RedFlagBoardView, RedFlagFormulaView, RedFlagMonthView, RedFlagWindowView } from '@hall/shared/api/views';
import { percentWords } from '@hall/shared/kernel/percent-words';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/sunshine.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import '../sunshine.scss';

const copy = words.flags;
/** So many months are offered; the ledger has them all. */
const MONTHS = 4;

/** The month's best windows, found by a formula that stood in the ledger before the month began. */
export default function SunshineFlags() {
  const board = useResource('flags', () => get<RedFlagBoardView>('/public/red-flags'), { keep: true });
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Screen id='sunshine-flags-page' of={board}>
      {({ months, formula }) => {
        const offered = months.slice(0, MONTHS);
        const shown = offered.find(({ month }) => month === chosen) ?? offered[0];
        return (
          <>
            <View className='title'>{copy.title}</View>
            <View className='secondary'>{copy.intro}</View>
            {shown === undefined && <Notice id='none' tone='info' title={formula ? copy.coming : copy.none}>{formula ? null : copy.noneDetail}</Notice>}
            {offered.length > 1 && <Choice id='month' label={copy.month} tight options={offered.map(({ month }) => ({ value: month, label: words.period(month) }))} chosen={[shown!.month]} onChoose={setChosen} />}
            {/* In a box of its own: what changes in it does not send the rest of the page again. */}
            <View className='part'>{shown && <Month of={shown} />}</View>
            {formula && <Formula of={formula} />}
            <Button id='to-ledger' kind='quiet' icon='book-open-text' onTap={() => go('/sunshine/ledger/index')}>{copy.check}</Button>
          </>
        );
      }}
    </Screen>
  );
}

function Month({ of: { month, windows } }: { of: RedFlagMonthView }) {
  const best = windows.filter(({ flagged }) => flagged);
  const others = windows.filter(({ flagged }) => !flagged);
  return (
    <>
      <View className='heading'>{copy.flagged(words.period(month))}</View>
      {best.length === 0 && <View className='secondary'>{copy.nobody}</View>}
      {best.map((window) => (
        <Card key={window.label} id={`flag-${window.label}`}>
          <View className='line line--apart'><View className='title'>{window.label}</View><StateTag tone='accent' icon='flag'>{copy.score(window.score ?? '')}</StateTag></View>
          <Figures of={window} />
        </Card>
      ))}
      {others.length > 0 && <Card id='others'><View className='heading'>{copy.all}</View>{others.map((window) => <View key={window.label} className='entry'>{`${window.label} ${window.score === null ? copy.out : copy.score(window.score)}`}<Figures of={window} /></View>)}</Card>}
    </>
  );
}

const Figures = ({ of: { services, lost, five, ready, pace } }: { of: RedFlagWindowView }) => (
  <View className='secondary'>{[copy.served(services, lost), ...(ready > 0 ? [copy.five(five, ready)] : []), ...(pace === null ? [] : [copy.pace(pace)])].join('；')}</View>
);

function Formula({ of: { parts, least, places, tieLabel } }: { of: RedFlagFormulaView }) {
  return (
    <Card id='formula'>
      <View className='heading'>{copy.howNow}</View>
      {parts.filter(({ weight }) => weight > 0).map(({ part, label, weight, how }) => <View key={part} className='entry'>{`${label} ${percentWords(weight)}`}<View className='secondary'>{how}</View></View>)}
      <View className='secondary'>{[copy.places(places), copy.least(least), tieLabel].join('；')}</View>
    </Card>
  );
}
