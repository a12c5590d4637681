import type { RatingCaseView } from '@hall/shared/api/views';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { ratingsCopy as copy } from '../../kit/copy/ratings.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { toneOf } from './cases.view.ts';
import { NowPanel } from './NowPanel.tsx';
import { Said } from './Said.tsx';
import { Steps } from './Steps.tsx';
import styles from './Ratings.module.css';

/** One case: what was said and done so far, and beside it what to do now. */
export function CasePage() {
  const { id = '' } = useParams();
  const client = useQueryClient();
  const key = ['rating-case', id];
  // Every reading is written down, so it is not read again merely because the window was looked at.
  const query = useQuery({ queryKey: key, queryFn: () => api.get<RatingCaseView>(`/staff/rating-cases/${id}`), refetchOnWindowFocus: false });
  const took = (view: RatingCaseView) => { client.setQueryData(key, view); void client.invalidateQueries({ queryKey: ['rating-cases'] }); };
  return (
    <Page title={copy.caseTitle(query.data?.windowLabel ?? null)} testId="rating-case" lead={<Link to="/rating-cases">{copy.back}</Link>}
      action={query.data ? <StateTag tone={toneOf(query.data)} testId="case-state">{query.data.overdue ? copy.stateLate(query.data.stateLabel) : query.data.stateLabel}</StateTag> : null}>
      <Loaded query={query}>
        {(of) => (
          <div className={styles.case}>
            <div className={styles.column}>
              <Said of={of} />
              <Card testId="case-steps"><h2>{copy.steps}</h2><Steps of={of} /></Card>
            </div>
            <NowPanel key={of.version} of={of} onTaken={took} onStale={() => void query.refetch()} />
          </div>
        )}
      </Loaded>
    </Page>
  );
}
