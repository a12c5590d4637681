import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { copy as words } from '../../kit/copy/office.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { staffAccount } from '../../kit/staff-session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Notice, Row } from '../../kit/ui/card.tsx';
import { OwedRow } from '../owed-row.tsx';
import { usePull } from '../pull.ts';
import { Segments } from '../segments.tsx';
import { StaffScreen } from '../staff-screen.tsx';
import { loadHome, type DecisionKind, type HomeState, type OwedScope } from './home.load.ts';

const copy = words.home;
/** As many lines as a first look takes in; each further tap brings as many again. */
const AT_ONCE = 6;
const suggestions = (scope: string) => to('/leader/list/index', { of: 'suggestions', scope });
const enquiries = (scope: string) => to('/leader/list/index', { of: 'enquiries', scope });
const DOORS: Record<DecisionKind, string> = {
  approve: suggestions('approve'), triage: suggestions('triage'), review: suggestions('review'), offered: enquiries('offered'), unowned: enquiries('unowned'), judge: to('/leader/list/index', { of: 'ratings', scope: 'judge' }), exclude: '/leader/commitments/index', relays: '/leader/relays/index',
};

/** What waits for this person: decisions first, then everything owed in one list. */
export default function Office() {
  const home = useResource(`${staffAccount()}:home`, loadHome, { keep: true });
  usePull(home.reload);
  return <StaffScreen id='office-page' of={home}>{(state) => <Home of={state} />}</StaffScreen>;
}

function Home({ of: { lists, acts, decide, unread, figures } }: { of: HomeState }) {
  const askToNotify = useAskToNotify('work');
  return (
    <>
      {/* Boxes nobody sees: what comes or goes inside one crosses to the view without its surroundings. */}
      <View className='part'>{acts.length > 0 && <Notice id='acts-for' tone='info'>{copy.acts(acts.join('、'))}</Notice>}</View>
      <Door id='go-inbox' label={copy.messages} count={unread} onTap={() => { void askToNotify(); go('/leader/inbox/index'); }} />
      <View className='part'>
        {decide.length > 0 && (
          <View className='stack'>
            <View className='heading'>{copy.decide}</View>
            <View id='decide' className='decisions'>{decide.map(({ kind, count }) => <Door key={kind} id={`decide-${kind}`} label={copy[kind]} count={count} onTap={() => { void askToNotify(); go(DOORS[kind]); }} />)}</View>
          </View>
        )}
      </View>
      <OwedList lists={lists} />
      <Card className='card--rows'>
        {figures && <Row id='go-today' title={copy.today} onTap={() => go('/leader/today/index')} />}
        {figures && <Row id='go-commitments' title={words.commitments.go} onTap={() => go('/leader/commitments/index')} />}
        <Row id='go-all' title={copy.all} onTap={() => go('/leader/list/index')} />
      </Card>
    </>
  );
}

const Door = ({ id, label, count, onTap }: { id: string; label: string; count: number; onTap: () => void }) => (
  <View id={id} className='decision' hoverClass='card--pressed' onClick={onTap} {...spoken('button')}><View className='decision__words'>{label}</View>{count > 0 && <View className='count'>{count}</View>}</View>
);

function OwedList({ lists }: { lists: HomeState['lists'] }) {
  const [scope, setScope] = useState<OwedScope>('mine');
  const [shown, setShown] = useState(AT_ONCE);
  const choose = (next: OwedScope) => { setScope(next); setShown(AT_ONCE); };
  const scopes = (['mine', 'overdue', 'reported'] as const).filter((each) => lists[each] !== null);
  const items = lists[scope] ?? [];
  return (
    <>
      <Segments id='scope' label={copy.tabs} of={scopes.map((value) => ({ value, label: copy[value], count: lists[value]!.length }))} chosen={scope} onChoose={choose} />
      <Card id={`owed-${scope}`} className='card--rows'>
        {items.length === 0 && <View id='nothing-owed' className='office-nothing'><View className='title'>{copy.empty[scope]}</View><View className='secondary'>{copy.emptyDetail[scope]}</View></View>}
        {items.slice(0, shown).map((item) => <OwedRow key={item.id} of={item} />)}
      </Card>
      {items.length > shown && <Button id='more-owed' kind='quiet' onTap={() => setShown(shown + AT_ONCE)}>{copy.more(items.length - shown)}</Button>}
    </>
  );
}
