import type { MessageTemplateView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { post } from '../../kit/api.ts';
import { askNow, toAsk } from '../../kit/ask-to-notify.ts';
import { copy as words } from '../../kit/copy/star.ts';
import { useIntent } from '../../kit/intent.ts';
import { signedIn } from '../../kit/session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Notice } from '../../kit/ui/card.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';

const copy = words.list;

/** One asking, one message: whoever wants to hear of the next vote says so here. Inside WeChat it also asks whether WeChat may bring it. */
export function TellMe() {
  const asked = useRef<MessageTemplateView[]>([]);
  const [told, setTold] = useState<'yes' | 'no' | null>(null);
  useEffect(() => { if (signedIn()) void toAsk('star').then((found) => { asked.current = found; }); }, []);
  const ask = useIntent(async (key) => {
    // First thing in the tap: WeChat shows its question only then, and reports the answer itself.
    if (asked.current.length > 0) { setTold((await askNow('star', asked.current)) ? 'yes' : 'no'); return; }
    await post('/resident/message-consents', { accepted: ['star'], rejected: [] }, { key });
    setTold('yes');
  });
  if (!signedIn()) return null;
  return (
    <View className='part'>
      {told === null ? <Button id='tell-me' kind='quiet' icon='bell-ring' busy={ask.busy} onTap={() => void ask.run()}>{copy.tellMe}</Button> : <Notice id='tell-me-done' tone={told === 'yes' ? 'ok' : 'info'}>{told === 'yes' ? copy.tellMeYes : copy.tellMeNo}</Notice>}
      <Trouble error={ask.error} />
    </View>
  );
}
