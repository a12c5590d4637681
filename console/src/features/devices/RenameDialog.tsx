import type { Listed } from '@hall/shared/api/names';
import type { DeviceView } from '@hall/shared/api/views';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../kit/api/api.ts';
import { sentenceOf } from '../../kit/api/problem.ts';
import { devicesCopy as copy } from '../../kit/copy/devices.copy.ts';
import styles from './Devices.module.css';

/** A screen that hangs elsewhere now gets another name; it goes on showing meanwhile. */
export function RenameDialog({ device, onClose }: { device: DeviceView; onClose: () => void }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const [name, setName] = useState(device.name);
  const rename = useMutation({
    mutationFn: () => api.put<Listed<DeviceView>>(`/staff/devices/${device.id}/name`, { name: name.trim() }),
    onSuccess: (devices) => { client.setQueryData(['devices'], devices); void message.success(copy.renamed); onClose(); },
    onError: (error) => void message.error(sentenceOf(error)),
  });
  const whole = name.trim() !== '' && name.trim() !== device.name;
  return (
    <Modal open title={copy.renameTitle} okText={copy.renameOk} cancelText={copy.cancel} onCancel={onClose} onOk={() => rename.mutate()} confirmLoading={rename.isPending} okButtonProps={{ disabled: !whole, 'data-testid': 'rename-ok' }}>
      <div className={styles.name}><label><span>{copy.name}</span><Input autoFocus size="large" maxLength={40} value={name} onChange={(event) => setName(event.target.value)} onPressEnter={() => { if (whole) rename.mutate(); }} data-testid="rename-name" /></label></div>
    </Modal>
  );
}
