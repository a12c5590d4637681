import { Alert, Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { cameraCopy as copy } from '../copy/camera.copy.ts';
import styles from './camera.module.css';

const QUALITY = 0.9;
/** Large enough to read a register page; the server makes its own smaller copies. */
const WISH = { video: { width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false };

/** The desk's document camera. Needs a secure address (https or this machine); otherwise says so and leaves files. */
export function CameraDialog({ label, busy, onTake, onClose }: { label: string; busy: boolean; onTake: (picture: Blob) => void; onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [fault, setFault] = useState(false);
  useEffect(() => {
    let stream: MediaStream | null = null;
    let closed = false;
    const begin = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia(WISH);
        if (closed) return stream.getTracks().forEach((track) => track.stop());
        if (video.current) video.current.srcObject = stream;
      } catch {
        setFault(true);
      }
    };
    void begin();
    return () => {
      closed = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  const take = () => {
    if (!video.current) return;
    const canvas = document.createElement('canvas');
    canvas.width = video.current.videoWidth;
    canvas.height = video.current.videoHeight;
    canvas.getContext('2d')?.drawImage(video.current, 0, 0);
    canvas.toBlob((picture) => { if (picture) onTake(picture); }, 'image/jpeg', QUALITY);
  };
  return (
    <Modal open width={760} title={copy.title(label)} onCancel={onClose} footer={[
      <Button key="close" onClick={onClose} data-testid="camera-close">{copy.close}</Button>,
      <Button key="take" type="primary" autoFocus loading={busy} disabled={fault} onClick={take} data-testid="camera-take">{copy.take}</Button>,
    ]}>
      {fault ? <Alert type="warning" showIcon title={copy.fault} /> : <><p className="muted">{copy.lead}</p><video ref={video} className={styles.video} autoPlay playsInline muted /></>}
    </Modal>
  );
}
