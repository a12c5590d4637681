import type { StarRoundView, StarStandingView } from '@hall/shared/api/views';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { ApiError, get } from '../../kit/api.ts';
import { showFirst, showTop } from '../../kit/attention.ts';
import { dayInWords, momentInWords, today } from '../../kit/clock.ts';
import { copy as words } from '../../kit/copy/star.ts';
import { useIntent } from '../../kit/intent.ts';
import { go, to } from '../../kit/navigate.ts';
import { useResource } from '../../kit/resource.ts';
import { owner } from '../../kit/session.ts';
import { Button } from '../../kit/ui/button.tsx';
import { Card, Facts, Notice, StateTag } from '../../kit/ui/card.tsx';
import { Confirm } from '../../kit/ui/confirm.tsx';
import { Screen, Trouble } from '../../kit/ui/screen.tsx';
import { castVote, fetchReceipt } from '../cast.ts';
import { keptVote } from '../kept-votes.ts';
import { RoundTitle } from '../round-title.tsx';
import { inOrder, toneOf } from '../star.view.ts';
import { Candidate } from './candidate.tsx';
import { Objection } from './objection.tsx';
import '../star.scss';

const copy = words.vote;

interface Seen { round: StarRoundView; mine: StarStandingView | null; /** What lies on this phone of one's own vote: told with the rest, so that the page is drawn anew when it comes. */ kept: 'receipt' | 'nonce' | null }

/** The round for everybody; with one's own standing for whoever is signed in. */
async function load(id: string): Promise<Seen> {
  try {
    const mine = await get<StarStandingView>(`/resident/stars/${id}`);
    if (mine.voted) await fetchReceipt(mine.round);
    const kept = keptVote(owner(), id);
    return { round: mine.round, mine, kept: kept && (kept.receipt ? 'receipt' : 'nonce') };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    return { round: await get<StarRoundView>(`/public/stars/${id}`), mine: null, kept: null };
  }
}

export default function StarVote() {
  const { id = '' } = useRouter().params;
  const page = useResource(`star:${id}`, () => load(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const cast = useIntent(async (_, candidateId: string) => {
    try {
      await castVote(id, candidateId);
      go(to('/star/receipt/index', { id }));
    } finally {
      setAsking(false);
      void page.reload();
    }
  });
  const ask = () => {
    if (chosen !== null) { setWrong(null); setAsking(true); return; }
    setWrong(copy.choose);
    showFirst('#wrong');
  };
  // Closed meanwhile, voted on another phone, or signed out: the button is gone, and why stands at the top.
  const refused = cast.error !== null && page.data !== null && !page.data.mine?.mayVote;
  useEffect(() => { if (refused) showTop(); }, [refused]);
  const nameOf = (round: StarRoundView) => round.candidates.find((each) => each.id === chosen)?.name ?? '';
  return (
    <Screen id='star-vote-page' of={page} skeleton='page'
      footer={({ round, mine }) => (mine?.mayVote ? <><Trouble error={cast.error} /><Button id='cast' icon='thumbs-up' busy={cast.busy} onTap={ask}>{chosen === null ? copy.castNone : copy.cast(nameOf(round))}</Button></> : null)}>
      {({ round, mine, kept }) => {
        const choose = mine?.mayVote ? (candidateId: string) => () => { setWrong(null); setChosen(candidateId); } : null;
        return (
          <>
            <View className='stack stack--close'><View className='display'><RoundTitle month={round.monthLabel} /></View><StateTag id='star-state' tone={toneOf(round)}>{round.stateLabel}</StateTag></View>
            {mine?.voted ? <Notice id='voted' tone='ok' title={copy.voted}>{copy.votedAnd[kept ?? 'nothing']}</Notice> : mine && !mine.mayVote && round.state === 'open' && mine.why ? <Notice id='may-not' tone='info' title={copy.mayNot}>{mine.why}</Notice> : null}
            {mine?.voted && kept === 'nonce' && <Button id='receipt-again' icon='refresh-cw' onTap={() => void page.reload()}>{copy.receiptAgain}</Button>}
            {kept === 'receipt' && <Button id='to-receipt' kind='quiet' icon='file-text' onTap={() => go(to('/star/receipt/index', { id }))}>{copy.receipt}</Button>}
            {round.state === 'closed' && <Notice tone='info' title={copy.counted}>{copy.countedDetail}</Notice>}
            {round.state === 'published' && <Notice id='shown' tone='info'>{round.objectionsUntil ? copy.shown(dayInWords(round.objectionsUntil)) : copy.shownOpen}</Notice>}
            {round.ballots !== null && <View className='secondary'>{copy.total(round.ballots)}{round.candidates.every(({ votes }) => votes === null) ? `。${copy.tooFew}` : ''}</View>}
            {refused && mine === null && <Trouble error={cast.error} />}
            {round.state === 'open' && mine === null && <Button id='sign-in' icon='user-round' onTap={() => go('/account/sign-in/index')}>{copy.signIn}</Button>}
            <View className='heading'>{copy.candidates}</View>
            {wrong && <Notice id='wrong' tone='accent'>{wrong}</Notice>}
            {inOrder(round.candidates).map((candidate) => <Candidate key={candidate.id} of={candidate} among={round.candidates} chosen={choose !== null && chosen === candidate.id} onChoose={choose && choose(candidate.id)} />)}
            <Card><Facts id='star-facts' of={[[copy.who, copy.whoDetail], [copy.opens, momentInWords(round.opensAt, today())], [copy.closes, momentInWords(round.closesAt, today())], [copy.tie, round.tieLabel], [copy.secret, copy.secretDetail]]} /></Card>
            {mine?.mayObject && <Objection round={round} />}
            {asking && chosen !== null && <Confirm id='cast-ask' title={copy.ask(nameOf(round))} yes={copy.yes} no={copy.no} busy={cast.busy} onYes={() => void cast.run(chosen)} onNo={() => setAsking(false)}>{copy.askDetail}</Confirm>}
          </>
        );
      }}
    </Screen>
  );
}
