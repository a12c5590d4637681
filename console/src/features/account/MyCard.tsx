import type { MyCardView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Select, Switch } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { myCardCopy as copy } from '../../kit/copy/lights.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Account.module.css';

const KEY = ['my-card'] as const;
const NONE = '';

/** A person's own say over their service card: portrait and party, each given and taken back at any time. */
export function MyCard() {
  const client = useQueryClient();
  const { message } = App.useApp();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<MyCardView>('/staff/me/card') });
  const agree = useMutation({
    mutationFn: (wish: Pick<MyCardView, 'photoShown' | 'party' | 'version'>) => api.put<MyCardView>('/staff/me/card', wish),
    onSuccess: (card) => { client.setQueryData(KEY, card); void message.success(copy.saved); },
    onError: (error) => { void message.error(sentenceOf(error)); void client.invalidateQueries({ queryKey: KEY }); },
  });
  return (
    <Card testId="my-card">
      <Loaded query={query}>
        {({ hasPhoto, photoShown, party, choices, url, shown, version }) => (
          <div className={styles.room}>
            <div><h2>{copy.title} <StateTag tone={shown ? 'ok' : 'quiet'}>{shown ? copy.shown : copy.hidden}</StateTag></h2><p className="muted">{copy.lead}</p></div>
            <div className={styles.line}><span id="my-photo">{copy.photo}{hasPhoto ? null : <small className="muted">　{copy.noPhoto}</small>}</span><Switch aria-labelledby="my-photo" checked={photoShown} disabled={!hasPhoto && !photoShown} loading={agree.isPending} onChange={(next) => agree.mutate({ photoShown: next, party, version })} data-testid="my-photo" /></div>
            <div className={styles.line}><span id="my-party">{copy.party}</span><Select aria-labelledby="my-party" style={{ width: 180 }} value={party ?? NONE} disabled={agree.isPending} options={[{ value: NONE, label: copy.partyNone }, ...choices.map(({ code, label }) => ({ value: code, label }))]} onChange={(code: string) => agree.mutate({ photoShown, party: code === NONE ? null : (code as NonNullable<MyCardView['party']>), version })} data-testid="my-party" /></div>
            {url && shown ? <a href={url} target="_blank" rel="noreferrer">{copy.look}</a> : null}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
