import { CheckCircleOutlined } from '@ant-design/icons';
import type { StaffEnquiryCard } from '@hall/shared/api/views';
import { countedWords } from '@hall/shared/kernel/counting';
import { Button, Input, Segmented, Select, Table } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { enquiriesCopy as copy } from '../../kit/copy/enquiries.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { columnsOf } from './columns.tsx';
import { useEnquiries, useTakers } from './enquiries.api.ts';
import type { ListAddress, Scope } from './enquiries.view.ts';
import { PAGE_SIZE, SCOPES, addressOf, countOf, paramsOf, queryOf } from './enquiries.view.ts';
import styles from './Enquiries.module.css';
import { OpenDialog } from './OpenDialog.tsx';
import { TemplatesDialog } from './TemplatesDialog.tsx';

/** Whose turn it is to answer: mine, nobody's yet, late. */
export function EnquiriesPage() {
  const go = useNavigate();
  const [params, setParams] = useSearchParams();
  const address = addressOf(params);
  const change = (part: Partial<ListAddress>) => setParams(paramsOf({ ...address, page: 1, ...part }), { replace: true });
  const search = params.size === 0 ? '' : `?${params.toString()}`;
  const query = useEnquiries(queryOf(address));
  const takers = useTakers();
  const [asked, setAsked] = useState<'open' | 'templates' | null>(null);
  const first = query.data?.items[0];
  const start = first ? () => void go(`/enquiries/${first.id}${search}`) : undefined;
  useKeys({ n: start, o: () => setAsked('open') }, asked === null);
  const narrowed = address.q !== '' || address.section !== '';
  const tab = (scope: Scope) => {
    const count = countOf(query.data?.counts ?? [], scope);
    return <span data-testid={`scope-${scope}`}>{copy.scopes[scope]}{query.data && scope !== 'all' ? <b className={scope === 'overdue' && count > 0 ? styles.many : styles.count}>{countedWords(count)}</b> : null}</span>;
  };
  return (
    <Page title={copy.title} lead={copy.lead} testId="enquiries" action={(
      <span className={styles.acts}>
        <Button type="link" onClick={() => setAsked('templates')} data-testid="to-templates">{copy.templates}</Button>
        <Button size="large" onClick={() => setAsked('open')} data-testid="enquiry-open">{copy.open}<Key of="O" /></Button>
        <Button size="large" type="primary" disabled={!start} onClick={start} data-testid="enquiry-next">{copy.next}<Key of="N" /></Button>
      </span>
    )}>
      <Segmented<Scope> value={address.scope} onChange={(scope) => change({ scope })} options={SCOPES.map((value) => ({ value, label: tab(value) }))} style={{ justifySelf: 'start' }} data-testid="enquiry-scope" />
      <div className={styles.filters}>
        <Input.Search key={address.q} className={styles.search!} allowClear defaultValue={address.q} placeholder={copy.search} maxLength={40} onSearch={(q) => change({ q })} data-testid="enquiry-search" />
        <Select value={address.section} onChange={(section) => change({ section })} style={{ minWidth: 150 }} options={[{ value: '', label: copy.section }, ...(takers.data?.sections ?? []).map(({ id, name }) => ({ value: id, label: name }))]} data-testid="enquiry-section" />
      </div>
      <Loaded query={query} lines={8}>
        {({ items, total }) => (items.length === 0 ? (
          <Blank icon={<CheckCircleOutlined />} title={narrowed ? copy.filteredTitle : copy.emptyTitle[address.scope]} body={narrowed ? copy.filteredBody : copy.emptyBody} testId="enquiries-empty"
            {...(narrowed ? { action: <Button onClick={() => change({ q: '', section: '' })} data-testid="filters-clear">{copy.clear}</Button> } : {})} />
        ) : (
          <Table<StaffEnquiryCard> rowKey="id" size="middle" columns={columnsOf(search)} dataSource={items} className={query.isPlaceholderData ? styles.asking ?? '' : ''}
            pagination={{ current: address.page, pageSize: PAGE_SIZE, total, hideOnSinglePage: true, showSizeChanger: false, onChange: (page) => change({ page }) }} />
        ))}
      </Loaded>
      {asked === 'open' ? <OpenDialog onClose={() => setAsked(null)} onOpened={(id) => void go(`/enquiries/${id}`)} /> : null}
      {asked === 'templates' ? <TemplatesDialog onClose={() => setAsked(null)} /> : null}
    </Page>
  );
}
