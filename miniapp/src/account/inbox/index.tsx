import type { InboxItemView, InboxList } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { list, post } from '../../kit/api.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/account.ts';
import { useIntent } from '../../kit/intent.ts';
import { go } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { Icon } from '../../kit/ui/icon.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { afterReading, newestOf, pageOf } from './inbox.view.ts';

const copy = words.inbox;
/** As many as are read at one sitting; years of messages would be a heavy page. */
const AT_ONCE = 6;
const load = () => list<InboxItemView>('/resident/inbox');

export default function Inbox() {
  const inbox = useResource('inbox', load, { keep: true });
  const [shown, setShown] = useState(AT_ONCE);
  const open = (item: InboxItemView) => {
    if (!item.read && inbox.data) {
      inbox.put(afterReading(inbox.data, item.id));
      // A lost "read" only leaves the dot on; nothing to tell the person.
      post(`/resident/inbox/${item.id}/read`).catch(() => undefined);
    }
    const page = pageOf(item.link);
    if (page) go(page);
  };
  const readAll = useIntent(async (_, until: number) => { inbox.put((await post<InboxList>('/resident/inbox/read-all', { until })).items); });
  return (
    <Screen id='inbox-page' of={inbox} empty={{ when: (items) => items.length === 0, icon: 'inbox', title: copy.empty, detail: copy.emptyDetail }}>
      {(items) => (
        <>
          <View className='part'>{items.some(({ read }) => !read) && <Button id='read-all' kind='quiet' icon='check' busy={readAll.busy} onTap={() => void readAll.run(newestOf(items))}>{copy.readAll}</Button>}<Trouble error={readAll.error} /></View>
          {items.slice(0, shown).map((item) => (
            <Card key={item.id} id={`message-${item.id}`} onTap={() => open(item)} label={item.title}>
              <View className='line line--apart'><View className='title'>{item.title}</View>{!item.read && <StateTag tone='accent' icon='bell-ring'>{copy.unread}</StateTag>}</View>
              <View>{item.body}</View>
              <View className='line line--apart'><View className='small figures'>{momentInWords(item.at, today())}</View>{pageOf(item.link) && <View className='line secondary'>{copy.open}<Icon name='chevron-right' size='small' /></View>}</View>
            </Card>
          ))}
          {items.length > shown && <Button id='earlier' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{copy.earlier}</Button>}
        </>
      )}
    </Screen>
  );
}
