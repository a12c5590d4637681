import { CheckCircleOutlined } from '@ant-design/icons';
import type { StaffSuggestionCard } from '@hall/shared/api/views';
import { countedWords } from '@hall/shared/kernel/counting';
import { App, Button, Segmented, Table } from 'antd';
import { Link, useNavigate } from 'react-router';
import { sentenceOf } from '../../kit/api/problem.ts';
import { dayOf, now } from '../../kit/clock.ts';
import { suggestionsCopy as copy } from '../../kit/copy/suggestions.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { saveFile } from '../../kit/print/print.ts';
import { useMay } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { columnsOf } from './columns.tsx';
import type { Scope } from './list.view.ts';
import { PAGE_SIZE, countOf, isNarrowed, queryOf } from './list.view.ts';
import { ListFilters } from './ListFilters.tsx';
import styles from './List.module.css';
import { useSuggestions } from './suggestions.api.ts';
import { useList } from './use-list.ts';

/** The post: everything residents have said, whose turn it is, and what is late. */
export function SuggestionsPage() {
  const go = useNavigate();
  const { message } = App.useApp();
  const { address, scopes, search, change } = useList();
  const query = useSuggestions(queryOf(address));
  const [sorts, reviews, opens, answers] = [useMay('suggestion.triage'), useMay('suggestion.review'), useMay('box.open'), useMay('suggestion.answer')];
  const whole = scopes[0] === 'open';
  const first = query.data?.items[0];
  const start = first ? () => void go(`/suggestions/${first.id}${search}`) : undefined;
  useKeys({ n: start });
  const save = () => void saveFile(`/staff/suggestions/list.xlsx?${queryOf(address, false)}`, copy.fileName(dayOf(now()))).catch((error: unknown) => void message.error(sentenceOf(error)));

  const tab = (scope: Scope) => {
    const count = countOf(query.data?.counts ?? [], scope);
    return <span data-testid={`scope-${scope}`}>{copy.scopes[scope]}{count !== null && scope !== 'all' ? <b className={scope === 'overdue' && count > 0 ? styles.late : styles.count}>{countedWords(count)}</b> : null}</span>;
  };
  return (
    <Page title={copy.title} lead={whole ? copy.lead : copy.leadMine} testId="suggestions" action={(
      <span className={styles.doors}>
        {reviews ? <Link to="/suggestions/review" data-testid="to-review">{copy.toReview}</Link> : null}
        {opens ? <Link to="/suggestions/box" data-testid="to-box">{copy.toBox}</Link> : null}
        {answers ? <Link to="/suggestions/templates" data-testid="to-templates">{copy.toTemplates}</Link> : null}
        {sorts ? <Button size="large" onClick={save} data-testid="suggestion-export">{copy.export}</Button> : null}
        <Button size="large" type="primary" disabled={!start} onClick={start} data-testid="suggestion-start">{copy.start}<Key of="N" /></Button>
      </span>
    )}>
      <Segmented<Scope> value={address.scope} onChange={(scope) => change({ scope })} options={scopes.map((value) => ({ value, label: tab(value) }))} style={{ justifySelf: 'start' }} data-testid="suggestion-scope" />
      <ListFilters address={address} change={change} whose={whole} />
      <Loaded query={query} lines={8}>
        {({ items, total }) => (items.length === 0 ? (
          <Blank icon={<CheckCircleOutlined />} title={isNarrowed(address) ? copy.filteredTitle : copy.emptyTitle[address.scope]} body={isNarrowed(address) ? copy.filteredBody : copy.emptyBody} testId="suggestions-empty"
            {...(isNarrowed(address) ? { action: <Button onClick={() => change({ state: '', topic: '', identity: '', owner: '', q: '' })} data-testid="filters-clear">{copy.clear}</Button> } : {})} />
        ) : (
          <Table<StaffSuggestionCard> rowKey="id" size="middle" columns={columnsOf(search)} dataSource={items} className={query.isPlaceholderData ? styles.asking ?? '' : ''}
            pagination={{ current: address.page, pageSize: PAGE_SIZE, total, hideOnSinglePage: true, showSizeChanger: false, onChange: (page) => change({ page }) }} />
        ))}
      </Loaded>
    </Page>
  );
}
