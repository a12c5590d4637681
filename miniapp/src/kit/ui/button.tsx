import { Button as TaroButton, View } from '@tarojs/components';
import type { ButtonProps } from '@tarojs/components';
import type { ReactNode } from 'react';
import { copy } from '../copy/kit.ts';
import { Icon, type IconName } from './icon.tsx';

interface Props {
  id?: string;
  /** One `primary` a page; everything else is quiet. */
  kind?: 'primary' | 'quiet' | 'plain' | 'danger';
  icon?: IconName;
  busy?: boolean;
  disabled?: boolean;
  onTap?: () => void;
  /** WeChat asks the person for their number; the answer is a code for the server. */
  onPhoneCode?: (code: string | null) => void;
  children: ReactNode;
}

/** A button that cannot be pressed twice: while busy it says so and does nothing. */
export function Button({ id, kind = 'primary', icon, busy = false, disabled = false, onTap, onPhoneCode, children }: Props) {
  const idle = !busy && !disabled;
  const phone: Partial<ButtonProps> = onPhoneCode
    ? { openType: 'getPhoneNumber', onGetPhoneNumber: (event) => onPhoneCode(event.detail.code ?? null) }
    : {};
  return (
    <TaroButton {...(id ? { id } : {})} className={`button button--${kind}${idle ? '' : ' button--resting'}`} hoverClass='button--pressed' hoverStayTime={60}
      {...(idle ? {} : { disabled: true })} onClick={() => { if (idle) onTap?.(); }} {...phone} {...(process.env.TARO_ENV === 'h5' ? { role: 'button', tabIndex: 0, 'aria-disabled': !idle } : {})}>
      {icon && <Icon name={icon} />}
      <View className='button__word'>{busy ? copy.busy : children}</View>
    </TaroButton>
  );
}
