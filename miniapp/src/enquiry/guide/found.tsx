import type { GuideCardView } from '@hall/shared/api/views';
import type { GuideKind, GuideTopic } from '@hall/shared/enquiry/guide.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { list } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { copy as kit } from '../../kit/copy/kit.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Row } from '../../kit/ui/card.tsx';
import { Empty, Stale, Trouble } from '../../kit/ui/screen.tsx';
import { Skeleton } from '../../kit/ui/skeleton.tsx';

const copy = words.guide;
const AT_ONCE = 8;

/** What the guide holds for some words. The whole guide is kept on the phone; a search of it is not. */
export function Found({ q, kind, topic }: { q: string; kind: GuideKind | 'all'; topic: GuideTopic | 'all' }) {
  const path = to('/public/guide', { q: q === '' ? undefined : q, kind: kind === 'all' ? undefined : kind, topic: topic === 'all' ? undefined : topic });
  const found = useResource(`guide:${path}`, () => list<GuideCardView>(path), { keep: q === '' });
  const [shown, setShown] = useState(AT_ONCE);
  const { data, error } = found;
  if (data === null) return error ? <View className='stack'><Trouble error={error} /><Button id='retry' kind='quiet' icon='refresh-cw' onTap={() => void found.reload()}>{kit.retry}</Button></View> : <Skeleton kind='list' />;
  if (data.length === 0) return <Empty icon='search' title={copy.empty} detail={copy.emptyDetail} />;
  return (
    <View className='stack'>
      <Stale of={found} />
      <View className='heading'>{q === '' ? copy.heading : copy.found(data.length)}</View>
      <Card id='found' className='card--rows'>{data.slice(0, shown).map(({ id, kind: of, kindLabel, question, topicLabel, phone }) => <Row key={id} id={`entry-${id}`} title={question} detail={phone ?? (of === 'question' ? topicLabel : `${kindLabel} · ${topicLabel}`)} onTap={() => go(to('/enquiry/entry/index', { id }))} />)}</Card>
      {data.length > shown && <Button id='more' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{copy.more}</Button>}
    </View>
  );
}
