import type { LightCommitmentView, LightHonourView, LightPersonView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { spoken } from '../kit/accessibility.ts';
import { dayInFull } from '../kit/clock.ts';
import { copy } from '../kit/copy/lights.ts';
import { go, to } from '../kit/navigate.ts';
import { Card } from '../kit/ui/card.tsx';
import { Portrait } from '../kit/ui/portrait.tsx';

/** People one below the other; each leads to their card. */
export function People({ of: people }: { of: readonly LightPersonView[] }) {
  return <Card className='card--rows'><View className='people'>{people.map((person) => <Person key={person.code} of={person} />)}</View></Card>;
}

function Person({ of: { code, name, post, departmentName, photoUrl, windowLabel } }: { of: LightPersonView }) {
  const line = copy.board.line(post, departmentName);
  return (
    <View id={`person-${code}`} className='person' hoverClass='card--pressed' {...spoken('button', [name, line, windowLabel ? copy.board.at(windowLabel) : ''].filter(Boolean).join('，'))} onClick={() => go(to('/lights/card/index', { code }))}>
      <Portrait small url={photoUrl} />
      <View className='person__words'>{name}<View className='person__post'>{line}</View></View>
      {windowLabel && <View className='person__at'>{copy.board.at(windowLabel)}</View>}
    </View>
  );
}

/** What was promised and what came of it; each leads to how it is computed. */
export function Promises({ id, title, of: commitments }: { id: string; title: string; of: readonly LightCommitmentView[] }) {
  if (commitments.length === 0) return null;
  return (
    <>
      <View className='heading'>{title}</View>
      <Card id={id}>
        <View className='lines'>
          {commitments.map(({ code, wording, figure, asOf }) => {
            const under = figure && asOf ? copy.card.figure(figure, dayInFull(asOf)) : copy.card.noFigure;
            return <View key={code} id={`promise-${code}`} className='lines__one' {...spoken('button', `${wording}，${under}`)} onClick={() => go(to('/sunshine/one/index', { code }))}>{wording}<View className='lines__under'>{under}</View></View>;
          })}
        </View>
      </Card>
    </>
  );
}

/** What somebody was honoured for, by whom, and where that can be read. */
export function Honours({ id, title, of: honours }: { id: string; title: string; of: readonly LightHonourView[] }) {
  if (honours.length === 0) return null;
  return (
    <>
      <View className='heading'>{title}</View>
      <Card id={id}>
        <View className='lines'>
          {honours.map(({ title: name, givenBy, givenOn, document }) => (
            <View key={`${name} ${givenOn}`} className='lines__one lines__one--honour'>{name}<View className='lines__under'>{copy.card.honour(givenBy, dayInFull(givenOn))}</View><View className='lines__under'>{copy.card.document(document)}</View></View>
          ))}
        </View>
      </Card>
    </>
  );
}
