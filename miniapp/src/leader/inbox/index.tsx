import type { StaffInboxItemView, StaffInboxList } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { get, post } from '../../kit/api.ts';
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
import { afterReading, lineOf, pageOf, pagesOf, withPage, type Earlier } from './inbox.view.ts';

const copy = words.inbox;
/** As many as a first look takes in, and as each further tap brings. */
const AT_ONCE = 6;
const FURTHER = 3;
const HOME = '/leader/home/index';
const load = (cursor?: string) => get<StaffInboxList>(to('/staff/inbox', { cursor }));

/** What the house has told this member of staff, the unread first. */
export default function StaffInbox() {
  const inbox = useResource(`${staffAccount()}:inbox`, () => load(), { keep: true });
  usePull(inbox.reload);
  return (
    <StaffScreen id='office-inbox-page' of={inbox} empty={{ when: ({ items }) => items.length === 0, icon: 'inbox', title: copy.empty, detail: copy.emptyDetail, action: <AllowReminders /> }}>
      {(first) => <><Messages of={inbox} first={first} /><AllowReminders /></>}
    </StaffScreen>
  );
}

function Messages({ of, first }: { of: Resource<StaffInboxList>; first: StaffInboxList }) {
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [shown, setShown] = useState(AT_ONCE);
  const { items, nextCursor } = pagesOf(first, earlier);
  const more = useIntent(async () => {
    if (shown >= items.length && nextCursor !== null) setEarlier(withPage(nextCursor === first.nextCursor ? null : earlier, nextCursor, await load(nextCursor)));
    setShown(shown + FURTHER);
  });
  const open = (item: StaffInboxItemView) => {
    if (!item.read) {
      of.put(afterReading(first, item.id));
      if (earlier) setEarlier(afterReading(earlier, item.id));
      // A lost "read" only leaves it among the unread; nothing to tell the person.
      post(`/staff/inbox/${item.id}/read`).catch(() => undefined);
    }
    const page = pageOf(item);
    if (page === HOME) backTo(HOME);
    else if (page !== null) go(page);
  };
  return (
    <>
      <Card className='card--rows'>{items.slice(0, shown).map((item) => <One key={item.id} of={item} onOpen={open} />)}</Card>
      <Trouble error={more.error} />
      {(items.length > shown || nextCursor !== null) && <Button id='earlier' kind='quiet' busy={more.busy} onTap={() => void more.run()}>{copy.earlier}</Button>}
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
