import { SUGGESTION_STATE_LABELS } from '@hall/shared/suggestion/suggestion.moves';
import { SUGGESTION_TOPICS } from '@hall/shared/suggestion/suggestion.rules';
import { Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import type { ListAddress, Sort } from './list.view.ts';
import { IDENTITIES, SORTS } from './list.view.ts';
import styles from './List.module.css';
import { useOwners } from './suggestions.api.ts';

const SETTLES_MS = 350;

/** What narrows the list, and its order. The search goes out when the typing pauses. */
export function ListFilters({ address, change, whose }: { address: ListAddress; change: (part: Partial<ListAddress>) => void; whose: boolean }) {
  const owners = useOwners(whose).data?.items ?? [];
  const choice = (value: string, all: string, options: { value: string; label: string }[], set: (value: string) => void, testId: string) =>
    <Select value={value} onChange={set} popupMatchSelectWidth={false} options={[{ value: '', label: all }, ...options]} data-testid={testId} />;
  return (
    <div className={styles.filters}>
      <Search key={address.q === '' ? 'empty' : 'asked'} q={address.q} onSearch={(q) => change({ q })} />
      {choice(address.topic, copy.allTopics, SUGGESTION_TOPICS.map(({ code, label }) => ({ value: code, label })), (topic) => change({ topic }), 'filter-topic')}
      {choice(address.state, copy.allStates, Object.entries(SUGGESTION_STATE_LABELS).map(([value, label]) => ({ value, label })), (state) => change({ state }), 'filter-state')}
      {choice(address.identity, copy.allWays, IDENTITIES.map((value) => ({ value, label: copy.ways[value] })), (identity) => change({ identity }), 'filter-identity')}
      {whose ? choice(address.owner, copy.allOwners, owners.map(({ id, name }) => ({ value: id, label: name })), (owner) => change({ owner }), 'filter-owner') : null}
      <span className={styles.grow} />
      <Select<Sort> value={address.sort} onChange={(sort) => change({ sort })} popupMatchSelectWidth={false} options={SORTS.map((value) => ({ value, label: copy.sorts[value] }))} data-testid="suggestion-sort" />
    </div>
  );
}

function Search({ q, onSearch }: { q: string; onSearch: (q: string) => void }) {
  const [words, setWords] = useState(q);
  useEffect(() => {
    if (words.trim() === q) return undefined;
    const timer = setTimeout(() => onSearch(words.trim()), SETTLES_MS);
    return () => clearTimeout(timer);
  }, [words, q, onSearch]);
  return <Input.Search allowClear maxLength={40} placeholder={copy.search} className={styles.search ?? ''} value={words} onChange={(event) => setWords(event.target.value)} onSearch={(word) => onSearch(word.trim())} data-testid="suggestion-search" />;
}
