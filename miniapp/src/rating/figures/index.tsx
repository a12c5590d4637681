import type { RatingFiguresView, RatingFigureView } from '@hall/shared/api/views';
import { baseWords } from '@hall/shared/rating/published-figures.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { get } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/rating.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Empty, Page, Screen } from '../../kit/ui/screen.tsx';
import { barOf, besides, figureOf } from './figures.view.ts';
import './index.scss';

const copy = words.figures;
const PARTS = ['all', 'three', 'matters', 'year', 'notes'] as const;
type PartName = (typeof PARTS)[number];

/** What the hall publishes of its ratings, month by month, for everybody. */
export default function Figures() {
  const [month, setMonth] = useState<string | null>(null);
  return <Month key={month} month={month} onMonth={setMonth} />;
}

function Month({ month, onMonth }: { month: string | null; onMonth: (month: string) => void }) {
  const [part, setPart] = useState<PartName>('all');
  const figures = useResource(`rating-figures:${month ?? ''}`, () => get<RatingFiguresView>(`/public/ratings/figures${month ? `?month=${month}` : ''}`), { keep: true });
  if (figures.data === null && figures.error?.code === 'RATING_MONTH_NOT_PUBLISHED') return <Page id='rating-figures-page'><Empty icon='message-square-heart' title={copy.none} detail={copy.noneDetail} action={<Button id='home' kind='quiet' icon='house' onTap={() => go('/tabs/home/index')}>{words.home}</Button>} /></Page>;
  return (
    <Screen id='rating-figures-page' of={figures} skeleton='page'>
      {(of) => {
        const { earlier, later } = besides(of);
        return (
          <>
            <View className='stack stack--close'><View className='display'>{copy.title(of.month)}</View><View className='secondary'>{copy.hall(of.hallName)}</View></View>
            <Choice id='part' label={copy.part} tight options={PARTS.map((value) => ({ value, label: copy.parts[value] }))} chosen={[part]} onChoose={setPart} />
            <Part of={of} part={part} />
            {(earlier ?? later) && (
              <View className='leaf'>
                {earlier ? <Button id='earlier' kind='quiet' onTap={() => onMonth(earlier)}>{copy.earlier}</Button> : <View />}
                {later ? <Button id='later' kind='quiet' onTap={() => onMonth(later)}>{copy.later}</Button> : <View />}
              </View>
            )}
          </>
        );
      }}
    </Screen>
  );
}

/** One part at a time: a whole month at once would be a heavy page. */
function Part({ of, part }: { of: RatingFiguresView; part: PartName }) {
  if (part === 'three') return <Card id='three'>{of.satisfactions.map((figure) => <Share key={figure.code} of={figure} />)}</Card>;
  if (part === 'matters') return <Card id='matters'>{of.matters.length === 0 ? <View className='secondary'>{copy.noMatters}</View> : of.matters.map(({ label, figures: [good, active] }) => <Share key={label} of={good!} label={label} base={active!} />)}</Card>;
  if (part === 'year') return <Card id='year'><View className='title'>{copy.trend}</View>{of.trend.map(({ month, figures }) => <Year key={month} month={month} of={figureOf(figures, 'good')} />)}</Card>;
  if (part === 'notes') return <Card id='notes'>{of.notes.map((note) => <View key={note}>{note}</View>)}</Card>;
  return <Card id='figures'>{of.figures.map((figure) => <Share key={figure.code} of={figure} how />)}</Card>;
}

/** A share in words, as a bar, and of how many. @param how whether to say how it is counted */
function Share({ of, label = of.label, base = of, how = false }: { of: RatingFigureView; label?: string; base?: RatingFigureView; how?: boolean }) {
  return (
    <View className='share' id={`share-${of.code}`}>
      <View className='share__head'><View className='share__label'>{label}</View><View className='share__value'>{of.words}</View></View>
      <Bar of={of} />
      <View className='share__words'>{baseWords(base, base.unit)}</View>
      {how && <View className='share__words'>{of.how}</View>}
    </View>
  );
}

function Year({ month, of }: { month: string; of: RatingFigureView | undefined }) {
  return <View className='year__line'><View className='year__month'>{copy.monthShort(month)}</View><View className='year__bar'>{of && <Bar of={of} />}</View><View className='year__value'>{of?.words ?? copy.notTold}</View></View>;
}

/** The words beside it say all it shows. */
function Bar({ of }: { of: RatingFigureView }) {
  const bar = barOf(of);
  return <View className='share__bar'>{bar && <><View className='share__sure' style={{ width: bar.sure }} /><View className='share__open' style={{ width: bar.open }} /></>}</View>;
}
