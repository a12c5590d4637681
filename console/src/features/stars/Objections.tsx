import type { StaffStarRoundView, StarObjectionList, StarObjectionView } from '@hall/shared/api/views';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { starsCopy as copy } from '../../kit/copy/stars.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { useMay } from '../../kit/session/use-me.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Stars.module.css';

/** What was objected, with its answer; and the way to object, for everybody who works here. */
export function Objections({ of }: { of: StaffStarRoundView }) {
  const mayAnswer = useMay('star.edit');
  const [answering, setAnswering] = useState<StarObjectionView | null>(null);
  const [raising, setRaising] = useState(false);
  const key = ['star-objections', of.id];
  const query = useQuery({ queryKey: key, queryFn: () => api.get<StarObjectionList>(`/staff/stars/${of.id}/objections`), enabled: mayAnswer });
  return (
    <>
      <div className={styles.bar}><h2>{copy.objections}</h2>{of.state === 'published' ? <Button onClick={() => setRaising(true)} data-testid="star-object">{copy.object}</Button> : null}</div>
      {mayAnswer ? (
        <Loaded query={query} lines={3}>
          {({ items }) => (items.length === 0 ? <p className="muted">{copy.noObjections}</p> : <>{items.map((one) => (
            <div key={one.id} className={styles.objection}>
              <span className={styles.bar}><StateTag tone={one.state === 'raised' ? 'warn' : one.state === 'upheld' ? 'accent' : 'ok'}>{one.stateLabel}</StateTag>{copy.about(one.candidateName)}<span className="muted">{one.raiser} {momentText(one.raisedAt)}</span></span>
              <p>{one.words}</p>
              {one.answer ? <p className="muted">{copy.answer}：{one.answer}</p> : null}
              {one.actions.length > 0 ? <span><Button size="small" onClick={() => setAnswering(one)} data-testid={`star-answer-${one.id}`}>{copy.answer}</Button></span> : null}
            </div>
          ))}</>)}
        </Loaded>
      ) : <p className="muted">{copy.objectLead}</p>}
      {answering ? <AnswerDialog roundId={of.id} objection={answering} onClose={() => setAnswering(null)} /> : null}
      {raising ? <ObjectDialog of={of} onClose={() => setRaising(false)} /> : null}
    </>
  );
}

function AnswerDialog({ roundId, objection, onClose }: { roundId: string; objection: StarObjectionView; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [words, setWords, forget] = useKept(`star-answer.${objection.id}`, '');
  const send = useMutation({
    mutationFn: (uphold: boolean) => api.post<StarObjectionList>(`/staff/stars/objections/${objection.id}/answer`, { uphold, words: words.trim(), version: objection.version }),
    onSuccess: (list) => { forget(); client.setQueryData(['star-objections', roundId], list); for (const key of [['stars'], ['star', roundId]]) void client.invalidateQueries({ queryKey: key }); void message.success(copy.answered); onClose(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const short = words.trim().length < 4;
  return (
    <Modal open title={copy.answerTitle} onCancel={onClose} footer={<span className={styles.bar} style={{ justifyContent: 'flex-end' }}><Button danger disabled={short} loading={send.isPending} onClick={() => send.mutate(true)} data-testid="star-uphold">{copy.uphold}</Button><Button type="primary" disabled={short} loading={send.isPending} onClick={() => send.mutate(false)} data-testid="star-explain">{copy.explain}</Button></span>}>
      <div className={styles.dialog}>
        <p className="muted">{copy.answerLead}</p>
        <p className={styles.reasons}>{objection.words}</p>
        <label><span>{copy.answerWords}</span><Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={300} value={words} onChange={(event) => setWords(event.target.value)} data-testid="star-answer-words" /></label>
      </div>
    </Modal>
  );
}

function ObjectDialog({ of, onClose }: { of: StaffStarRoundView; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [candidateId, setCandidateId] = useState('');
  const [words, setWords, forget] = useKept(`star-objection.${of.id}`, '');
  const send = useMutation({
    mutationFn: () => api.create<StaffStarRoundView>(`/staff/stars/${of.id}/objections`, { candidateId: candidateId === '' ? null : candidateId, words: words.trim() }),
    onSuccess: (view) => { forget(); client.setQueryData(['star', of.id], view); void client.invalidateQueries({ queryKey: ['star-objections', of.id] }); void message.success(copy.objected); onClose(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  return (
    <Modal open title={copy.object} okText={copy.object} cancelText={copy.cancel} onCancel={onClose} onOk={() => send.mutate()} confirmLoading={send.isPending} okButtonProps={{ disabled: words.trim().length < 8 }}>
      <div className={styles.dialog}>
        <p className="muted">{copy.objectLead}</p>
        <label><span>{copy.objectAbout}</span><Select value={candidateId} options={[{ value: '', label: copy.objectRound }, ...of.candidates.map(({ id, name }) => ({ value: id, label: name }))]} onChange={setCandidateId} /></label>
        <label><span>{copy.objectWords}</span><Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} /></label>
      </div>
    </Modal>
  );
}
