import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Upload } from 'antd';
import { api } from '../api/api.ts';
import { sentencesOf } from '../api/problem.ts';
import { adminCopy } from '../copy/admin.copy.ts';
import { saveFile } from '../print/print.ts';
import styles from './house.module.css';

const copy = adminCopy.sheet;

/** A room as Excel: out as it is, and back to be looked at. */
export function SheetBar<T>({ path, fileName, onRead }: { path: string; fileName: string; onRead: (view: T) => void }) {
  const { message } = App.useApp();
  const fail = (error: unknown) => void message.error(sentencesOf(error).join('；'));
  const out = useMutation({ mutationFn: () => saveFile(`${path}/list.xlsx`, fileName), onError: fail });
  const read = useMutation({ mutationFn: (file: File) => api.upload<T>(`${path}/import`, file, file.name), onSuccess: onRead, onError: fail });
  return (
    <div className={styles.bar}>
      <Button icon={<DownloadOutlined />} loading={out.isPending} onClick={() => out.mutate()} data-testid="sheet-out">{copy.out}</Button>
      <Upload accept=".xlsx" showUploadList={false} beforeUpload={(file) => { read.mutate(file); return false; }}>
        <Button icon={<UploadOutlined />} loading={read.isPending} data-testid="sheet-in">{copy.in}</Button>
      </Upload>
    </div>
  );
}
