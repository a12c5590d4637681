import { DownloadOutlined, FileTextOutlined } from '@ant-design/icons';
import type { PolicyProfileDetailView, PolicyProfileList } from '@hall/shared/api/views';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { policyCopy as copy } from '../../kit/copy/policy.copy.ts';
import { Card, Page } from '../../kit/layout/Page.tsx';
import { saveBlob, saveFile } from '../../kit/print/print.ts';
import { Blank } from '../../kit/state/Blank.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useAddress } from '../../kit/use-address.ts';
import { POLICY_KEY } from './policy.api.ts';
import styles from './Policy.module.css';
import { PolicyTables } from './PolicyTables.tsx';
import { Timeline } from './Timeline.tsx';

/** The district's contribution policies: all versions, and one of them to read. */
export function PolicyPage() {
  const go = useNavigate();
  const query = useQuery({ queryKey: POLICY_KEY, queryFn: () => api.get<PolicyProfileList>('/staff/policy-profiles') });
  return (
    <Page title={copy.title} lead={copy.lead} testId="policy" action={<Button type="primary" size="large" onClick={() => void go('/policy/new')} data-testid="policy-new">{copy.add}</Button>}>
      <Loaded query={query}>
        {(list) => (list.items.length === 0 ? <Blank icon={<FileTextOutlined />} title={copy.emptyTitle} body={copy.emptyBody} testId="policy-empty" /> : <Versions list={list} />)}
      </Loaded>
    </Page>
  );
}

function Versions({ list: { items, timeline } }: { list: PolicyProfileList }) {
  const [chosen, choose] = useAddress('profile', (items.find(({ state }) => state === 'in-force') ?? items[0]!).id);
  return (
    <>
      <div className={styles.top}>
        <ul className={styles.versions} data-testid="policy-versions">
          {items.map((card) => (
            <li key={card.id}>
              <button type="button" aria-pressed={card.id === chosen} onClick={() => choose(card.id)} data-testid={`policy-${card.id}`}>
                <strong>{card.name}</strong>
                <span className={styles.tags}>{card.example ? <StateTag tone="sun">{copy.example}</StateTag> : null}<StateTag tone={copy.stateTones[card.state]}>{copy.states[card.state]}</StateTag></span>
                <span>{copy.period(card.effectiveFrom, card.effectiveTo)} · {copy.span(card.tierCount, card.lowestYuan, card.highestYuan)}</span>
              </button>
            </li>
          ))}
        </ul>
        <Card><h3>{copy.timeline}</h3><Timeline periods={timeline} /></Card>
      </div>
      <Version key={chosen} id={chosen} />
    </>
  );
}

function Version({ id }: { id: string }) {
  const go = useNavigate();
  const { message } = App.useApp();
  const save = () => void saveFile(`/staff/policy-profiles/${encodeURIComponent(id)}/list.xlsx`, copy.excelName(id)).catch((error: unknown) => void message.error(sentenceOf(error)));
  const query = useQuery({ queryKey: [...POLICY_KEY, id], queryFn: () => api.get<PolicyProfileDetailView>(`/staff/policy-profiles/${encodeURIComponent(id)}`), staleTime: Infinity });
  return (
    <Loaded query={query} lines={10}>
      {({ card, content }) => (
        <>
          {card.example ? <Alert type="warning" showIcon title={copy.exampleTitle} description={copy.exampleBody} data-testid="policy-example" /> : null}
          <Card testId="policy-about">
            <div className={styles.aboutHead}>
              <h2>{card.name}</h2>
              <span className={styles.tags}>
                <Button onClick={() => void go(`/policy/new?from=${encodeURIComponent(card.id)}`)} data-testid="policy-again">{copy.again}</Button>
                <Button icon={<DownloadOutlined />} onClick={save} data-testid="policy-excel">{copy.excel}</Button>
                <Button icon={<DownloadOutlined />} onClick={() => saveBlob(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }), copy.fileName(card.id))} data-testid="policy-download">{copy.download}</Button>
              </span>
            </div>
            <dl className={styles.facts}>
              <dt>{copy.fields['effectiveFrom']}</dt><dd>{copy.period(card.effectiveFrom, card.effectiveTo)}</dd>
              <dt>{copy.source}</dt><dd>{card.source}</dd>
              <dt>{copy.disclaimer}</dt><dd>{content.disclaimer}</dd>
              <dt>{copy.code}</dt><dd>{card.id}<span className="muted"> · {copy.loaded(momentText(card.loadedAt), card.loadedByName)}</span></dd>
            </dl>
          </Card>
          <PolicyTables content={content} />
        </>
      )}
    </Loaded>
  );
}
