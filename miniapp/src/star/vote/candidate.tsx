import type { StarCandidateView } from '@hall/shared/api/views';
import { Image, View } from '@tarojs/components';
import { spoken } from '../../kit/accessibility.ts';
import { copy as words } from '../../kit/copy/star.ts';
import { fileUrl } from '../../kit/files.ts';
import { StateTag } from '../../kit/ui/card.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { barOf, figuresInWords } from '../star.view.ts';

const copy = words.vote;

interface Props { of: StarCandidateView; among: readonly StarCandidateView[]; chosen: boolean; onChoose: (() => void) | null }

/** One candidate: who, why, what their month was like; to be chosen while votes are taken, with the votes afterwards. */
export function Candidate({ of, among, chosen, onChoose }: Props) {
  return (
    <View id={`candidate-${of.id}`} className={`card${chosen ? ' star-candidate--on' : ''}${onChoose ? ' card--tappable' : ''}`} {...(onChoose ? { hoverClass: 'card--pressed', onClick: onChoose, ...spoken('radio', undefined, chosen) } : {})}>
      <View className='star-candidate__head'>
        {of.photoUrl && <Image className='star-candidate__photo' src={fileUrl(of.photoUrl)} mode='aspectFill' />}
        <View className='star-candidate__words'>
          <View className='title'>{of.name}</View>
          <View className='secondary'>{of.post} <View className='star-whole'>{copy.badge(of.badgeNumber)}</View></View>
          {of.star && <StateTag tone='sun' icon='sun'>{copy.star}</StateTag>}
        </View>
        {chosen && <Icon name='circle-check' size='large' />}
      </View>
      <View className='star-candidate__reasons'>{of.reasons}</View>
      <View className='secondary'>{figuresInWords(of)}</View>
      {of.honours > 0 && <View className='secondary'>{copy.honours(of.honours)}</View>}
      {of.votes !== null && <View className='line line--apart'><View className='star-candidate__words'><View className='star-bar'><View className='star-bar__part' style={`width:${barOf(of, among)}%`} /></View></View><View className='title figures star-candidate__votes'>{copy.votes(of.votes)}</View></View>}
      {of.struckWhy !== null && <View className='secondary'>{copy.struck(of.struckWhy)}</View>}
    </View>
  );
}
