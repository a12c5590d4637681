import type { StarRoundView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { list } from '../../kit/api.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/star.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { owner } from '../../kit/session.ts';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Screen } from '../../kit/ui/screen.tsx';
import { keptVotes } from '../kept-votes.ts';
import { lineOf, toneOf } from '../star.view.ts';
import '../star.scss';

const copy = words.list;
const load = () => list<StarRoundView>('/public/stars');

/** Every round there was, the newest first. Nobody needs to sign in to look. */
export default function Stars() {
  const page = useResource('stars', load, { keep: true });
  return (
    <Screen id='stars-page' of={page} empty={{ when: (rounds) => rounds.length === 0, icon: 'thumbs-up', title: copy.empty, detail: copy.emptyDetail }}>
      {(rounds) => {
        const voted = new Set(keptVotes(owner()).flatMap(({ roundId, receipt }) => (receipt ? [roundId] : [])));
        return (
          <>
            {rounds.map((round) => {
              const line = lineOf(round, today());
              return (
                <Card key={round.id} id={`star-${round.id}`} onTap={() => go(to('/star/vote/index', { id: round.id }))} label={words.vote.title(round.monthLabel)}>
                  <View className='line line--apart'><View className='title'>{words.vote.title(round.monthLabel)}</View><StateTag tone={toneOf(round)}>{round.stateLabel}</StateTag></View>
                  {line && <View>{line}</View>}
                  {voted.has(round.id) && <View className='secondary'>{copy.voted}</View>}
                </Card>
              );
            })}
          </>
        );
      }}
    </Screen>
  );
}
