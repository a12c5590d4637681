import { CheckCircleOutlined } from '@ant-design/icons';
import type { StaffSuggestionCard, StaffSuggestionView } from '@hall/shared/api/views';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { dayWords } from '../../kit/clock.ts';
import { reviewRoomCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { suggestionsCopy } from '../../kit/copy/suggestions.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { neighbour } from '../../kit/case/picture.view.ts';
import { ActDialogs } from './ActDialogs.tsx';
import type { Act } from './now.view.ts';
import { OriginalPane } from './OriginalPane.tsx';
import styles from './Rooms.module.css';
import { wayOf } from './suggestion.view.ts';
import { stepOf, useStep, useSuggestion, useSuggestions } from './suggestions.api.ts';

const DOUBTFUL = 'scope=review&sort=oldest';

/** What the machine was not sure of, one after the other: passed or taken from view by one key, and the next stands there. */
export function ReviewPage() {
  const queue = useSuggestions(DOUBTFUL);
  return (
    <Page title={copy.title} lead={queue.data ? `${copy.lead}${copy.left(queue.data.total)}` : copy.lead} testId="content-review" action={<Link to="/suggestions">{suggestionsCopy.back}</Link>}>
      <Loaded query={queue}>{({ items }) => (items.length === 0 ? <Blank icon={<CheckCircleOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="content-review-empty" /> : <Desk items={items} />)}</Loaded>
    </Page>
  );
}

function Desk({ items }: { items: readonly StaffSuggestionCard[] }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const card = items.find(({ id }) => id === chosen) ?? items[0]!;
  const ids = items.map(({ id }) => id);
  const query = useSuggestion(card.id);
  const leaf = (by: 1 | -1) => setChosen(neighbour(ids, card.id, by));
  useKeys({ arrowdown: () => leaf(1), arrowup: () => leaf(-1) });
  return (
    <div className={styles.review}>
      <ul className={styles.queue}>
        {items.map((each) => (
          <li key={each.id}><button type="button" aria-pressed={each.id === card.id} className={each.id === card.id ? styles.here : ''} onClick={() => setChosen(each.id)} data-testid={`review-${each.number}`}><strong>{each.number}</strong><small>{wayOf(each).word} · {dayWords(each.receivedOn)}</small><span>{each.excerpt}</span></button></li>
        ))}
      </ul>
      <Loaded query={query} lines={8}>{(suggestion) => <One key={suggestion.id} suggestion={suggestion} onDone={() => setChosen(ids[ids.indexOf(suggestion.id) + 1] ?? null)} />}</Loaded>
    </div>
  );
}

function One({ suggestion, onDone }: { suggestion: StaffSuggestionView; onDone: () => void }) {
  const step = useStep();
  const [hiding, setHiding] = useState(false);
  const move = (act: Act, run: () => Promise<StaffSuggestionView | null>) => step.mutate({ run, done: suggestionsCopy.done[act], then: () => { setHiding(false); onDone(); } });
  const pass = suggestion.mayReview && !step.isPending ? () => move('pass', () => stepOf(suggestion.id, 'review', { version: suggestion.version, outcome: 'pass' })) : undefined;
  const hide = suggestion.mayReview && !step.isPending ? () => setHiding(true) : undefined;
  useKeys({ y: pass, h: hide }, !hiding);
  return (
    <>
      <OriginalPane suggestion={suggestion} marked keys={!hiding} />
      <aside className={styles.verdict} data-testid="review-verdict">
        <p>{copy.look}</p>
        <Button type="primary" size="large" block disabled={!pass} loading={step.isPending} onClick={pass} data-testid="review-pass">{suggestionsCopy.acts.pass}<Key of="Y" /></Button>
        <Button size="large" block disabled={!hide} onClick={hide} data-testid="review-hide">{suggestionsCopy.acts.hide}<Key of="H" /></Button>
        <span className={styles.grow} />
        <Link to={`/suggestions/${suggestion.id}`}>{copy.whole}</Link>
      </aside>
      {hiding ? <ActDialogs act="hide" suggestion={suggestion} busy={step.isPending} move={move} onClose={() => setHiding(false)} /> : null}
    </>
  );
}
