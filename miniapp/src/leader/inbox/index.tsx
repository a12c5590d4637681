import type { MessageTemplateView, StaffInboxItemView, StaffInboxList } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get, post } from '../../kit/api.ts';
import { toAsk } from '../../kit/ask-to-notify.ts';
import { today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { backTo, go, to } from '../../kit/navigate.ts';
import { useResource, type Resource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { AllowReminders } from '../allow-reminders.tsx';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { afterReading, lineOf, newestOf, pageOf, pagesOf, withPage, type Earlier } from './inbox.view.ts';

const copy = words.inbox;
/** As many as a first look takes in, and as each further tap brings. */
const AT_ONCE = 6;
const FURTHER = 3;
const HOME = '/leader/home/index';
const page = (cursor?: string) => get<StaffInboxList>(to('/staff/inbox', { cursor }));

/** The first page, and what WeChat may be asked to remind of. */
interface Shown { first: StaffInboxList; asked: MessageTemplateView[] }
async function load(): Promise<Shown> {
  const [first, asked] = await Promise.all([page(), toAsk('work')]);
  return { first, asked };
}

/** What the house has told this member of staff, the unread first. */
export default function StaffInbox() {
  const inbox = useResource(`${staffAccount()}:inbox`, load, { keep: true });
  usePull(inbox.reload);
  return (
    <StaffScreen id='office-inbox-page' of={inbox} empty={{ when: ({ first }) => first.items.length === 0, icon: 'inbox', title: copy.empty, detail: copy.emptyDetail, action: <AllowReminders asked={inbox.data?.asked ?? []} /> }}>
      {(shown) => <><Messages of={inbox} all={shown} /><AllowReminders asked={shown.asked} /></>}
    </StaffScreen>
  );
}

function Messages({ of, all, all: { first } }: { of: Resource<Shown>; all: Shown }) {
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [shown, setShown] = useState(AT_ONCE);
  const { items, nextCursor } = pagesOf(first, earlier);
  const more = useIntent(async () => {
    if (shown >= items.length && nextCursor !== null) setEarlier(withPage(nextCursor === first.nextCursor ? null : earlier, nextCursor, await page(nextCursor)));
    setShown(shown + FURTHER);
  });
  const readAll = useIntent(async (_, until: number) => {
    of.put({ ...all, first: await post<StaffInboxList>('/staff/inbox/read-all', { until }) });
    setEarlier(null);
  });
  const open = (item: StaffInboxItemView) => {
    if (!item.read) {
      of.put({ ...all, first: afterReading(first, item.id) });
      if (earlier) setEarlier(afterReading(earlier, item.id));
      // A lost "read" only leaves it among the unread; nothing to tell the person.
      post(`/staff/inbox/${item.id}/read`).catch(() => undefined);
    }
    const place = pageOf(item);
    if (place === HOME) backTo(HOME);
    else if (place !== null) go(place);
  };
  return (
    <>
      <View className='part'>{first.unread > 0 && <Button id='read-all' kind='quiet' icon='check' busy={readAll.busy} onTap={() => void readAll.run(newestOf(items))}>{copy.readAll}</Button>}<Trouble error={readAll.error} /></View>
      <Card className='card--rows'>{items.slice(0, shown).map((item) => <One key={item.id} of={item} onOpen={open} />)}</Card>
      {/* A box nobody sees: what comes or goes inside it crosses to the view without its surroundings. */}
      <View className='part'>
        <Trouble error={more.error} />
        {(items.length > shown || nextCursor !== null) && <Button id='earlier' kind='quiet' busy={more.busy} onTap={() => void more.run()}>{copy.earlier}</Button>}
      </View>
    </>
  );
}

function One({ of, onOpen }: { of: StaffInboxItemView; onOpen: (item: StaffInboxItemView) => void }) {
  return (
    <View id={`message-${of.id}`} className='owed' hoverClass='card--pressed' onClick={() => onOpen(of)} {...spoken('button')}>
      <View className='owed__title'>{of.title}</View>
      <View>{of.body}</View>
      <View className={of.read ? 'owed__who' : 'owed__due owed__due--accent'}>{lineOf(of, today())}</View>
    </View>
  );
}
