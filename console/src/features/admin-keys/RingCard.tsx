import type { KeyRoomView, RingKeyView, RotationWalkView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Table } from 'antd';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { adminCopy } from '../../kit/copy/admin.copy.ts';
import styles from '../../kit/house/house.module.css';
import { Card } from '../../kit/layout/Page.tsx';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';

const copy = adminCopy.keys;
const KEY = ['keys'];
const LOOKS_AGAIN_MS = 5_000;

/** The key ring by names and counts, and what is written anew under the key in use. */
export function RingCard() {
  const { message } = App.useApp();
  const client = useQueryClient();
  const query = useQuery({ queryKey: KEY, queryFn: () => api.get<KeyRoomView>('/staff/keys'), refetchInterval: ({ state }) => (state.data?.running ? LOOKS_AGAIN_MS : false) });
  const rotate = useMutation({ mutationFn: () => api.post<KeyRoomView>('/staff/keys/rotation', {}), onSuccess: (room) => { client.setQueryData(KEY, room); void message.success(copy.rotated); }, onError: (error) => void message.error(sentencesOf(error).join('；')) });
  return (
    <Card testId="key-ring">
      <h2>{copy.ring}</h2>
      <p className="muted">{copy.ringLead}</p>
      <Loaded query={query}>
        {({ keys, indexSuite, lost, waiting, texts, running, walks, actions }) => (
          <div className={styles.form}>
            {lost > 0 ? <Alert type="error" showIcon title={copy.lost(lost)} data-testid="keys-lost" /> : null}
            <Table<RingKeyView> rowKey="id" size="small" pagination={false} dataSource={keys} columns={[
              { title: copy.id, width: 140, render: (_, { id }) => <code>{id}</code> }, { title: copy.suite, width: 160, dataIndex: 'suite' }, { title: copy.texts, width: 160, dataIndex: 'texts' },
              { title: copy.state, render: (_, { active, mayLeave }) => (active ? <StateTag tone="ok">{copy.active}</StateTag> : <><StateTag tone="quiet">{copy.old}</StateTag> {mayLeave ? copy.mayLeave : copy.stillUsed}</>) },
            ]} />
            <p className="muted">{copy.index(indexSuite)}</p>
            {running ? <Alert type="info" showIcon title={running.begunAt === null ? copy.asked : copy.running(running.texts, running.files, running.filesSeen)} data-testid="keys-running" /> : null}
            {waiting.length === 0 ? <p data-testid="keys-all">{copy.all(texts)}</p> : (
              <>
                <p data-testid="keys-waiting">{copy.waiting(waiting.reduce((sum, { old }) => sum + old, 0))}</p>
                <Table rowKey="place" size="small" pagination={false} scroll={{ y: 200 }} dataSource={waiting} columns={[{ title: copy.place, render: (_, { place }) => <code>{place}</code> }, { title: copy.count, width: 160, render: (_, { old, total }) => `${old} / ${total}` }]} />
              </>
            )}
            <div><Button disabled={!actions.includes('rotate')} loading={rotate.isPending} onClick={() => rotate.mutate()} data-testid="keys-rotate">{copy.rotate}</Button></div>
            <h3>{copy.walks}</h3>
            {walks.length === 0 ? <p className="muted">{copy.none}</p> : <ul className={styles.problems}>{walks.map((walk) => <li key={walk.id}>{walkWords(walk)}</li>)}</ul>}
          </div>
        )}
      </Loaded>
    </Card>
  );
}

const walkWords = ({ askedAt, byName, keyId, texts, files, filesSeen }: RotationWalkView): string => `${momentText(askedAt)} · ${byName ?? copy.hourly} · ${keyId} · ${copy.walk(texts, files, filesSeen)}`;
