import type { SimilarSuggestionList, SimilarSuggestionView } from '@hall/shared/api/views';
import { SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { spoken } from '../../kit/accessibility.ts';
import { post } from '../../kit/api.ts';
import { useAskToNotify } from '../../kit/ask-to-notify.ts';
import { copy as words } from '../../kit/copy/voice.ts';
import { back, backTo, go, settleAt, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Empty, Page } from '../../kit/ui/screen.tsx';
import { Skeleton } from '../../kit/ui/skeleton.tsx';
import { problemsOf, type Draft } from '../draft.ts';
import { clearDraft, draftNow } from '../draft-shelf.ts';
import { LongText } from '../../kit/ui/long-text.tsx';
import { dropPictures } from '../uploads.ts';
import { useDraft } from '../use-draft.ts';
import { Alike } from './alike.tsx';
import { SubmitNamed, SubmitNameless } from './submit-buttons.tsx';
import '../voice.scss';

const copy = words.similar;
const AT_ONCE = 3;

/** Before it goes out: who has said the same already, the paper once more, and the one button. */
export default function Similar() {
  const draft = useDraft();
  const text = draft.text.trim();
  // Asked without a session: what somebody is about to say is nobody's business but theirs.
  const similar = useResource<SimilarSuggestionView[]>(text === '' ? null : `similar:${text.length}`, async () => (await post<SimilarSuggestionList>('/public/suggestions/similar', { text: draftNow().text.trim() })).items);
  const askToNotify = useAskToNotify(draft.identity === 'anonymous' ? null : 'suggest');
  const [enough, setEnough] = useState<string | null>(null);
  const [sent, setSent] = useState(false);
  const [said, setSaid] = useState(false);
  if (Object.keys(problemsOf(draft)).length > 0 && !sent) {
    return <Page id='similar-page'><Empty icon='pencil' title={copy.nothing} detail={copy.nothingDetail} action={<Button id='write' onTap={() => backTo('/voice/write/index')}>{copy.write}</Button>} /></Page>;
  }
  const found = similar.data?.slice(0, AT_ONCE) ?? [];
  const nameless = draft.identity === 'anonymous';
  const word = said ? copy.submitAlso : found.length > 0 ? copy.submitOther : copy.submit;
  const over = (next: () => void) => { setSent(true); clearDraft(); next(); };
  const giveUp = (id: string) => {
    dropPictures(draft.pictures.map(({ ref }) => ref));
    over(() => settleAt(to('/voice/read/index', { id })));
  };
  return (
    <Page id='similar-page' footer={nameless ? <SubmitNameless word={word} onSent={(id) => over(() => settleAt(to('/voice/code/index', { id, done: 'yes' })))} />
      : <SubmitNamed word={word} askToNotify={askToNotify} quiet={said} onSent={(id) => over(() => settleAt(to('/voice/one/index', { id })))} />}>
      {similar.data === null && !similar.error && <><View className='secondary'>{copy.looking}</View><Skeleton kind='list' /></>}
      {similar.data === null && similar.error && <Notice id='similar-unknown' tone='warn'>{copy.unreachable}</Notice>}
      {found.length > 0 && <View className='stack stack--close'><View id='similar-found' className='title'>{copy.found(found.length)}</View><View className='secondary'>{nameless ? copy.foundNameless : copy.foundDetail}</View></View>}
      {found.map((one) => <Alike key={one.id} one={one} nameless={nameless} askToNotify={askToNotify} onSaid={() => setSaid(true)} onLook={() => go(to('/voice/read/index', { id: one.id, quiet: nameless ? 'yes' : undefined }))} onEnough={() => setEnough(one.id)} />)}
      {similar.data !== null && found.length === 0 && <Notice id='similar-none' tone='ok' title={copy.none}>{copy.noneDetail}</Notice>}
      <Paper draft={draft} />
      {enough && <Confirm id='enough-ask' title={copy.enoughAsk} yes={copy.enoughYes} onYes={() => giveUp(enough)} onNo={() => setEnough(null)}>{copy.enoughDetail}</Confirm>}
    </Page>
  );
}

function Paper({ draft }: { draft: Draft }) {
  return (
    <Card id='paper'>
      <View className='line line--apart'><View className='title'>{copy.check}</View><View id='edit' className='text-act' {...spoken('button')} onClick={back}>{copy.edit}</View></View>
      <LongText id='paper-text' signs={200}>{draft.text.trim()}</LongText>
      <Facts of={[
        [copy.who, draft.identity === 'anonymous' ? words.write.anonymous : words.write.named], [copy.topic, SUGGESTION_TOPICS.find(({ code }) => code === draft.topic)?.label], [copy.seen, draft.wishesPublic ? words.write.open : words.write.closed],
        [copy.pictures, draft.pictures.length > 0 ? copy.count(draft.pictures.length) : null],
      ]} />
    </Card>
  );
}
