import type { GuideCardView } from '@hall/shared/api/views';
import type { Listed } from '@hall/shared/api/names';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { post } from '../../kit/api.ts';
import { beginning } from '../../kit/beginning.ts';
import { copy as words } from '../../kit/copy/enquiry.ts';
import { go, to } from '../../kit/navigate.ts';
import { Card, Row } from '../../kit/ui/card.tsx';

/** Whoever pauses that long has finished a thought. */
const PAUSE_MS = 700;
const WORTH_ASKING = 5;

/** What the public guide already says about what is being written. The text is looked up and kept nowhere. */
export function Matches({ text }: { text: string }) {
  const [found, setFound] = useState<GuideCardView[]>([]);
  const latest = useRef('');
  const asked = text.trim();
  useEffect(() => {
    latest.current = asked;
    if (Array.from(asked).length < WORTH_ASKING) { setFound([]); return undefined; }
    const timer = setTimeout(() => {
      void post<Listed<GuideCardView>>('/public/guide/matches', { text: asked }).then(({ items }) => { if (latest.current === asked) setFound(items); }, () => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <View className='part'>
      {found.length > 0 && (
        <View id='matches' className='stack'>
          <View className='heading'>{words.ask.matches}</View>
          <Card className='card--rows'>{found.map(({ id, question, excerpt }) => <Row key={id} id={`match-${id}`} icon='book-open-text' title={question} detail={beginning(excerpt, 32)} onTap={() => go(to('/enquiry/entry/index', { id }))} />)}</Card>
        </View>
      )}
    </View>
  );
}
