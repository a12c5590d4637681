import type { CodeTablesView, MatterDraftView, MatterRoomList, MatterRoomView } from '@hall/shared/api/views';
import { conditionFields } from '@hall/shared/matter/condition-words';
import type { MatterContent } from '@hall/shared/matter/matter-content';
import { differenceOf } from '@hall/shared/matter/matter-difference';
import { draftProblems } from '@hall/shared/matter/matter-draft.rules';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { hasCode, sentencesOf } from '../../kit/api/problem.ts';
import { momentText } from '../../kit/clock.ts';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { useKept } from '../../kit/draft/use-kept.ts';
import { Card } from '../../kit/layout/Page.tsx';
import { Basics, Limits, Lines, Questions } from './DraftFields.tsx';
import { MaterialCard } from './MaterialCard.tsx';
import { MaterialsSheet } from './MaterialsSheet.tsx';
import styles from './Matters.module.css';
import { blankMaterial, moved } from './matters.view.ts';
import { PhonePreview } from './PhonePreview.tsx';
import { PublishDialog } from './PublishDialog.tsx';

interface Props {
  room: MatterRoomView;
  draft: MatterDraftView;
  onChanged: (room: MatterRoomView) => void;
  onStale: () => void;
  onDropped: () => void;
}
interface Written { content: MatterContent; position: number }

/** A version while it is written, beside what people will see of it. What is typed outlives a reload; the server has it once it is saved. */
export function DraftEditor({ room, draft, onChanged, onStale, onDropped }: Props) {
  const { message, modal } = App.useApp();
  const path = `/staff/matters/${room.id}/draft`;
  const [start] = useState<Written>({ content: draft.content as unknown as MatterContent, position: draft.position });
  const [{ content, position }, set, forget] = useKept<Written>(`matter-${room.id}-${draft.version}`, start);
  const [shown, setShown] = useState(room.versions.length > 0);
  const [publishing, setPublishing] = useState<number | null>(null);
  const tables = useQuery({ queryKey: ['code-tables'], queryFn: () => api.get<CodeTablesView>('/public/code-tables'), staleTime: 60_000 });
  const about = { prefill: room.prefill, questions: content.questions, fields: conditionFields(tables.data?.tables ?? {}) };
  const clean = { ...content, steps: content.steps.filter((each) => each.trim() !== ''), notes: content.notes.filter((each) => each.trim() !== '') };
  const problems = tables.data ? draftProblems(clean, about.fields) : [];
  const told = shown ? problems : [];
  const dirty = position !== start.position || JSON.stringify(content) !== JSON.stringify(start.content);
  const change = (part: Partial<MatterContent>) => set({ position, content: { ...content, ...part } });
  const onError = (error: unknown) => { if (hasCode(error, 'STALE_VERSION')) { forget(); onStale(); void message.warning(copy.stale); } else void message.error(sentencesOf(error).join('；')); };
  const save = useMutation({ mutationFn: () => api.put<MatterRoomView>(path, { version: draft.version, position, content }), onError });
  const keep = () => save.mutate(undefined, { onSuccess: (saved) => { forget(); onChanged(saved); void message.success(copy.saved); } });
  const publish = () => {
    setShown(true);
    if (problems.length > 0) void message.warning(copy.mend(problems.length));
    else setPublishing(draft.version);
  };
  const drop = () => void modal.confirm({ title: copy.dropAsk, content: copy.dropBody, okText: copy.drop, cancelText: copy.cancel, onOk: () => api.post<MatterRoomList>(`${path}/drop`, { version: draft.version }).then(() => { forget(); void message.success(copy.dropped); onDropped(); }, onError) });
  const difference = room.standing ? differenceOf(room.standing as unknown as MatterContent, clean) : null;
  return (
    <div className={styles.two} data-testid="matter-draft">
      <div className={styles.column}>
        <Card>
          <div className={styles.head}>
            <div className={styles.small}><h2>{copy.draftTitle}：{draft.note}</h2><small>{copy.draftBy(momentText(draft.changedAt), draft.changedByName)}{dirty ? ` · ${copy.unsavedNote}` : ''}</small></div>
            <span className={styles.acts}><Button onClick={drop} data-testid="draft-drop">{copy.drop}</Button><Button disabled={!dirty} loading={save.isPending} onClick={keep} data-testid="draft-save">{copy.save}</Button><Button type="primary" onClick={publish} disabled={dirty} title={dirty ? copy.unsavedNote : ''} data-testid="draft-publish">{copy.publish}</Button></span>
          </div>
          {draft.changedByName === null ? <Alert type="info" showIcon title={copy.shippedLead} /> : null}
          {told.length > 0 ? <Alert type="warning" showIcon title={copy.mend(told.length)} description={<ul className={styles.lines}>{told.slice(0, 6).map(({ path: at, message: words }) => <li key={`${at}-${words}`}>{words}</li>)}</ul>} data-testid="draft-problems" /> : null}
          {difference ? <div className={styles.item} data-testid="draft-difference"><strong>{copy.difference}</strong>{difference.length > 0 ? <ul className={styles.lines}>{difference.map((line) => <li key={line}>{line}</li>)}</ul> : <span className="muted">{copy.same}</span>}</div> : null}
        </Card>
        <Basics content={content} problems={told} onChange={change} position={position} onPosition={(place) => set({ content, position: place })} />
        <Limits content={content} problems={told} onChange={change} />
        <Lines content={content} problems={told} onChange={change} />
        {room.prefill ? null : <Questions content={content} problems={told} onChange={change} />}
        <Card testId="draft-materials">
          <div className={styles.head}><h3>{copy.materials}</h3><span className={styles.acts}><MaterialsSheet id={room.id} name={content.name} dirty={dirty} onTake={(materials) => change({ materials })} /><Button onClick={() => change({ materials: [...content.materials, blankMaterial(content.materials)] })} data-testid="add-material">{copy.addMaterial}</Button></span></div>
          <div className={styles.form}>
            {content.materials.map((material, at) => (
              <MaterialCard key={material.code} material={material} at={at} about={about} problems={told} onChange={(next) => change({ materials: content.materials.map((each, index) => (index === at ? next : each)) })}
                onMove={(by) => change({ materials: moved(content.materials, at, by) })} onRemove={() => change({ materials: content.materials.filter((_, index) => index !== at) })} />
            ))}
          </div>
        </Card>
      </div>
      <aside className={styles.beside}><strong>{copy.phone}</strong><small className="muted">{copy.chosen}</small><PhonePreview content={content} /></aside>
      {publishing !== null ? <PublishDialog id={room.id} version={publishing} today={room.today} onPublished={(saved) => { setPublishing(null); onChanged(saved); }} onClose={() => setPublishing(null)} /> : null}
    </div>
  );
}
