import type { CommitmentExplainedView, CommitmentFigureView, CommitmentView } from '@hall/shared/api/views';
import { everHeld } from '@hall/shared/commitment/in-force.rules';
import { percentWords } from '@hall/shared/kernel/percent-words';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get } from '../../kit/api.ts';
import { dayInFull, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/sunshine.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { barsOf, excludedShare, heightOf, judgedOf, periodWords, rateWords } from '../sunshine.view.ts';
import '../sunshine.scss';

const copy = words.one;
const PARTS = ['now', 'trend', 'how', 'check'] as const;
type PartName = (typeof PARTS)[number];
/** The lines of the file begin with its manifest. */
const lineOf = (seq: number) => seq + 1;
const TALLEST = 96;

interface Promised { view: CommitmentView; explained: CommitmentExplainedView }

/** One promise: what came of it, how that is computed, and where to check it. */
export default function SunshineOne() {
  const { code = '' } = useRouter().params;
  const [part, setPart] = useState<PartName>('now');
  const path = `/public/commitments/${encodeURIComponent(code || '-')}`;
  const page = useResource(`sunshine:${code}`, async (): Promise<Promised> => {
    const [view, explained] = await Promise.all([get<CommitmentView>(path), get<CommitmentExplainedView>(`${path}/explained`)]);
    return { view, explained };
  }, { keep: true });
  return (
    <Screen id='sunshine-one-page' of={page} skeleton='page'>
      {({ view, explained }) => (
        <>
          <View className='title'>{view.wording}</View>
          {view.inForceTo !== null && view.inForceTo < today() && <Notice id='withdrawn' tone='warn'>{copy.withdrawn}</Notice>}
          <Choice id='part' label={copy.part} tight options={PARTS.map((value) => ({ value, label: copy.parts[value] }))} chosen={[part]} onChoose={setPart} />
          {/* In a box of its own: what changes in it does not send the rest of the page again. */}
          <View className='part'>
            {part === 'now' && <Now of={view} broken={explained.broken} onCheck={() => setPart('check')} />}
            {part === 'trend' && <Trend of={view} />}
            {part === 'how' && <Card id='how'>{explained.how.map(({ title, words: said }) => <View key={title}>{copy.how(title, said)}</View>)}</Card>}
            {part === 'check' && <Check of={explained.check} figure={view.month} />}
          </View>
        </>
      )}
    </Screen>
  );
}

function Now({ of: { month, holderName, measure, basis, inForceFrom, inForceTo }, broken, onCheck }: { of: CommitmentView; broken: CommitmentExplainedView['broken']; onCheck: () => void }) {
  const counts = month && [
    ['met', copy.met, copy.items(month.met), copy.metDetail], ['broken', copy.broken, copy.items(month.broken), copy.brokenDetail],
    ['ended', copy.ended, copy.items(month.ended), copy.endedDetail], ['excluded', copy.excluded, copy.itemsOf(month.excluded, excludedShare(month)), copy.excludedDetail],
    ...(month.paused > 0 ? [['paused', copy.paused, copy.items(month.paused), copy.pausedDetail] as const] : []),
    ...(month.disputed > 0 ? [['disputed', copy.disputed, copy.items(month.disputed), copy.disputedDetail(month.upheld)] as const] : []),
  ] as const;
  return (
    <>
      {month === null && <Notice id='not-yet' tone='info'>{copy.notYet}</Notice>}
      {month && counts && (
        <Card id='figure'>
          <View className='rate'><View className={`rate__value${month.rate === null ? ' rate__value--few' : ''}`}>{rateWords(month)}</View><View className='rate__when'>{`${periodWords(month.period)}${copy.rate}，${words.board.asOf(words.dayShort(month.asOf))}`}</View></View>
          <View>{counts.map(([id, label, value, detail]) => <View key={id} id={`count-${id}`} className='entry'>{`${label} ${value}`}<View className='secondary'>{detail}</View></View>)}</View>
          <View id='to-check' className='text-act' {...spoken('button')} onClick={onCheck}>{copy.toCheck}</View>
        </Card>
      )}
      {month && broken.length > 0 && (
        <Card id='broken'>
          <View className='heading'>{copy.brokenWhy}</View>
          <View>{broken.map(({ title, why }, at) => <View key={`${at} ${why}`} className='entry'>{title}<View className='secondary'>{why}</View></View>)}</View>
          {month.broken > broken.length && <View className='secondary'>{copy.brokenMore(broken.length)}</View>}
        </Card>
      )}
      {month && judgedOf(month) > 0 && (
        <Card id='spread'>
          <View className='heading'>{copy.spread}</View>
          <View className='bars'>{barsOf(month.spread).map(({ label, count, width }) => <View key={label} className='bars__line'><View className='bars__label'>{label}</View><View className='bars__track'><View className='bars__bar' style={{ width }} /></View><View className='bars__count'>{count}</View></View>)}</View>
        </Card>
      )}
      <Card><Facts of={[[copy.holder, holderName], [copy.measure, measure], [copy.basis, basis], [copy.inForce, inForceFrom && (everHeld({ inForceFrom, inForceTo }) ? copy.from(dayInFull(inForceFrom), inForceTo && dayInFull(inForceTo)) : copy.neverHeld)]]} /></Card>
    </>
  );
}

function Trend({ of: { trend, rolling, earlier } }: { of: CommitmentView }) {
  return (
    <>
      <Card id='trend'>
        <View className='heading'>{copy.trend}</View>
        {trend.length === 0 && <View className='secondary'>{copy.trendNone}</View>}
        <View className='months'>
          {trend.map(({ period, rate, ...figure }) => (
            <View key={period} className='months__one'>
              <View className='months__value'>{rate === null ? copy.fewShort : percentWords(rate)}</View>
              <View className='months__bar' style={{ height: `${rate === null ? 2 : Math.round((heightOf(rate) * TALLEST) / 100)}px` }} />
              {words.monthShort(period)}<View>{copy.judged(judgedOf(figure))}</View>
            </View>
          ))}
        </View>
        {rolling && <View>{`${copy.rollingRate}：${rateWords(rolling)}，${words.board.counts(judgedOf(rolling), rolling.broken)}`}</View>}
      </Card>
      {earlier.length > 0 && <Earlier of={earlier} />}
    </>
  );
}

/** What was promised before: another wording does not take away what came of the first. */
function Earlier({ of }: { of: CommitmentView['earlier'] }) {
  return (
    <Card id='earlier'>
      <View className='heading'>{copy.earlier}</View>
      {of.map(({ wording, inForceFrom, inForceTo, trend }) => (
        <View key={inForceFrom} className='entry'>
          {wording}
          <View className='secondary'>{copy.from(dayInFull(inForceFrom), dayInFull(inForceTo))}</View>
          {trend.map((figure) => <View key={figure.period} className='secondary'>{`${periodWords(figure.period)}：${rateWords(figure)}，${words.board.counts(judgedOf(figure), figure.broken)}`}</View>)}
        </View>
      ))}
    </Card>
  );
}

/** Where the figure stands in the ledger, and what it was computed from. */
function Check({ of: check, figure }: { of: CommitmentExplainedView['check']; figure: CommitmentFigureView | null }) {
  if (check === null || figure === null) return <Notice id='check-none' tone='info'>{copy.checkNone}</Notice>;
  return (
    <>
      <Card id='check'>
        <View className='wording'>{copy.check(periodWords(check.period))}</View>
        <View className='rate'><View className={`rate__value${figure.rate === null ? ' rate__value--few' : ''}`}>{rateWords(figure)}</View><View className='rate__when'>{words.board.counts(judgedOf(figure), figure.broken)}</View></View>
        <View>{copy.checkFacts(check.facts, check.subjects)}</View>
        {check.firstSeq !== null && check.lastSeq !== null && <View>{copy.checkLines(lineOf(check.firstSeq), lineOf(check.lastSeq))}</View>}
        <View>{copy.checkLine(lineOf(check.seq))}</View>
        {check.shortCode !== null && <View><View className='secondary'>{copy.checkSeal}</View><View className='code'>{check.shortCode}</View></View>}
        <View><View className='secondary'>{copy.checkHash}</View><View className='raw'>{check.hash}</View></View>
        <View className='secondary'>{copy.checkHow}</View>
      </Card>
      <Button id='to-ledger' icon='book-open-text' onTap={() => go('/sunshine/ledger/index')}>{copy.toLedger}</Button>
    </>
  );
}
