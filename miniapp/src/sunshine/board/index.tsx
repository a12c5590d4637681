import type { CommitmentList, CommitmentView, OverdueCountList, RedFlagBoardView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get } from '../../kit/api.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/sunshine.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Card, Notice, Row, StateTag } from '../../kit/ui/card.tsx';
import { Choice } from '../../kit/ui/choice.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { excludedShare, judgedOf, outlineOf, periodWords, rateWords } from '../sunshine.view.ts';
import '../sunshine.scss';

const copy = words.board;
const HOLDERS = ['hall', 'department', 'person'] as const;
type Part = (typeof HOLDERS)[number] | 'now';
/** So many at once: a phone is told every box. The page itself may bring more than a tap. */
const [AT_FIRST, AT_ONCE] = [5, 3];
const atFirst = (part: Part): number => (part === 'hall' ? AT_FIRST : AT_ONCE);

interface Board { commitments: CommitmentView[]; overdue: OverdueCountList; /** What stands on the door to the red flags. */ flags: string }

async function load(): Promise<Board> {
  const [{ items }, overdue, { months: [last] }] = await Promise.all([get<CommitmentList>('/public/commitments'), get<OverdueCountList>('/public/overdue-counts'), get<RedFlagBoardView>('/public/red-flags')]);
  return { commitments: items, overdue: { ...overdue, asOf: 0 }, flags: last && last.flagged.length > 0 ? copy.flagsOf(words.period(last.month), last.flagged.join('、')) : copy.flagsDetail };
}

/** What the hall promises and what came of it, for everybody. */
export default function SunshineBoard() {
  const board = useResource('sunshine', load, { keep: true });
  const [part, setPart] = useState<Part>('hall');
  /** What was looked at stays where it is, unseen: coming back to it sends nothing anew. */
  const [shown, setShown] = useState<Partial<Record<Part, number>>>({ hall: AT_FIRST });
  const choose = (next: Part) => { setPart(next); setShown({ ...shown, [next]: shown[next] ?? atFirst(next) }); };
  return (
    <Screen id='sunshine-page' of={board}>
      {({ commitments, overdue, flags }) => {
        const parts: Part[] = [...HOLDERS.filter((holder) => holder === 'hall' || commitments.some(({ holderKind }) => holderKind === holder)), 'now'];
        return (
          <>
            <View className='title'>{copy.title}</View>
            <View className='secondary'>{copy.intro}</View>
            <Choice id='part' label={copy.part} tight options={parts.map((value) => ({ value, label: copy.parts[value] }))} chosen={[part]} onChoose={choose} />
            {/* Each in a box of its own: what changes in one does not send the rest of the page again. */}
            {parts.map((each) => (
              <View key={each} className={each === part ? 'part' : 'unseen'}>
                {each === 'now' && shown.now !== undefined && <Overdue of={overdue} />}
                {each !== 'now' && shown[each] !== undefined && <Promises part={each} of={commitments.filter(({ holderKind }) => holderKind === each)} shown={shown[each]} onMore={() => setShown({ ...shown, [each]: shown[each]! + AT_ONCE })} />}
              </View>
            ))}
            <Card className='card--rows'>
              <Row id='to-ledger' icon='book-open-text' title={copy.ledger} detail={copy.ledgerDetail} onTap={() => go('/sunshine/ledger/index')} />
              <Row id='to-stars' icon='thumbs-up' title={copy.stars} detail={copy.starsDetail} onTap={() => go('/star/list/index')} />
              <Row id='to-flags' icon='flag' title={copy.flags} detail={flags} onTap={() => go('/sunshine/flags/index')} />
              <Row id='to-appraisals' icon='users' title={copy.appraisals} detail={copy.appraisalsDetail} onTap={() => go('/appraisal/list/index')} />
              <Row id='to-ratings' icon='message-square-heart' title={copy.ratings} detail={copy.ratingsDetail} onTap={() => go('/rating/figures/index')} />
            </Card>
          </>
        );
      }}
    </Screen>
  );
}

function Promises({ part, of, shown, onMore }: { part: Part; of: readonly CommitmentView[]; shown: number; onMore: () => void }) {
  if (of.length === 0) return <Notice id='none' tone='info' title={part === 'hall' ? copy.none : copy.noneHere}>{part === 'hall' && copy.noneDetail}</Notice>;
  return (
    <>
      <View className='part'>{of.slice(0, shown).map((commitment) => <Promised key={commitment.code} of={commitment} />)}</View>
      <View className='part'>{of.length > shown && <View id={`more-${part}`} className='text-act' {...spoken('button')} onClick={onMore}>{copy.more(of.length - shown)}</View>}</View>
    </>
  );
}

/** One promise as a sentence, with what came of it this month. */
function Promised({ of: { code, wording, holderKind, holderName, inForceFrom, inForceTo, month, trend } }: { of: CommitmentView }) {
  const outline = outlineOf(trend);
  const isOver = inForceTo !== null && inForceTo < today();
  return (
    <Card id={`promise-${code}`} onTap={() => go(to('/sunshine/one/index', { code }))}>
      <View className='wording'>{wording}</View>
      {isOver && <View className='secondary'>{copy.over(words.dayShort(inForceTo))}</View>}
      {month ? <View className='rate'><View className={`rate__value${month.rate === null ? ' rate__value--few' : ''}`}>{rateWords(month)}</View>{periodWords(month.period)}</View> : <View className='secondary'>{copy.from(words.dayShort(inForceFrom ?? ''))}</View>}
      {outline !== null && <View className='spark' style={`--outline:${outline}`} />}
      {month && <View className='secondary'>{[copy.counts(judgedOf(month), month.broken), ...(month.excluded > 0 ? [copy.excluded(month.excluded, excludedShare(month))] : []), ...(holderKind === 'hall' ? [] : [holderName])].join('；')}</View>}
    </Card>
  );
}

function Overdue({ of: { open, overdue, items } }: { of: OverdueCountList }) {
  return (
    <Card id='overdue'>
      <StateTag tone={overdue === 0 ? 'ok' : 'accent'}>{copy.overdue(overdue, open)}</StateTag>
      {items.filter((item) => item.open > 0).map(({ code, label, open: running, overdue: late }) => <View key={code} className='two-lines'>{`${label}\n${copy.overdueOf(late, running)}`}</View>)}
      <View className='secondary'>{copy.overdueNote}</View>
    </Card>
  );
}
