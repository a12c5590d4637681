import { View } from '@tarojs/components';
import { copy as words } from '../../kit/copy/sunshine.ts';
import { Card } from '../../kit/ui/card.tsx';
import { Page } from '../../kit/ui/screen.tsx';
import '../sunshine.scss';

const copy = words.about;

/** The ledger in plain words: what stands in it, what can be found by it, and what no ledger can do. */
export default function SunshineAbout() {
  return (
    <Page id='sunshine-about-page'>
      <View className='title'>{copy.title}</View>
      <View className='secondary'>{copy.intro}</View>
      {copy.parts.map(({ title, lines }) => (
        <Card key={title}>
          <View className='heading'>{title}</View>
          {lines.map((line) => (typeof line === 'string' ? <View key={line}>{line}</View> : <View key={line[0]} className='entry'>{line[0]}<View className='secondary'>{line[1]}</View></View>))}
        </Card>
      ))}
    </Page>
  );
}
