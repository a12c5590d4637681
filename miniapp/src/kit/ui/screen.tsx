import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { SIGN_IN_NEEDED, type ApiError } from '../api.ts';
import { letterScale, spoken, useElderMode } from '../accessibility.ts';
import { momentInWords, today } from '../clock.ts';
import { copy } from '../copy/kit.ts';
import { go } from '../navigate.ts';
import type { Resource } from '../resource.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';
import { Skeleton, type SkeletonKind } from './skeleton.tsx';
import { TopBar } from './top-bar.tsx';

interface Frame { id: string; className?: string; footer?: ReactNode; children?: ReactNode }

/** The paper every page is written on: letter size, elder mode, and on H5 a title bar. `footer` stays in reach of the thumb. */
export function Page({ id, className = '', footer, children }: Frame) {
  const elder = useElderMode();
  const scale = letterScale();
  return (
    <View id={id} className={`screen${elder ? ' screen--elder' : ''} ${className}`} {...(scale === 1 ? {} : { style: `--scale:${scale}` })}>
      {process.env.TARO_ENV === 'h5' && <TopBar />}
      <View className='screen__body'>{children}</View>
      {footer && <View className='screen__footer'><View className='screen__actions'>{footer}</View></View>}
    </View>
  );
}

interface Props<T> extends Omit<Frame, 'children' | 'footer'> {
  of: Resource<T>;
  skeleton?: SkeletonKind;
  /** Whether there is nothing to show, and the words for that. */
  empty?: { when: (data: T) => boolean; icon: IconName; title: string; detail?: string; action?: ReactNode };
  footer?: (data: T) => ReactNode;
  children: (data: T) => ReactNode;
}

/** A page about one state: loading, sign-in needed, failed with retry, nothing there, there, or there but old. */
export function Screen<T>({ id, className, of, skeleton = 'list', empty, footer, children }: Props<T>) {
  const { data, error } = of;
  const frame = { id, ...(className ? { className } : {}) };
  if (error?.code === SIGN_IN_NEEDED) return <Page {...frame}><SignInNeeded /></Page>;
  if (data === null) return <Page {...frame}>{error ? <Failed error={error} retry={of.reload} /> : <Skeleton kind={skeleton} />}</Page>;
  const nothing = empty?.when(data) === true;
  return (
    <Page {...frame} footer={nothing ? undefined : footer?.(data)}>
      <Stale of={of} />
      {nothing && empty ? <Empty icon={empty.icon} title={empty.title} {...(empty.detail ? { detail: empty.detail } : {})} action={empty.action} /> : children(data)}
    </Page>
  );
}

/** Nothing here, and what one can do about it. */
export function Empty({ icon, title, detail, action }: { icon: IconName; title: string; detail?: string; action?: ReactNode }) {
  return (
    <View id='empty' className='empty'>
      <View className='empty__icon'><Icon name={icon} size='huge' /></View>
      <View className='empty__title'>{title}</View>
      {detail && <View className='empty__detail'>{detail}</View>}
      {action}
    </View>
  );
}

/** What could not be opened, and the way to try again. */
export function Failed({ error, retry }: { error: ApiError; retry: () => Promise<void> }) {
  return (
    <View id='failed' className='empty'>
      <View className='empty__icon'><Icon name={error.status === 0 ? 'wifi-off' : 'circle-alert'} size='huge' /></View>
      <View className='empty__title'>{error.status === 0 ? copy.unreachableTitle : copy.failedTitle}</View>
      <View className='empty__detail'>{error.message}</View>
      <Button id='retry' kind='quiet' icon='refresh-cw' onTap={() => void retry()}>{copy.retry}</Button>
      {error.status === 404 && <Button id='failed-home' kind='plain' icon='house' onTap={() => go('/tabs/home/index')}>{copy.home}</Button>}
    </View>
  );
}

function SignInNeeded() {
  return <Empty icon='user-round' title={copy.signInTitle} detail={copy.signInDetail} action={<Button id='to-sign-in' onTap={() => go('/account/sign-in/index')}>{copy.signIn}</Button>} />;
}

/** Says from when a page is that could not be asked for again; one tap tries once more. */
export function Stale({ of: { at, error, reload } }: { of: Pick<Resource<unknown>, 'at' | 'error' | 'reload'> }) {
  if (!error || at === null) return null;
  return (
    <View id='stale' className='stale' {...spoken('button')} onClick={() => void reload()}>
      <Icon name='wifi-off' size='small' />
      <View className='stale__words'>{copy.staleSince(momentInWords(at, today()))}</View>
      <View className='stale__retry'>{copy.retryShort}</View>
    </View>
  );
}

/** What went wrong with the last tap, beside where it was tapped. */
export function Trouble({ error }: { error: ApiError | null }) {
  if (!error) return null;
  return <View id='trouble' className='notice tone-accent'><View className='notice__icon'><Icon name='circle-alert' /></View><View className='notice__words'>{error.message}</View></View>;
}
