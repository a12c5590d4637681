import type { AppraisalFigureView, AppraisalRectificationView, AppraisalView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { get } from '../../kit/api.ts';
import { dayInFull, dayInWords } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/appraisal.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { stateOf, toneOf, widthsOf } from '../appraisal.view.ts';
import '../appraisal.scss';

const copy = words.result;

/** What came of an appraisal, what the department changes because of it, and how it was held. Nobody needs to sign in to look. */
export default function AppraisalResult() {
  const { id = '' } = useRouter().params;
  const page = useResource(`appraisal-result:${id}`, () => get<AppraisalView>(`/public/appraisals/${id}`), { keep: true });
  return (
    <Screen id='appraisal-result-page' of={page} skeleton='page'>
      {(of) => (
        <>
          <View className='stack stack--close'>
            <View className='display'>{of.departmentName}</View>
            <StateTag id='appraisal-state' tone={toneOf(of)}>{stateOf(of)}</StateTag>
          </View>
          <View id='sentence'>{of.sentence}</View>
          {(of.state === 'opened' || of.state === 'asking') && <Notice tone='info'>{copy.running}</Notice>}
          {of.figures.map((figure) => <Figure key={figure.question} of={figure} />)}
          {of.rectification && <Rectification of={of.rectification} />}
          <How of={of} />
          <Button id='to-ledger' kind='quiet' icon='book-open-text' onTap={() => go('/sunshine/ledger/index')}>{copy.toLedger}</Button>
          <Button id='to-all' kind='plain' onTap={() => go('/appraisal/list/index')}>{copy.all}</Button>
        </>
      )}
    </Screen>
  );
}

function Figure({ of }: { of: AppraisalFigureView }) {
  const widths = widthsOf(of);
  return (
    <Card id={`figure-${of.question}`}>
      <View className='title'>{of.title}</View>
      <View className='secondary'>{of.good === null ? copy.few : copy.good(of.good)}</View>
      {of.bands.map(({ from, to, label, count }, at) => (
        <View key={from} className='appraisal-band'>
          <View className='appraisal-band__label'>{label}</View>
          <View className='appraisal-band__track'><View className={`appraisal-band__bar${to <= 2 ? ' appraisal-band__bar--low' : ''}`} style={`width:${widths[at]}%`} /></View>
          <View className='appraisal-band__count'>{copy.count(count)}</View>
        </View>
      ))}
    </Card>
  );
}

function Rectification({ of }: { of: AppraisalRectificationView }) {
  return (
    <Card id='rectification'>
      <View className='line line--apart'><View className='title'>{copy.rectification}</View><StateTag tone={of.state === 'overdue' ? 'accent' : of.state === 'published' ? 'ok' : 'info'}>{of.stateLabel}</StateTag></View>
      {of.text && <View className='appraisal-text'>{of.text}</View>}
      {of.state === 'overdue' && <View>{copy.overdue}</View>}
      <View className='secondary'>{of.publishedOn ? `${copy.publishedOn(dayInWords(of.publishedOn))}${of.late ? `，${copy.late}` : ''}` : of.dueOn ? copy.due(dayInWords(of.dueOn)) : copy.dueUnknown}</View>
    </Card>
  );
}

function How({ of }: { of: AppraisalView }) {
  const lines = [copy.days(dayInFull(of.openedOn), dayInFull(of.closesOn)), copy.population(of.population), of.invited === null ? copy.notDrawn : copy.drawn(of.invited), copy.secret, copy.checkable];
  return (
    <Card id='how'>
      <View className='heading'>{copy.how}</View>
      {lines.map((line) => <View key={line}>{line}</View>)}
      <View className='secondary appraisal-code'>{copy.code(of.code)}</View>
    </Card>
  );
}
