import type { StaffCaseView } from '@hall/shared/api/views';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useCase, useCaseStep } from '../../kit/case/case.api.ts';
import { sheetsOf } from '../../kit/case/case-facts.view.ts';
import { CaseFacts } from '../../kit/case/CaseFacts.tsx';
import { neighbour } from '../../kit/case/picture.view.ts';
import { PictureDesk } from '../../kit/case/PictureDesk.tsx';
import { reviewCopy as copy } from '../../kit/copy/review.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { useKeys } from '../../kit/keys/use-keys.ts';
import { Loaded } from '../../kit/state/Loaded.tsx';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useNow } from '../../kit/use-now.ts';
import { dueOf } from './due.view.ts';
import { MarkEditor } from './MarkEditor.tsx';
import { MarkList } from './MarkList.tsx';
import { itemsOf, withMark, withoutMark } from './marks.view.ts';
import { approve, claim, release, useClaimNext, useReviewQueue } from './review.api.ts';
import { useMarks } from './use-marks.ts';
import styles from './Review.module.css';

/** One case under review: the form and its pictures side by side, worked through by keyboard. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const kase = useCase(id);
  return <Loaded query={kase} lines={10}>{(data) => <Review key={data.id} kase={data} />}</Loaded>;
}

function Review({ kase }: { kase: StaffCaseView }) {
  const go = useNavigate();
  const { message } = App.useApp();
  const next = useClaimNext();
  const row = useReviewQueue().data?.rows.find((each) => each.id === kase.id);
  const now = useNow(MINUTE_MS);
  const due = row ? dueOf(row.dueAt, now) : null;
  const items = itemsOf(kase);
  const { marks, pending, savedAt, change } = useMarks(kase);
  const [selected, setSelected] = useState<string | null>(items[0]?.target ?? null);
  const [editing, setEditing] = useState(false);
  const mine = kase.claimedByMe && kase.state === 'submitted';
  const item = items.find((each) => each.target === selected) ?? null;

  const pass = useCaseStep((done) => { void message.success(copy.readyDone(done.maskedName)); next.mutate(); });
  const put = useCaseStep(() => void go('/review'));
  const take = useCaseStep();
  const busy = pass.isPending || put.isPending || next.isPending || pending;

  const select = (target: string) => { setSelected(target); setEditing(false); };
  const step = (by: 1 | -1) => { const target = neighbour(items.map((each) => each.target), selected, by); if (target) { select(target); scrollTo(target); } };
  const edit = mine && item ? () => setEditing(true) : undefined;
  const remove = (target: string) => change(withoutMark(marks, target));
  const ready = mine && marks.length === 0 && !busy ? () => pass.mutate(() => approve(kase)) : undefined;
  const notice = mine && marks.length > 0 && !pending ? () => void go(`/review/${kase.id}/notice`) : undefined;
  useKeys({ arrowdown: () => step(1), arrowup: () => step(-1), j: () => step(1), k: () => step(-1), x: edit, enter: edit, delete: mine && selected ? () => remove(selected) : undefined, g: ready, b: notice }, !editing);

  const picture = selected?.startsWith('picture:') ? selected.slice(8) : kase.materials.find((each) => selected === `material:${each.code}`)?.pictures[0]?.id ?? null;
  const [lastPicture, setLastPicture] = useState<string | null>(null);
  if (picture !== null && picture !== lastPicture) setLastPicture(picture);

  return (
    <div className={styles.review} data-testid="review">
      <header className={styles.head}>
        <div><h1 title={kase.personName}>{kase.personName}</h1><small>{[kase.caseNumber, kase.matterName, kase.agentName].filter(Boolean).join(' · ')}</small></div>
        {kase.round > 1 ? <StateTag tone="warn">{copy.round(kase.round)}</StateTag> : null}
        {due ? <StateTag tone={due.tone} testId="review-due">{due.words}</StateTag> : null}
        <StateTag tone="info">{kase.stateLabel}</StateTag>
        {mine ? <Button type="text" disabled={busy} onClick={() => put.mutate(() => release(kase))} data-testid="release">{copy.release}</Button>
          : kase.state === 'submitted' ? <Button loading={take.isPending} disabled={kase.claimedBy !== null} onClick={() => take.mutate(() => claim(kase.id, kase.version))} data-testid="claim">{kase.claimedBy ? copy.claimedBy(kase.claimedBy) : copy.take}</Button> : null}
      </header>
      <div className={styles.form} data-testid="review-form">
        <CaseFacts kase={kase} marks={marks.map((mark) => ({ ...mark, id: mark.target, targetLabel: '', fixed: false }))} choosing={{ selected, onSelect: select }} />
        <section className={styles.papers}>
          {items.filter((each) => each.kind !== 'field').map((each) => (
            <button key={each.target} type="button" className={[styles.paper, each.target === selected ? styles.chosen : '', each.kind === 'material' ? styles.whole : ''].join(' ')} data-target={each.target} onClick={() => select(each.target)} data-testid={`item-${each.target.replace(':', '-')}`}>
              {each.kind === 'material' ? `${copy.allMaterial}：${each.label}` : each.label}
              {marks.find((mark) => mark.target === each.target) ? <em>{marks.find((mark) => mark.target === each.target)?.sentence}</em> : null}
            </button>
          ))}
        </section>
      </div>
      <PictureDesk sheets={sheetsOf(kase, marks)} current={picture ?? lastPicture} onCurrent={(sheet) => select(`picture:${sheet}`)} keys={!editing} />
      <aside className={styles.side}>
        {editing && item ? (
          <MarkEditor key={item.target} item={item} mark={marks.find((each) => each.target === item.target) ?? null} onCancel={() => setEditing(false)} onKeep={(mark) => { change(withMark(marks, mark, items)); setEditing(false); step(1); }} />
        ) : (
          <MarkList kase={kase} items={items} marks={marks} pending={pending} savedAt={savedAt} mine={mine} current={item} onMark={edit} onSelect={(target) => { select(target); scrollTo(target); }} onRemove={remove} />
        )}
        {editing ? null : <div className={styles.finish}>
          <Button size="large" block type={marks.length > 0 ? 'primary' : 'default'} disabled={!notice} title={mine && marks.length === 0 ? copy.noMarks : undefined} onClick={notice} data-testid="to-notice">{copy.toNotice}<Key of="B" /></Button>
          <Button size="large" block type={marks.length === 0 ? 'primary' : 'default'} loading={pass.isPending || next.isPending} disabled={!ready} title={mine && marks.length > 0 ? copy.marksLeft : undefined} onClick={ready} data-testid="approve">{copy.ready}<Key of="G" /></Button>
        </div>}
      </aside>
    </div>
  );
}

const MINUTE_MS = 60_000;
const scrollTo = (target: string) => document.querySelector(`[data-target="${CSS.escape(target)}"]`)?.scrollIntoView({ block: 'nearest' });
