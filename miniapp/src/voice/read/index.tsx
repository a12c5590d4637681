import type { PublicSuggestionDetail, SupportView } from '@hall/shared/api/views';
import { OPEN_SUGGESTION_STATES } from '@hall/shared/suggestion/suggestion.moves';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ApiError, SIGN_IN_NEEDED, get, post, remove } from '../../kit/api.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { dayWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { signedIn } from '../../kit/session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Row, StateTag } from '../../kit/ui/card.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { Course, Late } from '../course.tsx';
import { LongText } from '../../kit/ui/long-text.tsx';
import { faceOf } from '../progress.view.ts';
import { Rounds } from '../rounds.tsx';
import '../voice.scss';

const copy = words.read;
/** What is over gains nothing by one voice more. */
const goesOn = ({ state, text, mergedIntoId }: PublicSuggestionDetail): boolean => text !== null && mergedIntoId === null && OPEN_SUGGESTION_STATES.includes(state);
interface Read { suggestion: PublicSuggestionDetail; mine: boolean }

async function load(id: string, known: boolean): Promise<Read> {
  const [suggestion, mine] = await Promise.all([get<PublicSuggestionDetail>(`/public/suggestions/${id}`), known ? supported(id) : false]);
  return { suggestion, mine };
}

/** Whoever reads without an account has said nothing yet. */
const supported = (id: string): Promise<boolean> => get<SupportView>(`/resident/suggestions/${id}/support`).then(({ mine }) => mine, (error: unknown) => {
  if (error instanceof ApiError) return false;
  throw error;
});

/** A suggestion everybody may read, how it is dealt with, and the way to say the same. `quiet`: opened by somebody who writes without a name. */
export default function ReadSuggestion() {
  const { id = '', quiet } = useRouter().params;
  const nameless = quiet === 'yes';
  const read = useResource<Read>(`read:${id}${nameless ? ':quiet' : ''}`, () => load(id, !nameless && signedIn()), { keep: true });
  // Whoever only reads is not made known to the hall by this page.
  const askToNotify = useAskToNotify(!nameless && signedIn() ? 'suggest' : null);
  const say = useIntent(async (key, me: boolean) => {
    if (me) await askToNotify();
    const { supporters, mine } = me ? await post<SupportView>(`/resident/suggestions/${id}/support`, {}, { key }) : await remove<SupportView>(`/resident/suggestions/${id}/support`);
    if (read.data) read.put({ suggestion: { ...read.data.suggestion, supporters }, mine });
  });
  return (
    <Screen id='suggestion-page' of={read} skeleton='page' footer={({ suggestion, mine }) => !nameless && (mine || goesOn(suggestion)) && (
      <>
        <Trouble error={say.error} />
        {say.error?.code === SIGN_IN_NEEDED ? <Button id='to-sign-in' onTap={() => { say.forget(); go('/account/sign-in/index'); }}>{words.write.signIn}</Button>
          : mine ? <Button id='not-me-too' kind='quiet' busy={say.busy} onTap={() => void say.run(false)}>{copy.back}</Button>
            : <Button id='me-too' icon='thumbs-up' busy={say.busy} onTap={() => void say.run(true)}>{copy.me}</Button>}
      </>
    )}>
      {({ suggestion, mine }) => (
        <>
          <Card id='state'>
            <StateTag id='state-tag' {...faceOf(suggestion.state)}>{suggestion.stateLabel}</StateTag>
            {suggestion.text !== null && <LongText id='text' signs={300}>{suggestion.text}</LongText>}
            {suggestion.tombstone && <View id='tombstone' className='voice-said'>{[suggestion.tombstone.label, suggestion.tombstone.reason].filter(Boolean).join('。')}</View>}
            {(suggestion.supporters > 0 || goesOn(suggestion)) && <View id='supporters' className='secondary'>{mine ? copy.said(suggestion.supporters) : copy.alike(suggestion.supporters)}</View>}
            <View className='secondary voice-lines'>{words.one.about(suggestion.topicLabel, dayWords(suggestion.receivedOn, today()), suggestion.number)}</View>
            {suggestion.owner && <View className='secondary'>{words.one.owner(suggestion.owner)}</View>}
            <Late of={suggestion} />
            {suggestion.merged > 0 && <View className='secondary'>{copy.merged(suggestion.merged)}</View>}
          </Card>
          {suggestion.mergedIntoId && <Card className='card--rows'><Row id='merged-into' icon='users' title={copy.joined} onTap={() => go(to('/voice/read/index', { id: suggestion.mergedIntoId ?? undefined }))} /></Card>}
          <Rounds of={suggestion} />
          {suggestion.steps.length > 0 && <Course of={suggestion} />}
        </>
      )}
    </Screen>
  );
}
