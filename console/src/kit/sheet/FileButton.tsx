import { FileAddOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { sentenceOf } from '../api/problem.ts';
import { sheetCopy as copy } from '../copy/sheet.copy.ts';
import type { FileContent } from './read-file.ts';
import { readFile, Unreadable } from './read-file.ts';

/** Chooses an Excel or JSON file and hands over what it holds. */
export function FileButton({ onRead, testId }: { onRead: (content: FileContent) => void; testId?: string }) {
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const take = async (file: File | undefined) => {
    if (!file) return;
    setBusy(true);
    try {
      onRead(await readFile(file));
    } catch (error) {
      void message.error(error instanceof Unreadable ? error.message : sentenceOf(error));
    } finally {
      setBusy(false);
      // The same file, mended meanwhile, may be chosen again.
      if (input.current) input.current.value = '';
    }
  };
  return (
    <>
      <input ref={input} type="file" hidden accept=".xlsx,.json" onChange={(event) => void take(event.target.files?.[0])} data-testid={testId} />
      <Button icon={<FileAddOutlined />} loading={busy} onClick={() => input.current?.click()}>{copy.choose}<small className="muted">{copy.kinds}</small></Button>
    </>
  );
}
