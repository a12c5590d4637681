import { CameraOutlined, UploadOutlined } from '@ant-design/icons';
import type { ApplicationMaterialView, StaffCaseView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { caseKey } from '../../kit/case/case.api.ts';
import { CameraDialog } from '../../kit/camera/CameraDialog.tsx';
import { pictureVerdict } from '../../kit/camera/picture-file.view.ts';
import { sheetsOf } from '../../kit/case/case-facts.view.ts';
import { PictureDesk } from '../../kit/case/PictureDesk.tsx';
import { cameraCopy } from '../../kit/copy/camera.copy.ts';
import { walkInCopy as copy } from '../../kit/copy/walk-in.copy.ts';
import styles from './WalkIn.module.css';

/** The papers of the case: taken with the desk's camera or chosen from a scanner's folder, and looked at. */
export function Papers({ kase, locked, onCamera }: { kase: StaffCaseView; locked: boolean; onCamera: (open: boolean) => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [picture, setPicture] = useState<string | null>(null);
  const [taking, setTaking] = useState<ApplicationMaterialView | null>(null);
  const upload = useMutation({
    mutationFn: ({ material, file, name }: { material: ApplicationMaterialView; file: Blob; name: string }) => api.upload<StaffCaseView>(`/staff/applications/${kase.id}/materials/${material.code}/pictures`, file, name),
    onSuccess: (done, { material }) => {
      client.setQueryData(caseKey(done.id), done);
      setPicture(done.materials.find((each) => each.code === material.code)?.pictures.at(-1)?.id ?? null);
      void message.success({ key: 'uploaded', content: copy.uploaded(material.label) });
    },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const send = (material: ApplicationMaterialView, file: Blob, name: string) => {
    const verdict = pictureVerdict(file);
    if (verdict === 'fine') upload.mutate({ material, file, name });
    else void message.warning(verdict === 'too-big' ? cameraCopy.tooBig : cameraCopy.wrongType);
  };
  const camera = (material: ApplicationMaterialView | null) => { setTaking(material); onCamera(material !== null); };
  return (
    <section className={styles.papers}>
      <ul>
        {kase.materials.map((material) => (
          <li key={material.code} data-testid={`paper-${material.code}`}>
            <span title={material.guidance}>{material.label}<small>{copy.pages(material.pictures.length)}</small></span>
            {locked ? null : (
              <>
                <Button size="small" icon={<CameraOutlined />} onClick={() => camera(material)} data-testid={`camera-${material.code}`}>{cameraCopy.open}</Button>
                <Upload accept="image/jpeg,image/png" multiple showUploadList={false} beforeUpload={(file) => { send(material, file, file.name); return false; }}>
                  <Button size="small" icon={<UploadOutlined />} data-testid={`upload-${material.code}`}>{cameraCopy.addFile}</Button>
                </Upload>
              </>
            )}
          </li>
        ))}
      </ul>
      <PictureDesk sheets={sheetsOf(kase)} current={picture} onCurrent={setPicture} keys={taking === null} />
      {taking ? <CameraDialog label={taking.label} busy={upload.isPending} onTake={(file) => send(taking, file, `${taking.code}.jpg`)} onClose={() => camera(null)} /> : null}
    </section>
  );
}
