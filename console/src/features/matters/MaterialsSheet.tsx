import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import type { MatterSheetView } from '@hall/shared/api/views';
import type { MaterialRule } from '@hall/shared/enrolment/materials.rules';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Upload } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentencesOf } from '../../kit/api/problem.ts';
import { mattersCopy as copy } from '../../kit/copy/matters.copy.ts';
import { saveFile } from '../../kit/print/print.ts';
import { StateTag } from '../../kit/state/StateTag.tsx';
import styles from './Matters.module.css';

const TONES = { new: 'info', changed: 'sun', same: 'quiet' } as const;

/** The checklist as Excel: out as it is in the draft that was saved, and back to be looked at before this draft takes it. */
export function MaterialsSheet({ id, name, dirty, onTake }: { id: string; name: string; dirty: boolean; onTake: (materials: MaterialRule[]) => void }) {
  const { message } = App.useApp();
  const [brought, setBrought] = useState<MatterSheetView | null>(null);
  const fail = (error: unknown) => void message.error(sentencesOf(error).join('；'));
  const out = useMutation({ mutationFn: () => saveFile(`/staff/matters/${id}/materials/list.xlsx`, copy.fileName(name)), onError: fail });
  const read = useMutation({ mutationFn: (file: File) => api.upload<MatterSheetView>(`/staff/matters/${id}/materials/import`, file, file.name), onSuccess: setBrought, onError: fail });
  const take = () => { onTake((brought?.rows ?? []).map(({ material }) => material as unknown as MaterialRule)); setBrought(null); void message.success(copy.taken); };
  return (
    <span className={styles.acts}>
      <Button icon={<DownloadOutlined />} disabled={dirty} title={dirty ? copy.unsavedNote : ''} loading={out.isPending} onClick={() => out.mutate()} data-testid="materials-out">{copy.out}</Button>
      <Upload accept=".xlsx" showUploadList={false} disabled={dirty} beforeUpload={(file) => { read.mutate(file); return false; }}><Button icon={<UploadOutlined />} disabled={dirty} title={dirty ? copy.unsavedNote : ''} loading={read.isPending} data-testid="materials-in">{copy.in}</Button></Upload>
      <Modal open={brought !== null} width={640} title={copy.sheetTitle} okText={copy.sheetTake} cancelText={copy.cancel} onOk={take} onCancel={() => setBrought(null)} okButtonProps={{ disabled: !brought || brought.rows.length === 0, 'data-testid': 'materials-take' }}>
        {brought ? (
          <div className={styles.form} data-testid="materials-read">
            {brought.problems.length > 0 ? <Alert type="warning" showIcon title={copy.sheetProblems(brought.problems.length)} description={<ul className={styles.lines}>{brought.problems.map(({ row, message: words }) => <li key={row}>{words}</li>)}</ul>} data-testid="materials-problems" /> : null}
            {brought.rows.length === 0 ? <p>{copy.sheetNone}</p> : <ul className={styles.versions}>{brought.rows.map(({ row, label, state, lines }) => <li key={row}><StateTag tone={TONES[state]}>{copy.sheetState[state]}</StateTag><div><strong>{label}</strong> {lines.join('；')}</div></li>)}</ul>}
            {brought.gone.length > 0 ? <Alert type="info" showIcon title={copy.sheetGone(brought.gone.join('、'))} /> : null}
          </div>
        ) : null}
      </Modal>
    </span>
  );
}
