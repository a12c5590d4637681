import type { MessageTemplateView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { askNow } from '../kit/ask-to-notify.ts';
import { copy as words } from '../kit/copy/office.ts';
import { Button } from '../kit/ui/button.tsx';

const copy = words.inbox;

/** Inside WeChat, while this person does not allow plenty of reminders yet: one tap allows another. Elsewhere nothing. */
export function AllowReminders({ asked }: { asked: readonly MessageTemplateView[] }) {
  const [said, setSaid] = useState<string | null>(null);
  if (said !== null) return <View id='reminders-said' className='secondary centred'>{said}</View>;
  if (asked.length === 0) return null;
  // WeChat shows its question only when it is called first thing in the tap.
  const allow = () => { void askNow('work', asked).then((accepted) => setSaid(accepted ? copy.allowed : copy.refused)); };
  return (
    <View className='stack'>
      <Button id='allow-reminders' kind='quiet' icon='bell-ring' onTap={allow}>{copy.allow}</Button>
      <View className='small centred'>{copy.allowHint}</View>
    </View>
  );
}
