import { CameraOutlined, FileImageOutlined, UploadOutlined } from '@ant-design/icons';
import type { FileLinkView, SlipPictureView } from '@hall/shared/api/views';
import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Upload } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { Refusal, sentenceOf } from '../../kit/api/problem.ts';
import { CameraDialog } from '../../kit/camera/CameraDialog.tsx';
import { pictureVerdict } from '../../kit/camera/picture-file.view.ts';
import { cameraCopy } from '../../kit/copy/camera.copy.ts';
import { slipCopy as copy } from '../../kit/copy/suggestion-rooms.copy.ts';
import { Blank, Fault } from '../../kit/state/Blank.tsx';
import styles from './Rooms.module.css';

/** The slip under the desk's camera or from a scanner's folder. It is shown from here while it is being typed off. */
export function SlipPicture({ openingId, pictureId, onPicture }: { openingId: string; pictureId: string | null; onPicture: (pictureId: string | null) => void }) {
  const { message } = App.useApp();
  const [taking, setTaking] = useState(false);
  const [local, setLocal] = useState<{ id: string; url: string } | null>(null);
  const [large, setLarge] = useState(false);
  useEffect(() => () => { if (local) URL.revokeObjectURL(local.url); }, [local]);
  const camera = useRef<HTMLButtonElement>(null);
  // One slip is done: the next begins with its picture.
  useEffect(() => { if (pictureId === null) camera.current?.focus(); }, [pictureId]);
  const upload = useMutation({
    mutationFn: ({ file, name }: { file: Blob; name: string }) => api.upload<SlipPictureView>(`/staff/box-openings/${openingId}/pictures`, file, name),
    onSuccess: (picture, { file }) => { setLocal({ id: picture.pictureId, url: URL.createObjectURL(file) }); setTaking(false); setLarge(false); onPicture(picture.pictureId); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const send = (file: Blob, name: string) => {
    const verdict = pictureVerdict(file);
    if (verdict === 'fine') upload.mutate({ file, name });
    else void message.warning(verdict === 'too-big' ? cameraCopy.tooBig : cameraCopy.wrongType);
  };
  const here = local !== null && local.id === pictureId ? local.url : null;
  // After a reload the picture is on the server alone: it is fetched once, because the link lives two minutes.
  const kept = useQuery({
    queryKey: ['slip-picture', openingId, pictureId], queryFn: () => api.post<FileLinkView>(`/staff/box-openings/${openingId}/pictures/${pictureId}/link`), enabled: pictureId !== null && here === null, staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false,
  });
  const gone = kept.error instanceof Refusal && kept.error.status === 404;
  useEffect(() => { if (gone) { onPicture(null); void message.warning(copy.pictureGone); } }, [gone, message, onPicture]);
  const shown = here ?? kept.data?.url ?? null;
  return (
    <section className={styles.slipPicture}>
      <div className={styles.acts}>
        <Button ref={camera} icon={<CameraOutlined />} loading={upload.isPending} onClick={() => setTaking(true)} data-testid="slip-camera">{pictureId === null ? cameraCopy.open : copy.another}</Button>
        <Upload accept="image/jpeg,image/png" showUploadList={false} beforeUpload={(file) => { send(file, file.name); return false; }}><Button icon={<UploadOutlined />} loading={upload.isPending} data-testid="slip-upload">{cameraCopy.addFile}</Button></Upload>
        {upload.isPending ? <small className="muted">{copy.uploading}</small> : null}
      </div>
      <div className={`${styles.slipFrame} ${large ? styles.large : ''}`}>
        {shown ? <img src={shown} alt={copy.picture} onClick={() => setLarge(!large)} data-testid="slip-picture" />
          : kept.isError && !gone ? <Fault error={kept.error} onRetry={() => void kept.refetch()} />
          : <Blank icon={<FileImageOutlined />} title={copy.picture} body={pictureId === null ? copy.pictureNeeded : copy.pictureKept} testId={pictureId === null ? 'slip-no-picture' : 'slip-picture-kept'} />}
      </div>
      {taking ? <CameraDialog label={copy.pictureLabel} busy={upload.isPending} onTake={(file) => send(file, 'slip.jpg')} onClose={() => setTaking(false)} /> : null}
    </section>
  );
}
