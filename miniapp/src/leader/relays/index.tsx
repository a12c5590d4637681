import type { RelayList, RelayView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { get, post } from '../../kit/api.ts';
import { momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, StateTag } from '../../kit/ui/card.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { usePull } from '../pull.ts';
import { StaffScreen } from '../staff-screen.tsx';

const copy = words.relays;
const AT_ONCE = 5;

/** What was passed on to this person; those whose receipt is owed stand first. */
export default function Relays() {
  const relays = useResource(`${staffAccount()}:relays`, () => get<RelayList>('/staff/relays'), { keep: true });
  usePull(relays.reload);
  const [shown, setShown] = useState(AT_ONCE);
  return (
    <StaffScreen id='office-relays-page' of={relays} empty={{ when: ({ items }) => items.length === 0, icon: 'inbox', title: copy.empty, detail: copy.emptyDetail }}>
      {({ items }) => (
        <>
          {items.slice(0, shown).map((relay) => <One key={relay.id} of={relay} onDone={relays.reload} />)}
          {items.length > shown && <Button id='more' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{words.home.more(items.length - shown)}</Button>}
        </>
      )}
    </StaffScreen>
  );
}

function One({ of, onDone }: { of: RelayView; onDone: () => Promise<void> }) {
  const here = today();
  const acknowledge = useIntent(async () => {
    await post<RelayView>(`/staff/relays/${of.id}/acknowledge`);
    await onDone();
  });
  const tone = of.withdrawn ? 'plain' : of.mine ? (of.overdue ? 'accent' : 'warn') : 'ok';
  const state = of.withdrawn ? copy.withdrawn : of.mine ? (of.overdue ? copy.late : of.dueAt === null ? copy.owed : copy.due(momentInWords(of.dueAt, here))) : copy.done;
  return (
    <Card id={`relay-${of.id}`}>
      <View className='title'>{of.title}</View>
      <View className='secondary'>{copy.from(of.sentByName, momentInWords(of.sentAt, here))}</View>
      <LongText id={`relay-${of.id}-words`} signs={160}>{of.words}</LongText>
      {of.link && <Button id={`link-${of.id}`} kind='plain' onTap={() => void Taro.setClipboardData({ data: of.link! })}>{copy.copy}</Button>}
      <StateTag tone={tone}>{state}</StateTag>
      <Trouble error={acknowledge.error} />
      {of.mine && !of.withdrawn && <Button id={`acknowledge-${of.id}`} busy={acknowledge.busy} onTap={() => void acknowledge.run()}>{copy.acknowledge}</Button>}
    </Card>
  );
}
