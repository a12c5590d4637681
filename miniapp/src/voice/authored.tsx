import type { MySuggestionView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { dayWords, today } from '../kit/clock.ts';
import { copy as words } from '../kit/copy/voice.ts';
import { go, to } from '../kit/navigate.ts';
import { Card, Row, StateTag } from '../kit/ui/card.tsx';
import { Course, Late } from './course.tsx';
import { LongText } from '../kit/ui/long-text.tsx';
import { faceOf, seenWords } from './progress.view.ts';
import { Rounds } from './rounds.tsx';

const copy = words.one;

/** A suggestion as its author reads it: where it stands, what was answered and promised, what was done, and last one's own words. */
export function Authored({ of, pictures }: { of: MySuggestionView; pictures?: ReactNode }) {
  const { mergedInto } = of;
  return (
    <>
      <Card id='state'>
        <StateTag id='state-tag' {...faceOf(of.state)}>{of.stateLabel}</StateTag>
        <View className='voice-lead'>{of.nextStep}</View>
        {of.closingWords && <View id='closing-words' className='voice-said'>{of.closingWords}</View>}
        {of.hiddenReason && <View className='voice-said'>{copy.hidden}：{of.hiddenReason}</View>}
        <View className='secondary voice-lines'>{`${copy.about(of.topicLabel, dayWords(of.receivedOn, today()), of.number)}\n${[of.owner && copy.owner(of.owner), seenWords(of)].filter(Boolean).join(' · ')}`}</View>
        <Late of={of} />
      </Card>
      {mergedInto && (
        <Card className='card--rows'><Row id='merged-into' icon='users' title={copy.joined} detail={mergedInto.number} {...(mergedInto.open ? { onTap: () => go(to('/voice/read/index', { id: mergedInto.id })) } : {})} /></Card>
      )}
      <Rounds of={of} />
      <Course of={of} />
      <View className='heading'>{copy.mine}</View>
      <Card id='my-words'>
        <LongText id='text' signs={120}>{of.text}</LongText>
        {of.publicText !== null && of.publicText !== of.text && <><View className='heading'>{copy.asShown}</View><LongText id='public-text' signs={120}>{of.publicText}</LongText></>}
        {of.identity === 'anonymous' && of.pictureCount > 0 && <View className='secondary'>{copy.picturesKept(of.pictureCount)}</View>}
        {pictures}
      </Card>
    </>
  );
}
