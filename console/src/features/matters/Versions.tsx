import type { MatterContentView, MatterRoomView, MatterVersionView } from '@hall/shared/api/views';
import type { MatterContent } from '@hall/shared/matter/matter-content';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { dayWords, momentText } from '../../kit/clock.ts';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { StateTag, type Tone } from '../../kit/state/StateTag.tsx';
import styles from './Matters.module.css';
import { PhonePreview } from './PhonePreview.tsx';
import { TakeBackDialog } from './TakeBackDialog.tsx';

const TONES: Record<MatterVersionView['stand'], Tone> = { upcoming: 'info', 'in-force': 'ok', past: 'quiet', withdrawn: 'quiet' };

/** Every version there was and will be: what was new in each, by whom and why. A coming one may be taken back, a former one restored. */
export function Versions({ room: { id, versions, draft }, onChanged }: { room: MatterRoomView; onChanged: (room: MatterRoomView) => void }) {
  const { message } = App.useApp();
  const [taken, setTaken] = useState<number | null>(null);
  const [seen, setSeen] = useState<MatterContent | null>(null);
  const onError = (error: unknown) => void message.error(sentencesOf(error).join('；'));
  const look = useMutation({ mutationFn: (number: number) => api.get<MatterContentView>(`/staff/matters/${id}/versions/${number}`), onSuccess: ({ content }) => setSeen(content as unknown as MatterContent), onError });
  const restore = useMutation({ mutationFn: (number: number) => api.post<MatterRoomView>(`/staff/matters/${id}/draft`, { restores: number }), onSuccess: (room) => { onChanged(room); void message.success(copy.restored); }, onError });
  return (
    <Card testId="matter-versions">
      <div className={styles.head}><h3>{copy.versions}</h3></div>
      <ul className={styles.versions}>
        {versions.map((each) => (
          <li key={each.versionNumber} data-testid={`version-${each.versionNumber}`}>
            <StateTag tone={TONES[each.stand]}>{each.standLabel}</StateTag>
            <div>
              <strong>{copy.version(each.versionNumber, dayWords(each.effectiveFrom))}</strong>{each.restores ? ` ${copy.restoresOf(each.restores)}` : ''}
              <br /><small>{[copy.by(each.publishedByName, momentText(each.publishedAt)), ...(each.reason ? [each.reason] : []), ...(each.withdrawal ? [copy.withdrawnFor(each.withdrawal)] : [])].join(' · ')}</small>
              <ul className={styles.lines}>{each.difference.map((line) => <li key={line}>{line}</li>)}</ul>
            </div>
            <span className={styles.acts}>
              <Button size="small" onClick={() => look.mutate(each.versionNumber)} data-testid={`look-${each.versionNumber}`}>{copy.look}</Button>
              {each.actions.includes('restore') && !draft ? <Button size="small" loading={restore.isPending && restore.variables === each.versionNumber} onClick={() => restore.mutate(each.versionNumber)} data-testid={`restore-${each.versionNumber}`}>{copy.restore}</Button> : null}
              {each.actions.includes('withdraw') ? <Button size="small" onClick={() => setTaken(each.versionNumber)} data-testid={`take-back-${each.versionNumber}`}>{copy.withdraw}</Button> : null}
            </span>
          </li>
        ))}
      </ul>
      <Modal open={seen !== null} width={440} footer={null} onCancel={() => setSeen(null)}>{seen ? <PhonePreview content={seen} /> : null}</Modal>
      {taken === null ? null : <TakeBackDialog id={id} number={taken} onTaken={(room) => { setTaken(null); onChanged(room); }} onClose={() => setTaken(null)} />}
    </Card>
  );
}
