import { LikeOutlined, LeftOutlined } from '@ant-design/icons';
import type { StaffSuggestionView } from '@hall/shared/api/views';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { dayWords } from '../../kit/clock.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { ActDialogs } from './ActDialogs.tsx';
import { nextIn, queryOf } from './list.view.ts';
import { Leaves } from './Leaves.tsx';
import { NowPane } from './NowPane.tsx';
import type { Act, Leaf } from './now.view.ts';
import { ACTS, actsOf, doneWords, leadsOn, leafFor } from './now.view.ts';
import { OriginalPane } from './OriginalPane.tsx';
import styles from './Suggestion.module.css';
import { stateTone, wayOf } from './suggestion.view.ts';
import { stepOf, useStep, useSuggestion, useSuggestions } from './suggestions.api.ts';
import { useList } from './use-list.ts';

/** One suggestion on one screen: what was said on the left, the work on it in the middle, what may be done now on the right. */
export function SuggestionPage() {
  const { id = '' } = useParams();
  const query = useSuggestion(id);
  return <Loaded query={query} lines={10}>{(suggestion) => <Suggestion key={suggestion.id} suggestion={suggestion} />}</Loaded>;
}

function Suggestion({ suggestion }: { suggestion: StaffSuggestionView }) {
  const go = useNavigate();
  const { message } = App.useApp();
  const { address, search } = useList();
  const list = useSuggestions(queryOf(address));
  const [chosen, setChosen] = useState<Leaf | null>(null);
  const [asked, setAsked] = useState<Act | null>(null);
  const step = useStep();
  const leaf = chosen ?? leafFor(suggestion);
  const following = nextIn(list.data?.items ?? [], suggestion.id);
  const way = wayOf(suggestion);

  const forward = () => {
    if (following === null) void message.info(copy.noNext);
    void go(following === null ? `/suggestions${search}` : `/suggestions/${following}${search}`);
  };
  /** In a list that is worked through, the next one opens by itself; elsewhere the result is shown. */
  const after = (act: Act) => () => {
    setAsked(null);
    setChosen(null);
    if (leadsOn(address.scope, act)) forward();
  };
  const move = (act: Act, run: () => Promise<StaffSuggestionView | null>) => step.mutate({ run, done: (as) => doneWords(act, as?.ownerName ?? null), then: after(act) });
  const { id, version } = suggestion;
  const act = (which: Act) => {
    if (step.isPending) return;
    if (which === 'take' || which === 'separate') move(which, () => stepOf(id, which, { version }));
    else if (which === 'pass') move(which, () => stepOf(id, 'review', { version, outcome: 'pass' }));
    else setAsked(which);
  };
  const open = actsOf(suggestion);
  useKeys({ ...Object.fromEntries(open.map((which) => [ACTS[which], () => act(which)])), n: forward }, asked === null);

  return (
    <div className={styles.suggestion} data-testid="suggestion" data-state={suggestion.state}>
      <header className={styles.head}>
        <Link to={`/suggestions${search}`} data-testid="suggestion-back"><LeftOutlined /> {copy.back}</Link>
        <h1>{suggestion.number}</h1>
        <StateTag tone={stateTone(suggestion.state)} testId="suggestion-state">{suggestion.stateLabel}</StateTag>
        <StateTag tone={way.tone}>{way.word}</StateTag>
        {suggestion.reopened > 0 ? <StateTag tone="warn">{copy.reopened(suggestion.reopened)}</StateTag> : null}
        <span className="muted">{suggestion.topicLabel} · {copy.received(dayWords(suggestion.receivedOn))}</span>
        {suggestion.supporters > 0 ? <span className="muted"><LikeOutlined /> {copy.supporters(suggestion.supporters)}</span> : null}
        <span className={styles.grow} />
        <Button onClick={forward} data-testid="suggestion-next">{copy.next}<Key of="N" /></Button>
      </header>
      <OriginalPane suggestion={suggestion} marked={leaf === 'wording'} keys={asked === null} />
      <Leaves suggestion={suggestion} leaf={leaf} onLeaf={setChosen} step={step} keys={asked === null} />
      <NowPane suggestion={suggestion} onAct={act} busy={step.isPending} />
      {asked ? <ActDialogs act={asked} suggestion={suggestion} busy={step.isPending} move={move} onClose={() => setAsked(null)} /> : null}
    </div>
  );
}
