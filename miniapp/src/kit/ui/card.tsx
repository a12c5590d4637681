import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spoken } from '../accessibility.ts';
import { Icon, type IconName } from './icon.tsx';

/** A sheet of paper on the desk; tappable when it leads somewhere. */
export function Card({ id, onTap, label, className = '', children }: { id?: string; onTap?: () => void; label?: string; className?: string; children: ReactNode }) {
  return (
    <View {...(id ? { id } : {})} className={`card ${className}${onTap ? ' card--tappable' : ''}`} {...(onTap ? { hoverClass: 'card--pressed', onClick: onTap, ...spoken('button', label) } : {})}>
      {children}
    </View>
  );
}

interface RowProps { id?: string; icon?: IconName; title: string; detail?: string | null | undefined; aside?: ReactNode; tone?: Tone; onTap?: () => void; /** Off for a row that changes something here instead of leading on. */ leads?: boolean }

/** One line of a list: icon, words, what it is now, and whether it leads on. */
export function Row({ id, icon, title, detail, aside, tone = 'plain', onTap, leads = true }: RowProps) {
  return (
    <View {...(id ? { id } : {})} className={`row row--${tone}`} {...(onTap ? { hoverClass: 'card--pressed', onClick: onTap, ...spoken('button') } : {})}>
      {icon && <View className='row__icon'><Icon name={icon} /></View>}
      {detail ? <View className='row__words'><View className='row__title'>{title}</View><View className='row__detail'>{detail}</View></View> : <View className='row__words row__title'>{title}</View>}
      {aside !== undefined && <View className='row__aside'>{aside}</View>}
      {onTap && leads && <Icon name='chevron-right' size='small' place='row__chevron' />}
    </View>
  );
}

export type Tone = 'plain' | 'accent' | 'ok' | 'info' | 'warn' | 'sun';

const TONE_ICON: Record<Tone, IconName> = { plain: 'clock', accent: 'circle-alert', ok: 'circle-check', info: 'info', warn: 'triangle-alert', sun: 'bell-ring' };

/** A state as icon, word and colour together. */
export function StateTag({ id, tone, icon, children }: { id?: string; tone: Tone; icon?: IconName; children: ReactNode }) {
  return <View {...(id ? { id } : {})} className={`tag tone-${tone}`}><Icon name={icon ?? TONE_ICON[tone]} size='small' /><View>{children}</View></View>;
}

/** A few words the person should not miss. */
export function Notice({ id, tone, title, children }: { id?: string; tone: Tone; title?: string; children?: ReactNode }) {
  return (
    <View {...(id ? { id } : {})} className={`notice tone-${tone}`} {...(tone === 'accent' ? spoken('alert') : {})}>
      <Icon name={TONE_ICON[tone]} place='notice__icon' />
      <View className='notice__words'>
        {title && <View className='notice__title'>{title}</View>}
        {children}
      </View>
    </View>
  );
}

/** Name and value, line by line, as on paper. */
export function Facts({ id, of }: { id?: string; of: readonly (readonly [label: string, value: string | null | undefined])[] }) {
  return (
    <View {...(id ? { id } : {})} className='facts'>
      {of.map(([label, value]) => value ? <View key={label} className='facts__line'><View className='facts__label'>{label}</View><View className='facts__value'>{value}</View></View> : null)}
    </View>
  );
}
