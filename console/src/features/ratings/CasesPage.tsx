import { SmileOutlined } from '@ant-design/icons';
import type { RatingCaseList, RatingCaseRowView } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import type { TableColumnsType } from 'antd';
import { Segmented, Table } from 'antd';
import { Link } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { momentText } from '../../kit/clock.ts';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { Page } from '../../kit/layout/Page.tsx';
import { useMe } from '../../kit/session/use-me.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { usePage } from '../../kit/use-page.ts';
import type { Scope } from './cases.view.ts';
import { SCOPES, scopeOf, toneOf } from './cases.view.ts';
import styles from './Ratings.module.css';

const AGAIN_AFTER_MS = 60_000;
const columns: TableColumnsType<RatingCaseRowView> = [
  { key: 'what', title: copy.columns.what, render: (_, row) => <span className={styles.two}><Link to={`/rating-cases/${row.id}`} data-testid={`case-${row.id}`}>{copy.caseTitle(row.windowLabel)}</Link><small>{copy.about(row.matterNames, row.month)}</small></span> },
  { key: 'state', title: copy.columns.state, width: 190, render: (_, row) => <span className={styles.tags}><StateTag tone={toneOf(row)}>{row.overdue ? copy.late : row.stateLabel}</StateTag>{row.waitsForSecond ? <StateTag tone="sun">{copy.second}</StateTag> : null}</span> },
  { key: 'owed', title: copy.columns.owed, width: 130, render: (_, row) => row.owedLabel ?? '' },
  { key: 'due', title: copy.columns.due, width: 140, render: (_, row) => (row.dueAt === null ? '' : momentText(row.dueAt)) },
  { key: 'owner', title: copy.columns.owner, width: 110, render: (_, row) => row.ownerName ?? copy.nobody },
  { key: 'opened', title: copy.columns.opened, width: 140, render: (_, row) => momentText(row.openedAt) },
];

/** Cases after negative ratings: what waits for me, for a second person, and all of them. */
export function CasesPage() {
  const [word, setScope] = useAddress('scope', 'mine', 'page');
  const pages = usePage(10);
  const scope = scopeOf(word);
  const me = useMe();
  const query = useQuery({ queryKey: ['rating-cases', scope], queryFn: () => api.get<RatingCaseList>(`/staff/rating-cases?scope=${scope}`), refetchInterval: AGAIN_AFTER_MS });
  return (
    <Page title={copy.title} lead={copy.lead} testId="rating-cases" action={me.data?.permissions.includes('insight.read') ? <Link to="/rating-figures" data-testid="to-rating-figures">{copy.toFigures}</Link> : null}>
      <Segmented<Scope> value={scope} onChange={setScope} options={SCOPES.map((value) => ({ value, label: copy.scopes[value] }))} style={{ justifySelf: 'start' }} data-testid="case-scope" />
      <Loaded query={query}>
        {({ items }) => (items.length === 0
          ? <Blank icon={<SmileOutlined />} title={copy.emptyTitle[scope]} body={copy.emptyBody} testId="rating-cases-empty" />
          : <Table<RatingCaseRowView> rowKey="id" size="middle" columns={columns} dataSource={items} pagination={pages} />)}
      </Loaded>
    </Page>
  );
}
