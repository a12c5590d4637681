import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { copy } from '../copy/kit.ts';
import { Button } from './button.tsx';

interface Props { id: string; title: string; children?: ReactNode; yes: string; no?: string; danger?: boolean; busy?: boolean; onYes: () => void; onNo: () => void }

/** Asks once more before something that cannot be taken back. The buttons are `<id>-yes` and `<id>-no`. */
export function Confirm({ id, title, children, yes, no = copy.notNow, danger = false, busy = false, onYes, onNo }: Props) {
  return (
    <View id={id} className='veil' catchMove>
      <View className='dialog' aria-role='dialog'>
        <View className='dialog__title'>{title}</View>
        {children && <View className='dialog__body'>{children}</View>}
        <Button id={`${id}-yes`} kind={danger ? 'danger' : 'primary'} busy={busy} onTap={onYes}>{yes}</Button>
        <Button id={`${id}-no`} kind='quiet' disabled={busy} onTap={onNo}>{no}</Button>
      </View>
    </View>
  );
}
