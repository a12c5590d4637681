import type { StarRoundView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { list } from '../../kit/api.ts';
import { now } from '../../kit/clock.ts';
import { copy } from '../../kit/copy/star.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { owner } from '../../kit/session.ts';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { keptVotes } from '../kept-votes.ts';
import { RoundTitle } from '../round-title.tsx';
import { lineOf, toneOf } from '../star.view.ts';
import { TellMe } from './tell-me.tsx';
import '../star.scss';

const load = () => list<StarRoundView>('/public/stars');

/** Every round there was, the newest first. Nobody needs to sign in to look. */
export default function Stars() {
  const page = useResource('stars', load, { keep: true });
  return (
    <Screen id='stars-page' of={page} empty={{ when: (rounds) => rounds.length === 0, icon: 'thumbs-up', title: copy.list.empty, detail: copy.list.emptyDetail, action: <TellMe /> }}>
      {(rounds) => {
        const voted = new Set(keptVotes(owner()).flatMap(({ roundId, receipt }) => (receipt ? [roundId] : [])));
        return (
          <>
            {rounds.map((round) => {
              const line = lineOf(round, now());
              return (
                <Card key={round.id} id={`star-${round.id}`} onTap={() => go(to('/star/vote/index', { id: round.id }))}>
                  <View className='line line--apart'><View className='title'><RoundTitle month={round.monthLabel} /></View><StateTag tone={toneOf(round)}>{round.stateLabel}</StateTag></View>
                  {line && <View className='whole-words'>{line}</View>}
                  {voted.has(round.id) && <View className='secondary'>{copy.list.voted}</View>}
                </Card>
              );
            })}
            <TellMe />
          </>
        );
      }}
    </Screen>
  );
}
