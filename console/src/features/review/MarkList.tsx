import { CloseOutlined, CloudOutlined, FlagOutlined } from '@ant-design/icons';
import type { StaffCaseView } from '@hall/shared/api/views';
import { Button } from 'antd';
import { reviewCopy as copy } from '../../kit/copy/review.copy.ts';
import { Key } from '../../kit/keys/Key.tsx';
import { network } from '../../kit/network/network.store.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import { useStore } from '../../kit/store.ts';
import type { DraftMark, Item } from './marks.view.ts';
import { savingWords } from './saving.view.ts';
import styles from './Review.module.css';

interface Props {
  kase: StaffCaseView; items: readonly Item[]; marks: readonly DraftMark[]; pending: boolean; savedAt: number | null; mine: boolean; current: Item | null;
  onMark: (() => void) | undefined; onSelect: (target: string) => void; onRemove: (target: string) => void;
}

/** The marks so far, whether they are safe on the server, and what the last round had asked for. */
export function MarkList({ kase, items, marks, pending, savedAt, mine, current, onMark, onSelect, onRemove }: Props) {
  const { lost } = useStore(network);
  const labelOf = (target: string) => items.find((item) => item.target === target)?.label ?? target;
  return (
    <section className={styles.marks} data-testid="marks">
      <Button block icon={<FlagOutlined />} disabled={!onMark} onClick={onMark} data-testid="mark-item">{copy.mark}{current ? `“${current.label}”` : ''}<Key of="X" /></Button>
      <small className="muted">{mine ? copy.keysHint : kase.claimedBy ? copy.claimedBy(kase.claimedBy) : copy.notClaimed}</small>
      <h2>{copy.marks} {marks.length}</h2>
      {marks.length === 0 ? <p className="muted">{copy.noMarks}</p> : (
        <ul>
          {marks.map((mark) => (
            <li key={mark.target} data-testid={`mark-${mark.target.replace(':', '-')}`}>
              <button type="button" onClick={() => onSelect(mark.target)}><strong>{labelOf(mark.target)}</strong><span>{mark.sentence}</span></button>
              {mine ? <Button type="text" size="small" icon={<CloseOutlined />} aria-label={copy.remove} title={copy.remove} onClick={() => onRemove(mark.target)} data-testid={`mark-remove-${mark.target.replace(':', '-')}`} /> : null}
            </li>
          ))}
        </ul>
      )}
      {pending || marks.length > 0 ? <small className={pending && (lost || !mine) ? styles.unsaved : 'muted'} data-testid="marks-saved"><CloudOutlined /> {savingWords({ pending, mine, lost, savedAt })}</small> : null}
      {kase.marks.length > 0 ? (
        <div className={styles.before} data-testid="previous-marks">
          <h3>{copy.previousMarks}</h3>
          {kase.marks.map((mark) => <p key={mark.id}><StateTag tone={mark.fixed ? 'ok' : 'warn'}>{mark.fixed ? copy.fixed : copy.notFixed}</StateTag> {mark.targetLabel}：{mark.sentence}</p>)}
        </div>
      ) : null}
    </section>
  );
}
