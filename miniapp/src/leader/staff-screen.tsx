import type { ComponentProps } from 'react';
import { STAFF_SIGN_IN_NEEDED } from '../kit/api.ts';
import { copy as words } from '../kit/copy/office.ts';
import { go } from '../kit/navigate.ts';
import { Button } from '../kit/ui/button.tsx';
import { Empty, Page, Screen } from '../kit/ui/screen.tsx';
import { StepUp } from './step-up.tsx';
import './leader.scss';

const copy = words.door;
const IN_WECHAT = process.env.TARO_ENV === 'weapp';

/** A page for staff: without a bound WeChat it leads to the door, and a step that needs the second factor asks for it here. */
export function StaffScreen<T>({ children, ...frame }: ComponentProps<typeof Screen<T>>) {
  const { id, of } = frame;
  if (of.error?.code === STAFF_SIGN_IN_NEEDED) return (
    <Page id={id}>
      <Empty icon='user-round' title={copy.title} detail={of.error.message} action={<Button id='to-staff-door' onTap={() => go('/leader/bind/index')}>{IN_WECHAT ? copy.bind : copy.signIn}</Button>} />
    </Page>
  );
  return <Screen {...frame}>{(data) => <>{children(data)}<StepUp /></>}</Screen>;
}
