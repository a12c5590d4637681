import type { VisitMatterView } from '@hall/shared/api/views';
import { Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { deskCopy as copy } from '../../kit/copy/desk.copy.ts';

/** A matter ends without being handled only with a reason in words. */
export function CloseMatterDialog({ matter, onClose, onCancel }: { matter: VisitMatterView; onClose: (reason: string) => void; onCancel: () => void }) {
  const [choice, setChoice] = useState<string>(copy.closeReasons[0] ?? '');
  const [words, setWords] = useState('');
  const other = choice === copy.closeOther;
  const reason = other ? words.trim() : choice;
  return (
    <Modal open title={`${copy.closeTitle} · ${matter.matterName}`} okText={copy.closeAct} cancelText={copy.keep} okButtonProps={{ autoFocus: true, disabled: reason === '', 'data-testid': 'close-matter-confirm' }} onOk={() => onClose(reason)} onCancel={onCancel}>
      <Radio.Group vertical value={choice} onChange={(event) => setChoice(String(event.target.value))} options={[...copy.closeReasons, copy.closeOther].map((each) => ({ value: each, label: each }))} data-testid="close-reasons" />
      {other ? <Input.TextArea autoFocus style={{ marginTop: 8 }} rows={2} maxLength={100} value={words} onChange={(event) => setWords(event.target.value)} data-testid="close-reason-words" /> : null}
    </Modal>
  );
}
