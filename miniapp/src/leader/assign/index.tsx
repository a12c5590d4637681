import type { StaffSuggestionView, SuggestionOwnerView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { get, list, post } from '../../kit/api.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { useIntent } from '../../kit/intent.ts';
import { back } from '../../kit/navigate.ts';
import { leaveFor, useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Row } from '../../kit/ui/card.tsx';
import { Trouble } from '../../kit/ui/screen.tsx';
import { moved } from '../moved.ts';
import { StaffScreen } from '../staff-screen.tsx';
import { loadSuggestion } from '../suggestion/load.ts';

const copy = words.assign;
const AT_ONCE = 8;
interface Choice { suggestion: StaffSuggestionView; owners: SuggestionOwnerView[] }

/** Whoever has the least in hand stands first. */
const byLoad = (a: SuggestionOwnerView, b: SuggestionOwnerView): number => a.open - b.open || (a.name < b.name ? -1 : 1);

async function load(id: string): Promise<Choice> {
  const [suggestion, owners] = await Promise.all([get<StaffSuggestionView>(`/staff/suggestions/${id}`), list<SuggestionOwnerView>('/staff/suggestion-owners')]);
  return { suggestion, owners: [...owners].sort(byLoad) };
}

/** Whose it shall be: the second of two taps. */
export default function Assign() {
  const { id = '' } = useRouter().params;
  const choice = useResource(`${staffAccount()}:assign:${id}`, () => load(id));
  const [shown, setShown] = useState(AT_ONCE);
  const give = useIntent(async (_, path: 'accept' | 'assign', version: number, ownerId?: string) => {
    await moved(choice, async () => { await post(`/staff/suggestions/${id}/${path}`, { version, ...(ownerId === undefined ? {} : { ownerId }) }); return null; });
    // The page behind stands at once as it is now.
    leaveFor(`${staffAccount()}:suggestion:${id}`, await loadSuggestion({ id }));
    back();
  });
  return (
    <StaffScreen id='office-assign-page' of={choice} empty={{ when: ({ owners }) => owners.length === 0, icon: 'users', title: copy.empty, detail: copy.emptyDetail }}>
      {({ suggestion, owners }) => {
        const path = suggestion.actions.includes('accept') ? 'accept' : 'assign';
        return (
          <>
            <View className='display'>{copy.ask}</View>
            <View className='secondary'>{copy.hint}</View>
            <Trouble error={give.error} />
            <Card className='card--rows'>
              {owners.slice(0, shown).map((owner) => (
                <Row key={owner.id} id={`owner-${owner.id}`} title={owner.name} detail={[owner.departmentName, owner.post, owner.id === suggestion.ownerId ? copy.now : null].filter(Boolean).join(' · ')} aside={copy.load(owner.open)} onTap={() => void give.run(path, suggestion.version, owner.id)} />
              ))}
            </Card>
            {owners.length > shown && <Button id='more-owners' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{words.home.more(owners.length - shown)}</Button>}
            {path === 'accept' && <Button id='accept-only' kind='quiet' busy={give.busy} onTap={() => void give.run('accept', suggestion.version)}>{words.act.acceptOnly}</Button>}
          </>
        );
      }}
    </StaffScreen>
  );
}
