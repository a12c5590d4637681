import { PrinterOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { caseCopy as copy } from '../copy/case.copy.ts';
import { printPdf } from './print.ts';

/** Prints one PDF of the server. `made`: printing it changes something there, as a slip's code, so it is asked for by POST. `why`: what a disabled one waits for. */
export function PrintButton({ path, label, testId, disabled = false, why, made = false }: { path: string; label: string; testId: string; disabled?: boolean; why?: string; made?: boolean }) {
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const print = async () => {
    setBusy(true);
    try {
      await printPdf(path, made ? 'POST' : 'GET');
    } catch {
      void message.error(copy.print.failed);
    } finally {
      setBusy(false);
    }
  };
  return <Button size="small" icon={<PrinterOutlined />} loading={busy} disabled={disabled} title={disabled ? why : undefined} onClick={() => void print()} data-testid={testId}>{label}</Button>;
}
