import { ReloadOutlined } from '@ant-design/icons';
import type { ScanSignInView } from '@hall/shared/api/views';
import { Button } from 'antd';
import QRCode from 'qrcode';
import { useCallback, useEffect, useState } from 'react';
import { sentenceOf } from '../../kit/api/problem.ts';
import { ticks } from '../../kit/clock.ts';
import { scanCopy as copy } from '../../kit/copy/account.copy.ts';
import { beginScan, claimScan, scanState } from '../../kit/session/scan.ts';
import { Skeleton } from '../../kit/state/Blank.tsx';
import type { ScanFace } from './scan.view.ts';
import { faceOf, secondsLeft } from './scan.view.ts';
import styles from './SignIn.module.css';

const ASK_EVERY_MS = 1_500;

interface Scan { view: ScanSignInView; picture: string | null; since: number }

async function newScan(): Promise<Scan> {
  const view = await beginScan();
  const picture = view.picture ?? (view.link ? await QRCode.toDataURL(window.location.origin + view.link, { margin: 1, width: 440 }) : null);
  return { view, picture, since: ticks() };
}

/** The code to be scanned by a bound phone: it counts down, follows what the phone does and signs in by itself. */
export function ScanSignIn() {
  const [scan, setScan] = useState<Scan | null>(null);
  const [face, setFace] = useState<ScanFace>('waiting');
  const [left, setLeft] = useState(0);
  const [fault, setFault] = useState<string | null>(null);

  const begin = useCallback(async () => {
    setFault(null);
    try {
      const next = await newScan();
      setScan(next);
      setLeft(next.view.livesSeconds);
      setFace(next.picture ? 'waiting' : 'absent');
    } catch (error) {
      setFault(sentenceOf(error));
    }
  }, []);
  useEffect(() => { void begin(); }, [begin]);

  useEffect(() => {
    if (!scan?.picture || (face !== 'waiting' && face !== 'looked')) return undefined;
    let stopped = false;
    const look = async () => {
      const seconds = secondsLeft(scan.since, ticks(), scan.view.livesSeconds);
      setLeft(seconds);
      try {
        const next = faceOf(await scanState(scan.view), seconds);
        if (stopped) return;
        setFace(next);
        if (next === 'confirmed') await claimScan(scan.view);
      } catch (error) {
        if (!stopped) setFault(sentenceOf(error));
      }
    };
    const timer = setInterval(() => void look(), ASK_EVERY_MS);
    return () => { stopped = true; clearInterval(timer); };
  }, [scan, face]);

  if (!scan) return fault ? <Ended words={fault} onAgain={() => void begin()} /> : <Skeleton lines={4} />;
  if (face === 'refused' || face === 'over' || face === 'absent') return <Ended words={copy[face]} onAgain={() => void begin()} />;
  return (
    <div className={styles.scan} data-testid="scan-sign-in">
      <p>{scan.view.link ? copy.demoLead : copy.lead}</p>
      <img className={face === 'waiting' ? styles.picture : `${styles.picture} ${styles.taken}`} src={scan.picture ?? ''} alt={copy.pictureAlt} />
      <p role="status" data-testid="scan-state">{face === 'waiting' ? copy.left(left) : copy[face]}</p>
      {scan.view.link ? <a href={scan.view.link} target="_blank" rel="noreferrer" data-testid="scan-link">{window.location.host + scan.view.link.split('?')[0]}</a> : null}
      {fault ? <p className="muted">{fault}</p> : null}
      <p className="muted">{copy.advice}</p>
    </div>
  );
}

const Ended = ({ words, onAgain }: { words: string; onAgain: () => void }) => (
  <div className={styles.scan} data-testid="scan-ended">
    <p role="status">{words}</p>
    <Button size="large" icon={<ReloadOutlined />} onClick={onAgain} data-testid="scan-again">{copy.again}</Button>
    <p className="muted">{copy.advice}</p>
  </div>
);
