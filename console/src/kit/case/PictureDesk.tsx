import { FileImageOutlined, LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined, RotateRightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { PointerEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { caseCopy as copy } from '../copy/case.copy.ts';
import { Key } from '../keys/Key.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { Blank, Fault, Skeleton } from '../state/Blank.tsx';
import { usePictureLink } from './case.api.ts';
import type { Hold, PictureSheet } from './picture.view.ts';
import { farther, laidFlat, nearer, neighbour, shifted, sidewaysFit, transformOf, turned } from './picture.view.ts';
import styles from './case.module.css';

/** One picture large, the others as a strip; zoom, turn, leaf through by mouse or keys. Each keeps its own turn. */
export function PictureDesk({ sheets, current, onCurrent, keys = true }: { sheets: readonly PictureSheet[]; current: string | null; onCurrent: (id: string) => void; keys?: boolean }) {
  const sheet = sheets.find((each) => each.id === current) ?? sheets[0] ?? null;
  const [holds, setHolds] = useState<Record<string, Hold>>({});
  const hold = (sheet && holds[sheet.id]) ?? laidFlat;
  const change = (to: (hold: Hold) => Hold) => { if (sheet) setHolds((all) => ({ ...all, [sheet.id]: to(all[sheet.id] ?? laidFlat) })); };
  const leaf = (step: 1 | -1) => {
    const id = neighbour(sheets.map((each) => each.id), sheet?.id ?? null, step);
    if (id !== null) onCurrent(id);
  };
  useKeys({ '[': () => leaf(-1), ']': () => leaf(1), '+': () => change(nearer), '-': () => change(farther), t: () => change(turned) }, keys && sheets.length > 0);

  if (!sheet) return <Blank icon={<FileImageOutlined />} title={copy.noPictures} body={copy.noPicturesBody} testId="no-pictures" />;
  return (
    <div className={styles.pictures} data-testid="pictures">
      <div className={styles.tools}>
        <span className="muted">{copy.position(sheets.indexOf(sheet) + 1, sheets.length)}</span>
        <Tool icon={<MinusOutlined />} label={copy.zoomOut} of="-" act={() => change(farther)} testId="picture-zoom-out" />
        <Tool icon={<PlusOutlined />} label={copy.zoomIn} of="+" act={() => change(nearer)} testId="picture-zoom-in" />
        <Tool icon={<RotateRightOutlined />} label={copy.rotate} of="T" act={() => change(turned)} testId="picture-rotate" />
        <Tool icon={<LeftOutlined />} label={copy.previous} of="[" act={() => leaf(-1)} testId="picture-previous" />
        <Tool icon={<RightOutlined />} label={copy.next} of="]" act={() => leaf(1)} testId="picture-next" />
      </div>
      <Frame sheet={sheet} hold={hold} change={change} />
      <div className={styles.strip}>
        {sheets.map((each) => (
          <button key={each.id} type="button" className={`${styles.thumb} ${each.id === sheet.id ? styles.here : ''} ${each.marked ? styles.marked : ''}`} onClick={() => onCurrent(each.id)} data-testid={`picture-${each.id}`} aria-pressed={each.id === sheet.id}>
            {each.label} {each.page}
          </button>
        ))}
      </div>
    </div>
  );
}

function Tool({ icon, label, of, act, testId }: { icon: ReactNode; label: string; of: string; act: () => void; testId: string }) {
  return <Button size="small" type="text" icon={icon} title={label} aria-label={label} onClick={act} data-testid={testId}><Key of={of} /></Button>;
}

function Frame({ sheet, hold, change }: { sheet: PictureSheet; hold: Hold; change: (to: (hold: Hold) => Hold) => void }) {
  const link = usePictureLink(sheet.id, sheet.linkPath);
  const frame = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  const [broken, setBroken] = useState(false);
  const drag = (event: PointerEvent) => { if (event.buttons === 1) change((held) => shifted(held, event.movementX, event.movementY)); };
  const fit = sidewaysFit(
    { w: image.current?.offsetWidth ?? 0, h: image.current?.offsetHeight ?? 0 },
    { w: frame.current?.clientWidth ?? 0, h: frame.current?.clientHeight ?? 0 },
  );
  return (
    <div ref={frame} className={styles.frame} onPointerMove={drag} onWheel={(event) => change(event.deltaY < 0 ? nearer : farther)} onDoubleClick={() => change(() => laidFlat)}>
      {link.isError || broken ? <Fault error={link.error} onRetry={() => { setBroken(false); void link.refetch(); }} />
        : link.data ? <img ref={image} src={link.data.url} alt={copy.pictureOf(sheet.label, sheet.page)} draggable={false} style={{ transform: transformOf(hold, fit) }} onError={() => setBroken(true)} data-testid="picture" />
          : <Skeleton lines={8} />}
      <p className={styles.caption} data-testid="picture-caption">{copy.pictureOf(sheet.label, sheet.page)}</p>
    </div>
  );
}
